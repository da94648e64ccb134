"""sources.relay: words passed on by «media» or «reports» that nobody can look up."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import BODY_ROLES, SlotRule
from deskeditor.checks.sources.phrasing import whole_words, wording
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual

_WHO = "وسائل (?:ال)?اعلام|مواقع|تقارير|صحف|مصادر|نشطاء|ناشطون|مواقع التواصل|وسائل التواصل"
_WORDING = whole_words(
    rf"(?:بحسب|حسب|وفق|نقلا عن) (?:{_WHO})|وفقا ل(?:{_WHO})|طبقا ل(?:{_WHO})"
    r"|(?:ذكرت|افادت|نقلت|تناقلت|تداولت|اشارت) (?:تقارير|وسائل (?:ال)?اعلام|مواقع التواصل|مواقع)"
)

_NEEDS = ("حسب", "وفق", "نقلا عن", "طبقا ل", "تقارير", "وسائل", "مواقع")


def find(_: CheckContext, slot: Slot) -> Iterator[Finding]:
    """Relays that name no outlet."""
    for start, end in wording(slot, _WORDING, _NEEDS):
        yield RULE.at(slot, start, end)


RULE = SlotRule(
    id="sources.relay",
    category=Category.SOURCES,
    severity=Severity.CHECK,
    title=Bilingual("نقل بلا أصل", "Relay without the original"),
    message=Bilingual(
        "«{text}»: سمِّ الوسيلة وارجع إلى الأصل قبل النشر",
        "“{text}”: name the outlet and go back to the original before publishing",
    ),
    run=find,
    roles=BODY_ROLES,
    must_match=(
        "أغلقت المحطة أبوابها، بحسب وسائل إعلام محلية.",
        "وذكرت تقارير أن 40 عائلة غادرت 🚚.",
    ),
    must_not_match=(
        "أغلقت المحطة أبوابها، بحسب صحيفة المدينة.",
        "تعد اللجنة تقارير شهرية عن وسائل الإعلام.",
    ),
)
