"""The place of pictures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from deskeditor.domain.media import ImageRecord
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.labels import ElidedLabel, label
from deskeditor.ui.widgets.layouts import clear, column, put, row
from deskeditor.ui.wording import ltr

_WIDE, _HIGH, _COLUMNS = 270, 168, 4
Thumbnail = Callable[[str, int, int], QImage | None]


class _Page(QFrame):
    """A titled page that scrolls."""

    def __init__(self, look: Look, place: str) -> None:
        super().__init__()
        self.setObjectName("placePage")
        self.look = look
        self._title = label(look.words(f"window.place_{place}"), "place")
        self.count = label("", "soft")
        self.note = label("", "soft", wrap=True)
        inside = QWidget()
        self.box: QVBoxLayout = column(gap=10)
        put(inside, column(self.box, "stretch", margins=(16, 8, 16, 16)))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        head = row(self._title, self.count, "stretch", margins=(16, 14, 16, 4))
        put(self, column(head, column(self.note, margins=(16, 0, 16, 4)), scroll, gap=0))


class GalleryPage(_Page):
    """Every original that is kept. Emits `use_asked(ImageRecord)`."""

    use_asked = Signal(object)

    def __init__(self, look: Look, thumbnail: Thumbnail) -> None:
        """`thumbnail` answers pixels, or None while they are on their way."""
        super().__init__(look, "images")
        self._thumbnail = thumbnail
        self._records: tuple[ImageRecord, ...] = ()
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self.box.addLayout(row(self._grid, "stretch"))

    def show_records(self, records: tuple[ImageRecord, ...]) -> None:
        """Show what is kept, newest first."""
        self._records = records
        self.refresh()

    def refresh(self) -> None:
        """Draw again, after pixels arrived."""
        words = self.look.words
        self.count.setText(ltr(len(self._records)))
        self.note.setText(
            words("window.empty_images" if not self._records else "window.images_hint")
        )
        clear(self._grid)
        for place, record in enumerate(self._records):
            self._grid.addWidget(self._card(record), place // _COLUMNS, place % _COLUMNS)

    def _card(self, record: ImageRecord) -> Card:
        name = record.caption or record.name or self.look.words("panels.image_unnamed")
        card = Card(name)
        shown = label("")
        shown.setFixedHeight(_HIGH)
        image = self._thumbnail(record.media, _WIDE, _HIGH)
        if image is not None:
            shown.setPixmap(QPixmap.fromImage(image))
            shown.setScaledContents(True)
        size = ltr(f"{record.width} × {record.height}")
        credit = record.credit or record.creator or self.look.words("window.no_credit")
        under = ElidedLabel(f"{credit} · {size}", "note", sentence=True)
        put(card, column(
            shown, column(ElidedLabel(name), under,
                          margins=(8, 0, 8, 6), gap=2), margins=(2, 2, 2, 2), gap=4,
        ))  # fmt: skip
        card.setFixedWidth(_WIDE + 6)
        card.chosen.connect(lambda: self.use_asked.emit(record))
        return card
