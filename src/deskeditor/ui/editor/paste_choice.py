"""After a paste: keep its looks, or the words alone. A small bar at the page's foot, no dialog.

It goes with the next change of the text, with Escape, or after a while.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from deskeditor.ui.editor.structure import KEEP
from deskeditor.ui.editor.surface import Surface
from deskeditor.ui.widgets.labels import label

#: How long the choice is offered, in milliseconds.
OFFERED = 12_000
#: How far from the page's foot it stands, in pixels.
_GAP = 16


class PasteChoice(QFrame):
    """Offers the other way to paste what has just been pasted."""

    def __init__(self, surface: Surface, say: Callable[[str], str], parent: QWidget) -> None:
        """Hidden until something with looks of its own is pasted."""
        super().__init__(parent)
        self._surface, self._host = surface, parent
        #: Whether the choice is on offer.
        self.offered = False
        self._mime: QMimeData | None = None
        self._place, self._revision, self._choosing = (0, 0), 0, False
        self.setObjectName("pasteChoice")
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(say("editor.pasted"))
        box = QHBoxLayout(self)
        box.setContentsMargins(10, 4, 6, 4)
        box.setSpacing(6)
        box.addWidget(label(say("editor.pasted")))
        self.rich = self._button(say("editor.paste-rich"), plain=False)
        self.plain = self._button(say("editor.paste-plain"), plain=True)
        box.addWidget(self.rich)
        box.addWidget(self.plain)
        self._timer = QTimer(self, singleShot=True, interval=OFFERED)
        self._timer.timeout.connect(self._leave)
        surface.pasted.connect(self.offer)
        self.hide()

    def _button(self, text: str, *, plain: bool) -> QPushButton:
        made = QPushButton(text)
        made.setAccessibleName(text)
        made.setProperty("look", "chip")
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.clicked.connect(lambda _checked=False: self.choose(plain=plain))
        return made

    def offer(self, mime: QMimeData, start: int, end: int) -> None:
        """Offer the choice for what was pasted over the positions `[start, end)`."""
        if self._choosing:
            return
        self._mime, self._place = mime, (start, end)
        self._settle(plain=False)
        self.offered = True
        self.adjustSize()
        self._stand()
        self.show()
        self.raise_()
        self._timer.start()

    def _leave(self) -> None:
        self.offered = False
        self._timer.stop()
        self.hide()

    def _stand(self) -> None:
        """At the foot of the page, in its middle: over no word that was pasted."""
        host = self._host
        self.move((host.width() - self.width()) // 2, host.height() - self.height() - _GAP)

    def _settle(self, *, plain: bool) -> None:
        self.rich.setChecked(not plain)
        self.plain.setChecked(plain)
        self._revision = self._surface.page.revision()

    def choose(self, *, plain: bool) -> None:
        """Take back what was pasted and paste it the other way."""
        surface, page = self._surface, self._surface.page
        if self._mime is None or page.revision() != self._revision:
            self._leave()
            return
        self._choosing = True
        surface.undo_step()
        cursor = surface.textCursor()
        cursor.setPosition(self._place[0])
        cursor.setPosition(self._place[1], KEEP)
        surface.setTextCursor(cursor)
        surface.paste(self._mime, plain=plain)
        self._choosing = False
        self._settle(plain=plain)
        surface.setFocus(Qt.FocusReason.OtherFocusReason)
        self._timer.start()

    def edited(self) -> None:
        """The text has changed: what was pasted is accepted as it is."""
        if not self._choosing and self._surface.page.revision() != self._revision:
            self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            self._surface.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)
