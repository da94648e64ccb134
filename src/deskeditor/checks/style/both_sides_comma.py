"""Comma and stop together: Two marks that do not go together."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.both-sides-comma",
    severity=Severity.HINT,
    topic=Topic.SPACING,
    title=Bilingual("فاصلة ونقطة معا", "Comma and stop together"),
    message=Bilingual("علامتان لا تجتمعان.", "Two marks that do not go together."),
    needs=("،",),
    pattern=r"،[ ]?\.(?!\.)|(?<!\.)\.[ ]?،",
    new=".",
    must_match=("وصل الوفد،. 😀",),
    must_not_match=("وصل الوفد. 😀", "وصل الوفد...،"),
)
