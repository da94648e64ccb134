"""% before the number: The percent sign follows the number."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.percent-before",
    severity=Severity.CHECK,
    topic=Topic.NUMBERS,
    title=Bilingual("علامة المئة قبل الرقم", "% before the number"),
    message=Bilingual("علامة المئة بعد الرقم.", "The percent sign follows the number."),
    needs=(*"%٪",),
    pattern=r"(?<![0-9٠-٩])([%٪])[ ]?([0-9٠-٩]++(?:[.,٫][0-9٠-٩]++)*+)(?![%٪])",
    new=r"\2\1",
    must_match=("بنسبة %60 😀",),
    must_not_match=("بنسبة 60% 😀",),
)
