"""Stretched word: A letter three times or more."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.elongation",
    severity=Severity.HINT,
    topic=Topic.ORTHOGRAPHY,
    title=Bilingual("حرف مكرر", "Stretched word"),
    message=Bilingual("حرف مكرر ثلاث مرات أو أكثر.", "A letter three times or more."),
    pattern=r"([ء-بث-ي])\1{2,}+",
    new=r"\1",
    must_match=("خبر رااائع 😀",),
    must_not_match=("خبر رائع 😀", "تتتابع الأخبار"),
)
