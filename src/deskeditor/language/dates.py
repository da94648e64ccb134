"""Newsroom date expressions, found in a text.

Owns the rule table: absolute («31 ديسمبر 2021», «٣ رجب ١٤٤٣ هـ»), relative («أمس», «قبل يومين»,
«مارس/آذار الماضي»), weekdays («مساء الخميس», «السبت المقبل») and mixtures of them («الثاني من
الشهر الجاري»), in every month system. Linear in the text; offsets are code points. What depends on
a day that is not known stays unresolved, with the reason; nothing is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from deskeditor.language.calendars import MonthSystem
from deskeditor.language.date_nearby import near_day, this_part_of_day
from deskeditor.language.date_tense import tense
from deskeditor.language.date_words import Words, clean_words

#: Years a number beside a month may mean.
_YEARS = range(1000, 3000)


class Problem(StrEnum):
    """Why an expression names no day."""

    NO_DAY_KNOWN = "no-day-known"
    IMPOSSIBLE = "impossible"
    VAGUE = "vague"


class Unit(StrEnum):
    """What an expression names."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Expression:
    """One date expression, `[start, end)` of the text, and what it says.

    Attributes:
        when: −2 قبل الماضي, −1 الماضي, 0 الجاري or هذا, 1 المقبل, None where the words do not say.
        shift: days, weeks, months or years from the day it is counted from.
        weekday: 0 Monday … 6 Sunday, where the expression names one.
        systems: the month systems its month names belong to.
        ahead: whether the sentence speaks of the future («سيلتقي السبت»).
        year_shift: years from this one («مارس من العام الماضي»), where the words say.
        until_month: the last month of several («شهري آذار ونيسان»), in the year of the first.
        past: whether a verb of what has happened leads to it («وقع الهجوم في مايو»).
        through: whether `shift` is a span that ends or begins with the day it is counted from.
    """

    start: int
    end: int
    text: str
    unit: Unit = Unit.DAY
    day: int | None = None
    month: int | None = None
    year: int | None = None
    when: int | None = None
    shift: int | None = None
    weekday: int | None = None
    systems: tuple[MonthSystem, ...] = ()
    ahead: bool = False
    past: bool = False
    through: bool = False
    year_shift: int | None = None
    until_month: int | None = None

    @property
    def hijri(self) -> bool:
        """Whether the month is one of the Hijri year."""
        return MonthSystem.HIJRI in self.systems

    @property
    def relative(self) -> bool:
        """Whether the expression needs a day to count from."""
        return self.unit is not Unit.VAGUE and self.year is None


def find_dates(text: str) -> tuple[Expression, ...]:
    """Every date expression of a text, in order, none overlapping."""
    words = clean_words(text)
    found: list[Expression] = []
    behind = 0
    for index in words.beginnings():
        if index < behind:
            continue
        expression, further = _read(words, index)
        if expression is not None:
            start, end = words.span(expression.start, expression.end)
            found.append(replace(expression, start=start, end=end, text=text[start:end]))
            behind = further
    return tuple(found)


def _read(words: Words, index: int) -> tuple[Expression | None, int]:
    """The expression that begins at word `index`, and the word behind it."""
    for reader in _READERS:
        expression, behind = reader(words, index)
        if expression is not None:
            return expression, behind
    return None, index


def _span(words: Words, index: int) -> _Answer:
    """الأيام الثلاثة الماضية، الأسبوعين المقبلين: to or from the day; uncounted is vague."""
    found = words.span_of_units(index)
    if found is None:
        return None, index
    count, unit, when, behind = found
    if count is None:
        return _made(words, index, behind, unit=Unit.VAGUE)
    return _made(words, index, behind, unit=Unit(unit), shift=when * count, through=True)


def _bare_year(words: Words, index: int) -> _Answer:
    """مطلع 2022، منذ 2019: the year alone."""
    year = words.bare_year(index)
    if year is None:
        return None, index
    return _made(words, index + 1, index + 2, unit=Unit.YEAR, year=year)


