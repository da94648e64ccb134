"""The link bar: where the chosen words lead. It stands between the title and the page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, icon_button
from deskeditor.ui.widgets.fields import set_problem
from deskeditor.ui.widgets.labels import label, set_tone
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.widgets.speaking import announce
from deskeditor.ui.wording import isolated

#: Words of the text shown before the field, in code points.
_SHOWN = 40


class LinkBar(QFrame):
    """Signals: `chosen(address)`, empty to take the link off; `closed()` when it was left."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        """Hidden until `open`."""
        super().__init__()
        self.setObjectName("findBar")
        words = look.words
        self._words = words
        self.setAccessibleName(words("link.bar"))
        self.about = label("", "soft")
        self.field = QLineEdit()
        self.field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.field.setAccessibleName(words("link.address"))
        self.field.setPlaceholderText("https://")
        self.field.textChanged.connect(lambda _text: self._well())
        self.problem = label("", "note", tone="error")
        self.problem.hide()
        self.put = button(words("link.put"), self._choose, look="filled")
        self.off = button(words("link.off"), lambda: self.chosen.emit(""))
        close = icon_button(look, "close", words("find.close"), self._leave)
        line = row(self.about, self.field, self.put, self.off, close, gap=8)
        put(self, column(line, self.problem, margins=(12, 8, 12, 8), gap=4))
        self.hide()

    def open(self, text: str, address: str) -> None:
        """Show the bar for these words with the focus in its field; `address` is what they have."""
        short = text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"
        self.about.setText(self._words("link.about", words=isolated(short)))
        self.field.setText(address)
        self.off.setVisible(bool(address))
        self._well()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def refuse(self) -> None:
        """Say that nobody can be led there."""
        set_problem(self.field, problem=True)
        set_tone(self.problem, "error")
        self.problem.setText(self._words("link.bad"))
        self.problem.show()
        announce(self.field, self._words("link.bad"))

    def _well(self) -> None:
        set_problem(self.field, problem=False)
        self.problem.hide()

    def _choose(self) -> None:
        self.chosen.emit(self.field.text().strip())

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter puts the link on, Escape leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
