"""Word glued to a number: A space parts a number and a word."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import DIGITS, pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.glued-word",
    severity=Severity.CHECK,
    topic=Topic.SPACING,
    title=Bilingual("كلمة ملتصقة برقم", "Word glued to a number"),
    message=Bilingual("بين الرقم والكلمة مسافة.", "A space parts a number and a word."),
    needs=(*DIGITS,),
    pattern=r"(?<![0-9٠-٩A-Za-z.,])[0-9٠-٩]++(?=[ء-ي]{3})",
    new=r"\g<0> ",
    must_match=("أصيب 12شخصا 😀",),
    must_not_match=("أصيب 12 شخصا 😀", "سنة 1445هـ"),
)
