"""The line that says when a page was published: its label, and the day where one is written.

A day is read only where day, month and year stand there; nothing is guessed from «منذ يومين».
"""

from __future__ import annotations

import re
from datetime import date

from deskeditor.domain.article import PublishStamp
from deskeditor.formats.page_text.lines import Line, plain

_LABEL = re.compile(
    r"^(?:(?:تم |تاريخ |موعد |وقت )?(?:ال)?نشر(?:ت)?(?: في| بتاريخ| يوم)?"
    r"|(?:اخر |تاريخ )?(?:ال)?تحديث(?: في)?"
    r"|حدث(?: في)?|(?:date )?published(?: on)?"
    r"|(?:last )?updated(?: on)?|posted(?: on)?)(?!\w)(?:\s*[:：])?",
    re.IGNORECASE,
)
_MONTHS = {
    1: "يناير|كانون الثاني|جانفي|january|jan", 2: "فبراير|شباط|فيفري|february|feb",
    3: "مارس|اذار|march|mar", 4: "ابريل|نيسان|افريل|april|apr", 5: "مايو|ايار|ماي|may",
    6: "يونيو|يونيه|حزيران|جوان|june|jun", 7: "يوليو|يوليه|تموز|جويلية|july|jul",
    8: "اغسطس|اب|اوت|august|aug", 9: "سبتمبر|ايلول|شتنبر|september|sept|sep",
    10: "اكتوبر|تشرين الاول|october|oct", 11: "نوفمبر|تشرين الثاني|نونبر|november|nov",
    12: "ديسمبر|كانون الاول|دجنبر|december|dec",
}  # fmt: skip
_NAMES = {name: number for number, names in _MONTHS.items() for name in names.split("|")}
_MONTH = "(?:" + "|".join(sorted(_NAMES, key=len, reverse=True)) + ")"
_WRITTEN = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s*(?:من\s+)?(?:شهر\s+)?({_MONTH})(?:\s*[/(]\s*{_MONTH}\)?)?[،,]?\s*(?:عام\s+)?"
    rf"(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_AMERICAN = re.compile(rf"(?<!\w)({_MONTH})\s+(\d{{1,2}}),?\s+(\d{{4}})(?!\d)", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})(?!\d)")
_WEEKDAY = (
    "السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعة"
    "|saturday|sunday|monday|tuesday|wednesday|thursday|friday"
)
_SMALL = re.compile(
    rf"(?:{_WEEKDAY}|الساعة|صباحا|مساء|ظهرا|بتوقيت|غرينتش|بغداد|مكة|القاهرة|gmt|utc|am|pm|في|[صم]|t|z|"
    r"\d{1,2}[:٫.]\d{2}(?::\d{2})?|[+\-–—|/،,:().\s])+",
    re.IGNORECASE,
)
_AGO = re.compile(r"^(?:منذ|قبل)\s+\S+(?:\s+\S+){0,2}$|ago$", re.IGNORECASE)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def _valid(year: str, month: int, day: str) -> date | None:
    try:
        found = date(int(year), month, int(day))
    except ValueError:
        return None
    return found if 1900 <= found.year <= 2100 else None


def _find(text: str) -> tuple[date, re.Match[str]] | None:
    if found := _WRITTEN.search(text):
        day = _valid(found[3], _NAMES[found[2].casefold()], found[1])
    elif found := _AMERICAN.search(text):
        day = _valid(found[3], _NAMES[found[1].casefold()], found[2])
    elif found := _YEAR_FIRST.search(text):
        day = _valid(found[1], int(found[2]), found[3])
    elif found := _DAY_FIRST.search(text):
        day = _valid(found[3], int(found[2]), found[1])
    else:
        return None
    return None if day is None else (day, found)


def day_in(text: str) -> date | None:
    """The first full date written in `text`, or None. A numeric date is read day first."""
    found = _find(plain(text).translate(_DIGITS))
    return None if found is None else found[0]


def is_only_date(text: str) -> bool:
    """Whether `text` is a full date and nothing but weekday, hour and separators beside it."""
    bare = plain(text).translate(_DIGITS).strip()
    if _AGO.search(bare) and len(bare.split()) <= 4:
        return True
    found = _find(bare)
    if found is None:
        return False
    rest = bare[: found[1].start()] + " " + bare[found[1].end() :]
    return not rest.strip() or _SMALL.fullmatch(rest) is not None


def label_end(text: str) -> int:
    """Where the label at the line's beginning ends in `text`, or 0 where there is none."""
    kept = [place for place, letter in enumerate(text) if plain(letter)]
    found = _LABEL.match("".join(plain(text[place]) for place in kept))
    if not found or not found.end():
        return 0
    end = kept[found.end() - 1] + 1
    while end < len(text) and not plain(text[end]):
        end += 1
    return end


def read_stamp(line: Line) -> PublishStamp | None:
    """The stamp this line is, or None: a label alone or with a date, or nothing but a date."""
    if is_only_date(line.text):
        return PublishStamp("", line.text, day_in(line.text))
    end = label_end(line.text)
    if not end:
        return None
    label, rest = line.text[:end].strip(), line.text[end:].strip()
    if rest and not is_only_date(rest):
        return None
    return PublishStamp(label, rest, day_in(rest))
