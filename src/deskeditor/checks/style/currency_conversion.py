"""A foreign amount without the house's own currency beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import BODY_ROLES, Example, SlotRule, Topic
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual
from deskeditor.language.folding import Fold, folded

_CURRENCIES = (
    "دولار", "يورو", "جنيه", "ريال", "درهم", "دينار", "ليرة", "روبل", "ين", "يوان", "روبية",
    "فرنك", "شيكل", "تومان", "بيزو", "كرونة",
)  # fmt: skip
_MANY = "|".join(_CURRENCIES)
_AMOUNT = re.compile(
    r"(?<![\w.,])(?:\d{1,9}(?:[.,]\d{1,9})*)(?: (?:الف|الاف|مليون|ملايين|مليار|مليارات|تريليون))?"
    rf" ({_MANY})(?:ات|ا)?(?!\w)(?: [ء-ي]{{3,12}}(?=[ )،.]))?"
)
#: Code points before and behind within which the house's currency counts as beside it.
_NEAR = 60
_FOLD = Fold.SPELLING | Fold.DIGITS | Fold.HAMZA


@lru_cache(maxsize=8)
def _own(currency: str) -> re.Pattern[str]:
    return re.compile(rf"\d[^.؟!\n]{{0,24}}{re.escape(currency)}")


def _run(context: CheckContext, slot: Slot) -> Iterator[Finding]:
    house = folded(RULE.told(context, "into", str).strip(), _FOLD).text
    if not house:
        return
    plain = folded(slot.text.text, _FOLD)
    wanted = _own(house)
    for match in _AMOUNT.finditer(plain.text):
        before = plain.text[max(0, match.start() - _NEAR) : match.start()]
        behind = plain.text[match.end() : match.end() + _NEAR]
        if match[1] == house or wanted.search(before) or wanted.search(behind):
            continue
        yield RULE.at(slot, *plain.span(*match.span()), house=house)


def _asked(currency: str) -> MappingProxyType[str, MappingProxyType[str, str]]:
    return MappingProxyType({"style.currency-conversion": MappingProxyType({"into": currency})})


RULE = SlotRule(
    id="style.currency-conversion",
    category=Category.STYLE,
    severity=Severity.HINT,
    topic=Topic.NUMBERS,
    title=Bilingual("مبلغ بلا تحويل", "Amount without conversion"),
    message=Bilingual(
        "تذكر الدار مع المبلغ الأجنبي ما يعادله من «{house}».",
        "The house gives what a foreign amount is worth in “{house}”.",
    ),
    parameters=MappingProxyType({"into": ""}),
    roles=BODY_ROLES,
    must_match=(
        Example("كلّف المشروع 3 ملايين دولار 😀 وفق WHO.", parameters=_asked("دينار")),
        Example("كلّف المشروع ٢٠٠ يورو 😀.", found="٢٠٠ يورو", parameters=_asked("دينار")),
    ),
    must_not_match=(
        "كلّف المشروع 3 ملايين دولار 😀.",
        Example("كلّف 1000 دولار (نحو 1.3 مليون دينار) 😀.", parameters=_asked("دينار")),
        Example("كلّف المشروع 3 ملايين دينار 😀.", parameters=_asked("دينار")),
    ),
    run=_run,
)
