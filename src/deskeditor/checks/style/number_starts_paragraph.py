"""Number at the head of a paragraph."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.document import Role
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.number-starts-paragraph",
    severity=Severity.HINT,
    topic=Topic.NUMBERS,
    title=Bilingual("رقم في أول الفقرة", "Number at the head of a paragraph"),
    message=Bilingual(
        "فقرة تبدأ برقم: اكتب العدد كلمة أو قدّم غيره.",
        "A paragraph begins with a figure: write it in words or begin with another word.",
    ),
    pattern=r"\A[0-9٠-٩]++(?![.)\-/0-9٠-٩])(?= [ء-ي]{3}| ?[%٪])",
    roles=frozenset({Role.PARAGRAPH}),
    must_match=("60% من السكان عادوا 😀",),
    must_not_match=("عاد 60% من السكان 😀", "1. أولا"),
)
