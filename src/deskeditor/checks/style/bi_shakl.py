"""“بشكل” with an adjective: One word does for بشكل and an adjective."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.bi-shakl",
    severity=Severity.HINT,
    topic=Topic.WORDING,
    title=Bilingual("«بشكل» مع الصفة", "“بشكل” with an adjective"),
    message=Bilingual("كلمة واحدة تغني عن «بشكل».", "One word does for بشكل and an adjective."),
    needs=("بشكل ",),
    pattern=(
        r"(?<![ء-ي])[وف]?بشكل (?:رسمي|كامل|تدريجي|مباشر|نهائي|مؤقت|دائم|سريع|طوعي|سلمي|"
        r"علني|يومي|سنوي)(?![ء-ي])"
    ),
    must_match=("أعلن بشكل رسمي 😀",),
    must_not_match=("أعلن رسميا 😀", "بشكل هندسي"),
)
