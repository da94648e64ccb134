"""After a letter, only the line of text it stands in is painted anew.

Qt paints the whole paragraph, and below it all that is in sight. While a letter goes in or out the
layout's signals are held back; afterwards we look which lines have moved and ask for those alone.
Where more than one line of text has changed, Qt is told what it would have been told.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextCursor

from deskeditor.ui.editor.lines import TEXTLESS, Kind
from deskeditor.ui.editor.page import Page

#: How far ink may reach out of its line of text, in pixels at scale 1.
_INK = 5
#: How many lines of text are watched: words seldom push others further.
_WATCHED = 8
#: More than any paragraph's upper margin, in pixels at scale 1.
_MARGIN = 40
#: More than any page is wide or high, in pixels.
_ALL = 1 << 30
_ALONE = frozenset({*TEXTLESS, Kind.CELL})


#: Of some lines of a paragraph where each begins, in UTF-16 units; and how many lines there are,
#: how many units, and how high it is.
_Shape = tuple[list[int], int, int, float]


def _shape(page: Page, block: QTextBlock, first: int) -> _Shape:
    """The lines from number `first` on, at most `_WATCHED`."""
    layout = block.layout()
    count, line = layout.lineCount(), layout.lineAt
    starts = [line(number).textStart() for number in range(first, min(count, first + _WATCHED))]
    height = page.documentLayout().blockBoundingRect(block).height()
    return starts, count, block.length(), height


def change_quietly(
    page: Page, cursor: QTextCursor, act: Callable[[QTextCursor], None]
) -> QRectF | None:
    """Let `act` put in or take out a little at the cursor; what of the page to paint anew.

    None where everything needed has been asked for already.
    """
    block = cursor.block()
    line = block.layout().lineForTextPosition(cursor.positionInBlock())
    if not line.isValid() or cursor.hasSelection() or page.tag(block).kind in _ALONE:
        act(cursor)
        return None
    edited = line.lineNumber()
    before = _shape(page, block, max(0, edited - 1))
    layout, count = page.documentLayout(), page.blockCount()
    page.wide = False
    layout.blockSignals(True)
    try:
        act(cursor)
    finally:
        layout.blockSignals(False)
    top = 0.0
    if page.blockCount() == count and not page.wide and cursor.block() == block:
        after = _shape(page, block, max(0, edited - 1))
        if after[1] == before[1] and after[3] == before[3]:
            return _strip(page, block, edited, before, after)
        top = layout.blockBoundingRect(block).top() - _MARGIN * page.scale
    layout.documentSizeChanged.emit(layout.documentSize())
    layout.update[QRectF].emit(QRectF(0, top, _ALL, _ALL))  # type: ignore[index]
    return None


def _strip(page: Page, block: QTextBlock, edited: int, before: _Shape, after: _Shape) -> QRectF:
    """The part of the page to paint anew where a paragraph is as high as it was."""
    old, new, grown = before[0], after[0], after[2] - before[2]
    base = max(0, edited - 1)
    # The line before the edited one has changed only where the edited one begins elsewhere now.
    first = edited - base
    first = first if old[first] == new[first] else 0
    last = first + 1
    while last < len(new) and new[last] != old[last] + grown:
        last += 1
    layout, ink = block.layout(), _INK * page.scale
    rect = page.documentLayout().blockBoundingRect(block)
    top = layout.lineAt(base + first).y() - ink
    bottom = layout.lineAt(base + last).y() if last < len(new) else rect.height()
    return QRectF(0, rect.top() + top, _ALL, bottom + ink - top)
