"""A row of joined buttons of which one is down."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from deskeditor.ui.widgets.buttons import button
from deskeditor.ui.widgets.layouts import put, row


class Segmented(QWidget):
    """Emits `chosen(key)` when another part is pressed."""

    chosen = Signal(str)

    def __init__(self, parts: tuple[tuple[str, str], ...], name: str) -> None:
        """`parts` are (key, text); the first is down."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for key, text in parts:
            made = button(text, look="segment")
            made.setCheckable(True)
            self._group.addButton(made)
            self._buttons[key] = made
            made.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
        put(self, row(*self._buttons.values(), gap=0))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        next(iter(self._buttons.values())).setChecked(True)

    def set_text(self, key: str, text: str) -> None:
        """Change one part's text, such as its count."""
        self._buttons[key].setText(text)
        self._buttons[key].setAccessibleName(text)

    def choose(self, key: str) -> None:
        """Press a part without telling anybody."""
        self._buttons[key].setChecked(True)
