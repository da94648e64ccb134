"""Repeated mark: One mark is enough."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.repeated-mark",
    severity=Severity.HINT,
    topic=Topic.PUNCTUATION,
    title=Bilingual("علامة مكررة", "Repeated mark"),
    message=Bilingual("علامة واحدة تكفي.", "One mark is enough."),
    needs=("!!", "؟؟", "،،", "؛؛"),
    pattern=r"(!)!++|(؟)؟؟++|(،)،++|(؛)؛++",
    new=lambda match: match.group()[0],
    must_match=("يا للخبر!!! 😀",),
    must_not_match=("يا للخبر! 😀", "هل صحيح هذا؟! 😀"),
)
