"""An offer at the foot of the page: a sentence, one button, the key that does the same."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from deskeditor.ui.widgets.buttons import button
from deskeditor.ui.widgets.labels import key_label, label
from deskeditor.ui.widgets.layouts import put, row
from deskeditor.ui.wording import ltr

#: How long it stands, in milliseconds.
OFFERED = 10_000
#: How far from the page's foot it stands, in pixels.
_GAP = 16


class Offer(QFrame):
    """Takes no focus by itself: one types on and it goes."""

    def __init__(self, host: QWidget, name: str, does: str, pressed: Callable[[], object]) -> None:
        """Hidden over `host`; `name` for screen readers, `does` the words of its button."""
        super().__init__(host)
        self._host = host
        self.setObjectName("offer")
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(name)
        self.text = label()
        self.does = button(does, pressed, look="chip")
        self.key = key_label("")
        put(self, row(self.text, self.does, self.key, margins=(10, 4, 10, 4)))
        self._timer = QTimer(self, singleShot=True, interval=OFFERED)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def offer(self, text: str, keys: str) -> None:
        """Stand there with this sentence; `keys` do what the button does."""
        self.text.setText(text)
        self.text.setAccessibleName(text)
        self.key.setText(ltr(keys))
        self.key.setVisible(bool(keys))
        self.adjustSize()
        host = self._host
        self.move((host.width() - self.width()) // 2, host.height() - self.height() - _GAP)
        self.show()
        self.raise_()
        self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape sends it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._host.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)
