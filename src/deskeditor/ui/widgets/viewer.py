"""A picture to look at closely: zoom, move, a crop with handles, a focal point, hidden parts.

Everything it tells is in fractions 0…1 of the upright picture. With the keyboard: arrows move what
is edited (the crop, or the picture while it is zoomed), + and − make it larger or smaller.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskeditor.domain.crops import moved, scaled
from deskeditor.domain.document.blocks import Crop
from deskeditor.domain.media import Region
from deskeditor.ui.theme.look import Look

#: The least and the most a picture is enlarged beyond fitting the widget.
_LEAST, _MOST = 1.0, 12.0
_STEP, _FINE, _HANDLE = 1.25, 0.01, 9


class Hand(StrEnum):
    """What pressing and dragging does."""

    MOVE = "move"
    CROP = "crop"
    FOCAL = "focal"
    HIDE = "hide"


class Viewer(QWidget):
    """Signals: `crop_changed(Crop)`, `focal_changed(x, y)`, `region_drawn(Region)`."""

    crop_changed = Signal(object)
    focal_changed = Signal(float, float)
    region_drawn = Signal(object)

    def __init__(self, look: Look, name: str) -> None:
        """No picture yet; `name` is what a screen reader says."""
        super().__init__()
        self._look = look
        self._image = QImage()
        self._zoom, self._shift = _LEAST, QPointF()
        self._crop: Crop | None = None
        self._focal: tuple[float, float] | None = None
        self._regions: tuple[Region, ...] = ()
        self._held: QPointF | None = None
        self._corner = False
        self._drawn: QRectF | None = None
        self.hand = Hand.MOVE
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # What is shown.

    def show_image(self, image: QImage | None) -> None:
        """Another picture, fitted; None while it is on its way."""
        self._image = image or QImage()
        self.fit()

    def show_use(
        self, crop: Crop | None, focal: tuple[float, float] | None, regions: tuple[Region, ...]
    ) -> None:
        """What lies on the picture."""
        self._crop, self._focal, self._regions = crop, focal, regions
        self.update()

    def fit(self) -> None:
        """The whole picture."""
        self._zoom, self._shift = _LEAST, QPointF()
        self.update()

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Closer or farther, about a point of the widget."""
        before = self._to_picture(about or QRectF(self.rect()).center())
        self._zoom = min(_MOST, max(_LEAST, self._zoom * factor))
        after = self._to_picture(about or QRectF(self.rect()).center())
        box = self._box()
        self._shift += QPointF(
            (after.x() - before.x()) * box.width(), (after.y() - before.y()) * box.height()
        )
        self._keep_inside()
        self.update()

    @property
    def zoom(self) -> float:
        """How much the picture is enlarged beyond fitting."""
        return self._zoom

    # Geometry.

    def _box(self) -> QRectF:
        """Where the picture lies in the widget."""
        if self._image.isNull():
            return QRectF(self.rect())
        wide, high = self._image.width(), self._image.height()
        scale = min(self.width() / wide, self.height() / high) * self._zoom
        size = QPointF(wide * scale, high * scale)
        start = QPointF(self.width() - size.x(), self.height() - size.y()) / 2 + self._shift
        return QRectF(start.x(), start.y(), size.x(), size.y())

    def _keep_inside(self) -> None:
        box = self._box()
        slack_x, slack_y = (
            max(0.0, (box.width() - self.width()) / 2),
            max(0.0, (box.height() - self.height()) / 2),
        )
        self._shift = QPointF(
            min(slack_x, max(-slack_x, self._shift.x())),
            min(slack_y, max(-slack_y, self._shift.y())),
        )

    def _to_picture(self, at: QPointF) -> QPointF:
        box = self._box()
        return QPointF(
            (at.x() - box.left()) / max(1.0, box.width()),
            (at.y() - box.top()) / max(1.0, box.height()),
        )

    def _on_widget(self, left: float, top: float, width: float, height: float) -> QRectF:
        box = self._box()
        return QRectF(
            box.left() + left * box.width(), box.top() + top * box.height(),
            width * box.width(), height * box.height(),
        )  # fmt: skip

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all is drawn
        """The picture, and what lies on it."""
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.hover))
        if self._image.isNull():
            mark = self._look.icons.pixmap("image", "ink2", 28)
            painter.drawPixmap(self.width() // 2 - 14, self.height() // 2 - 14, mark)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._box(), self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for region in self._regions:
            self._paint_region(painter, region)
        if self._drawn is not None:
            painter.setPen(QPen(QColor(tokens.accent), 2, Qt.PenStyle.DashLine))
            painter.drawRect(self._drawn)
        if self._crop is not None:
            self._paint_crop(painter, self._crop)
        if self._focal is not None:
            self._paint_focal(painter, self._focal)

    def _paint_region(self, painter: QPainter, region: Region) -> None:
        box = self._on_widget(region.left, region.top, region.width, region.height)
        painter.fillRect(box, QColor(20, 20, 20, 200))
        painter.setPen(QPen(QColor("#FFFFFF"), 1, Qt.PenStyle.DashLine))
        painter.drawRect(box)
        mark = self._look.icons.pixmap("lock", "on_accent", 16)
        painter.drawPixmap(round(box.center().x()) - 8, round(box.center().y()) - 8, mark)

    def _paint_crop(self, painter: QPainter, crop: Crop) -> None:
        frame = self._on_widget(crop.left, crop.top, crop.width, crop.height)
        box, shade = self._box(), QColor(10, 14, 15, 140)
        for part in (
            QRectF(box.left(), box.top(), box.width(), frame.top() - box.top()),
            QRectF(box.left(), frame.bottom(), box.width(), box.bottom() - frame.bottom()),
            QRectF(box.left(), frame.top(), frame.left() - box.left(), frame.height()),
            QRectF(frame.right(), frame.top(), box.right() - frame.right(), frame.height()),
        ):
            painter.fillRect(part, shade)
        painter.setPen(QPen(QColor("#FFFFFF"), 2))
        painter.drawRect(frame)
        painter.setPen(QPen(QColor("#1A1F20"), 1))
        for corner in self._corners(frame):
            painter.fillRect(corner, QColor("#FFFFFF"))
            painter.drawRect(corner)

    def _corners(self, frame: QRectF) -> list[QRectF]:
        half = _HANDLE / 2
        points = (frame.topLeft(), frame.topRight(), frame.bottomLeft(), frame.bottomRight())
        return [QRectF(p.x() - half, p.y() - half, _HANDLE, _HANDLE) for p in points]

    def _paint_focal(self, painter: QPainter, focal: tuple[float, float]) -> None:
        spot = self._on_widget(focal[0], focal[1], 0, 0).topLeft()
        painter.setPen(QPen(QColor("#FFFFFF"), 2))
        painter.setBrush(QColor((self._look.tokens.scheme == "dark" and "#17363D") or "#0B5A6B"))
        painter.drawEllipse(spot, 15, 15)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(spot, 8, 8)
        for x, y in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            way = QPointF(x, y)
            painter.drawLine(spot + way * 5, spot + way * 12)

    # Mouse and keyboard.

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        turned = event.angleDelta().y()
        if turned:
            self.zoom_by(_STEP if turned > 0 else 1 / _STEP, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin what the hand does."""
        if event.button() is not Qt.MouseButton.LeftButton or self._image.isNull():
            return
        self._held = event.position()
        if self.hand is Hand.FOCAL:
            self._tell_focal(event.position())
        elif self.hand is Hand.CROP and self._crop is not None:
            frame = self._on_widget(
                self._crop.left, self._crop.top, self._crop.width, self._crop.height
            )
            grown = [c.adjusted(-5, -5, 5, 5) for c in self._corners(frame)]
            self._corner = any(corner.contains(event.position()) for corner in grown)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it."""
        if self._held is None:
            return
        at, box = event.position(), self._box()
        by = at - self._held
        if self.hand is Hand.HIDE:
            self._drawn = QRectF(self._held, at).normalized()
            self.update()
            return
        if self.hand is Hand.FOCAL:
            self._tell_focal(at)
        elif self.hand is Hand.CROP and self._crop is not None:
            crop = self._crop
            if self._corner:
                middle = self._on_widget(crop.left, crop.top, crop.width, crop.height).center()
                before = max(4.0, _length(self._held - middle))
                self._tell_crop(scaled(crop, _length(at - middle) / before))
            else:
                self._tell_crop(moved(crop, by.x() / box.width(), by.y() / box.height()))
        else:
            self._shift += by
            self._keep_inside()
            self.update()
        self._held = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it; a part drawn to be hidden is told now."""
        drawn, self._held, self._drawn, self._corner = self._drawn, None, None, False
        if drawn is not None and drawn.width() > 6 and drawn.height() > 6:
            self._tell_region(drawn)
        self.update()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, plus and minus, 0."""
        way = _WAYS.get(Qt.Key(event.key()))
        fine = 5 * _FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _FINE
        grow = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}.get(
            Qt.Key(event.key()), 0
        )
        cropping = self.hand is Hand.CROP and self._crop is not None
        if way is not None and cropping and self._crop is not None:
            self._tell_crop(moved(self._crop, way[0] * fine, way[1] * fine))
        elif way is not None and self.hand is Hand.FOCAL:
            x, y = self._focal or (0.5, 0.5)
            self.focal_changed.emit(_within(x + way[0] * fine), _within(y + way[1] * fine))
        elif way is not None:
            self._shift -= QPointF(way[0] * self.width() * fine, way[1] * self.height() * fine)
            self._keep_inside()
            self.update()
        elif grow and cropping and self._crop is not None:
            self._tell_crop(scaled(self._crop, 1.05 if grow > 0 else 1 / 1.05))
        elif grow:
            self.zoom_by(_STEP if grow > 0 else 1 / _STEP)
        elif event.key() == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def _tell_crop(self, crop: Crop) -> None:
        if crop != self._crop:
            self._crop = crop
            self.update()
            self.crop_changed.emit(crop)

    def _tell_focal(self, at: QPointF) -> None:
        spot = self._to_picture(at)
        self.focal_changed.emit(_within(spot.x()), _within(spot.y()))

    def _tell_region(self, drawn: QRectF) -> None:
        start, end = self._to_picture(drawn.topLeft()), self._to_picture(drawn.bottomRight())
        left, top = _within(start.x()), _within(start.y())
        width, height = _within(end.x()) - left, _within(end.y()) - top
        if width > 0 and height > 0:
            made = Region(round(left, 4), round(top, 4), round(width, 4), round(height, 4))
            self.region_drawn.emit(made)


_WAYS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


def _within(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 4)


def _length(way: QPointF) -> float:
    return float((way.x() ** 2 + way.y() ** 2) ** 0.5)
