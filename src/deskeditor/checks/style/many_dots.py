"""Many dots: An ellipsis has three dots."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.many-dots",
    severity=Severity.HINT,
    topic=Topic.PUNCTUATION,
    title=Bilingual("نقاط كثيرة", "Many dots"),
    message=Bilingual("علامة الحذف ثلاث نقاط.", "An ellipsis has three dots."),
    needs=("....",),
    pattern=r"\.{4,}+",
    new="…",
    must_match=("قال.... ثم صمت 😀",),
    must_not_match=("قال... ثم صمت 😀",),
)
