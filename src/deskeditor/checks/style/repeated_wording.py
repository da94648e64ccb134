"""One word again and again in a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import SlotRule, Topic
from deskeditor.checks.style.reading import PROSE, commonest, stem
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual

#: Times a word may stand in a paragraph, and the letters of words that count.
MOST, SHORTEST = 3, 5
#: Long paragraphs may repeat in proportion: one time more for so many words.
_EACH = 40
_FREE = frozenset("الذين التي الذي خلال هؤلاء أيضا إنها أنها كانت الله".split())


def _run(context: CheckContext, slot: Slot) -> Iterator[Finding]:
    words = context.words(slot)
    most = RULE.told(context, "most", int) + len(words) // _EACH
    for said, count in commonest(words, SHORTEST, most):
        if said in _FREE:
            continue
        places = [w for w in words if len(w.word) >= SHORTEST and stem(w.word) == said]
        last = places[-1]
        yield RULE.at(slot, last.start, last.end, count=count, word=said)


_OFTEN = "زارت اللجنة المدرسة، ودخلت المدرسة، ثم غادرت المدرسة 😀"
RULE = SlotRule(
    id="style.repeated-wording",
    category=Category.STYLE,
    severity=Severity.HINT,
    topic=Topic.READING,
    title=Bilingual("كلمة تتكرر", "A word that recurs"),
    message=Bilingual(
        "«{word}» في هذه الفقرة {count} مرات: نوّع أو استعمل الضمير.",
        "“{word}” stands {count} times in this paragraph: vary it or use a pronoun.",
    ),
    must_match=(f"{_OFTEN}، وعادت إلى المدرسة، ووصفت المدرسة بأنها 25 صفا وفق WHO.",),
    must_not_match=(f"{_OFTEN} وفق WHO 25.",),
    parameters=MappingProxyType({"most": MOST}),
    roles=PROSE,
    run=_run,
)
