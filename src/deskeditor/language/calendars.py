"""Month and day names of the Arab world, and the tabular Islamic calendar.

Owns the names every newsroom may write (Levant and Iraq, Egypt and the Gulf, the Maghreb, Hijri)
and the arithmetic between Hijri and Gregorian days. The tabular calendar may differ from a
country's sighted or Umm al-Qura calendar by one day.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from deskeditor.language.folding import Fold, fold

#: What is folded away before a name is looked up.
PLAIN = Fold.SPELLING | Fold.HAMZA | Fold.DIGITS


class MonthSystem(StrEnum):
    """The system a month name belongs to; نيسان is Levant, أبريل Egypt, غشت Maghreb."""

    LEVANT = "levant"
    EGYPT = "egypt"
    MAGHREB = "maghreb"
    HIJRI = "hijri"


_MONTHS: dict[MonthSystem, tuple[str, ...]] = {
    MonthSystem.LEVANT: (
        "كانون الثاني|كانون ثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول",
        "تشرين الأول|تشرين أول", "تشرين الثاني|تشرين ثاني", "كانون الأول|كانون أول",
    ),
    MonthSystem.EGYPT: (
        "يناير", "فبراير", "مارس", "أبريل|ابريل", "مايو", "يونيو|يونيه", "يوليو|يوليه",
        "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    MonthSystem.MAGHREB: (
        "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان|يونيو", "جويلية|يوليوز", "أوت|غشت",
        "شتنبر", "أكتوبر", "نونبر", "دجنبر",
    ),
    MonthSystem.HIJRI: (
        "محرم|المحرم", "صفر", "ربيع الأول", "ربيع الآخر|ربيع الثاني",
        "جمادى الأولى|جمادى الأول", "جمادى الآخرة|جمادى الثانية|جمادى الآخر", "رجب", "شعبان",
        "رمضان", "شوال", "ذو القعدة|ذي القعدة", "ذو الحجة|ذي الحجة",
    ),
}  # fmt: skip
#: Names that are common words or people's names: a month only beside a day, a year or شهر.
UNSURE = frozenset("اب ماي صفر محرم المحرم رجب شعبان رمضان اوت جوان تموز مارس".split())

_WEEKDAYS = ("الاثنين|الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")


@cache
def months() -> dict[str, tuple[MonthSystem, int]]:
    """Folded month name → system and number 1–12; a shared name keeps its first system."""
    table: dict[str, tuple[MonthSystem, int]] = {}
    for system, names in _MONTHS.items():
        for number, forms in enumerate(names, start=1):
            for form in forms.split("|"):
                table.setdefault(fold(form, PLAIN), (system, number))
    return table


@cache
def weekdays() -> dict[str, int]:
    """Folded day name → 0 (Monday) … 6 (Sunday), as `date.weekday` counts."""
    return {
        fold(form, PLAIN): number
        for number, forms in enumerate(_WEEKDAYS)
        for form in forms.split("|")
    }


def month_name(system: MonthSystem, number: int) -> str:
    """The first name of a month in a system; `number` is 1–12."""
    return _MONTHS[system][number - 1].split("|")[0]


def weekday_name(number: int) -> str:
    """The name of a day of the week; 0 is Monday."""
    return _WEEKDAYS[number].split("|")[0]


_EPOCH = 1948439  # Julian day number before 1 Muharram 1 (civil, 16 July 622 Julian)
_TO_ORDINAL = 1721425  # Julian day number − proleptic Gregorian ordinal, at noon


def hijri_length(year: int, month: int) -> int:
    """Days of a Hijri month in the tabular calendar: 29 or 30."""
    if month == 12:
        return 30 if (11 * year + 14) % 30 < 11 else 29
    return 30 if month % 2 else 29


def from_hijri(year: int, month: int, day: int) -> date:
    """The Gregorian day of a Hijri one, ± 1 day against a sighted calendar.

    Raises:
        ValueError: there is no such day, or it lies outside the years 1–9999.
    """
    if not (1 <= year <= 9000 and 1 <= month <= 12 and 1 <= day <= 30):
        raise ValueError("no such Hijri day")
    days = day + (29 * (month - 1) + month // 2) + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(days + _EPOCH - _TO_ORDINAL)


def to_hijri(day: date) -> tuple[int, int, int]:
    """Year, month and day of the tabular Islamic calendar."""
    julian = day.toordinal() + _TO_ORDINAL
    year = (30 * (julian - _EPOCH) + 10646) // 10631
    while from_hijri(year, 1, 1) > day:
        year -= 1
    month = 1
    while month < 12 and from_hijri(year, month + 1, 1) <= day:
        month += 1
    return year, month, (day - from_hijri(year, month, 1)) // timedelta(days=1) + 1
