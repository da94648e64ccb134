"""Marks without a letter: Vowel marks without a letter."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import TASHKEEL, pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.stray-tashkeel",
    severity=Severity.CHECK,
    topic=Topic.ORTHOGRAPHY,
    title=Bilingual("تشكيل بلا حرف", "Marks without a letter"),
    message=Bilingual("تشكيل لا حرف تحته.", "Vowel marks without a letter."),
    needs=(*TASHKEEL,),
    pattern=r"(?:(?<=\s)|(?<=\A))[\u064b-\u0652]++",
    new="",
    must_match=("قال \u064bالوزير 😀",),
    must_not_match=("مساءً 😀",),
)
