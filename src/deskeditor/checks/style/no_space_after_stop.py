"""No space after a full stop: A space follows the end of a sentence."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.no-space-after-stop",
    severity=Severity.HINT,
    topic=Topic.SPACING,
    title=Bilingual("لا مسافة بعد النقطة", "No space after a full stop"),
    message=Bilingual("بعد علامة نهاية الجملة مسافة.", "A space follows the end of a sentence."),
    pattern=r"(?<=[ء-ي]{2})[.؟!](?=[ء-ي]{2})(?!(?:كوم|نت|أورغ)(?![ء-ي]))",
    new=r"\g<0> ",
    must_match=("وصل الوفد.وقال الوزير 😀",),
    must_not_match=("وصل الوفد. وقال الوزير 😀", "وكالة أ.ف.ب", "موقع خبر.كوم"),
)
