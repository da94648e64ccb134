"""Invisible character: A character no reader sees."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.zero-width",
    severity=Severity.HINT,
    topic=Topic.BIDI,
    title=Bilingual("محرف لا يُرى", "Invisible character"),
    message=Bilingual("محرف لا يراه القارئ.", "A character no reader sees."),
    needs=(*"\u00ad\u200b\u2060\ufeff",),
    pattern=r"[\u00ad\u200b\u2060\ufeff]++",
    new="",
    must_match=("قال\u200b الوزير 😀",),
    must_not_match=("قال الوزير 😀", "می\u200cخواهم"),
)
