"""Two dots: Two dots: either a full stop or an ellipsis (…)."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.two-dots",
    severity=Severity.HINT,
    topic=Topic.PUNCTUATION,
    title=Bilingual("نقطتان متتاليتان", "Two dots"),
    message=Bilingual(
        "نقطتان متتاليتان: إما نقطة وإما علامة حذف (…).",
        "Two dots: either a full stop or an ellipsis (…).",
    ),
    needs=("..",),
    pattern=r"(?<!\.)\.\.(?!\.)",
    new="…",
    must_match=("قال.. ثم صمت 😀",),
    must_not_match=("قال… ثم صمت 😀", "قال... ثم صمت"),
)
