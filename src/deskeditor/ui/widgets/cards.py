"""A card: something to choose, by mouse or keyboard, framed when it is the current one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from deskeditor.ui.widgets.labels import restyle


class Card(QFrame):
    """Answers a click, Enter or Space with `chosen`."""

    chosen = Signal()

    def __init__(self, name: str, *, quiet: bool = False, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader says; a quiet card is a row with a hairline."""
        super().__init__(parent)
        self.setProperty("quiet", "true" if quiet else "false")
        self.setProperty("current", "false")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def set_current(self, current: bool) -> None:
        """Frame the card, or take the frame off."""
        wanted = "true" if current else "false"
        if self.property("current") != wanted:
            self.setProperty("current", wanted)
            restyle(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose on the left button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter and Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
            return
        super().keyPressEvent(event)
