"""“سوف لن”: لن alone denies the future."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import word_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = word_rule(
    id="style.sawfa-lan",
    severity=Severity.CHECK,
    topic=Topic.WORDING,
    title=Bilingual("«سوف لن»", "“سوف لن”"),
    message=Bilingual("«لن» وحدها تنفي المستقبل.", "لن alone denies the future."),
    words={
        "سوف لن": "لن",
        "سوف لا": "لن",
    },
    fronts="[وف]?",
    must_match=("سوف لن يعود 😀",),
    must_not_match=("لن يعود 😀", "سوف يعود"),
)
