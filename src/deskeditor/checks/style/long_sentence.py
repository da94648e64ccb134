"""A sentence too long to be heard at one go."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import Example, SlotRule, Topic
from deskeditor.checks.style.reading import PROSE, sentences
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual

#: Words of a sentence; longer ones are parted.
MOST = 50


def _run(context: CheckContext, slot: Slot) -> Iterator[Finding]:
    most = RULE.told(context, "most", int)
    for sentence in sentences(context, slot):
        count = len(sentence.words)
        if count > most:
            yield RULE.at(slot, sentence.start, sentence.end, count=count, most=most)


_LONG = " ".join(["قال الوزير في المؤتمر إن الوفد زار المدينة و"] * 8)
RULE = SlotRule(
    id="style.long-sentence",
    category=Category.STYLE,
    severity=Severity.HINT,
    topic=Topic.READING,
    title=Bilingual("جملة طويلة", "Long sentence"),
    message=Bilingual(
        "في الجملة {count} كلمة؛ ما زاد على {most} يصعب سماعه دفعة واحدة: اقسمها.",
        "The sentence has {count} words; over {most} it is hard to follow: part it.",
    ),
    must_match=(
        f"{_LONG} 😀 WHO 25.",
        Example(
            "قال الوزير إن الوفد زار المدينة 😀", parameters={"style.long-sentence": {"most": 5}}
        ),
    ),
    must_not_match=(
        "قال الوزير إن الوفد زار المدينة 😀. وأضاف أن 25 من WHO وصلوا.",
        Example(f"{_LONG} 😀 WHO 25.", parameters={"style.long-sentence": {"most": 100}}),
    ),
    parameters=MappingProxyType({"most": MOST}),
    roles=PROSE,
    run=_run,
)
