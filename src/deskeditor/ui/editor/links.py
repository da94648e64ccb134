"""The link at the caret."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextCursor

from deskeditor.domain.document import Link
from deskeditor.ui.editor.marking import runs_between
from deskeditor.ui.editor.structure import end_of, start_of


@dataclass(frozen=True, slots=True)
class Found:
    """Positions `[start, end)` of the page that lead to `href`."""

    start: int
    end: int
    href: str


def link_at(cursor: QTextCursor) -> Found | None:
    """The link at the start of the selection, or the one the caret touches."""
    block, at = cursor.block(), cursor.position()
    if cursor.hasSelection():
        at = cursor.selectionStart() + 1
        block = cursor.document().findBlock(cursor.selectionStart())
    found: list[Found] = []
    for run in runs_between(block, start_of(block), end_of(block)):
        link = next((mark for mark in run.marks if isinstance(mark, Link)), None)
        if link is None:
            continue
        if found and found[-1].end == run.start and found[-1].href == link.href:
            found[-1] = Found(found[-1].start, run.end, link.href)
        else:
            found.append(Found(run.start, run.end, link.href))
    return next((one for one in found if one.start <= at <= one.end), None)
