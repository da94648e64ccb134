"""Open suggestion."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, Example
from deskeditor.domain.document import Document, Inline, Paragraph, Slot, Suggestion
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual


def _suggested() -> Document:
    mark = Suggestion("insert", "s1", "hadi", datetime(2026, 1, 2, tzinfo=UTC))
    return Document(blocks=(Paragraph("b0", Inline("عاد أمس الوفد 😀").with_mark(4, 7, mark)),))


def _run(context: CheckContext) -> tuple[Finding, ...]:
    return context.flat(RULE.id, _in_slot)


def _in_slot(slot: Slot) -> Iterator[Finding]:
    for span in slot.text.spans:
        if isinstance(span.mark, Suggestion):
            yield RULE.at(slot, span.start, span.end, by=span.mark.author)


RULE = DocumentRule(
    id="structure.open-suggestion",
    category=Category.STRUCTURE,
    severity=Severity.CHECK,
    title=Bilingual("اقتراح لم يُحسم", "Open suggestion"),
    message=Bilingual(
        "اقتراح {by} لم يُقبل ولم يُرفض.",
        "A suggestion by {by} is neither taken nor left.",
    ),
    must_match=(Example(document=_suggested(), found="أمس"),),
    must_not_match=("عاد الوفد 😀 أمس",),
    run=_run,
)
