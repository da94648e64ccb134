"""dates.impossible: a day the calendar does not have."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.dates.shared import said_in
from deskeditor.checks.rule import SlotRule
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual
from deskeditor.language.calendars import hijri_length
from deskeditor.language.dates import Expression

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def find(context: CheckContext, slot: Slot) -> Iterator[Finding]:
    """Days that do not exist, whatever the year, or not in the year named."""
    for said in said_in(context, slot):
        if _impossible(said):
            yield RULE.at(slot, said.start, said.end)


def _impossible(said: Expression) -> bool:
    if said.day is None or said.month is None:
        return said.day is not None and not 1 <= said.day <= 31
    if not 1 <= said.month <= 12:
        return True
    if said.hijri:
        longest = hijri_length(said.year, said.month) + 1 if said.year else 30
        return not 1 <= said.day <= min(30, longest)
    if said.month == 2 and said.year is not None:
        leap = said.year % 4 == 0 and (said.year % 100 != 0 or said.year % 400 == 0)
        return not 1 <= said.day <= (29 if leap else 28)
    return not 1 <= said.day <= _LENGTHS[said.month - 1]


RULE = SlotRule(
    id="dates.impossible",
    category=Category.DATES,
    severity=Severity.ERROR,
    title=Bilingual("تاريخ لا وجود له", "Impossible date"),
    message=Bilingual(
        "«{text}»: لا وجود لهذا اليوم في التقويم", "“{text}”: the calendar has no such day"
    ),
    run=find,
    must_match=(
        "ينعقد المؤتمر في 31 نيسان 2024.",
        "وُلد في 29 فبراير/شباط 2023.",
        "اجتمعوا بتاريخ 45/13/2020 ❌.",
    ),
    must_not_match=("ينعقد المؤتمر في 30 نيسان 2024.", "وُلد في 29 شباط 2024."),
)
