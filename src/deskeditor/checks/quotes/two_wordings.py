"""quotes.two-wordings: one utterance quoted twice in different words (a statement and a post)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.likeness import WINDOW
from deskeditor.checks.quotes.rewording import reworded
from deskeditor.checks.quotes.shared import reads_speech, speech_in
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.quotes import Quote
from deskeditor.domain.words import Bilingual


def find(context: CheckContext) -> Iterator[Finding]:
    """A later quotation that says what an earlier one says, of the same speaker, in other words."""
    spoken: defaultdict[str, list[tuple[int, Quote]]] = defaultdict(list)
    clashes: list[tuple[int, int, Quote, Quote]] = []
    for place, quote in enumerate(speech_in(context)):
        if quote.speaker is None:
            continue
        voice = spoken["".join(quote.speaker.name.split()[-1:])]
        for number, first in voice[-WINDOW:]:
            if place - number <= WINDOW and reworded(first.text, quote.text):
                clashes.append((number, place, first, quote))
        voice.append((place, quote))
    for _, _, first, second in sorted(clashes, key=lambda clash: clash[:2]):
        name = second.speaker.name if second.speaker else ""
        yield RULE.finding(
            second.anchor, second.text, related=(first.anchor,), name=name, other=first.text[:60]
        )


_TWICE = (
    "قال مدير السد كريم الجبوري في بيان: «بدأت أعمال توسعة السد الكبير شمال المدينة هذا العام».\n\n"
    "وقال الجبوري في تغريدة: «اليوم بدأنا توسعة السد الكبير شمال المدينة، أعمال هذا العام 🌊»."
)
_OTHERS = (
    "قالت سلمى الكناني: «اللقاح متوفر في المراكز الصحية».\n\n"
    "وقال كريم الجبوري: «المياه متوفرة في المراكز الصحية»."
)

RULE = DocumentRule(
    id="quotes.two-wordings",
    category=Category.QUOTES,
    severity=Severity.CHECK,
    title=Bilingual("قول واحد بصيغتين", "One utterance in two wordings"),
    message=Bilingual(
        "يبدو هذا قولًا واحدًا لـ«{name}» ورد بصيغتين: قارن بـ«{other}…» واعتمد الأصل",
        "This looks like one utterance of {name} in two wordings: compare “{other}…” "
        "and keep the original",
    ),
    run=find,
    reads=reads_speech,
    must_match=(_TWICE,),
    must_not_match=(
        "قال مدير السد كريم الجبوري: «بدأت توسعة السد».\n\nوقال الجبوري: «لا نقص في 5 محافظات».",
        _OTHERS,
    ),
)
