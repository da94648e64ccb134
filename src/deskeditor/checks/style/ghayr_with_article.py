"""“الغير” with the article: The article goes onto the word behind غير."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.ghayr-with-article",
    severity=Severity.HINT,
    topic=Topic.WORDING,
    title=Bilingual("«الغير»", "“الغير” with the article"),
    message=Bilingual("تدخل «ال» على ما بعد «غير».", "The article goes onto the word behind غير."),
    needs=("الغير ",),
    pattern=r"(?<![ء-ي])([وفبل]?)الغير (?!ال)([ء-ي]{4,}+)",
    new=r"\1غير ال\2",
    must_match=("العمل الغير مشروع 😀",),
    must_not_match=("العمل غير المشروع 😀", "حقوق الغير، وواجباته"),
)
