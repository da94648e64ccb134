"""“من قبل” after a passive: Name who acted first instead of من قبل."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.min-qibal",
    severity=Severity.HINT,
    topic=Topic.WORDING,
    title=Bilingual("«من قبل» بعد فعل مستتر الفاعل", "“من قبل” after a passive"),
    message=Bilingual("سمّ الفاعل وقدّمه بدل «من قبل».", "Name who acted first instead of من قبل."),
    needs=("من قبل", "من قِبل"),
    pattern=r"(?<![ء-ي])[وف]?(?:تم|يتم|تمت)(?: [ء-ي]++){1,5}? من قِ?بل(?= [ء-ي])",
    must_match=("تم اعتقاله من قبل الشرطة 😀",),
    must_not_match=("اعتقلته الشرطة 😀", "لم يحدث هذا من قبل"),
)
