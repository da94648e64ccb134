"""Order of two marks: The question mark comes before the exclamation mark."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.mark-order",
    severity=Severity.HINT,
    topic=Topic.PUNCTUATION,
    title=Bilingual("ترتيب علامتين", "Order of two marks"),
    message=Bilingual(
        "يسبق الاستفهام التعجب.",
        "The question mark comes before the exclamation mark.",
    ),
    needs=("!؟",),
    pattern=r"!؟",
    new="؟!",
    must_match=("أحقا!؟ 😀",),
    must_not_match=("أحقا؟! 😀",),
)
