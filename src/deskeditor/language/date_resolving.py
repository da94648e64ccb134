"""Date expressions resolved against a day: of publication, or of the utterance.

Owns the arithmetic only. What depends on a day that is not known stays unresolved, with the reason;
nothing is guessed.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from deskeditor.language.calendars import from_hijri, to_hijri
from deskeditor.language.dates import Expression, Problem, Unit

#: A month that names no year and comes within so many months is the one to come, else the last;
#: behind a verb of the past it is always the last.
_SOON = 3


@dataclass(frozen=True, slots=True)
class Resolved:
    """The days `first` to `last` an expression means, or the problem that keeps it open."""

    first: date | None = None
    last: date | None = None
    problem: Problem | None = None


def resolve(expression: Expression, day: date | None) -> Resolved:
    """What an expression means, counted from `day` (of publication, or of the utterance)."""
    if expression.unit is Unit.VAGUE:
        return Resolved(problem=Problem.VAGUE)
    if expression.relative and day is None:
        return Resolved(problem=Problem.NO_DAY_KNOWN)
    try:
        if expression.through and day is not None:
            return _throughout(expression, day)
        first = _first(expression, day)
        return Resolved(first, _last(expression, first))
    except (ValueError, OverflowError):
        return Resolved(problem=Problem.IMPOSSIBLE)


def _throughout(said: Expression, day: date) -> Resolved:
    """The days of a span: up to the day it is counted from, or from it on."""
    shift = said.shift or 0
    if said.unit in (Unit.DAY, Unit.WEEK):
        other = day + timedelta(days=shift * (7 if said.unit is Unit.WEEK else 1))
    else:
        first = _moved(day.replace(day=1), shift * (12 if said.unit is Unit.YEAR else 1))
        other = min(_month_end(first), first + timedelta(days=day.day - 1))
    return Resolved(min(day, other), max(day, other))


def _first(said: Expression, day: date | None) -> date:
    if said.year is not None:
        return _absolute(said, said.year)
    assert day is not None
    if said.shift is not None:
        return _shifted(said, day)
    if said.month is not None:
        return _absolute(said, _year_of(said, day))
    if said.day is not None:
        base = _moved(day.replace(day=1), said.when or 0)
        return base.replace(day=said.day)
    if said.weekday is not None:
        return _on_weekday(said, day)
    when = said.when or 0
    if said.unit is Unit.WEEK:
        return day - timedelta(days=(day.weekday() + 2) % 7) + timedelta(weeks=when)
    if said.unit is Unit.MONTH:
        return _moved(day.replace(day=1), when)
    return date(day.year + when, 1, 1)


def _absolute(said: Expression, year: int) -> date:
    if said.hijri:
        return from_hijri(year, said.month or 1, said.day or 1)
    return date(year, said.month or 1, said.day or 1)


def _shifted(said: Expression, day: date) -> date:
    shift = said.shift or 0
    if said.unit is Unit.MONTH:
        return _moved(day.replace(day=1), shift)
    if said.unit is Unit.YEAR:
        return date(day.year + shift, 1, 1)
    return day + timedelta(days=shift * (7 if said.unit is Unit.WEEK else 1))


def _month_end(first: date) -> date:
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _moved(first: date, months: int) -> date:
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _on_weekday(said: Expression, day: date) -> date:
    """The named weekday: the last one before, the next one after, or the nearest told by tense."""
    assert said.weekday is not None
    back = (day.weekday() - said.weekday) % 7
    if said.when in (-1, -2):
        return day - timedelta(days=(back or 7) + 7 * (-1 - said.when))
    if said.when == 1 or (said.when is None and said.ahead):
        return day + timedelta(days=(7 - back) % 7 or (7 if said.when == 1 else 0))
    return day - timedelta(days=back)


def _year_of(said: Expression, day: date) -> int:
    """The year a month without one belongs to."""
    assert said.month is not None
    if said.year_shift is not None:
        return (to_hijri(day)[0] if said.hijri else day.year) + said.year_shift
    year, month = (to_hijri(day)[:2]) if said.hijri else (day.year, day.month)
    today = to_hijri(day)[2] if said.hijri else day.day
    meant, now = (said.month, said.day or today), (month, today)
    if said.when in (-1, -2):
        return (year if meant < now else year - 1) - (-1 - said.when)
    if said.when == 1:
        return year if meant > now else year + 1
    if said.when == 0:
        return year
    if said.day is None:
        if said.ahead:
            return year if said.month >= month else year + 1
        if said.past:
            return year if said.month <= month else year - 1
        soon = (said.month - month) % 12 <= _SOON
        if said.month <= month:
            return year + 1 if soon and said.month < month else year
        return year if soon else year - 1
    return min((year - 1, year, year + 1), key=lambda each: _distance(said, each, day))


def _distance(said: Expression, year: int, day: date) -> int:
    """How far a day without a year lies in `year`; its weekday, if it has one, must agree."""
    try:
        meant = _absolute(said, year)
    except ValueError:
        return 10**6
    wrong = said.weekday is not None and meant.weekday() != said.weekday
    return abs((meant - day).days) + (400 if wrong else 0)


def _last(said: Expression, first: date) -> date:
    if said.unit is Unit.WEEK and said.shift is None:
        return first + timedelta(days=6)
    if said.unit is Unit.MONTH and not said.hijri:
        months = ((said.until_month or first.month) - first.month) % 12
        return _month_end(_moved(first, months))
    if said.unit is Unit.MONTH:
        return first + timedelta(days=28)
    if said.unit is Unit.YEAR:
        return first.replace(month=12, day=31) if not said.hijri else first + timedelta(days=353)
    return first
