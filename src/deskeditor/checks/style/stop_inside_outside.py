"""Stop inside and outside: One stop inside the quotation and one outside."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.stop-inside-outside",
    severity=Severity.HINT,
    topic=Topic.PUNCTUATION,
    title=Bilingual("نقطة داخل الاقتباس وخارجه", "Stop inside and outside"),
    message=Bilingual(
        "نقطة داخل علامة الاقتباس وأخرى خارجها.",
        "One stop inside the quotation and one outside.",
    ),
    needs=(".”.", ".».", '.".'),
    pattern=r'\.([”»"])\.',
    new=r"\1.",
    must_match=("قال: «نعم.». 😀",),
    must_not_match=("قال: «نعم». 😀",),
)
