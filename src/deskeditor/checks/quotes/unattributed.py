"""quotes.unattributed: somebody's words and nobody named."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.shared import speech_in
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual


def find(context: CheckContext) -> Iterator[Finding]:
    """Speech without a speaker, explicit or inferred; words inside other words are left out."""
    speech = speech_in(context)
    for quote in speech:
        inside = any(
            other is not quote
            and other.anchor.address == quote.anchor.address
            and other.anchor.start <= quote.anchor.start < other.anchor.end
            for other in speech
        )
        if quote.speaker is None and not inside:
            yield RULE.finding(quote.anchor, quote.text)


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
    must_match=("«لم نتلق أي إنذار قبل وصول المياه إلى البيوت في الحي القديم».",),
    must_not_match=(
        "قال شاهد عيان: «لم نتلق أي إنذار قبل وصول المياه إلى البيوت».",
        "زارت اللجنة معرض «ألوان بغداد» يوم 7 مايو 🎨.",
    ),
)
