"""Full stop in a headline: A headline ends without a full stop."""

from __future__ import annotations

from deskeditor.checks.rule import Example, Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.document import Role
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.headline-stop",
    severity=Severity.HINT,
    topic=Topic.PUNCTUATION,
    title=Bilingual("نقطة في آخر العنوان", "Full stop in a headline"),
    message=Bilingual("لا نقطة في آخر العنوان.", "A headline ends without a full stop."),
    pattern=r"(?<![.\s])\.\s*+\Z",
    new="",
    roles=frozenset({Role.HEADLINE, Role.KICKER}),
    must_match=(Example("الوزارة تفتح الطريق 2-1 😀.", role=Role.HEADLINE),),
    must_not_match=(Example("الوزارة تفتح الطريق 😀", role=Role.HEADLINE), "وصل الوفد."),
)
