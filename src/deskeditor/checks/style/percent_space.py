"""Space before %: The percent sign is written onto the number."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.percent-space",
    severity=Severity.HINT,
    topic=Topic.SPACING,
    title=Bilingual("مسافة قبل علامة المئة", "Space before %"),
    message=Bilingual("تلتصق علامة المئة بالرقم.", "The percent sign is written onto the number."),
    needs=(*"%٪",),
    pattern=r"(?<=[0-9٠-٩])[ \u00a0]++(?=[%٪])",
    new="",
    must_match=("بنسبة 60 % 😀",),
    must_not_match=("بنسبة 60% 😀",),
)
