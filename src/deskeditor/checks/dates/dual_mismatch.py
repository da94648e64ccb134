"""dates.dual-mismatch: a dual month name whose halves are two different months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from deskeditor.checks.context import CheckContext
from deskeditor.checks.dates.shared import said_in
from deskeditor.checks.rule import SlotRule
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual
from deskeditor.language.calendars import PLAIN, MonthSystem, month_name, months
from deskeditor.language.dates import Expression
from deskeditor.language.folding import fold

_WORD = re.compile(r"[^\W\d]+")


def find(context: CheckContext, slot: Slot) -> Iterator[Finding]:
    """Dual names such as «أكتوبر/تشرين الثاني», whose halves name October and November."""
    for said in said_in(context, slot):
        if len(said.systems) > 1 and len(_numbers(said)) > 1 and said.month is not None:
            pair = (MonthSystem.EGYPT, MonthSystem.LEVANT)
            right = "/".join(month_name(system, said.month) for system in pair)
            yield RULE.at(slot, said.start, said.end, right=right)


def _numbers(said: Expression) -> set[int]:
    """The months an expression names, 1–12."""
    words = _WORD.findall(fold(said.text, PLAIN))
    names = [
        *words,
        *(f"{first} {second}" for first, second in pairwise(words)),
    ]
    return {months()[name][1] for name in names if name in months()}


RULE = SlotRule(
    id="dates.dual-mismatch",
    category=Category.DATES,
    severity=Severity.ERROR,
    title=Bilingual("اسم شهر مزدوج لا يتفق شطراه", "Dual month name that disagrees"),
    message=Bilingual(
        "«{text}»: شطرا الاسم شهران مختلفان؛ ولعل المقصود {right}",
        "“{text}”: the two names are different months; perhaps {right} is meant",
    ),
    run=find,
    must_match=("غادر البلاد في أكتوبر/ تشرين الثاني الماضي 🍂.", "وُلد في 5 مارس/نيسان 2001."),
    must_not_match=("غادر في أكتوبر/تشرين الأول الماضي.", "وُلد في 5 آذار (مارس) 2001."),
)
