"""“لازال”: For “still”: ما زال or لا يزال."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import word_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = word_rule(
    id="style.la-zal",
    severity=Severity.HINT,
    topic=Topic.ORTHOGRAPHY,
    title=Bilingual("«لازال»", "“لازال”"),
    message=Bilingual("لنفي الانقطاع: «ما زال» أو «لا يزال».", "For “still”: ما زال or لا يزال."),
    words={
        "لازال": "ما زال",
        "لازالت": "ما زالت",
        "لا زال": "ما زال",
        "لا زالت": "ما زالت",
        "لازالوا": "ما زالوا",
    },
    fronts="[وف]?",
    must_match=("لازال الوضع هادئا 😀",),
    must_not_match=("ما زال الوضع هادئا 😀", "لا يزال"),
)
