"""Numbers in running text: their value, where they stand, and what they count.

Reads digits of every system with their separators, and the plain number words up to a hundred that
news writes out («ثلاثة جنود»). Offsets are code points of the text. Linear in the text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from deskeditor.language.folding import Fold, Folded, folded

_NUMBER = re.compile(
    r"(?<![\w.,/-])(\d+(?:[.,]\d+)*)(?![\w/-]|[.,]\d)( ?%| ?بالم[ئا]\w+)?(?: ([ء-ي]{2,}))?"
)
_SPELLED = {
    "واحد": "1", "اثنين": "2", "اثنان": "2", "ثلاثة": "3", "ثلاث": "3", "اربعة": "4", "اربع": "4",
    "خمسة": "5", "خمس": "5", "ستة": "6", "ست": "6", "سبعة": "7", "سبع": "7", "ثمانية": "8",
    "ثماني": "8", "تسعة": "9", "تسع": "9", "عشرة": "10", "عشر": "10", "مئة": "100", "مائة": "100",
}  # fmt: skip
_FOLD = Fold.SPELLING | Fold.HAMZA
_WITH_DIGITS = _FOLD | Fold.DIGITS
_WRITTEN_OUT = re.compile(rf"(?<![ء-ي])[وفبل]?({'|'.join(_SPELLED)}) ([ء-ي]{{3,}})")
#: Words of magnitude and of nearness stand between a number and what it counts.
_BETWEEN = frozenset("الف الاف مليون ملايين مليار مليارات تريليون بليون الفا مليونا مليارا".split())
#: What is counted in one and in many: news writes both of one thing.
_ONE_OF = {
    many: one
    for one, *rest in (
        ("قتيل", "قتلى", "قتيلا"), ("جريح", "جرحى", "جريحا"), ("مصاب", "مصابين", "مصابا", "مصابون"),
        ("جندي", "جنود", "جنديا"), ("شخص", "اشخاص", "شخصا"), ("طفل", "اطفال", "طفلا"),
        ("امراة", "نساء"), ("مدني", "مدنيين", "مدنيا", "مدنيون"), ("يوم", "ايام", "يوما"),
        ("شهر", "اشهر", "شهرا", "شهور"), ("سنة", "سنوات", "عام", "اعوام", "عاما"),
        ("ساعة", "ساعات"), ("دولة", "دول"), ("مدينة", "مدن"), ("متر", "امتار", "مترا"),
        ("كيلومتر", "كيلومترات", "كيلومترا"), ("نقطة", "نقاط"), ("هدف", "اهداف", "هدفا"),
        ("صاروخ", "صواريخ", "صاروخا"), ("غارة", "غارات"), ("موقوف", "موقوفين", "موقوفا"),
        ("معتقل", "معتقلين", "معتقلا"), ("لاجئ", "لاجئين", "لاجئا"), ("دولار", "دولارات", "دولارا"),
        ("مهاجر", "مهاجرين", "مهاجرا"), ("طالب", "طلاب", "طالبا"), ("عامل", "عمال", "عاملا"),
    )
    for many in rest
}  # fmt: skip


class Amount(NamedTuple):
    """One number, `[start, end)` of its text with its percent sign; `end_noun` is behind what it
    counts. `value` is written plainly (`1500`, `87.5%`); `noun` is the plain singular, or empty.
    """

    value: str
    start: int
    end: int
    noun: str
    end_noun: int
    spelled: bool = False


def plain_value(written: str, percent: str) -> str:
    """`1,500` → `1500`, `87,5` → `87.5`, `60` with a percent sign → `60%`."""
    whole = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", written) if "," in written else written
    return whole.replace(",", ".") + ("%" if percent else "")


def amounts(text: str) -> tuple[Amount, ...]:
    """Every number of a text, in order."""
    plain = folded(text, _WITH_DIGITS)
    found = [_digits(match, plain) for match in _NUMBER.finditer(plain.text)]
    found += [_written(match, plain) for match in _WRITTEN_OUT.finditer(plain.text)]
    return tuple(sorted(found, key=lambda one: one.start))


def _digits(match: re.Match[str], plain: Folded) -> Amount:
    noun, behind = match[3] or "", match.end()
    if noun in _BETWEEN:
        more = re.compile(r" ([ء-ي]{3,})").match(plain.text, match.end(3))
        noun = f"{noun} {_singular(more[1])}" if more else noun
        behind = more.end() if more else behind
    start, end = plain.span(match.start(1), match.end(2) if match[2] else match.end(1))
    return Amount(
        plain_value(match[1], match[2] or ""), start, end, _singular(noun), plain.origin(behind)
    )


def _written(match: re.Match[str], plain: Folded) -> Amount:
    start, end = plain.span(match.start(1), match.end(1))
    behind = plain.origin(match.end(2))
    return Amount(_SPELLED[match[1]], start, end, _singular(match[2]), behind, spelled=True)


def _singular(noun: str) -> str:
    """What is counted, in one form: «قتلى» and «قتيلا» are «قتيل»."""
    return _ONE_OF.get(noun, noun)


def spelled_in(text: str) -> frozenset[str]:
    """The values of every number word of a text, whatever it counts."""
    words = re.findall(r"\w+", folded(text, _FOLD).text)
    plain = (word.removeprefix("و") for word in words)
    return frozenset(_SPELLED[word] for word in plain if word in _SPELLED)
