"""Comma before a closing quote: The comma follows the closing glyph."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.latin-quotes-comma",
    severity=Severity.HINT,
    topic=Topic.GLYPHS,
    title=Bilingual("فاصلة قبل إغلاق الاقتباس", "Comma before a closing quote"),
    message=Bilingual("الفاصلة بعد علامة الإغلاق.", "The comma follows the closing glyph."),
    needs=("،”", "،»", ",”", ",»"),
    pattern=r"[،,]([”»])",
    new=r"\1،",
    must_match=("قال: «نعم،» ثم مضى 😀",),
    must_not_match=("قال: «نعم»، ثم مضى 😀",),
)
