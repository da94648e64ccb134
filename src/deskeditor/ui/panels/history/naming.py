"""The line in which a version is named, hidden until somebody presses the button for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from deskeditor.services.drafts import LONGEST_TITLE
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button
from deskeditor.ui.widgets.layouts import put, row


class _Field(QLineEdit):
    """A line in a card: Enter ends it and does not press the card; Escape gives it up."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep both keys from whoever stands around it."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.accept()


class Naming(QWidget):
    """Emits `named(str)` when another name was written; `ask` is the button, placed by others."""

    named = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        """`name` is what it is called now; may be empty."""
        super().__init__()
        words = look.words
        self._name = name
        self.field = _Field(name)
        self.field.setMaxLength(4 * LONGEST_TITLE)  # code points; too many letters are told
        self.field.setAccessibleName(words("panels.version_name"))
        self.field.setPlaceholderText(words("panels.version_name"))
        self.ask = button(words("panels.name_version"), self._open, look="flat")
        self.field.editingFinished.connect(self._done)
        self.field.given_up.connect(self._close)
        put(self, row(self.field))
        self.hide()

    def _open(self) -> None:
        self.ask.hide()
        self.field.setText(self._name)
        self.show()
        self.field.setFocus()

    def _done(self) -> None:
        written = self.field.text().strip()
        changed = not self.isHidden() and written != self._name
        self._close()
        if changed:
            self.named.emit(written)

    def _close(self) -> None:
        self.hide()
        self.ask.show()
