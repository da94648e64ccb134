"""No space after a comma: A space follows a comma and a semicolon."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.no-space-after-comma",
    severity=Severity.HINT,
    topic=Topic.SPACING,
    title=Bilingual("لا مسافة بعد الفاصلة", "No space after a comma"),
    message=Bilingual(
        "بعد الفاصلة والفاصلة المنقوطة مسافة.",
        "A space follows a comma and a semicolon.",
    ),
    pattern=r"[،؛](?=[^\W\d_]|[«“(])",
    new=r"\g<0> ",
    must_match=("بغداد،وأربيل 😀",),
    must_not_match=("بغداد، وأربيل 😀", "١،٥"),
)
