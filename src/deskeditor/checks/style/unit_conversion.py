"""A measure the house converts for its readers, left as it came: «10 أميال» without kilometres."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import NamedTuple

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import BODY_ROLES, Example, SlotRule, Topic
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Anchor, Category, Edit, Finding, Fix, Severity
from deskeditor.domain.words import Bilingual
from deskeditor.language.folding import Fold, folded


class _Unit(NamedTuple):
    """What one of a unit is in the readers' own: `into` times `factor`, after taking `less`."""

    into: str
    factor: float
    less: float = 0.0


#: Units that Arabic readers do not measure in, by their plain forms. Factors: the international
#: yard and pound agreement of 1959, and the US gallon.
_UNITS = {
    "ميل": _Unit("كيلومتر", 1.609344), "ميلا": _Unit("كيلومتر", 1.609344),
    "اميال": _Unit("كيلومتر", 1.609344), "قدم": _Unit("متر", 0.3048),
    "قدما": _Unit("متر", 0.3048), "اقدام": _Unit("متر", 0.3048),
    "ياردة": _Unit("متر", 0.9144), "ياردات": _Unit("متر", 0.9144),
    "بوصة": _Unit("سنتيمتر", 2.54), "بوصات": _Unit("سنتيمتر", 2.54),
    "رطل": _Unit("كيلوغرام", 0.45359237), "رطلا": _Unit("كيلوغرام", 0.45359237),
    "ارطال": _Unit("كيلوغرام", 0.45359237), "غالون": _Unit("لتر", 3.785411784),
    "غالونا": _Unit("لتر", 3.785411784), "غالونات": _Unit("لتر", 3.785411784),
    "فهرنهايت": _Unit("درجة مئوية", 5 / 9, 32),
}  # fmt: skip
_AMOUNT = re.compile(
    r"(?<![\w.,])(\d{1,9}(?:[.,]\d{1,9})?)( الف| مليون)? (?:درجة )?"
    rf"({'|'.join(sorted(_UNITS, key=len, reverse=True))})(?!\w)( مربعا?| مكعبا?| بحريا?)?"
)
#: What counts as a conversion, within so many code points behind the measure.
_METRIC = re.compile(
    r"كيلومتر|كلم|كم(?!\w)|متر|امتار|سم(?!\w)|سنتيمتر|كيلوغرام|كيلوجرام|كلغ|كغ|لتر|مئوية"
)
_NEAR = 45


def _run(context: CheckContext, slot: Slot) -> Iterator[Finding]:
    if not RULE.told(context, "convert", bool):
        return
    plain = folded(slot.text.text, Fold.SPELLING | Fold.DIGITS | Fold.HAMZA)
    for match in _AMOUNT.finditer(plain.text):
        around = plain.text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        if match[4] or _METRIC.search(around):
            continue
        start, end = plain.span(match.start(1), match.end(3))
        text = slot.text.text[start:end]
        new = f"{text} ({_converted(match)})"
        anchor = Anchor(slot.address, start, end)
        label = Bilingual(f"ضع «{new}»", f"Use “{new}”")
        yield RULE.finding(
            anchor, text, suggestions=(new,), fixes=(Fix(label, (Edit(anchor, new),)),)
        )


def _converted(match: re.Match[str]) -> str:
    """«نحو 16 كيلومترا»: rounded as roughly as news does, two digits that count."""
    unit = _UNITS[match[3]]
    value = (float(match[1].replace(",", ".")) - unit.less) * unit.factor
    rounded = float(f"{value:.2g}")
    said = f"{rounded:.0f}" if abs(rounded) >= 10 or rounded == int(rounded) else f"{rounded:g}"
    return f"نحو {said}{match[2] or ''} {unit.into}"


_ASKED = MappingProxyType({"style.unit-conversion": MappingProxyType({"convert": True})})
RULE = SlotRule(
    id="style.unit-conversion",
    category=Category.STYLE,
    severity=Severity.HINT,
    topic=Topic.NUMBERS,
    title=Bilingual("قياس بلا تحويل", "Measure without conversion"),
    message=Bilingual(
        "تحوّل الدار هذا القياس إلى ما يعرفه قراؤها: «{text}».",
        "The house converts this measure for its readers: “{text}”.",
    ),
    parameters=MappingProxyType({"convert": False}),
    roles=BODY_ROLES,
    must_match=(
        Example("سار الوفد ١٠ أميال 😀 قرب WHO.", found="١٠ أميال", parameters=_ASKED),
        Example("بلغت الحرارة 104 فهرنهايت 😀.", parameters=_ASKED),
    ),
    must_not_match=(
        "سار الوفد 10 أميال 😀.",
        Example("سار الوفد 10 أميال (16 كيلومترا) 😀.", parameters=_ASKED),
        Example("ابتعدت السفينة 10 أميال بحرية 😀.", parameters=_ASKED),
        Example("أحرز الفريق هدفين في كرة القدم 😀.", parameters=_ASKED),
    ),
    run=_run,
)
