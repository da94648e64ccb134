"""quotes.two-wordings: one utterance quoted twice in different words (a statement and a post)."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.likeness import pairs, plain, stems
from deskeditor.checks.quotes.shared import speech_in
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.quotes import Quote
from deskeditor.domain.words import Bilingual

#: Share of the shorter quotation's meaning words the other must have.
ALIKE = 0.6
#: Meaning words both must have at least.
SHARED = 5


def find(context: CheckContext) -> Iterator[Finding]:
    """A later quotation that says what an earlier one says, of the same speaker, in other words."""
    quotes = speech_in(context)
    read = {quote: (stems(quote.text), plain(quote.text)) for quote in quotes}
    for first, second in pairs(quotes):
        if _same_voice(first, second) and _reworded(read[first], read[second]):
            name = second.speaker.name if second.speaker else ""
            yield RULE.finding(
                second.anchor, second.text, related=(first.anchor,), name=name,
                other=first.text[:60],
            )  # fmt: skip


def _same_voice(first: Quote, second: Quote) -> bool:
    if first.speaker is None or second.speaker is None:
        return False
    names = first.speaker.name.split(), second.speaker.name.split()
    return names[0][-1:] == names[1][-1:]


def _reworded(first: tuple[frozenset[str], str], second: tuple[frozenset[str], str]) -> bool:
    if first[1] in second[1] or second[1] in first[1]:
        return False
    both = first[0] & second[0]
    return len(both) >= SHARED and len(both) >= ALIKE * min(len(first[0]), len(second[0]))


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
    must_match=(_TWICE,),
    must_not_match=(
        "قال مدير السد كريم الجبوري: «بدأت توسعة السد».\n\nوقال الجبوري: «لا نقص في 5 محافظات».",
        _OTHERS,
    ),
)
