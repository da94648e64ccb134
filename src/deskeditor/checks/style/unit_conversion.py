"""A measure the house converts for its readers, left as it came: «10 أميال» without kilometres."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import NamedTuple

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import BODY_ROLES, Example, SlotRule, Topic
from deskeditor.checks.style.mixed_tanwin import ENDINGS
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Anchor, Category, Edit, Finding, Fix, Severity
from deskeditor.domain.publication import Tanwin
from deskeditor.domain.words import Bilingual
from deskeditor.language.amounts import plain_value
from deskeditor.language.folding import Fold, folded

_FOLD = Fold.SPELLING | Fold.DIGITS | Fold.HAMZA


class _Noun(NamedTuple):
    """A counted noun: «متر واحد», «مترين», «3 أمتار», «16 مترا» (bare), «100 متر»."""

    one: str
    two: str
    few: str
    many: str
    other: str


class _Unit(NamedTuple):
    """What one of a unit is in the readers' own: `into` times `factor`, after taking `less`."""

    into: _Noun
    factor: float
    less: float = 0.0


def _masculine(name: str, few: str) -> _Noun:
    return _Noun(f"{name} واحد", f"{name}ين", few, f"{name}ا", name)


_KILOMETRE, _METRE = _masculine("كيلومتر", "كيلومترات"), _masculine("متر", "أمتار")
_CENTIMETRE, _LITRE = _masculine("سنتيمتر", "سنتيمترات"), _masculine("لتر", "لترات")
_KILO = _masculine("كيلوغرام", "كيلوغرامات")
_DEGREE = _Noun("درجة مئوية واحدة", "درجتين مئويتين", "درجات مئوية", "درجة مئوية", "درجة مئوية")
#: Units that Arabic readers do not measure in, by their plain forms. Factors: the international
#: yard and pound agreement of 1959, and the US gallon.
_UNITS = {
    "ميل": _Unit(_KILOMETRE, 1.609344), "ميلا": _Unit(_KILOMETRE, 1.609344),
    "اميال": _Unit(_KILOMETRE, 1.609344), "قدم": _Unit(_METRE, 0.3048),
    "قدما": _Unit(_METRE, 0.3048), "اقدام": _Unit(_METRE, 0.3048),
    "ياردة": _Unit(_METRE, 0.9144), "ياردات": _Unit(_METRE, 0.9144),
    "بوصة": _Unit(_CENTIMETRE, 2.54), "بوصات": _Unit(_CENTIMETRE, 2.54),
    "رطل": _Unit(_KILO, 0.45359237), "رطلا": _Unit(_KILO, 0.45359237),
    "ارطال": _Unit(_KILO, 0.45359237), "غالون": _Unit(_LITRE, 3.785411784),
    "غالونا": _Unit(_LITRE, 3.785411784), "غالونات": _Unit(_LITRE, 3.785411784),
    "فهرنهايت": _Unit(_DEGREE, 5 / 9, 32),
}  # fmt: skip
_AMOUNT = re.compile(
    r"(?<![\w.,/−-])(\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,9})?|\d{1,9}(?:[.,]\d{1,9})?)( الف| مليون)?"
    r" (?:درجة )?"
    rf"({'|'.join(sorted(_UNITS, key=len, reverse=True))})(?!\w)( مربعا?| مكعبا?| بحريا?)?"
)
#: «10.000» is ten to one paper and ten thousand to the next: nothing is proposed for it.
_EITHER = re.compile(r"\d{1,3}\.\d{3}")
#: The magnitudes as they are counted; what they count stands behind them in the singular.
_MAGNITUDES = {
    " الف": _Noun("ألف", "ألفي", "آلاف", "ألف", "ألف"),
    " مليون": _Noun("مليون", "مليوني", "ملايين", "مليون", "مليون"),
}
#: «في 2024 قدم الوفد»: a year and a verb, no feet.
_YEARS = range(1900, 2100)
#: What counts as a conversion, within so many code points behind the measure.
_METRIC = re.compile(
    r"كيلومتر|كلم|كم(?!\w)|متر|امتار|سم(?!\w)|سنتيمتر|كيلوغرام|كيلوجرام|كلغ|كغ|لتر|مئوية"
)
_NEAR = 45


def _run(context: CheckContext, slot: Slot) -> Iterator[Finding]:
    if not RULE.told(context, "convert", bool):
        return
    plain = folded(slot.text.text, _FOLD)
    for match in _AMOUNT.finditer(plain.text):
        around = plain.text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        year = match[3] == "قدم" and match[1].isdecimal() and int(match[1]) in _YEARS
        if match[4] or year or _METRIC.search(around):
            continue
        start, end = plain.span(match.start(1), match.end(3))
        text = slot.text.text[start:end]
        anchor = Anchor(slot.address, start, end)
        if _EITHER.fullmatch(match[1]):
            yield RULE.finding(anchor, text)
            continue
        new = f"{text} ({_converted(match, context.publication.house.tanwin)})"
        label = Bilingual(f"ضع «{new}»", f"Use “{new}”")
        yield RULE.finding(
            anchor, text, suggestions=(new,), fixes=(Fix(label, (Edit(anchor, new),)),)
        )


def _converted(match: re.Match[str], tanwin: Tanwin) -> str:
    """«نحو 16 كيلومترا»: rounded as roughly as news does, two digits that count."""
    unit = _UNITS[match[3]]
    value = (float(plain_value(match[1], "")) - unit.less) * unit.factor
    rounded = float(f"{value:.2g}")
    if match[2]:
        return f"نحو {_counted(rounded, _MAGNITUDES[match[2]], '')} {unit.into.other}"
    return f"نحو {_counted(rounded, unit.into, ENDINGS[tanwin])}"


def _counted(count: float, noun: _Noun, ending: str) -> str:
    """A number with its noun in the form it asks for; `ending` is the tanwin of the house."""
    if count in (1, 2):
        return noun.one if count == 1 else noun.two
    if count != int(count):
        return f"{count:.0f} {noun.other}" if abs(count) >= 10 else f"{count:g} {noun.other}"
    last = abs(int(count)) % 100
    form = noun.few if 3 <= last <= 10 else noun.many if last > 10 else noun.other
    accusative = form is noun.many and form.endswith("ا")
    return f"{count:.0f} {form[:-1] + ending if accusative else form}"


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
        Example("وفي عام 2024 قدم الوفد استقالته 😀.", parameters=_ASKED),
        Example("تراوحت المسافة بين 5-10 أميال 😀.", parameters=_ASKED),
    ),
    run=_run,
)
