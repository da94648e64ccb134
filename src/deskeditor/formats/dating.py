"""A day in the words of the house: its month names and its digits."""

from __future__ import annotations

from datetime import date

from deskeditor.domain.publication import Digits, HouseStyle, Months

_LEVANT = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
    "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
)  # fmt: skip
_EGYPT = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
    "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
_MAGHREB = (
    "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان",
    "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
_DUAL = tuple(f"{left}/{right}" for left, right in zip(_LEVANT, _EGYPT, strict=True))
_NAMES = {
    Months.LEVANT: _LEVANT, Months.EGYPT: _EGYPT, Months.MAGHREB: _MAGHREB, Months.DUAL: _DUAL,
}  # fmt: skip
_ENGLISH = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def day_in_words(day: date, language: str, house: HouseStyle) -> str:
    """`23 تشرين الثاني 2026`, by the house's months and digits; English for other languages."""
    if not language.startswith("ar"):
        return f"{day.day} {_ENGLISH[day.month - 1]} {day.year}"
    text = f"{day.day} {_NAMES[house.months][day.month - 1]} {day.year}"
    return text.translate(_ARABIC_DIGITS) if house.digits is Digits.ARABIC else text
