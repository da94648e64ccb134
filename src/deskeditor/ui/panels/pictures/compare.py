"""Two images side by side, and what of their records differs; near duplicates one after another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QLabel

from deskeditor.domain.media import ImageRecord, distance
from deskeditor.ui.control.gallery import Tile
from deskeditor.ui.models.images import name_of
from deskeditor.ui.panels.pictures.record import COPIED
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, icon_button
from deskeditor.ui.widgets.labels import ElidedLabel, label
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.widgets.viewer import Viewer
from deskeditor.ui.wording import ltr

Pixels = Callable[[str], QImage | None]


class ComparePictures(QFrame):
    """Signals: `closed()`, `taken_over(from media, to media)`."""

    closed = Signal()
    taken_over = Signal(str, str)

    def __init__(self, look: Look, pixels: Pixels) -> None:
        """Nothing is compared."""
        super().__init__()
        self._look, self._pixels = look, pixels
        words = look.words
        self._one: Tile | None = None
        self._others: tuple[Tile, ...] = ()
        self._at = 0
        self._title = label(words("images.compare"), "title")
        self._place = label("", "soft")
        self._back = icon_button(look, "back", words("images.previous"), lambda: self.step(-1))
        self._on = icon_button(look, "forward", words("images.next"), lambda: self.step(1))
        close = icon_button(look, "close", words("images.compare_close"), self.closed.emit)
        head = row(self._title, self._place, "stretch", self._back, self._on, close, gap=6)
        self.viewers = [Viewer(look, words(f"images.side_{side}")) for side in ("one", "other")]
        self._names = [ElidedLabel("", sentence=True), ElidedLabel("", sentence=True)]
        self._notes: list[QLabel] = [label("", "note", wrap=True), label("", "note", wrap=True)]
        takes = [
            button(words("images.take_words"), lambda: self._take(1), look="flat"),
            button(words("images.take_words"), lambda: self._take(0), look="flat"),
        ]
        sides = [
            column(viewer, name, note, row(take, "stretch"), gap=4)
            for viewer, name, note, take in zip(
                self.viewers, self._names, self._notes, takes, strict=True
            )
        ]
        body = row(*sides, gap=12)
        for place, side in enumerate(sides):
            side.setStretch(0, 1)
            body.setStretch(place, 1)
        box = column(head, body, gap=8)
        box.setStretch(1, 1)
        put(self, box)

    def show_pair(self, one: Tile, others: tuple[Tile, ...]) -> None:
        """Hold one image against others, one at a time."""
        self._one, self._others, self._at = one, others, 0
        self._show()

    def step(self, by: int) -> None:
        """The next of the others."""
        if self._others:
            self._at = (self._at + by) % len(self._others)
            self._show()

    def refresh(self) -> None:
        """Pixels came."""
        for viewer, tile in zip(self.viewers, self.pair, strict=False):
            viewer.show_image(self._pixels(tile.record.media))

    @property
    def pair(self) -> tuple[Tile, ...]:
        """The two that are held against each other; nothing where none are."""
        if self._one is None or not self._others:
            return ()
        return self._one, self._others[self._at]

    def _show(self) -> None:
        pair = self.pair
        if not pair:
            return
        words, many = self._look.words, len(self._others)
        bits = distance(pair[0].record.likeness, pair[1].record.likeness)
        alike = words("images.alike", n=bits, bits=ltr(bits))
        self._place.setText(f"{ltr(f'{self._at + 1}/{many}')} · {alike}" if many > 1 else alike)
        self._back.setEnabled(many > 1)
        self._on.setEnabled(many > 1)
        for side, tile in enumerate(pair):
            self._names[side].set_text(name_of(tile.record, self._look))
            self._notes[side].setText(self._facts(tile.record, len(tile.uses)))
        self.refresh()

    def _facts(self, record: ImageRecord, uses: int) -> str:
        words = self._look.words
        size = ltr(f"{record.width} × {record.height}")
        day = ltr(f"{record.taken:%d/%m/%Y}") if record.taken else words("images.no_day")
        credit = record.credit or record.creator or words("images.no_credit")
        used = (
            words("images.used", n=uses, count=ltr(uses)) if uses else words("images.usage_unused")
        )
        return f"{size} · {day} · {credit} · {used}"

    def _take(self, source: int) -> None:
        """Copy what the record of one side says to where the other says nothing."""
        pair = self.pair
        if pair:
            self.taken_over.emit(pair[source].record.media, pair[1 - source].record.media)


def words_to_copy(source: ImageRecord, to: ImageRecord) -> dict[str, object]:
    """What of one record the other lacks."""
    from deskeditor.domain.media import Rights

    found = {}
    for name in (*COPIED, "alt"):
        value, own = getattr(source, name), getattr(to, name)
        if value and value is not Rights.UNKNOWN and (not own or own is Rights.UNKNOWN):
            found[name] = value
    return found
