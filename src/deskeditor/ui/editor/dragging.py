"""Dragging text: out of the page, into it, and from one place of it to another.

Qt would take what is dragged out away by itself, and with it the ends of header lines, captions and
other people's words. The surface starts drags itself, so that its writer does the taking away.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from deskeditor.ui.editor.isolates import mend_all
from deskeditor.ui.editor.page import Page
from deskeditor.ui.editor.structure import one_step
from deskeditor.ui.editor.writer import Writer


class Surface(Protocol):
    """What is dragged on."""

    page: Page
    writer: Writer

    def textCursor(self) -> QTextCursor:
        """The caret, to move."""

    def setTextCursor(self, cursor: QTextCursor) -> None:
        """Take the caret back."""

    def cursorForPosition(self, pos: QPoint) -> QTextCursor:
        """The place under the pointer."""

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is selected."""

    def viewport(self) -> QWidget:
        """Where the text is drawn."""

    def isReadOnly(self) -> bool:
        """Whether nothing may be changed."""

    def paste(self, source: QMimeData | None = None, *, plain: bool = False) -> None:
        """Put something in at the caret."""


class Dragging:
    """The drags of one surface."""

    def __init__(self, surface: Surface) -> None:
        """Nothing is dragged."""
        self._surface = surface
        self._from: QPoint | None = None

    def pressed(self, event: QMouseEvent) -> None:
        """Note a press on selected words: a drag may begin here."""
        self._from = None
        cursor = self._surface.textCursor()
        if event.button() != Qt.MouseButton.LeftButton or not cursor.hasSelection():
            return
        at = self._surface.cursorForPosition(event.position().toPoint()).position()
        if cursor.selectionStart() <= at < cursor.selectionEnd():
            self._from = event.position().toPoint()

    def moved(self, event: QMouseEvent) -> bool:
        """Begin a drag where the pointer has gone far enough; whether the move was ours."""
        if self._from is None:
            return False
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._from = None
            return False
        way = (event.position().toPoint() - self._from).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._from = None
            self._drag()
        return True

    def _drag(self) -> None:
        surface = self._surface
        drag = QDrag(surface.viewport())
        drag.setMimeData(surface.createMimeDataFromSelection())
        copy, move = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
        allowed = copy if surface.isReadOnly() else copy | move
        done = drag.exec(allowed, copy if surface.isReadOnly() else move)
        self.left(done, inside=drag.target() is surface.viewport())

    def left(self, action: Qt.DropAction, *, inside: bool) -> None:
        """Take away what was moved to another program; the surface's own drop does it itself."""
        surface = self._surface
        if action is Qt.DropAction.MoveAction and not inside and not surface.isReadOnly():
            cursor = surface.textCursor()
            surface.writer.delete_selection(cursor)
            surface.setTextCursor(cursor)

    def dropped(self, mime: QMimeData, target: QTextCursor, *, own: bool, move: bool) -> bool:
        """Put what is dropped at `target`, moved there if it is `own` and so wished; one step."""
        surface, old = self._surface, self._surface.textCursor()
        on_itself = old.selectionStart() <= target.position() <= old.selectionEnd()
        if surface.isReadOnly() or (own and old.hasSelection() and on_itself):
            return False
        with one_step(QTextCursor(target)):
            if own and move:
                self._take_away(old)
            surface.setTextCursor(target)
            surface.paste(mime)
        return True

    def _take_away(self, old: QTextCursor) -> None:
        """Remove what is moved; the isolates it leaves behind are guarded as they are now."""
        page = self._surface.page
        first = page.findBlock(old.selectionStart()).blockNumber()
        last = page.findBlock(old.selectionEnd()).blockNumber()
        self._surface.writer.remove(old)
        mend_all(page, first - 1, last + 1)
