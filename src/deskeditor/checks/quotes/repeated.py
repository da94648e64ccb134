"""quotes.repeated: the same quotation stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.likeness import plain
from deskeditor.checks.quotes.shared import reads_speech, speech_in
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual

#: Shorter quotations may well come again.
_WORDS = 4


def find(context: CheckContext) -> Iterator[Finding]:
    """Later quotations with the words of an earlier one."""
    seen: dict[str, Anchor] = {}
    for quote in speech_in(context):
        words = plain(quote.text)
        if words.count(" ") + 1 < _WORDS:
            continue
        if words in seen:
            yield RULE.finding(quote.anchor, quote.text, related=(seen[words],))
        else:
            seen[words] = quote.anchor


RULE = DocumentRule(
    id="quotes.repeated",
    category=Category.QUOTES,
    severity=Severity.HINT,
    title=Bilingual("اقتباس مكرر", "Repeated quotation"),
    message=Bilingual(
        "ورد هذا الاقتباس بنصّه من قبل في المادة", "These very words are quoted earlier in the piece"
    ),
    run=find,
    reads=reads_speech,
    must_match=(
        "قال المدير: «لن نغلق أي مدرسة هذا العام».\n\nوأكد المدير: «لن نغلق أي مدرسة هذا العام».",
    ),
    must_not_match=(
        "قال المدير: «لن نغلق أي مدرسة هذا العام».\n\nوأكد المدير: «سنفتح 4 مدارس أخرى».",
    ),
)
