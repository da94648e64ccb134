"""quotes.not-found: none of the evidence at hand holds these words."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.held import pasted
from deskeditor.checks.quotes.shared import reads_speech, speech_in
from deskeditor.checks.rule import DocumentRule, Example
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.quotes import Verdict
from deskeditor.domain.words import Bilingual


def find(context: CheckContext) -> Iterator[Finding]:
    """Quotations that stand in no evidence; evidence that cannot be read as text proves nothing."""
    unreadable = any(not (each.text or "").strip() for each in context.evidence)
    for quote in speech_in(context):
        if quote.verdict is Verdict.NOT_FOUND and not unreadable:
            yield RULE.finding(quote.anchor, quote.text)


_STATEMENT = pasted("تعلن البلدية بدء صيانة الجسر القديم، ومدتها 3 أسابيع.")

RULE = DocumentRule(
    id="quotes.not-found",
    category=Category.QUOTES,
    severity=Severity.CHECK,
    title=Bilingual("اقتباس لا يوجد في الأدلة", "Quotation not found in the evidence"),
    message=Bilingual(
        "لا يوجد هذا الاقتباس في أي من الأدلة المرفقة",
        "This quotation stands in none of the evidence attached",
    ),
    run=find,
    reads=lambda context: (*reads_speech(context), context.evidence),
    must_match=(
        Example("قال رئيس البلدية: «سنبني مستشفى جديدا للأطفال».", evidence=(_STATEMENT,)),
    ),
    must_not_match=(
        Example("قال رئيس البلدية: «بدء صيانة الجسر القديم».", evidence=(_STATEMENT,)),
        "قال رئيس البلدية: «سنبني مستشفى جديدا للأطفال 🏥».",
    ),
)
