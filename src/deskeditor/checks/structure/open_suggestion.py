"""Open suggestion."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, Example
from deskeditor.domain.document import (
    Address,
    Block,
    Document,
    Figure,
    Inline,
    Paragraph,
    Slot,
    Suggestion,
)
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual


def _suggested() -> Document:
    mark = Suggestion("insert", "s1", "hadi", datetime(2026, 1, 2, tzinfo=UTC))
    return Document(blocks=(Paragraph("b0", Inline("عاد أمس الوفد 😀").with_mark(4, 7, mark)),))


def _struck() -> Document:
    mark = Suggestion("delete", "s1", "hadi", datetime(2026, 1, 2, tzinfo=UTC))
    picture = Figure("f1", caption=Inline("جسر المدينة القديم 😀"), suggested=(mark,))
    return Document(blocks=(Paragraph("b0", Inline("عاد الوفد أمس.")), picture))


def _run(context: CheckContext) -> tuple[Finding, ...]:
    told = context.memory.gathered("figures.proposed", context.document.blocks, _proposed)
    wholes = context.memory.made(
        "figures.proposals", (told,), lambda: tuple(_of_whole(figure) for _, figure in told)
    )
    return (*context.flat(RULE.id, _in_slot), *wholes)


def _proposed(block: Block) -> Figure | None:
    return block if isinstance(block, Figure) and block.suggested else None


def _of_whole(figure: Figure) -> Finding:
    """A picture somebody proposes to bring in or to take out whole."""
    words = figure.caption.text
    anchor = Anchor(Address(figure.id, "caption"), 0, len(words))
    return RULE.finding(anchor, words, by=figure.suggested[0].author)


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
    must_match=(
        Example(document=_suggested(), found="أمس"),
        Example(document=_struck(), found="جسر المدينة القديم 😀"),
    ),
    must_not_match=("عاد الوفد 😀 أمس",),
    run=_run,
)
