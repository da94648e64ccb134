"""One of the two cards of the compare pane: a head, and a passage or a picture under it."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame

from deskeditor.ui.panels.quotes.passage import Passage, Piece
from deskeditor.ui.panels.quotes.picture import EvidencePicture
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, icon_button
from deskeditor.ui.widgets.labels import ElidedLabel, label, picture
from deskeditor.ui.widgets.layouts import column, line, put, row


class CompareSide(QFrame):
    """One of the two cards: a head and a passage."""

    def __init__(self, look: Look, title: str) -> None:
        """Empty."""
        super().__init__()
        self.setObjectName("compareSide")
        self._look = look
        self.mark = picture(look.icons.pixmap("pencil", "ink2", 16), 16)
        self.title = label(title, "title")
        self.where = ElidedLabel("", "note", sentence=True)
        self.passage = Passage(look, title)
        head = row(self.mark, self.title, self.where, margins=(10, 6, 10, 6), gap=8)
        head.setStretch(2, 1)
        self.picture = EvidencePicture(title)
        self.picture.hide()
        words = look.words
        self.before = icon_button(look, "start", words("ledger.page_before"))
        self.after = icon_button(look, "end", words("ledger.page_after"))
        self.page = button("", look="flat")
        for part in (self.before, self.page, self.after):
            part.hide()
            head.addWidget(part)
        put(self, column(head, line(), self.passage, self.picture, gap=0))

    def show(self, icon: str, where: str, pieces: tuple[Piece, ...]) -> None:  # type: ignore[override]
        """Fill the card."""
        self.mark.setPixmap(self._look.icons.pixmap(icon, "ink2", 16))
        self.where.set_text(where)
        self.passage.show_pieces(pieces)
        self.show_picture(None)
        super().show()

    def show_picture(self, image: QImage | None, *, at: float | None = None) -> None:
        """A picture instead of the passage, or the passage again; with `at` a page of paper."""
        self.picture.show_image(image, at=at)
        self.picture.setVisible(image is not None)
        self.passage.setVisible(image is None)