_Answer = tuple[Expression | None, int]


def _made(words: Words, first: int, behind: int, **what: object) -> _Answer:
    start = words.start(first)
    end = words.end_of(behind - 1)
    return Expression(start, end, "", **what), behind  # type: ignore[arg-type]


def _full(words: Words, index: int) -> _Answer:
    """31/12/2021, 2021-12-31: day first unless the year is."""
    parts = words.numeric(index)
    if parts is None:
        return None, index
    first, second, third = parts
    year, month, day = (first, second, third) if first >= 1000 else (third, second, first)
    if year not in _YEARS:
        return None, index
    return _made(words, index, index + 1, day=day, month=month, year=year)


def _named_day(words: Words, index: int) -> _Answer:
    """اليوم، أمس، غدا, with a part of the day before and a weekday behind."""
    this = this_part_of_day(words, index)
    if this is not None:
        return _made(words, index, this, shift=0)
    place = words.skip_part_of_day(index)
    found = near_day(words, place)
    if found is None:
        return None, index
    shift, behind = found
    weekday = words.weekday(behind)
    if weekday is not None:
        behind += 1
    return _made(words, index, behind, shift=shift, weekday=weekday)


def _weekday(words: Words, index: int) -> _Answer:
    """مساء الخميس، السبت المقبل، الخميس 6 يناير 2022."""
    place = words.skip_part_of_day(index)
    weekday = words.weekday(place, first=place == index)
    if weekday is None or not words.weekday_is_day(index, place):
        return None, index
    behind = place + 1
    if words.bare(index) in ("ليل", "ليلة"):
        behind = words.skip_next_weekday(behind, weekday)
    when = words.when(behind)
    further = words.skip_matching(behind + 1 if when is not None else behind)
    dated, end = _day_of_month(words, further) if words.goes_on(further) else (None, 0)
    if dated is None and when is not None:
        return _made(words, index, behind + 1, weekday=weekday, when=when)
    if dated is not None:
        made, _ = _made(words, index, end, weekday=weekday)
        assert made is not None
        return replace(dated, start=made.start, end=made.end, weekday=weekday), end
    return _made(words, index, behind, weekday=weekday, ahead=tense(words, index) > 0)


def _day_of_month(words: Words, index: int) -> _Answer:
    """31 ديسمبر 2021، السابع من شهر أبريل الماضي (2021)، الثاني من الشهر الجاري."""
    found = words.day_number(index)
    if found is None:
        return None, index
    day, place = found
    place = words.skip(place, "من")
    if words.when(place) in (0, 1) and place == found[1] and words.bare(index).isdigit():
        return _made(words, index, place + 1, day=day, when=words.when(place), unit=Unit.DAY)
    if words.is_word(place, "الشهر") and words.when(place + 1) is not None:
        when = words.when(place + 1)
        return _made(words, index, place + 2, day=day, when=when, unit=Unit.DAY)
    place = words.skip(place, "شهر")
    month = words.month(place)
    if month is None:
        return _one_of_two(words, index, found)
    number, systems, place = month
    when = words.when(place)
    place = place + 1 if when is not None else place
    year, shift, place = _year_behind(words, place, systems)
    return _made(
        words, index, place, day=day, month=number, year=year, year_shift=shift,
        when=when, systems=systems,
    )  # fmt: skip


def _one_of_two(words: Words, index: int, found: tuple[int, int]) -> _Answer:
    """3 و4 يناير، من 3 إلى 7 يناير: the first day, with the month of the second."""
    day, behind = found
    second = words.another_day(behind)
    if second is None or not 1 <= day <= 31:
        return None, index
    dated, _ = _day_of_month(words, second)
    if dated is None or dated.day is None or dated.day <= day:
        return None, index
    made, _ = _made(words, index, behind)
    assert made is not None
    return replace(dated, start=made.start, end=made.end, day=day), behind


