"""Latin semicolon: A Latin semicolon in Arabic text."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.latin-semicolon",
    severity=Severity.CHECK,
    topic=Topic.PUNCTUATION,
    title=Bilingual("فاصلة منقوطة لاتينية", "Latin semicolon"),
    message=Bilingual("فاصلة منقوطة لاتينية في نص عربي.", "A Latin semicolon in Arabic text."),
    needs=(";",),
    pattern=r"(?<=[ء-ي\u064b-\u0652»”)])[ ]?;",
    new="؛",
    must_match=("قال; ثم انصرف 😀",),
    must_not_match=("قال؛ ثم انصرف 😀",),
)
