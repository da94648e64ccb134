"""dates.weekday-mismatch: the named weekday is not the day the date falls on."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from deskeditor.checks.context import CheckContext
from deskeditor.checks.dates.shared import said_in
from deskeditor.checks.rule import BODY_ROLES, DocumentRule, Example
from deskeditor.domain.article import Details
from deskeditor.domain.document import Role, Slot
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual
from deskeditor.language.calendars import weekday_name
from deskeditor.language.date_resolving import resolve
from deskeditor.language.dates import Expression

_ROLES = BODY_ROLES | {Role.HEADLINE, Role.DECK}


def find(context: CheckContext) -> tuple[Finding, ...]:
    """Dates that name a weekday beside a day of the calendar, and the two do not agree."""
    published = context.details.published_on
    return context.flat(RULE.id, partial(_in_slot, context, published=published), given=published)


def _in_slot(context: CheckContext, slot: Slot, published: date | None) -> tuple[Finding, ...]:
    found: list[Finding] = []
    for one in said_in(context, slot) if slot.role in _ROLES else ():
        meant = resolve(one, published).first
        if meant is not None and _disagrees(one, meant):
            anchor, day = Anchor(slot.address, one.start, one.end), meant.isoformat()
            weekday = weekday_name(meant.weekday())
            found.append(RULE.finding(anchor, one.text, day=day, weekday=weekday))
    return tuple(found)


def _disagrees(said: Expression, meant: date) -> bool:
    if said.weekday is None or (said.day is None and said.shift is None):
        return False
    slack = 1 if said.hijri else 0
    days = {(meant + timedelta(days=shift)).weekday() for shift in range(-slack, slack + 1)}
    return said.weekday not in days


RULE = DocumentRule(
    id="dates.weekday-mismatch",
    category=Category.DATES,
    severity=Severity.ERROR,
    title=Bilingual("اليوم لا يوافق التاريخ", "Weekday does not match its date"),
    message=Bilingual(
        "«{text}»: اليوم الموافق {day} هو {weekday}",
        "“{text}”: {day} is a {weekday}",
    ),
    run=find,
    must_match=(
        "يفتتح المعرض الأحد 3 مايو 2024.",
        Example("وصل الوفد أمس الاثنين.", details=Details(published_on=date(2024, 5, 4))),
    ),
    must_not_match=(
        "يفتتح المعرض الجمعة 3 مايو 2024 🎪.",
        Example("وصل الوفد أمس الجمعة.", details=Details(published_on=date(2024, 5, 4))),
        "وصل الوفد أمس الاثنين.",
    ),
)
