"""quotes.unattributed: somebody's words and nobody named."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.shared import reads_speech, speech_in
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.document import Address
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual


def find(context: CheckContext) -> Iterator[Finding]:
    """Speech without a speaker, explicit or inferred; words inside other words are left out."""
    held: dict[Address, int] = {}
    for quote in speech_in(context):
        where = quote.anchor
        inside = where.start < held.get(where.address, -1)
        held[where.address] = max(where.end, held.get(where.address, -1))
        if quote.speaker is None and not inside:
            yield RULE.finding(where, quote.text)


RULE = DocumentRule(
    id="quotes.unattributed",
    category=Category.QUOTES,
    severity=Severity.ERROR,
    title=Bilingual("اقتباس بلا قائل", "Quotation without a speaker"),
    message=Bilingual(
        "اقتباس لا يُعرف قائله من النص: انسبه إلى صاحبه",
        "The text does not say whose words these are: attribute them",
    ),
    run=find,
    reads=reads_speech,
    must_match=(
        "«لم نتلق أي إنذار قبل وصول المياه إلى البيوت في الحي القديم».",
        "صورة من الحفل الأخير. وكتبت تعليقا عليها «ليلة لا تنسى مع جمهور بغداد».",
    ),
    must_not_match=(
        "قال شاهد عيان: «لم نتلق أي إنذار قبل وصول المياه إلى البيوت».",
        "زارت اللجنة معرض «ألوان بغداد» يوم 7 مايو 🎨.",
        "ونشرت سلمى الكناني صورة من الحفل وكتبت تعليقا عليها «ليلة لا تنسى مع جمهور بغداد 🎻».",
        "خرج المدرب من الملعب غاضبا. وكتب تعليقا على الخسارة: «لن أغادر قبل نهاية الموسم».",
        "وكتبت الوزيرة ردا عليه «لن نغلق المستشفى قبل نهاية الشتاء».",
        "انسحبت 4 كتل من المجلس، مطالبة المحافظ بالرحيل ومتهمة إياه «بهدر أموال الطرق والجسور».",
    ),
)
