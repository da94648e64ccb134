"""Formatting left in the text: Formatting marks show in the text."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.markdown-left",
    severity=Severity.CHECK,
    topic=Topic.PUNCTUATION,
    title=Bilingual("علامات تنسيق ظاهرة", "Formatting left in the text"),
    message=Bilingual("علامات تنسيق ظاهرة في النص.", "Formatting marks show in the text."),
    needs=("**", "__"),
    pattern=r"\*\*(?=[ء-ي])([^*\n]{1,300}+)\*\*|__(?=[ء-ي])([^_\n]{1,300}+)__",
    new=lambda match: match[1] or match[2],
    must_match=("قال **الوزير** 😀",),
    must_not_match=("قال الوزير 😀", "2 ** 3"),
)
