"""The words date expressions are made of: numbers, ordinals, units, months, days, directions.

Owns one scan of the text (folded, with its map back) and the questions the rule table of `dates`
asks of it. No backtracking; every question looks at a few words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from deskeditor.language import date_lexicon as lexicon
from deskeditor.language.calendars import PLAIN, UNSURE, MonthSystem, months, weekdays
from deskeditor.language.folding import Folded, folded

_WORD = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?![\d/-])|\d+(?:[.,]\d+)*|[^\W\d]+")


class Opens(IntEnum):
    """Whether an expression may begin with a word: a quick look before the rules are tried."""

    NEVER = 0
    PERHAPS = 1
    #: The commonest words of all: what follows says at once.
    BEFORE_NUMBER = 2


class Word(NamedTuple):
    """One folded word: `bare` without a joined preposition, `cut` the code points cut off."""

    text: str
    start: int
    end: int
    bare: str
    cut: int
    opens: Opens


def clean_words(text: str) -> Words:
    """The words of a text, folded."""
    plain = folded(text, PLAIN)
    found: list[Word] = []
    for match in _WORD.finditer(plain.text):
        word = match[0]
        bare, cut, opens = _read(word)
        start, end = match.span()
        if (
            word in lexicon.BEFORE_LAST
            and found
            and found[-1].text == "قبل"
            and found[-1].end == start - 1
        ):
            start, bare = found.pop().start, lexicon.TWICE
            word, opens = lexicon.TWICE, _opens(lexicon.TWICE)
        found.append(Word(word, start, end, bare, cut, opens))
    return Words(plain, tuple(found))


@lru_cache(maxsize=65_536)
def _read(word: str) -> tuple[str, int, Opens]:
    """What `Word` holds of a word besides its place."""
    bare, cut = _without_prefix(word)
    return bare, cut, _opens(bare)


def _opens(bare: str) -> Opens:
    if bare == "في" or bare in lexicon.LINKS:
        return Opens.BEFORE_NUMBER
    number = bare[0].isdigit() or (bare[:2] == "ال" and bare[2:].isdigit())
    return Opens(number or bare in lexicon.first_words() or bare in lexicon.LONG)


def _without_prefix(word: str) -> tuple[str, int]:
    """A word without a joined preposition, where what is left may begin a date; what was cut."""
    known = lexicon.first_words()
    if word in known or word[0].isdigit():
        return word, 0
    for prefix in lexicon.PREFIXES:
        if word.startswith(prefix):
            rest = "ال" + word[2:] if prefix == "لل" else word[1:]
            if rest in known or rest in lexicon.ordinals():
                return rest, 1
            if prefix == "و" and rest[:1] in ("ب", "ل") and rest[1:] in known:
                return rest[1:], 2
    return word, 0


@dataclass(frozen=True, slots=True)
class Words:
    """The folded words of a text and what can be asked of them."""

    plain: Folded
    all: tuple[Word, ...]

    def bare(self, index: int) -> str:
        """The bare word at `index`; empty behind the end."""
        return self.all[index].bare if 0 <= index < len(self.all) else ""

    def is_word(self, index: int, word: str) -> bool:
        """Whether the bare word at `index` is `word` and stands in the same sentence."""
        return self.bare(index) == word and (index == 0 or self.joined(index))

    def joined(self, index: int) -> bool:
        """Whether only a space stands before the word at `index`."""
        return index > 0 and self.gap(index).strip() == ""

    def gap(self, index: int) -> str:
        """What stands before the word at `index`, folded."""
        end = self.all[index - 1].end if index else 0
        stop = self.all[index].start if index < len(self.all) else len(self.plain.text)
        return self.plain.text[end:stop]

    def start(self, index: int) -> int:
        """Folded offset at which the bare word begins."""
        word = self.all[index]
        return word.start + (word.cut if not word.text.startswith("لل") else 1)

    def end_of(self, index: int) -> int:
        """Folded offset behind the word, a closing bracket of a year included."""
        end = self.all[index].end
        text = self.plain.text
        opened = self.all[index].start and text[self.all[index].start - 1] == "("
        return end + 1 if opened and text[end : end + 1] == ")" else end

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original code points of a folded range."""
        return self.plain.span(start, end)

    def beginnings(self) -> Iterator[int]:
        """The words an expression may begin with."""
        for index, word in enumerate(self.all):
            if word.opens is Opens.PERHAPS:
                yield index
            elif word.opens is Opens.BEFORE_NUMBER:
                following = self.all[index + 1].text if index + 1 < len(self.all) else "-"
                if following[0].isdigit() or following == "وقت":
                    yield index

    def numeric(self, index: int) -> tuple[int, int, int] | None:
        """The three numbers of 31/12/2021."""
        parts = re.split(r"[-/.]", self.all[index].text)
        if len(parts) != 3 or not all(part.isdigit() for part in parts):
            return None
        return int(parts[0]), int(parts[1]), int(parts[2])

    def skip(self, index: int, word: str) -> int:
        """The index behind `word`, if it stands here."""
        return index + 1 if self.is_word(index, word) else index

    def skip_part_of_day(self, index: int) -> int:
        """The index behind «مساء», «بعد ظهر», «يوم»."""
        place = index
        if self.bare(place) == "بعد" and self.bare(place + 1) in ("ظهر", "منتصف"):
            place += 1
        if (
            self.bare(place) in lexicon.PARTS.split()
            and place + 1 < len(self.all)
            and self.joined(place + 1)
        ):
            place += 1
        if self.bare(place) == "يوم" and place + 1 < len(self.all) and self.joined(place + 1):
            place += 1
        return place

    def weekday(self, index: int, *, first: bool = False) -> int | None:
        """The weekday at `index`, in brackets or behind a comma too; as `first` behind anything."""
        if index >= len(self.all):
            return None
        if not first and index and self.gap(index).strip(" (،,") != "":
            return None
        return weekdays().get(self.bare(index))

    def weekday_is_day(self, index: int, place: int) -> bool:
        """Whether the word is a day and not «صلاة الجمعة» or «بين الاثنين»."""
        if place > index or index == 0 or not self.joined(index):
            return True
        return self.all[index - 1].text not in lexicon.NOT_WEEKDAY

    def when(self, index: int) -> int | None:
        """−1, 0 or 1 for الماضي, الجاري, المقبل."""
        if index >= len(self.all) or self.gap(index).strip(" )") or not index:
            return None
        return lexicon.directions().get(self.all[index].text)

    def goes_on(self, index: int) -> bool:
        """Whether nothing but a space, a comma or a bracket stands before the word at `index`."""
        return index < len(self.all) and self.gap(index).strip() in ("", "،", ",", "(", "-", "/")

    def skip_matching(self, index: int) -> int:
        """The index behind «الموافق»."""
        return index + 1 if self.bare(index) in lexicon.MATCHING else index

    def day_number(self, index: int) -> tuple[int, int] | None:
        """A day 1–99 in digits or as an ordinal, and the index behind."""
        if index >= len(self.all):
            return None
        text = self.all[index].bare.removeprefix("ال")
        if text.isdigit():
            return (int(text), index + 1) if len(text) <= 2 else None
        if text.startswith(("ال", "لل")) and text[2:].isdigit():
            return (int(text[2:]), index + 1) if len(text) <= 4 else None
        number = lexicon.ordinals().get(self.all[index].bare)
        if number is None:
            return None
        following = self.all[index + 1].text if index + 1 < len(self.all) else ""
        if following == "عشر":
            return number + 10, index + 2
        if following in ("والعشرين", "والعشرون"):
            return number + 20, index + 2
        if following in ("والثلاثين", "والثلاثون"):
            return number + 30, index + 2
        return number, index + 1

    def another_day(self, index: int) -> int | None:
        """The index of the next day of «3 و4 يناير», «من 3 الى 7 يناير»."""
        if self.bare(index) not in ("و", "الى", "حتى") or index + 1 >= len(self.all):
            return None
        return index + 1 if self.gap(index + 1).strip() == "" else None

    def month(self, index: int) -> tuple[int, tuple[MonthSystem, ...], int] | None:
        """A month, once or in two systems («مارس/آذار», «آذار (مارس)»), and the index behind."""
        one = self._one_month(index)
        if one is None:
            return None
        system, number, behind = one
        if behind < len(self.all) and self.gap(behind).strip() in ("/", "(", "-", "|", ""):
            other = self._one_month(behind)
            if other is not None and (other[1] == number or self.gap(behind).strip() == "/"):
                return number, (system, other[0]), other[2]
        return number, (system,), behind

    def _one_month(self, index: int) -> tuple[MonthSystem, int, int] | None:
        if index >= len(self.all):
            return None
        bare = self.all[index].bare
        if index + 1 < len(self.all) and self.joined(index + 1):
            two = months().get(f"{bare} {self.all[index + 1].text}")
            if two is not None:
                return (*two, index + 2)
        one = months().get(bare)
        return (*one, index + 1) if one is not None else None

    def two_months(self, index: int) -> tuple[tuple[int, int], tuple[MonthSystem, ...], int] | None:
        """«شهري آذار ونيسان»: the numbers of both months, and the index behind."""
        if self.bare(index) != "شهري":
            return None
        first = self._one_month(index + 1)
        second = self._one_month(first[2]) if first is not None else None
        if first is None or second is None or not self.all[first[2]].text.startswith("و"):
            return None
        return (first[1], second[1]), (first[0], second[0]), second[2]

    def unsure_month(self, index: int) -> bool:
        """Whether the month's name is a common word or a person's name as well."""
        return self.bare(index) in UNSURE and self.bare(index) != "مارس"

    def led_to(self, index: int) -> bool:
        """Whether a word of time leads to the month: «في مارس»."""
        return index > 0 and self.joined(index) and self.all[index - 1].text in lexicon.LEADS

    def year(self, index: int, *, hijri: bool) -> tuple[int | None, int]:
        """A year at `index`, bare, in brackets or behind عام, and the index behind."""
        place = index
        if self.bare(place) in ("من", "لسنة") and self.bare(place + 1) in ("عام", "العام", "سنة"):
            place += 1
        if self.bare(place) in ("عام", "العام", "سنة", "السنة"):
            place += 1
        if place >= len(self.all) or (place and self.gap(place).strip(" ()،,") != ""):
            return None, index
        text = self.all[place].text
        low, high = (1200, 1700) if hijri else (1000, 2999)
        if not text.isdigit() or len(text) != 4 or not low <= int(text) <= high:
            return None, index
        if self.plain.text[self.all[place].end : self.all[place].end + 1] in ("%", "٪"):
            return None, index
        behind = place + 1
        if hijri and self.bare(behind) in ("ه", "هـ"):
            behind += 1
        return int(text), behind

    def is_hijri_year(self, index: int) -> bool:
        """Whether هـ stands at `index`."""
        return self.bare(index) in ("ه", "هجرية", "هجري")

    def span_of_units(self, index: int) -> tuple[int | None, str, int, int] | None:
        """Count, unit, direction of «الأيام الثلاثة الماضية», and the index behind."""
        unit = lexicon.SPANS.get(self.bare(index))
        if unit is None:
            return None
        name, count = unit
        place = index + 1
        if self.bare(place) in lexicon.FEW and self.joined(place):
            place += 1
        elif count is None and place < len(self.all) and self.joined(place):
            said = self.all[place].text.removeprefix("ال")
            number = int(said) if said.isdigit() and len(said) <= 3 else lexicon.counts().get(said)
            if number is not None:
                count, place = number, place + 1
        when = self.when(place)
        if when is None and place < len(self.all) and self.joined(place):
            when = lexicon.SPAN_WHEN.get(self.all[place].text)
        return (count, name, when, place + 1) if when else None

    def bare_year(self, index: int) -> int | None:
        """The year that stands alone behind «مطلع», «منذ», «في» or another year at `index`."""
        place = index + 1
        year = self._plain_year(place)
        if year is None or not self._leads_to_year(index):
            return None
        if self.bare(index) in lexicon.LOOSE_YEAR and self._counts_something(place + 1):
            return None
        return year

    def _plain_year(self, index: int) -> int | None:
        """Four digits of the last or this century behind a space or a joined letter."""
        if not 0 < index < len(self.all) or self.gap(index).strip():
            return None
        text = self.all[index].text
        if not (text.isdigit() and len(text) == 4 and text[:2] in lexicon.CENTURIES):
            return None
        marked = self.plain.text[self.all[index].end : self.all[index].end + 2].strip()
        return None if marked[:1] in ("%", "٪") else int(text)

    def _leads_to_year(self, index: int) -> bool:
        """Whether the word says that a year follows."""
        lead = self.bare(index)
        if lead in lexicon.BEFORE_YEAR | lexicon.LOOSE_YEAR:
            return True
        if lead == "من":
            before = self.bare(index - 1)
            return before in lexicon.SINCE or before in lexicon.ordinals() or before == "الاخير"
        return lead in ("و", "الى") and self._plain_year(index - 1) is not None

    def _counts_something(self, index: int) -> bool:
        """Whether the word may be what a number before it lexicon.counts."""
        if index >= len(self.all) or self.gap(index).strip():
            return False
        text = self.all[index].text
        return text not in lexicon.BEHIND_YEAR and text[0] not in "وبل"

    def year_when(self, index: int) -> tuple[int, int] | None:
        """The direction of «من العام الماضي», «من هذا العام», and the index behind."""
        place = index + 1 if self.is_word(index, "من") else index
        this = self.is_word(place, "هذا") or self.is_word(place, "هذه")
        named = place + 1 if this else place
        if self.bare(named) not in ("العام", "السنة") or not self.joined(named):
            return None
        when = 0 if this else self.when(named + 1)
        return None if when is None else (when, named + (1 if this else 2))

    def long_span(self, index: int) -> int | None:
        """The index behind «الصيف الماضي», «القرن الماضي»."""
        if self.bare(index) not in lexicon.LONG or self.when(index + 1) is None:
            return None
        return index + 2

    def skip_next_weekday(self, index: int, day: int) -> int:
        """The index behind the second day of «ليل الأربعاء الخميس»."""
        joined = index < len(self.all) and self.gap(index).strip(" -–/") == ""
        if joined and weekdays().get(self.all[index].bare) == (day + 1) % 7:
            return index + 1
        return index

    def skip_about(self, index: int) -> int:
        """The index behind «نحو»."""
        return index + 1 if self.bare(index) in lexicon.ABOUT else index

    def amount(self, index: int) -> tuple[int, str, int] | None:
        """A count with its unit («ثلاثة أيام», «يومين», «عام»), and the index behind."""
        bare = self.bare(index)
        if bare in lexicon.DUALS:
            return 2, lexicon.DUALS[bare], index + 1
        count = int(bare) if bare.isdigit() and len(bare) <= 4 else lexicon.counts().get(bare)
        if count is not None and index + 1 < len(self.all):
            unit = lexicon.units_by_word().get(self.all[index + 1].text)
            return (count, unit, index + 2) if unit else None
        unit = (
            lexicon.units_by_word().get(bare)
            if bare in ("يوم", "اسبوع", "شهر", "عام", "سنة")
            else None
        )
        if unit is None or self.year(index, hijri=False)[0] is not None:
            return None
        return 1, unit, index + 1
