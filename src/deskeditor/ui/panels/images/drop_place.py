"""Where a picture is dropped into the article."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.labels import label, picture, restyle
from deskeditor.ui.widgets.layouts import put, row


class DropPlace(Card):
    """Where a picture is dropped; pressing it asks for a file. Emits `dropped(Path)`."""

    dropped = Signal(object)

    def __init__(self, look: Look) -> None:
        """A dashed place with one line."""
        text = look.words("panels.add_image")
        super().__init__(text)
        self.setObjectName("dropPlace")
        self.setAcceptDrops(True)
        mark = picture(look.icons.pixmap("plus", "ink2", 18), 18)
        words = label(text, "soft")
        put(self, row("stretch", mark, words, "stretch", margins=(8, 8, 8, 8)))
        self.setFixedHeight(52)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files only."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files went away again."""
        self._over(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell each local file."""
        self._over(False)
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.dropped.emit(Path(url.toLocalFile()))

    def _over(self, over: bool) -> None:
        self.setProperty("over", "true" if over else "false")
        restyle(self)
