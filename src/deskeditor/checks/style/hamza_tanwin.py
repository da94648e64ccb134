"""Alif after a final hamza: No alif follows a hamza that has an alif before it: مساءً."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.hamza-tanwin",
    severity=Severity.CHECK,
    topic=Topic.ORTHOGRAPHY,
    title=Bilingual("ألف بعد همزة التنوين", "Alif after a final hamza"),
    message=Bilingual(
        "لا ألف بعد همزة مسبوقة بألف: مساءً.",
        "No alif follows a hamza that has an alif before it: مساءً.",
    ),
    needs=("اءا", "اءً"),
    pattern=(
        r"(?<=ا)ء(?:اً|ًا|ا(?<=بناءا|مساءا|ثناءا|تداءا|جزاءا|لقاءا|شتاءا|أداءا|رجاءا|"
        r"غذاءا))(?![ء-ي])"
    ),
    new="ءً",
    must_match=("مساءاً 😀", "بناءا على طلب"),
    must_not_match=("مساءً 😀", "بناء على طلب", "جاءا معا"),
)
