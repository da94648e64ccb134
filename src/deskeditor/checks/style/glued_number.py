"""Number glued to a word: A space parts a word and a number."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import DIGITS, pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.glued-number",
    severity=Severity.CHECK,
    topic=Topic.SPACING,
    title=Bilingual("رقم ملتصق بكلمة", "Number glued to a word"),
    message=Bilingual("بين الكلمة والرقم مسافة.", "A space parts a word and a number."),
    needs=(*DIGITS,),
    pattern=r"(?<=[ء-غف-ي]{3})(?<!فرانس)(?<!كوفيد)(?<!روسيا)[0-9٠-٩]++",
    new=r" \g<0>",
    must_match=("عثر على37 قطعة 😀",),
    must_not_match=("عثر على 37 قطعة 😀", "و37 آخرين", "بـ37 نقطة", "الـ158 راكبا"),
)
