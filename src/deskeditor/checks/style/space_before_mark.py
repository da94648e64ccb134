"""Space before a mark: No space stands before a punctuation mark."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.space-before-mark",
    severity=Severity.HINT,
    topic=Topic.SPACING,
    title=Bilingual("مسافة قبل علامة ترقيم", "Space before a mark"),
    message=Bilingual("لا مسافة قبل علامة الترقيم.", "No space stands before a punctuation mark."),
    needs=(" ،", " ؛", " ؟", " !", " :", " .", "\u00a0"),
    pattern=r"(?<=[\w\u064b-\u0652»”)\]%])[ \u00a0]+(?=[،؛؟!:]|\.(?![\w.]))",
    new="",
    must_match=("قال ، إن الوفد وصل 😀", "وصل الوفد ."),
    must_not_match=("قال، إن", "بلغت 60% .5", "قال: نعم 😀"),
)