def _year_behind(
    words: Words, index: int, systems: tuple[MonthSystem, ...]
) -> tuple[int | None, int | None, int]:
    """The year of a month, as a number or from this one, and the word behind it."""
    year, place = words.year(index, hijri=MonthSystem.HIJRI in systems)
    said = words.year_when(index) if year is None else None
    return (None, said[0], said[1]) if said is not None else (year, None, place)


def _month(words: Words, index: int) -> _Answer:
    """مارس/آذار الماضي، شهر رمضان المقبل، يناير 2022؛ شهري آذار ونيسان 2019."""
    both = words.two_months(index)
    if both is not None:
        (first, until), systems, place = both
        year, shift, place = _year_behind(words, place, systems)
        said = tense(words, index)
        return _made(
            words, index, place, unit=Unit.MONTH, month=first, until_month=until, year=year,
            year_shift=shift, systems=systems[:1], ahead=said > 0, past=said < 0,
        )  # fmt: skip
    called = words.is_word(index, "شهر")
    month = words.month(index + 1 if called else index)
    if month is None:
        return None, index
    number, systems, place = month
    when = words.when(place)
    place = place + 1 if when is not None else place
    year, shift, place = _year_behind(words, place, systems)
    dated = year is not None or shift is not None
    sure = called or when is not None or dated or len(systems) > 1
    if not sure and (words.unsure_month(index) or not words.led_to(index)):
        return None, index
    said = tense(words, index)
    return _made(
        words, index, place, unit=Unit.MONTH, month=number, year=year, year_shift=shift,
        when=when, systems=systems, ahead=said > 0, past=said < 0,
    )  # fmt: skip


_UNITS = {
    "العام": Unit.YEAR, "السنة": Unit.YEAR, "الشهر": Unit.MONTH, "الاسبوع": Unit.WEEK,
    "عام": Unit.YEAR, "سنة": Unit.YEAR,
}  # fmt: skip


def _period(words: Words, index: int) -> _Answer:
    """العام الماضي، هذا الأسبوع، عام 2021."""
    this = words.is_word(index, "هذا") or words.is_word(index, "هذه")
    place = index + 1 if this else index
    unit = _UNITS.get(words.bare(place))
    if unit is None:
        return None, index
    if unit is Unit.YEAR and not this:
        year, behind = words.year(place, hijri=False)
        if year is not None and behind > place + 1:
            hijri = (MonthSystem.HIJRI,) if words.is_hijri_year(behind) else ()
            return _made(words, index, behind, unit=unit, year=year, systems=hijri)
    if words.bare(place) in ("عام", "سنة"):
        return None, index
    when = words.when(place + 1)
    if when is None:
        return _made(words, index, place + 1, unit=unit, when=0) if this else (None, index)
    year, behind = words.year(place + 2, hijri=False) if unit is Unit.YEAR else (None, 0)
    if year is not None:
        return _made(words, index, behind, unit=unit, year=year)
    return _made(words, index, place + 2, unit=unit, when=when)


def _ago(words: Words, index: int) -> _Answer:
    """قبل ثلاثة أيام، منذ أسبوعين: days are counted, longer spans name their month or year."""
    if words.bare(index) not in ("قبل", "منذ"):
        return None, index
    place = words.skip_about(index + 1)
    found = words.amount(place)
    if found is None:
        return None, index
    count, name, behind = found
    if words.is_word(behind, "من") or words.is_word(behind, "على"):
        return None, index
    return _made(words, index, behind, unit=Unit(name), shift=-count)


def _vague(words: Words, index: int) -> _Answer:
    """في وقت سابق، الصيف الماضي: a day is not named."""
    behind = words.long_span(index)
    if behind is not None:
        return _made(words, index, behind, unit=Unit.VAGUE)
    named = words.is_word(index, "في") and words.is_word(index + 1, "وقت")
    if named and words.bare(index + 2) in ("سابق", "لاحق") and words.joined(index + 2):
        return _made(words, index, index + 3, unit=Unit.VAGUE)
    return None, index


_READERS = (
    _full, _named_day, _weekday, _day_of_month, _month, _period, _span, _bare_year, _ago, _vague,
)  # fmt: skip
