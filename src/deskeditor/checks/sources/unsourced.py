"""sources.unsourced: «يذكر أن» and its like, which say a thing and hide who says it."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import BODY_ROLES, SlotRule
from deskeditor.checks.sources.phrasing import whole_words, wording
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual

_WORDING = whole_words(
    "يذكر ان|يشار الى ان|تجدر الاشارة الى ان|يجدر بالذكر ان|الجدير بالذكر ان|من الجدير بالذكر ان"
    "|جدير بالذكر ان|يقال ان|قيل ان|من المعروف ان|يتردد ان|تردد ان|علم ان"
)

_NEEDS = (
    "يذكر ان", "يشار الى ان", "الاشارة الى ان", "الذكر ان", "يقال ان", "قيل ان", "المعروف ان",
    "تردد ان", "علم ان",
)  # fmt: skip


def find(_: CheckContext, slot: Slot) -> Iterator[Finding]:
    """Wording that brings in a claim without a source."""
    for start, end in wording(slot, _WORDING, _NEEDS):
        yield RULE.at(slot, start, end)


RULE = SlotRule(
    id="sources.unsourced",
    category=Category.SOURCES,
    severity=Severity.HINT,
    title=Bilingual("معلومة بلا مصدر", "Claim without a source"),
    message=Bilingual(
        "«{text}» لا تقول من أين جاءت المعلومة: سمِّ المصدر أو الوثيقة",
        "“{text}” does not say where this comes from: name the source or the document",
    ),
    run=find,
    roles=BODY_ROLES,
    must_match=(
        "يُذكر أن المدينة شهدت 3 حرائق هذا الصيف.",
        "وتجدر الإشارة إلى أن المشروع تأخر عامين 🏗.",
    ),
    must_not_match=(
        "ذكر الدفاع المدني أن المدينة شهدت 3 حرائق.",
        "لم يذكر الوزير موعد الافتتاح.",
    ),
)
