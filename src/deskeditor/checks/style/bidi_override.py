"""Direction override: A character that forces the direction of what follows."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.bidi-override",
    severity=Severity.CHECK,
    topic=Topic.BIDI,
    title=Bilingual("فرض اتجاه", "Direction override"),
    message=Bilingual(
        "محرف يقلب اتجاه ما بعده قسرا.",
        "A character that forces the direction of what follows.",
    ),
    needs=("\u202d", "\u202e"),
    pattern=r"[\u202d\u202e]",
    new="",
    must_match=("قال \u202eالوزير 😀",),
    must_not_match=("قال \u200fالوزير 😀",),
)
