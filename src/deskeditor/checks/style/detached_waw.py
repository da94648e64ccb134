"""Detached و: The conjunction و is written onto the next word."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.detached-waw",
    severity=Severity.CHECK,
    topic=Topic.SPACING,
    title=Bilingual("واو عطف منفصلة", "Detached و"),
    message=Bilingual(
        "واو العطف تلتصق بما بعدها.",
        "The conjunction و is written onto the next word.",
    ),
    needs=("و ",),
    pattern=r"(?<=[ء-ي»”.،] )و (?=[ء-ي]{2})",
    new="و",
    must_match=("بغداد و أربيل 😀",),
    must_not_match=("بغداد وأربيل 😀", "الحرف واو حرف عطف."),
)
