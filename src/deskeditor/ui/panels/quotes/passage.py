"""A passage of plain text with words marked: solid blocks for what differs, a dashed box for gaps.

Shows text of evidence, which may be anybody's: plain text only, nothing is loaded.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit

from deskeditor.ui.theme.fonts import font
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.labels import start_side

Sort = Literal["error", "ok", "missing", "soft", "place", "spelt"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the passage: its text, and how it is marked; an empty sort is plain."""

    text: str
    sort: Sort | str = ""


class Passage(QTextEdit):
    """Shows pieces one behind the other."""

    def __init__(self, look: Look, name: str) -> None:
        """`name` is what a screen reader says."""
        super().__init__()
        self._look = look
        self._boxes: list[tuple[int, int]] = []
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setObjectName("passage")
        self.setFont(font("deck"))
        self.document().setDefaultFont(font("body"))
        self.document().setDocumentMargin(10)
        self._direct(rtl=True)

    def _direct(self, *, rtl: bool) -> None:
        option = QTextOption(start_side() if rtl == self._look.words.rtl else _other())
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)

    def loadResource(self, _kind: int, _name: object) -> object:
        """Nothing is ever loaded."""
        return None

    def show_hint(self, text: str) -> None:
        """A sentence of the window, in its direction, where there is no passage."""
        self.show_pieces((Piece(text, "soft"),))
        self._direct(rtl=self._look.words.rtl)

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Show these; the first marked one is brought into sight."""
        self.clear()
        self._direct(rtl=reads_rtl("".join(piece.text for piece in pieces)))
        self._boxes = []
        cursor = QTextCursor(self.document())
        first: int | None = None
        for piece in pieces:
            start = cursor.position()
            cursor.insertText(piece.text, self._format(str(piece.sort)))
            if piece.sort == "missing":
                self._boxes.append((start, cursor.position()))
            if first is None and piece.sort in ("error", "ok", "missing", "place"):
                first = start
        cursor.setPosition(first or 0)
        self.setTextCursor(cursor)
        self._settle()

    def _settle(self) -> None:
        """Bring the first marked word to the second line; what was there before is of no use."""
        top = self.cursorRect().top() - self.fontMetrics().height()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + top)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere: the marked word stays in sight."""
        super().resizeEvent(event)
        self._settle()

    def _format(self, sort: str) -> QTextCharFormat:
        made, tokens = QTextCharFormat(), self._look.tokens
        made.setForeground(QColor(tokens.ink))
        if sort in ("error", "ok"):
            made.setBackground(QColor(getattr(tokens, sort)))
            made.setForeground(QColor(tokens.surface))
            made.setFontWeight(700)
        elif sort == "missing":
            made.setForeground(QColor(tokens.error))
        elif sort == "soft":
            made.setForeground(QColor(tokens.ink2))
        elif sort == "place":
            made.setBackground(QColor(tokens.accent_wash))
        elif sort == "spelt":
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            made.setUnderlineColor(QColor(tokens.ok))
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed boxes over the text."""
        super().paintEvent(event)
        if not self._boxes:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(self._look.tokens.error), 1.2, Qt.PenStyle.DashLine))
        for start, end in self._boxes:
            painter.drawRoundedRect(self._box(start, end), 3, 3)
        painter.end()

    def _box(self, start: int, end: int) -> QRectF:
        """Where a run on one line stands."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        one = QRectF(self.cursorRect(cursor))
        cursor.setPosition(end)
        other = QRectF(self.cursorRect(cursor))
        return one.united(other).adjusted(-2, 2, 2, -2)


def reads_rtl(text: str) -> bool:
    """Whether a passage is read from the right: where it holds no less Arabic than Latin."""
    kinds = [unicodedata.bidirectional(char) for char in text[:5000]]
    return kinds.count("AL") + kinds.count("R") >= kinds.count("L")


def _other() -> Qt.AlignmentFlag:
    absolute = Qt.AlignmentFlag.AlignAbsolute
    right = start_side() & Qt.AlignmentFlag.AlignRight
    return (Qt.AlignmentFlag.AlignLeft if right else Qt.AlignmentFlag.AlignRight) | absolute
