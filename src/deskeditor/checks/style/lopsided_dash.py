"""Lopsided dash: A dash has a space on both sides or on none."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.lopsided-dash",
    severity=Severity.HINT,
    topic=Topic.PUNCTUATION,
    title=Bilingual("شرطة بمسافة من جهة واحدة", "Lopsided dash"),
    message=Bilingual("للشرطة مسافتان أو لا شيء.", "A dash has a space on both sides or on none."),
    needs=(" -",),
    pattern=r"(?<=[ء-ي]) -(?=[ء-ي]{2})(?![^-\n]{1,80}-(?![ء-ي]))",
    new=" - ",
    must_match=("البيت الأبيض -جو بايدن 😀",),
    must_not_match=("البيت الأبيض - جو بايدن 😀", "الشرق-الأوسط", "كنت -كما قلت- هناك"),
)
