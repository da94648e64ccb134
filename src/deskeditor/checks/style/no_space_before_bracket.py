"""No space before a bracket: A space stands before an opening bracket."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.no-space-before-bracket",
    severity=Severity.HINT,
    topic=Topic.SPACING,
    title=Bilingual("لا مسافة قبل القوس", "No space before a bracket"),
    message=Bilingual("قبل قوس الفتح مسافة.", "A space stands before an opening bracket."),
    needs=("(",),
    pattern=r"(?<=[ء-ي])\((?=[ء-يA-Za-z]{3})",
    new=" (",
    must_match=("وكالة الأنباء(واع) 😀",),
    must_not_match=("وكالة الأنباء (واع) 😀", "الطالب(ة)"),
)
