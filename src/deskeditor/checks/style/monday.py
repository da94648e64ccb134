"""Writing الاثنين: Monday is الاثنين, with a joining alif."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import word_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = word_rule(
    id="style.monday",
    severity=Severity.HINT,
    topic=Topic.MONTHS,
    title=Bilingual("كتابة «الاثنين»", "Writing الاثنين"),
    message=Bilingual("اليوم «الاثنين» بألف وصل.", "Monday is الاثنين, with a joining alif."),
    words={
        "الإثنين": "الاثنين",
        "الأثنين": "الاثنين",
    },
    must_match=("مساء الإثنين 😀",),
    must_not_match=("مساء الاثنين 😀",),
)
