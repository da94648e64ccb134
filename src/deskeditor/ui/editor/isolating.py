"""The run at the caret that a right-to-left line would turn round, and all such runs of a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextCursor

from deskeditor.domain.document import Isolate
from deskeditor.formats.isolation import runs_to_isolate
from deskeditor.ui.editor.lines import TEXTLESS, UNMARKED
from deskeditor.ui.editor.marking import runs_between
from deskeditor.ui.editor.marks import tag_of
from deskeditor.ui.editor.positions import to_points, to_units
from deskeditor.ui.editor.structure import KEEP, end_of, start_of

#: How far from the caret a run is looked for, in UTF-16 units.
_REACH = 80
#: Positions `[start, end)` of the page.
Range = tuple[int, int]


def _may_turn(block: QTextBlock) -> bool:
    kind = tag_of(block).kind
    rtl = block.textDirection() == Qt.LayoutDirection.RightToLeft
    return rtl and kind not in TEXTLESS and kind not in UNMARKED


def isolate_at(cursor: QTextCursor) -> Range | None:
    """The words around the cursor that one isolate holds already."""
    block, at = cursor.block(), cursor.position()
    held: list[Range] = []
    for run in runs_between(block, start_of(block), end_of(block)):
        if not any(isinstance(mark, Isolate) for mark in run.marks):
            continue
        if held and held[-1][1] == run.start:
            held[-1] = (held[-1][0], run.end)
        else:
            held.append((run.start, run.end))
    return next((one for one in held if one[0] <= at <= one[1]), None)


def turning_at(cursor: QTextCursor) -> Range | None:
    """The run the cursor touches that readers would see turned round; none where it is held.

    Looked for near the cursor alone: a paragraph may have ten thousand words.
    """
    block, at = cursor.block(), cursor.positionInBlock()
    if cursor.hasSelection() or not _may_turn(block):
        return None
    first = max(0, at - _REACH)
    near = QTextCursor(block)
    near.setPosition(start_of(block) + first)
    near.setPosition(min(start_of(block) + at + _REACH, end_of(block)), KEEP)
    text = near.selectedText()
    place = to_points(text, at - first)
    for start, end in runs_to_isolate(text):
        if start <= place <= end:
            base = start_of(block) + first
            found = base + to_units(text, start), base + to_units(text, end)
            return None if _held(block, found) else found
    return None


def turning_in(block: QTextBlock) -> list[Range]:
    """All runs of a paragraph that readers would see turned round, the held ones left out."""
    if not _may_turn(block):
        return []
    text, base = block.text(), start_of(block)
    ranges = (
        (base + to_units(text, a), base + to_units(text, b)) for a, b in runs_to_isolate(text)
    )
    return [one for one in ranges if not _held(block, one)]


def _held(block: QTextBlock, found: Range) -> bool:
    runs = runs_between(block, *found)
    return any(isinstance(mark, Isolate) for run in runs for mark in run.marks)
