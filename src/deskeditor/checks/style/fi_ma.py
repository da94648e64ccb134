"""“في ما” for “فيما”: “فيما” is one word in this phrase."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.fi-ma",
    severity=Severity.HINT,
    topic=Topic.SPACING,
    title=Bilingual("«في ما» بدل «فيما»", "“في ما” for “فيما”"),
    message=Bilingual("تكتب «فيما» متصلة في هذا التركيب.", "“فيما” is one word in this phrase."),
    needs=("في ما ",),
    pattern=r"(?<![ء-ي])([وف]?)في ما(?= (?:يتعلق|يخص|يلي|بعد|يبدو|عدا))",
    new=r"\1فيما",
    must_match=("في ما يتعلق بالميزانية 😀",),
    must_not_match=("فيما يتعلق بالميزانية 😀", "ينظر في ما قاله الوزير"),
)
