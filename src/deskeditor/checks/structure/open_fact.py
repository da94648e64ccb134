"""Unchecked fact."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Literal

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, Example
from deskeditor.domain.document import Document, Fact, Inline, Paragraph, Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual


def _with(state: Literal["flagged", "checked"]) -> Document:
    mark = Fact(state, "salma", datetime(2026, 1, 2, tzinfo=UTC))
    return Document(blocks=(Paragraph("b0", Inline("عاد 60% من السكان 😀").with_mark(4, 7, mark)),))


def _run(context: CheckContext) -> tuple[Finding, ...]:
    return context.flat(RULE.id, _in_slot)


def _in_slot(slot: Slot) -> Iterator[Finding]:
    for span in slot.text.spans:
        if isinstance(span.mark, Fact) and span.mark.state == "flagged":
            yield RULE.at(slot, span.start, span.end, by=span.mark.by)


RULE = DocumentRule(
    id="structure.open-fact",
    category=Category.STRUCTURE,
    severity=Severity.CHECK,
    title=Bilingual("معلومة لم تُتحقق", "Unchecked fact"),
    message=Bilingual(
        "وسم {by} هذه المعلومة للتحقق ولم تُحسم.",
        "{by} flagged this to be checked, and it still is.",
    ),
    must_match=(Example(document=_with("flagged"), found="60%"),),
    must_not_match=(Example(document=_with("checked")),),
    run=_run,
)
