"""The large viewer with its tools: look closely, crop for each shape, set the focal point, hide.

Crops and the focal point belong to one use in the open article; hidden parts to the image itself.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from deskeditor.domain.crops import SHAPES, Shape, crop_of, holds, with_crop
from deskeditor.domain.document import Figure
from deskeditor.domain.document.blocks import Crop
from deskeditor.domain.media import Hiding, ImageRecord, Region
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, icon_button
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.labels import label, picture
from deskeditor.ui.widgets.layouts import clear, column, put, row
from deskeditor.ui.widgets.segmented import Segmented
from deskeditor.ui.widgets.viewer import Hand, Viewer
from deskeditor.ui.wording import ltr

_NAMED = {"wide": "16:9", "square": "1:1", "portrait": "4:5"}
_SIDE = 226


class Stage(QFrame):
    """Signals: `figure_changed(Figure)`, `regions_changed(media, regions)`, `near_asked(media)`,
    `use_asked(ImageRecord)`.
    """

    figure_changed = Signal(object)
    regions_changed = Signal(str, object)
    near_asked = Signal(str)
    use_asked = Signal(object)

    def __init__(self, look: Look) -> None:
        """No image."""
        super().__init__()
        self._look = look
        words = look.words
        self._record: ImageRecord | None = None
        self._figure: Figure | None = None
        self._shape: Shape = "wide"
        self.viewer = Viewer(look, words("images.viewer"))
        self.viewer.crop_changed.connect(self._crop)
        self.viewer.focal_changed.connect(self._focal)
        self.viewer.region_drawn.connect(self._region)
        self._tools = Segmented(
            tuple((hand.value, words(f"images.hand_{hand}")) for hand in Hand),
            words("images.hands"),
        )
        self._tools.chosen.connect(lambda key: self.take(Hand(key)))
        self._near = button(words("images.near"), self._ask_near, look="flat")
        self._use = button(words("images.use"), self._ask_use)
        tools = row(
            self._tools, "stretch", self._near, self._use,
            icon_button(look, "minus", words("images.zoom_out"), lambda: self.viewer.zoom_by(0.8)),
            icon_button(look, "plus", words("images.zoom_in"), lambda: self.viewer.zoom_by(1.25)),
            gap=6,
        )  # fmt: skip
        self._crops = column(gap=6)
        self._hidden = column(gap=4)
        self._side = QWidget()
        self._side.setFixedWidth(_SIDE)
        put(self._side, column(self._crops, self._hidden, "stretch", gap=10))
        body = row(self.viewer, self._side, gap=12)
        body.setStretch(0, 1)
        box = column(tools, body, gap=8)
        box.setStretch(1, 1)
        put(self, box)
        self.show_record(None, None)

    def show_record(self, record: ImageRecord | None, figure: Figure | None) -> None:
        """Another image, and its use in the open article where there is one."""
        other = record is None or self._record is None or record.media != self._record.media
        self._record, self._figure = record, figure
        self._near.setEnabled(record is not None)
        self._use.setEnabled(record is not None)
        if other:
            self.viewer.show_image(None)
        if figure is None and self.viewer.hand in (Hand.CROP, Hand.FOCAL):
            self.take(Hand.MOVE)
        self._show()

    def show_image(self, image: QImage | None) -> None:
        """The pixels came."""
        self.viewer.show_image(image)

    def take(self, hand: Hand) -> None:
        """Take another tool; crops and focal points only where the open article shows it."""
        if hand in (Hand.CROP, Hand.FOCAL) and self._figure is None:
            hand = Hand.MOVE
        self.viewer.hand = hand
        self._tools.choose(hand.value)
        self._show()

    def _show(self) -> None:
        clear(self._crops)
        clear(self._hidden)
        record, figure, words = self._record, self._figure, self._look.words
        regions = record.regions if record is not None else ()
        if record is None or figure is None:
            self.viewer.show_use(None, None, regions)
        else:
            cropping = self.viewer.hand in (Hand.CROP, Hand.FOCAL)
            crop = crop_of(figure, self._shape, record.width, record.height)
            self.viewer.show_use(crop if cropping else None, figure.focal, regions)
            self._crops.addWidget(label(words("images.crops"), "note"))
            for shape in SHAPES:
                self._crops.addWidget(self._shape_card(shape, record, figure))
        if regions:
            self._hidden.addWidget(label(words("images.hidden"), "note"))
        for place, region in enumerate(regions):
            self._hidden.addLayout(self._region_line(place, region))
        if record is not None and figure is None:
            self._crops.addWidget(label(words("images.crops_where"), "note", wrap=True))

    def _shape_card(self, shape: Shape, record: ImageRecord, figure: Figure) -> Card:
        words, icons = self._look.words, self._look.icons
        crop = crop_of(figure, shape, record.width, record.height)
        fine = holds(crop, figure.focal)
        icon, tone = ("ok", "ok") if fine else ("check", "check")
        drawn = any(one.shape == shape for one in figure.crops)
        name = words(f"images.shape_{shape}")
        state = words("images.crop_drawn" if drawn else "images.crop_automatic")
        if not fine:
            state = words("images.crop_misses")
        card = Card(f"{name}. {state}")
        card.set_current(shape == self._shape)
        card.setToolTip(state)
        mark = picture(icons.pixmap(icon, tone, 15), 15)
        put(card, row(label(name), "stretch", label(ltr(_NAMED[shape]), "note"), mark,
                      margins=(10, 7, 10, 7), gap=8))  # fmt: skip
        card.chosen.connect(lambda: self._choose(shape))
        return card

    def _choose(self, shape: Shape) -> None:
        self._shape = shape
        self.take(Hand.CROP)

    def _region_line(self, place: int, region: Region) -> QHBoxLayout:
        words, look = self._look.words, self._look

        def turn() -> None:
            how = Hiding.BLUR if region.how is Hiding.PIXELATE else Hiding.PIXELATE
            self._put_regions(place, replace(region, how=how))

        def remove() -> None:
            self._put_regions(place, None)

        swap = button(words(f"images.hiding_{region.how}"), turn, look="flat")
        gone = icon_button(look, "close", words("images.show_again"), remove)
        return row(label(ltr(place + 1), "note"), swap, "stretch", gone, gap=6)

    def _put_regions(self, place: int, region: Region | None) -> None:
        if self._record is None:
            return
        kept = list(self._record.regions)
        kept[place : place + 1] = [] if region is None else [region]
        self._tell_regions(tuple(kept))

    def _region(self, region: Region) -> None:
        if self._record is not None:
            self._tell_regions((*self._record.regions, region))

    def _tell_regions(self, regions: tuple[Region, ...]) -> None:
        assert self._record is not None
        self._record = replace(self._record, regions=regions)
        self._show()
        self.regions_changed.emit(self._record.media, regions)

    def _crop(self, crop: Crop) -> None:
        if self._figure is not None:
            self._tell(replace(self._figure, crops=with_crop(self._figure, crop)))

    def _focal(self, x: float, y: float) -> None:
        """A new focal point; the crops that were drawn no longer hold, they follow it."""
        if self._figure is not None:
            self._tell(replace(self._figure, focal=(x, y), crops=()))

    def _tell(self, figure: Figure) -> None:
        self._figure = figure
        self._show()
        self.figure_changed.emit(figure)

    def _ask_near(self) -> None:
        if self._record is not None:
            self.near_asked.emit(self._record.media)

    def _ask_use(self) -> None:
        if self._record is not None:
            self.use_asked.emit(self._record)
