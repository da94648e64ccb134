"""“أكد بأن”: أكد takes its object directly: أكد أن."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.akkada-bi",
    severity=Severity.HINT,
    topic=Topic.ATTRIBUTION,
    title=Bilingual("«أكد بأن»", "“أكد بأن”"),
    message=Bilingual("يتعدى «أكد» بنفسه: أكد أن.", "أكد takes its object directly: أكد أن."),
    needs=(" بأن",),
    pattern=r"(?<![ء-ي])([وف]?[يت]?[أؤ]كد(?:ت|وا|ا)?) بأن",
    new=r"\1 أن",
    must_match=("أكد بأن الطريق مفتوح 😀",),
    must_not_match=("أكد أن الطريق مفتوح 😀", "أقر بأن"),
)
