"""“قام بـ” with a noun: The verb itself is stronger than قام بـ and a noun."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.qam-bi",
    severity=Severity.HINT,
    topic=Topic.WORDING,
    title=Bilingual("«قام بـ» مع المصدر", "“قام بـ” with a noun"),
    message=Bilingual(
        "الفعل أقوى من «قام بـ» والمصدر.",
        "The verb itself is stronger than قام بـ and a noun.",
    ),
    needs=("قام ب", "قامت ب", "قاموا ب", "قوم ب", "قومون ب"),
    pattern=(
        r"(?<![ء-ي])[وف]?(?:قام|قامت|قاموا|يقوم|تقوم|يقومون) ب(?!ين|عد|عض|ها|هذ|دور|ذلك|"
        r"اسم|أن|نفس)[ء-ي]{4,}+"
    ),
    must_match=("قامت بإغلاق الطريق 😀",),
    must_not_match=("أغلقت الشرطة الطريق 😀", "قام بدور الوسيط", "قامت بين البلدين"),
)
