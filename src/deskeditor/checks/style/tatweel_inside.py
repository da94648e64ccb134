"""Tatweel inside a word: Tatweel inside a word."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.tatweel-inside",
    severity=Severity.HINT,
    topic=Topic.ORTHOGRAPHY,
    title=Bilingual("تطويل داخل الكلمة", "Tatweel inside a word"),
    message=Bilingual("تطويل داخل الكلمة.", "Tatweel inside a word."),
    needs=("ـ",),
    pattern=r"(?<=[ء-غف-ي])(?<!(?<![ء-غف-ي])[لبكو])ـ++(?=[ء-غف-ي])",
    new="",
    must_match=("العـراق 😀",),
    must_not_match=("العراق 😀", "لـ«المرفأ»", "سنة 1445هـ"),
)
