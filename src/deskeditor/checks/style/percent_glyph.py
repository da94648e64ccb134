"""Percent sign of another system: The percent sign is not of the digits’ system."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.percent-glyph",
    severity=Severity.HINT,
    topic=Topic.NUMBERS,
    title=Bilingual("علامة مئة من نظام آخر", "Percent sign of another system"),
    message=Bilingual(
        "علامة المئة من غير نظام الأرقام.",
        "The percent sign is not of the digits’ system.",
    ),
    needs=(*"%٪",),
    pattern=r"(?<=[0-9])٪|(?<=[٠-٩])%",
    new=lambda match: "%" if match[0] == "٪" else "٪",
    must_match=("بنسبة 60٪ 😀",),
    must_not_match=("بنسبة 60% و٦٠٪ 😀",),
)
