"""Singular after 3–10: After 3 to 10 comes a plural."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import DIGITS, pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

PLURALS = {
    "سنة": "سنوات", "شهر": "أشهر", "يوم": "أيام", "شخص": "أشخاص", "قتيل": "قتلى",
    "جندي": "جنود", "دولة": "دول", "عام": "أعوام", "ساعة": "ساعات", "مليون": "ملايين",
    "ألف": "آلاف", "دقيقة": "دقائق", "أسبوع": "أسابيع", "طفل": "أطفال", "مدينة": "مدن",
    "امرأة": "نساء",
}  # fmt: skip

RULE = pattern_rule(
    id="style.counted-singular",
    severity=Severity.CHECK,
    topic=Topic.NUMBERS,
    title=Bilingual("معدود مفرد بعد 3–10", "Singular after 3–10"),
    message=Bilingual("بعد 3 إلى 10 جمع.", "After 3 to 10 comes a plural."),
    needs=(*DIGITS,),
    pattern=(
        r"(?<![0-9٠-٩.,٫/])((?:[3-9٣-٩]|10|١٠)) (سنة|شهر|يوم|شخص|قتيل|جندي|دولة|عام|"
        r"ساعة|مليون|ألف|دقيقة|أسبوع|طفل|مدينة|امرأة)(?![ء-ي])"
    ),
    new=lambda match: f"{match[1]} {PLURALS[match[2]]}",
    must_match=("أصيب 5 شخص 😀",),
    must_not_match=("أصيب 5 أشخاص 😀", "13 شخصا", "15 يوم"),
)
