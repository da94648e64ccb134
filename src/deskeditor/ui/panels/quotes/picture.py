"""A picture of evidence, whole, or a page as wide as there is room: what a person reads by eye."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

#: Pixels around a picture, and how far down the room a place on a page is brought.
_EDGE, _DOWN = 8, 0.3


class _Paper(QWidget):
    """Paints one image into the room there is. The pixels come from elsewhere, decoded apart."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.image: QImage | None = None
        self.wide = False

    def fit(self) -> None:
        """As high as a page is at this width; a picture takes the room there is."""
        high = 0
        if self.wide and self.image is not None and self.image.width():
            across = max(1, self.width() - 2 * _EDGE)
            high = across * self.image.height() // self.image.width() + 2 * _EDGE
        self.setMinimumHeight(high)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes a page another height."""
        super().resizeEvent(event)
        self.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A picture in the middle, its sides kept and never enlarged; a page from edge to edge."""
        if self.image is None:
            return
        room = self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        size = self.image.size()
        smaller = size.width() > room.width() or size.height() > room.height()
        if self.wide or smaller:
            size = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self.image)
        painter.end()


class EvidencePicture(QScrollArea):
    """One image: a picture whole, a page at the width of the card, turned down to a place."""

    def __init__(self, name: str) -> None:
        """`name` is what a screen reader says."""
        super().__init__()
        self._paper = _Paper()
        self._at = 0.0
        self.setWidget(self._paper)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self._settle())

    @property
    def image(self) -> QImage | None:
        """What is shown."""
        return self._paper.image

    def show_image(self, image: QImage | None, *, at: float | None = None) -> None:
        """Another picture, or none. With `at` it is a page, turned down to that share of it."""
        self._paper.image, self._paper.wide = image, at is not None
        self._at = at or 0.0
        self._paper.fit()
        self._settle()

    def _settle(self) -> None:
        """Bring the place of a page into sight."""
        if self._paper.wide:
            down = int(self._at * self._paper.minimumHeight() - _DOWN * self.viewport().height())
            self.verticalScrollBar().setValue(max(0, down))
