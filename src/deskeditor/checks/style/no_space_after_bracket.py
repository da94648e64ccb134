"""No space after a bracket: A space follows a closing bracket or quotation glyph."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.no-space-after-bracket",
    severity=Severity.HINT,
    topic=Topic.SPACING,
    title=Bilingual("لا مسافة بعد القوس", "No space after a bracket"),
    message=Bilingual(
        "بعد علامة الإغلاق مسافة.",
        "A space follows a closing bracket or quotation glyph.",
    ),
    needs=(*")]»",),
    pattern=r"(?<=[^\s(«])[)\]»](?=[ء-ي]{2})",
    new=r"\g<0> ",
    must_match=("وكالة (واع)قالت 😀", "صحيفة «المرفأ»نشرت"),
    must_not_match=("وكالة (واع) قالت 😀",),
)
