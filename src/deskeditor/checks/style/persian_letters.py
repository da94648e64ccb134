"""Persian letters: A Persian letter in an Arabic word."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual
from deskeditor.language.folding import Fold, fold

RULE = pattern_rule(
    id="style.persian-letters",
    severity=Severity.CHECK,
    topic=Topic.ORTHOGRAPHY,
    title=Bilingual("أحرف فارسية", "Persian letters"),
    message=Bilingual("حرف فارسي في كلمة عربية.", "A Persian letter in an Arabic word."),
    needs=(*"کیہھ",),
    pattern=r"[کیہھ](?=[ء-ي])|(?<=[ء-ي])[کیہھ]",
    new=lambda match: fold(match.group(), Fold.FORMS),
    must_match=("قال الوزیر 😀",),
    must_not_match=("قال الوزير 😀",),
)
