"""Latin comma: A Latin comma in Arabic text."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.latin-comma",
    severity=Severity.CHECK,
    topic=Topic.PUNCTUATION,
    title=Bilingual("فاصلة لاتينية", "Latin comma"),
    message=Bilingual("فاصلة لاتينية في نص عربي.", "A Latin comma in Arabic text."),
    needs=(",",),
    pattern=r"(?<=[ء-ي\u064b-\u0652])[ ]?,(?!\d)",
    new="،",
    must_match=("بغداد, وأربيل 😀",),
    must_not_match=("بغداد، وأربيل 😀", "1,500", "A,5"),
)
