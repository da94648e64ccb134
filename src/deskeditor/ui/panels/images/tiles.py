"""The article's pictures as small tiles: what each shows, its first words, what it lacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QGridLayout, QWidget

from deskeditor.domain.document import Figure
from deskeditor.domain.document.proposals import live
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.labels import ElidedLabel, label, picture
from deskeditor.ui.widgets.layouts import clear, column, put, row
from deskeditor.ui.wording import ltr

#: Pixels of a picture.
_WIDE, _HIGH = 136, 86
Thumbnail = Callable[[str, int, int], QImage | None]


class FigureTiles(QWidget):
    """Two in a line. Signal `picked(figure id)`."""

    picked = Signal(str)

    def __init__(self, look: Look, thumbnail: Thumbnail) -> None:
        """`thumbnail(media, width, height)` answers pixels, or None while they are on their way."""
        super().__init__()
        self._look, self._thumbnail = look, thumbnail
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        put(self, row(self._grid, "stretch"))

    def show_figures(
        self, figures: Sequence[Figure], chosen: str, faults: Callable[[Figure], Sequence[str]]
    ) -> None:
        """Other figures, or another chosen; `faults` says what one lacks."""
        clear(self._grid)
        for place, figure in enumerate(figures):
            tile = self._tile(figure, faults(figure))
            tile.set_current(figure.id == chosen)
            self._grid.addWidget(tile, place // 2, place % 2)

    def _tile(self, figure: Figure, wrong: Sequence[str]) -> Card:
        words = self._look.words
        name = live(figure.caption).text or figure.title or words("panels.image_unnamed")
        card = Card(name)
        card.chosen.connect(lambda: self.picked.emit(figure.id))
        image = self._thumbnail(figure.media, _WIDE, _HIGH) if figure.media else None
        shown = label("" if image else words(
            "panels.image_missing" if figure.media is None else "panels.image_coming"
        ), "note", wrap=image is None)  # fmt: skip
        shown.setFixedHeight(_HIGH)
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if image is not None:
            shown.setPixmap(QPixmap.fromImage(image))
            shown.setScaledContents(True)
        icon, tone, text = (
            ("error", "error", words("panels.image_lacks", n=len(wrong), count=ltr(len(wrong))))
            if wrong
            else ("ok", "ok", words("panels.image_good"))
        )
        state = label(text, "note", tone=tone)
        mark = picture(self._look.icons.pixmap(icon, tone, 14), 14)
        put(card, column(
            shown, row(ElidedLabel(name), margins=(8, 0, 8, 0)),
            row(mark, state, "stretch", margins=(8, 0, 8, 6), gap=5), margins=(2, 2, 2, 2), gap=2,
        ))  # fmt: skip
        card.setFixedSize(_WIDE + 6, _HIGH + 52)
        return card
