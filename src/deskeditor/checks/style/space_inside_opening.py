"""Space after an opening bracket: No space follows an opening bracket or quotation glyph."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.space-inside-opening",
    severity=Severity.HINT,
    topic=Topic.SPACING,
    title=Bilingual("مسافة بعد قوس الفتح", "Space after an opening bracket"),
    message=Bilingual(
        "لا مسافة بعد علامة الفتح.",
        "No space follows an opening bracket or quotation glyph.",
    ),
    needs=("( ", "[ ", "« ", "“ ", "\u00a0"),
    pattern=r"([(\[«“])[ \u00a0]++(?=\S)",
    new=r"\1",
    must_match=("وكالة الأنباء ( واع) 😀", "قال: « نعم»"),
    must_not_match=("وكالة الأنباء (واع) 😀",),
)
