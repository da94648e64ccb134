"""Two spaces: One space is enough."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.double-space",
    severity=Severity.HINT,
    topic=Topic.SPACING,
    title=Bilingual("مسافتان متتاليتان", "Two spaces"),
    message=Bilingual("مسافة واحدة تكفي.", "One space is enough."),
    needs=("  ", "\u00a0"),
    pattern=r"(?<=\S)[ \u00a0]{2,}+(?=\S)",
    new=" ",
    must_match=("قال  إن 😀",),
    must_not_match=("قال إن 😀", "قال\u00a0إن"),
)
