"""Mark at the head of a line: No line begins with this mark."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.mark-starts-line",
    severity=Severity.CHECK,
    topic=Topic.PUNCTUATION,
    title=Bilingual("علامة في أول السطر", "Mark at the head of a line"),
    message=Bilingual("لا يبدأ السطر بعلامة ترقيم.", "No line begins with this mark."),
    pattern=r"(?m)^[ ]*+[،؛؟!:.](?!\.)[ ]*+",
    new="",
    must_match=("، وقال الوزير 😀",),
    must_not_match=("وقال الوزير: نعم 😀", "... ثم صمت"),
)
