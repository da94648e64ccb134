"""Presentation forms: Characters that are shapes, not letters."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual
from deskeditor.language.folding import Fold, fold

RULE = pattern_rule(
    id="style.presentation-forms",
    severity=Severity.CHECK,
    topic=Topic.ORTHOGRAPHY,
    title=Bilingual("صور عرض", "Presentation forms"),
    message=Bilingual(
        "أحرف من صور العرض لا من الحروف.",
        "Characters that are shapes, not letters.",
    ),
    pattern=r"[ﭐ-ﮱﯓ-ﴽﵐ-ﷱﹰ-ﻼ]++",
    new=lambda match: fold(match.group(), Fold.FORMS),
    must_match=("ﻻ شك 😀",),
    must_not_match=("لا شك 😀", "ﷺ"),
)
