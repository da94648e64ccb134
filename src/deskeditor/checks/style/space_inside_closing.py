"""Space before a closing bracket: No space stands before a closing bracket or quotation glyph."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.space-inside-closing",
    severity=Severity.HINT,
    topic=Topic.SPACING,
    title=Bilingual("مسافة قبل قوس الإغلاق", "Space before a closing bracket"),
    message=Bilingual(
        "لا مسافة قبل علامة الإغلاق.",
        "No space stands before a closing bracket or quotation glyph.",
    ),
    needs=(" )", " ]", " »", "\u00a0"),
    pattern=r"(?<=[^\s(\[«])[ \u00a0]++(?=[)\]»])",
    new="",
    must_match=("وكالة الأنباء (واع ) 😀", "قال: «نعم »"),
    must_not_match=("وكالة الأنباء (واع) 😀",),
)
