"""Seat of the hamza: An older way to seat the hamza."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import word_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = word_rule(
    id="style.hamza-seat",
    severity=Severity.HINT,
    topic=Topic.ORTHOGRAPHY,
    title=Bilingual("كرسي الهمزة", "Seat of the hamza"),
    message=Bilingual("صورة أقدم لكتابة الهمزة.", "An older way to seat the hamza."),
    words={
        "مسئول": "مسؤول",
        "مسئولة": "مسؤولة",
        "مسئولية": "مسؤولية",
        "مسئولين": "مسؤولين",
        "مسئولون": "مسؤولون",
        "شئون": "شؤون",
        "رءوس": "رؤوس",
        "المسئول": "المسؤول",
        "المسئولة": "المسؤولة",
        "المسئولية": "المسؤولية",
        "المسئولين": "المسؤولين",
        "المسئولون": "المسؤولون",
        "الشئون": "الشؤون",
    },
    must_match=("شئون البلدية 😀", "المسئولين"),
    must_not_match=("شؤون البلدية 😀",),
)
