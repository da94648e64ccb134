"""Month names in a text: which system each is of, and its name in the others.

Names that are ordinary words too (مارس, آب, نيسان, أيار, مايو) count only beside a number, a word
such as شهر or الماضي, or another month name behind a slash.
"""

from __future__ import annotations

import re
from functools import cache

from deskeditor.checks.context import CheckContext
from deskeditor.checks.style.counting import Use
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Anchor
from deskeditor.domain.publication import Months

LEVANT = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول",
    "تشرين الأول", "تشرين الثاني", "كانون الأول",
)  # fmt: skip
EGYPT = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر",
    "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
MAGHREB = (
    "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر",
    "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
_SAME = frozenset(EGYPT) & frozenset(MAGHREB)
_DOUBTFUL = "مارس|آب|نيسان|أيار|مايو|ماي|أوت|جوان"
_BEFORE = "شهر|شهري|في|منذ|من|خلال|بحلول|نهاية|مطلع|أواخر|أوائل|منتصف|بين|إلى|حتى"
_BEHIND = "الماضي|المقبل|الجاري|الحالي|القادم|المنصرم|من العام"


def _names() -> dict[str, tuple[int, Months]]:
    found: dict[str, tuple[int, Months]] = {}
    for system, names in (
        (Months.MAGHREB, MAGHREB),
        (Months.EGYPT, EGYPT),
        (Months.LEVANT, LEVANT),
    ):
        for number, name in enumerate(names):
            found[name] = (number, system)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    single = "|".join(sorted(_names(), key=len, reverse=True))
    dual = rf"(?:{single})/(?:{single})"
    return re.compile(rf"(?<![ء-ي])([وب]?)({dual}|{single})(?![ء-ي])")


@cache
def _doubtful() -> re.Pattern[str]:
    return re.compile(rf"(?:{_DOUBTFUL})\Z")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:[0-9٠-٩]|(?<![ء-ي])(?:{_BEFORE})) \Z")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf" (?:[0-9٠-٩]|{_BEHIND})")


def _is_month(text: str, match: re.Match[str]) -> bool:
    if not _doubtful().match(match[2]):
        return True
    before = text[max(0, match.start() - 12) : match.start()]
    return bool(_before().search(before)) or bool(_behind().match(text, match.end()))


def named(number: int) -> dict[str, str]:
    """A month (0…11) in every system."""
    return {
        Months.LEVANT.value: LEVANT[number],
        Months.EGYPT.value: EGYPT[number],
        Months.MAGHREB.value: MAGHREB[number],
        Months.DUAL.value: f"{EGYPT[number]}/{LEVANT[number]}",
    }


def read_months(_: CheckContext, slot: Slot) -> tuple[Use, ...]:
    """Every month name of a text."""
    text = slot.text.text
    known = _names()
    found: list[Use] = []
    for match in _pattern().finditer(text):
        if not _is_month(text, match):
            continue
        number, system = known[match[2].split("/")[0]]
        form = Months.DUAL if "/" in match[2] else system
        new = {way: f"{name}" for way, name in named(number).items()}
        if match[2] in _SAME:
            new[Months.MAGHREB.value] = match[2]
        found.append(Use(Anchor(slot.address, *match.span(2)), match[2], form.value, new))
    return tuple(found)
