"""Hamza on a joining alif: A joining alif is written without hamza."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.hamza-on-wasl",
    severity=Severity.CHECK,
    topic=Topic.ORTHOGRAPHY,
    title=Bilingual("همزة قطع موضع همزة وصل", "Hamza on a joining alif"),
    message=Bilingual("تكتب همزة الوصل ألفا بلا همزة.", "A joining alif is written without hamza."),
    pattern=(
        r"(?<![ء-ي])([وف]?[بلك]?(?:ال)?)إ("
        r"(?:ست(?!راتيج|وديو|اد|ون|ان|ر)(?=[ء-ي]{3})|جتما|قتصا|نتخا|حتلا|ختيا|عتقا|تفاق|نتقا|رتفا|"
        r"نخفا|هتما|نفجا|حتجا|عتما|عتبا|لتزا|نتها|كتشا|متحا|نتشا|نسحا|نضما|تحاد|تصال|تهام|شتبا|"
        r"عتدا|فتتا|قترا|نتظا|حتفا|ختلا|ختبا|رتبا|زديا|سم(?![ء-ي])|سمه(?![ء-ي])|سمها(?![ء-ي])|"
        r"بن(?![ء-ي])|بنه(?![ء-ي])|بنها(?![ء-ي])|مرأة)[ء-ي]*+)"
    ),
    new=r"\1ا\2",
    must_match=("الإجتماع الإقتصادي 😀", "تم إستخدام 60%"),
    must_not_match=(
        "زاد إنتاج النفط 60% 😀",
        "اتصال بالإنترنت 😀",
        "استراتيجية الإنتربول",
        "إستراتيجية الدفاع",
        "الاجتماع الإعلامي في إستونيا",
        "إسماعيل والإسلام",
    ),
)
