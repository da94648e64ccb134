"""quotes.not-checked: no evidence has been held beside the quotation yet."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.held import pasted
from deskeditor.checks.quotes.shared import by_quote, reads_speech
from deskeditor.checks.rule import DocumentRule, Example
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.quotes import Quote, Verdict
from deskeditor.domain.words import Bilingual


def find(context: CheckContext) -> tuple[Finding, ...]:
    """Quotations without a verdict."""
    return by_quote(context, RULE.id, _in_quote)


def _in_quote(quote: Quote) -> Iterator[Finding]:
    if quote.verdict is Verdict.NOT_CHECKED:
        yield RULE.finding(quote.anchor, quote.text)


RULE = DocumentRule(
    id="quotes.not-checked",
    category=Category.QUOTES,
    severity=Severity.HINT,
    title=Bilingual("اقتباس لم يُقابَل بدليل", "Quotation not checked"),
    message=Bilingual(
        "لم يُقابَل هذا الاقتباس بأي دليل بعد: أرفق البيان أو التسجيل أو المنشور",
        "No evidence has been held beside this quotation yet: attach the statement, the recording "
        "or the post",
    ),
    run=find,
    reads=reads_speech,
    must_match=("قال رئيس البلدية: «سنفتح 2 من الجسور الجديدة».",),
    must_not_match=(
        Example(
            "قال رئيس البلدية: «سنفتح الجسر الجديد».",
            evidence=(pasted("سنفتح الجسر الجديد، هكذا قال."),),
        ),
        "افتتح رئيس البلدية جسر «الأمل» صباح الأحد.",
    ),
)
