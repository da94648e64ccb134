"""Tab in the text: A tab in running text; a space will do."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.tab-inside",
    severity=Severity.HINT,
    topic=Topic.SPACING,
    title=Bilingual("علامة جدولة داخل النص", "Tab in the text"),
    message=Bilingual(
        "علامة جدولة داخل النص؛ تكفي مسافة.",
        "A tab in running text; a space will do.",
    ),
    needs=("\t",),
    pattern=r"(?<=\S)\t++(?=\S)",
    new=" ",
    must_match=("قال\tالوزير 😀",),
    must_not_match=("قال الوزير 😀",),
)
