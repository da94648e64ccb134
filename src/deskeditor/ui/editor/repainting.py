"""After a letter, only the line of text it stands in is painted anew.

Qt paints the whole paragraph, and below it all that is in sight. While a letter goes in or out the
layout's signals are held back; afterwards we look which lines have moved and ask for those alone.
Where more than one line of text has changed, Qt is told what it would have been told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from deskeditor.ui.editor.lines import TEXTLESS, Kind
from deskeditor.ui.editor.page import Page
from deskeditor.ui.editor.painting import Seen, Sight

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


@dataclass(frozen=True, slots=True)
class Strip:
    """What is to be painted anew after a letter, and the paragraph it is part of.

    Both areas are of the page; the area reaches from its one edge to the other.
    """

    area: QRectF
    block: QTextBlock
    paragraph: QRectF


class Asked:
    """What a key asked to be painted anew, so that painting need not look what is there."""

    def __init__(self) -> None:
        """Nothing was asked for."""
        self._last: tuple[QRectF, float, QTextBlock, QRectF] | None = None

    def ask(self, viewport: QWidget, strip: Strip, scrolled: int) -> None:
        """Ask for a strip of the page on a viewport that shows it scrolled by so many pixels."""
        area = strip.area.translated(0, -scrolled).toAlignedRect() & viewport.rect()
        viewport.update(area)
        rect = strip.paragraph.translated(0, -scrolled)
        self._last = QRectF(area), scrolled, strip.block, rect

    def follow(self, edit: QTextEdit, cursor: QTextCursor, strip: Strip) -> None:
        """Put the caret where it is after a letter and ask for a strip of the page.

        In sight of the page's last lines Qt paints all of a right-to-left page whenever the caret
        is set, lest a scroll bar had grown: it is kept from asking, and asked for where it scrolls.
        """
        port, bar = edit.viewport(), edit.verticalScrollBar()
        scrolled = bar.value()
        # Not setUpdatesEnabled: that asks for everything once it is taken back.
        port.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, True)
        edit.setTextCursor(cursor)
        port.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, False)
        if bar.value() != scrolled:
            port.update()
            return
        self.ask(port, strip, scrolled)
        caret = edit.cursorRect()
        if not strip.area.translated(0, -scrolled).contains(QRectF(caret)):
            port.update(caret.adjusted(-_INK, -_INK, _INK, _INK))

    def seen(self, sight: Sight) -> list[Seen] | None:
        """What is in sight where it is just what was asked for last, and of one paragraph alone."""
        last, self._last = self._last, None
        if last is None or last[0] != sight.clip or last[1] != sight.offset.y():
            return None
        return sight.alone(last[2], last[3])


def _shape(page: Page, block: QTextBlock, first: int) -> _Shape:
    """The lines from number `first` on, at most `_WATCHED`."""
    layout = block.layout()
    count, line = layout.lineCount(), layout.lineAt
    starts = [line(number).textStart() for number in range(first, min(count, first + _WATCHED))]
    height = page.documentLayout().blockBoundingRect(block).height()
    return starts, count, block.length(), height


def change_quietly(
    page: Page, cursor: QTextCursor, act: Callable[[QTextCursor], None]
) -> Strip | None:
    """Let `act` put in or take out a little at the cursor; what of the page to paint anew.

    None where everything needed has been asked for already.
    """
    block = cursor.block()
    line = block.layout().lineForTextPosition(cursor.positionInBlock())
    if not line.isValid() or cursor.hasSelection() or page.tag(block).kind in _ALONE:
        act(cursor)
        return None
    base = max(0, line.lineNumber() - 1)
    edited = line.lineNumber() - base
    # Qt lets go of what it knows of the glyphs at every turn: keep it for who paints next.
    block.layout().setCacheEnabled(True)
    key = (block.fragmentIndex(), base, page.revision(), page.textWidth(), page.scale)
    before = page.shape[1] if page.shape is not None and page.shape[0] == key else None
    before = before or _shape(page, block, base)
    page.shape = None
    layout, count = page.documentLayout(), page.blockCount()
    page.wide = False
    layout.blockSignals(True)
    try:
        act(cursor)
    finally:
        layout.blockSignals(False)
    top = 0.0
    if page.blockCount() == count and not page.wide and cursor.block() == block:
        after = _shape(page, block, base)
        page.shape = ((key[0], base, page.revision(), *key[3:]), after)
        if after[1] == before[1] and after[3] == before[3]:
            return _strip(page, block, (base, edited), before, after)
        top = layout.blockBoundingRect(block).top() - _MARGIN * page.scale
    layout.documentSizeChanged.emit(layout.documentSize())
    layout.update[QRectF].emit(QRectF(0, top, _ALL, _ALL))  # type: ignore[index]
    return None


def _strip(
    page: Page, block: QTextBlock, line: tuple[int, int], before: _Shape, after: _Shape
) -> Strip:
    """The part of the page to paint anew where a paragraph is as high as it was.

    `line` is the number of the first line watched, and how many lines after it was edited.
    """
    old, new, grown = before[0], after[0], after[2] - before[2]
    base, edited = line
    # The line before the edited one has changed only where the edited one begins elsewhere now.
    first = edited if old[edited] == new[edited] else 0
    last = first + 1
    while last < len(new) and new[last] != old[last] + grown:
        last += 1
    layout, ink = block.layout(), _INK * page.scale
    rect = page.documentLayout().blockBoundingRect(block)
    top = layout.lineAt(base + first).y() - ink
    bottom, end = rect.height(), after[2]
    if last < len(new):
        bottom, end = layout.lineAt(base + last).y(), new[last]
    page.decorations.moved(block, (new[first], end))
    return Strip(QRectF(0, rect.top() + top, _ALL, bottom + ink - top), block, rect)
