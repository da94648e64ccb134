"""What may be done with a case beside deciding: recall, publish, retract, take a decline back.

An act that needs words asks for them under the buttons, never in a dialog.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from deskeditor.domain.review import NEEDS_REASON, Act
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button
from deskeditor.ui.widgets.labels import label, start_side
from deskeditor.ui.widgets.layouts import column, put, row

#: The acts of the panel with their looks; who may not do one does not see it.
_ACTS: tuple[tuple[Act, str], ...] = (
    (Act.RECALL, ""),
    (Act.PUBLISH, ""),
    (Act.REOPEN, ""),
    (Act.RETRACT, "danger"),
    (Act.PUBLISH_UNREVIEWED, "danger"),
)


class OwnActs(QWidget):
    """Emits `act_asked(Act, reason)`; an act that needs a reason not without one."""

    act_asked = Signal(object, str)

    def __init__(self, look: Look) -> None:
        """Hidden until something is allowed."""
        super().__init__()
        words = self._words = look.words
        self._pending: Act | None = None
        self._text = ("", "")
        self.buttons: dict[Act, QPushButton] = {
            act: button(words(f"review.act_{act}"), partial(self._ask, act), look=style)
            for act, style in _ACTS
        }
        self._name = label("", "note", wrap=True)
        self.yes = button("", self._give, look="filled")
        self.reason = QLineEdit()
        self.reason.setAlignment(start_side())
        self.reason.setMaxLength(2_000)
        self.reason.returnPressed.connect(self._give)
        self.reason.textChanged.connect(lambda text: self.yes.setEnabled(bool(text.strip())))
        no = button(words("panels.cancel"), self._close, look="flat")
        field = column(
            self._name, self.reason, row(self.yes, no, "stretch"), margins=(0, 0, 0, 10), gap=5
        )
        self._asking = put(QWidget(), field)
        put(self, column(row(*self.buttons.values(), "stretch", gap=8), self._asking, gap=8))
        self.allow(frozenset(), ("", ""))

    def allow(self, permitted: frozenset[Act], text: tuple[str, str]) -> None:
        """Show what the board would take now of a text, named by its article and its revision.

        Words begun stay while it is the same text and what they are for stays allowed: of another
        text nobody said them.
        """
        for act, made in self.buttons.items():
            made.setVisible(act in permitted)
        self.setVisible(bool(permitted & self.buttons.keys()))
        if self._pending not in permitted or text != self._text:
            self._close()
        self._text = text

    def _ask(self, act: Act) -> None:
        if act not in NEEDS_REASON:
            self.act_asked.emit(act, "")
            return
        self._pending = act
        asked = self._words(f"review.why_{act}")
        self._name.setText(asked)
        self.reason.setAccessibleName(asked)
        self.reason.clear()
        self.yes.setText(self._words(f"review.act_{act}").rstrip("…"))
        self.yes.setEnabled(False)
        self._asking.show()
        self.reason.setFocus()

    def _close(self) -> None:
        self._pending = None
        self.reason.clear()
        self._asking.hide()

    def _give(self) -> None:
        reason, act = self.reason.text().strip(), self._pending
        if act is not None and reason:
            self._close()
            self.act_asked.emit(act, reason)
