"""The focus ring: 2 pixels of accent, 2 pixels off, round whatever has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QWidget,
)  # fmt: skip
from shiboken6 import isValid

from deskeditor.ui.widgets.cards import Card

#: Off the widget, and wide; in pixels.
_OFF, _WIDE = 2, 2
_RINGED = (Card, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QToolButton)
_BARE = (QAbstractItemView, QMenu, QMenuBar, QTextEdit)


class FocusRing(QFocusFrame):
    """One ring for the whole window: it moves with the focus."""

    def __init__(self, window: QWidget, colour: str) -> None:
        """Follow the focus inside `window`."""
        super().__init__(window)
        self._colour = QColor(colour)
        self._window = window
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or new.window() is not self._window or not _wears_ring(new):
            self._leave()
            return
        if self._target is not new:
            self._leave()
            self._target = new
            new.installEventFilter(self)
        self._place()

    def _leave(self) -> None:
        target, self._target = self._target, None
        if target is not None and isValid(target):
            target.removeEventFilter(self)
        self.hide()

    def _place(self) -> None:
        target = self._target
        host = target.parentWidget() if target is not None else None
        if target is None or host is None or not target.isVisible():
            self.hide()
            return
        if self.parentWidget() is not host:
            self.setParent(host)
        reach = _OFF + _WIDE
        room = target.geometry().adjusted(-reach, -reach, reach, reach)
        self.setGeometry(room.intersected(host.rect()))
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the widget; go back to the window before the widget's parent dies."""
        kind = event.type()
        if watched is self._target:
            if kind in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
                self._place()
            elif kind in (QEvent.Type.Hide, QEvent.Type.ParentChange, QEvent.Type.DeferredDelete):
                self._leave()
                self.setParent(self._window)
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour, _WIDE))
        half = _WIDE / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 6, 6)
        painter.end()


def _wears_ring(widget: QWidget) -> bool:
    if widget.property("ring") == "none" or isinstance(widget, _BARE):
        return False
    return isinstance(widget, _RINGED) or bool(widget.property("ring"))
