"""The spellings the house has chosen, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import Example, SlotRule, Topic
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.publication import HouseStyle
from deskeditor.domain.words import Bilingual

_FRONTS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "ال", "وال", "بال", "فال", "كال", "وبال")


def _wanted(word: str, spellings: Mapping[str, str]) -> str | None:
    for front in _FRONTS:
        if word.startswith(front) and word[len(front) :] in spellings:
            return f"{front}{spellings[word[len(front) :]]}"
    return None


def _run(context: CheckContext, slot: Slot) -> Iterator[Finding]:
    spellings = context.publication.house.spellings
    if not spellings:
        return
    for token in context.words(slot):
        new = _wanted(token.word, spellings)
        if new is not None and new != token.word:
            yield RULE.at(slot, token.start, token.end, new=new, new_word=new)


_HOUSE = HouseStyle(spellings={"أمريكا": "أميركا", "الأمريكية": "الأميركية"})
RULE = SlotRule(
    id="style.house-spelling",
    category=Category.STYLE,
    severity=Severity.CHECK,
    topic=Topic.CONSISTENCY,
    title=Bilingual("كتابة غير كتابة الدار", "Not the house’s spelling"),
    message=Bilingual("تكتب الدار «{new_word}».", "The house writes “{new_word}”."),
    must_match=(Example("زار وأمريكا 😀", found="وأمريكا", house=_HOUSE),),
    must_not_match=(Example("زار أميركا 😀", house=_HOUSE), "زار أمريكا"),
    run=_run,
)
