"""Open comment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import partial

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, Example
from deskeditor.domain.document import (
    CommentMark,
    Document,
    Inline,
    Paragraph,
    Slot,
    Thread,
    ThreadMessage,
)
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.people import PAGE_READER
from deskeditor.domain.words import Bilingual

_BY_READER = Bilingual(
    "تعليق «قارئ الصفحات» لم يُغلق بعد.",
    "A comment by the page reader is still open.",
)
_AT = datetime(2026, 1, 2, tzinfo=UTC)


def _commented(*, resolved: bool) -> Document:
    body = Inline("عاد 60% من السكان 😀").with_mark(4, 7, CommentMark("c1"))
    message = ThreadMessage("noor", _AT, "من أين الرقم؟")
    thread = Thread("c1", (message,), *(("salma", _AT) if resolved else ()))
    return Document(blocks=(Paragraph("b0", body),), threads=(thread,))


def _run(context: CheckContext) -> tuple[Finding, ...]:
    opened = {
        thread.id: thread.messages[0].author if thread.messages else ""
        for thread in context.document.threads
        if thread.resolved_at is None
    }
    return context.flat(RULE.id, partial(_in_slot, opened), context.all_slots, opened)


def _in_slot(opened: Mapping[str, str], slot: Slot) -> Iterator[Finding]:
    for span in slot.text.spans if opened else ():
        if isinstance(span.mark, CommentMark) and span.mark.id in opened:
            by = opened[span.mark.id]
            yield RULE.at(
                slot, span.start, span.end, by=by,
                message=_BY_READER if by == PAGE_READER else None,
            )  # fmt: skip


RULE = DocumentRule(
    id="structure.open-comment",
    category=Category.STRUCTURE,
    severity=Severity.HINT,
    title=Bilingual("تعليق مفتوح", "Open comment"),
    message=Bilingual(
        "تعليق {by} لم يُغلق بعد.",
        "A comment by {by} is still open.",
    ),
    must_match=(Example(document=_commented(resolved=False), found="60%"),),
    must_not_match=(Example(document=_commented(resolved=True)),),
    run=_run,
)
