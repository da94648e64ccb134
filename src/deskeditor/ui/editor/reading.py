"""Ways of looking at a page: the paragraph one writes in alone, the caret at one height."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from deskeditor.ui.editor.painting import Sight
from deskeditor.ui.editor.structure import group_of
from deskeditor.ui.editor.view import ArticleEditor

#: How much of the paper lies over paragraphs out of focus, of 255.
_VEIL = 150
#: Where the caret is kept, as a part of the page's height in sight.
_HEIGHT = 0.45


class Focus:
    """Veils all paragraphs but the one at the caret."""

    def __init__(self, editor: ArticleEditor) -> None:
        """Off."""
        self._surface = editor.surface
        self.on = False

    def show(self, *, on: bool) -> None:
        """Switch."""
        layers = self._surface.over
        if on and not self.on:
            layers.append(self.paint)
            self._surface.cursorPositionChanged.connect(self._moved)
        elif self.on and not on:
            layers.remove(self.paint)
            self._surface.cursorPositionChanged.disconnect(self._moved)
        self.on = on
        self._surface.viewport().update()

    def _moved(self) -> None:
        self._surface.viewport().update()

    def paint(self, painter: QPainter, sight: Sight) -> None:
        """The veil; a picture and its caption, a quotation and its speaker stay together."""
        first, last = group_of(self._surface.textCursor().block())
        kept = range(first.blockNumber(), last.blockNumber() + 1)
        veil = QColor(sight.page.theme.paper)
        veil.setAlpha(_VEIL)
        painter.setPen(Qt.PenStyle.NoPen)
        wide = self._surface.viewport().width()
        for block, rect in sight.blocks():
            if block.blockNumber() not in kept:
                painter.fillRect(QRectF(0, rect.top() - 4, wide, rect.height() + 8), veil)


class Typewriter(QObject):
    """Keeps the line one writes on at one height; the page may be scrolled past its end for it."""

    def __init__(self, editor: ArticleEditor) -> None:
        """Off."""
        super().__init__(editor)
        self._surface = editor.surface
        self.on = False
        self._adding = False
        self._surface.verticalScrollBar().rangeChanged.connect(self._range_changed)

    def show(self, *, on: bool) -> None:
        """Switch."""
        if on == self.on:
            return
        self.on = on
        if on:
            self._surface.cursorPositionChanged.connect(self.follow)
        else:
            self._surface.cursorPositionChanged.disconnect(self.follow)
        bar, room = self._surface.verticalScrollBar(), self._room()
        self._adding = True
        bar.setRange(0, max(0, bar.maximum() + (room if on else -room)))
        self._adding = False
        self.follow()

    def _room(self) -> int:
        return round(self._surface.viewport().height() * (1 - _HEIGHT))

    def _range_changed(self, _low: int, high: int) -> None:
        """Qt measured the page anew: the room behind its end is added again."""
        if self.on and not self._adding:
            self._adding = True
            self._surface.verticalScrollBar().setRange(0, high + self._room())
            self._adding = False
            self.follow()

    def follow(self) -> None:
        """Bring the caret's line to its height; a selection being made is left where it is."""
        if not self.on or self._surface.textCursor().hasSelection():
            return
        bar, rect = self._surface.verticalScrollBar(), self._surface.cursorRect()
        target = round(self._surface.viewport().height() * _HEIGHT)
        bar.setValue(bar.value() + rect.center().y() - target)
