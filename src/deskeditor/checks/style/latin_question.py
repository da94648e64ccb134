"""Latin question mark: A Latin question mark in Arabic text."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.latin-question",
    severity=Severity.CHECK,
    topic=Topic.PUNCTUATION,
    title=Bilingual("علامة استفهام لاتينية", "Latin question mark"),
    message=Bilingual("علامة استفهام لاتينية في نص عربي.", "A Latin question mark in Arabic text."),
    needs=("?",),
    pattern=r"(?<=[ء-ي\u064b-\u0652»”)])[ ]?\?",
    new="؟",
    must_match=("من فعلها? 😀",),
    must_not_match=("من فعلها؟ 😀", "https://example.org/خبر?رقم=1"),
)
