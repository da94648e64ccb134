"""Common misspelling: “{text}” is a common misspelling."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import word_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = word_rule(
    id="style.common-misspelling",
    severity=Severity.ERROR,
    topic=Topic.ORTHOGRAPHY,
    title=Bilingual("خطأ شائع", "Common misspelling"),
    message=Bilingual("«{text}» خطأ إملائي شائع.", "“{text}” is a common misspelling."),
    words={
        "هذة": "هذه",
        "هاذا": "هذا",
        "هاذه": "هذه",
        "لاكن": "لكن",
        "ذالك": "ذلك",
        "هاؤلاء": "هؤلاء",
        "اللذي": "الذي",
        "اللتي": "التي",
        "إنشاء الله": "إن شاء الله",
        "انشاء الله": "إن شاء الله",
        "شيئ": "شيء",
        "مسؤل": "مسؤول",
        "مسؤلية": "مسؤولية",
        "المسؤل": "المسؤول",
        "هاكذا": "هكذا",
        "أولائك": "أولئك",
    },
    must_match=("هذة المرة 😀", "لاكن الوزير 2-1"),
    must_not_match=("هذه المرة 😀", "إنشاء المدرسة"),
)
