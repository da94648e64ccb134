"""Under a source without a name, while an editor reads: why it may stay unnamed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button
from deskeditor.ui.widgets.labels import label, start_side
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.wording import isolated


class VouchForm(QWidget):
    """Emits `vouched(name, reason)`; without a reason nothing."""

    vouched = Signal(str, str)

    def __init__(self, look: Look, source: str) -> None:
        """One field and its button, for the source of this name."""
        super().__init__()
        words = look.words
        self._name = source
        self.reason = QLineEdit()
        self.reason.setAlignment(start_side())
        self.reason.setMaxLength(500)
        self.reason.setPlaceholderText(words("ledger.vouch_why"))
        self.reason.setAccessibleName(words("ledger.vouch_why"))
        self.reason.returnPressed.connect(self._go)
        go = button(words("ledger.vouch"), self._go)
        hint = label(words("ledger.vouch_hint", name=isolated(source)), "note", wrap=True)
        line = row(self.reason, go, gap=6)
        line.setStretch(0, 1)
        put(self, column(hint, line, margins=(11, 0, 11, 4), gap=4))

    def _go(self) -> None:
        if self.reason.text().strip():
            self.vouched.emit(self._name, self.reason.text().strip())
