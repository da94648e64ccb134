"""Single quotation glyphs: Single glyphs instead of quotation glyphs."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.single-quotes",
    severity=Severity.HINT,
    topic=Topic.GLYPHS,
    title=Bilingual("علامة اقتباس مفردة", "Single quotation glyphs"),
    message=Bilingual(
        "علامات مفردة بدل علامات الاقتباس.",
        "Single glyphs instead of quotation glyphs.",
    ),
    needs=("‘", "'"),
    pattern=r"(?<![\w'‘’])[‘'](?=[ء-ي]{2})([^‘’'\n«»“”]{2,200}+)[’'](?![\w])",
    new=r"«\1»",
    must_match=("قال: 'نعم سنأتي' 😀",),
    must_not_match=("قال: «نعم سنأتي» 😀", "it's 2-1"),
)
