"""quotes.altered: the words differ from the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.held import pasted
from deskeditor.checks.quotes.shared import by_quote, reads_speech
from deskeditor.checks.rule import DocumentRule, Example
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.quotes import Quote, Verdict
from deskeditor.domain.words import Bilingual

_LOUD = Bilingual(
    "الاقتباس يخالف الدليل في نفي أو رقم: {changes}",
    "The quotation differs from its evidence in a negation or a number: {changes}",
)
#: Differences named in the message; the panel shows them all.
_NAMED = 3


def find(context: CheckContext) -> tuple[Finding, ...]:
    """Quotations that stand in the evidence with other words."""
    return by_quote(context, RULE.id, _in_quote)


def _in_quote(quote: Quote) -> Iterator[Finding]:
    if quote.verdict is Verdict.ALTERED and quote.comparison is not None:
        loud = any(change.loud for change in quote.comparison.changes)
        message = _LOUD if loud else None
        yield RULE.finding(quote.anchor, quote.text, message=message, changes=_changes(quote))


def _changes(quote: Quote) -> str:
    assert quote.comparison is not None
    changes = sorted(quote.comparison.changes, key=lambda change: not change.loud)
    shown = [f"«{c.quoted or '—'}» ≠ «{c.evidenced or '—'}»" for c in changes[:_NAMED]]
    return "، ".join(shown) + ("…" if len(changes) > _NAMED else "")


_STATEMENT = pasted("جاء في البيان: لم نقرر إغلاق الميناء، وسنعلن موعد العودة قبل 12 أيلول.")

RULE = DocumentRule(
    id="quotes.altered",
    category=Category.QUOTES,
    severity=Severity.ERROR,
    title=Bilingual("اقتباس يخالف دليله", "Quotation differs from its evidence"),
    message=Bilingual(
        "كلمات الاقتباس تخالف الدليل: {changes}", "The words differ from the evidence: {changes}"
    ),
    run=find,
    reads=reads_speech,
    must_match=(
        Example("قال مدير الميناء: «لن نقرر إغلاق الميناء».", evidence=(_STATEMENT,)),
        Example("قال مدير الميناء: «سنعلن موعد العودة قبل 21 أيلول».", evidence=(_STATEMENT,)),
    ),
    must_not_match=(
        Example("قال مدير الميناء: «لم نقرّر اغلاق الميناء» ⚓.", evidence=(_STATEMENT,)),
        "قال مدير الميناء: «لن نقرر إغلاق الميناء».",
    ),
)
