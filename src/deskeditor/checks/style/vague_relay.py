"""Relayed from nobody in particular: Name whom this was taken from."""

from __future__ import annotations

from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.vague-relay",
    severity=Severity.HINT,
    title=Bilingual("نقل عن مجهول", "Relayed from nobody in particular"),
    message=Bilingual("سمّ من نُقل عنه.", "Name whom this was taken from."),
    pattern=(
        r"(?<![ء-ي])[وف]?(?:بحسب|حسب|وفق|نقلا عن|وفقا لما ذكرته|أفادت|"
        r"ذكرت) (?:وسائل إعلام|مواقع|تقارير|مصادر|تقارير إعلامية)(?! [ء-ي]*(?:رسمية|"
        r"حكومية|طبية|أمنية))(?![ء-ي])"
    ),
    must_match=("بحسب وسائل إعلام 😀",),
    must_not_match=("بحسب وكالة الأنباء 😀",),
)
