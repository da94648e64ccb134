"""Pictures in the text: one character whose size and drawing are ours, never Qt's image loader."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPen,
    QPixmap,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from deskeditor.ui.editor.appearance import EditorTheme
from deskeditor.ui.editor.marks import tag_of

#: Answers the picture of a media hash, or None while it is not at hand.
ImageSource = Callable[[str], QImage | None]
#: A picture's height is at most this part of its column's width; taller ones are drawn narrower.
TALLEST = 0.8
#: Height of the line drawn where there is no picture, in pixels at scale 1.
EMPTY = 72.0
_CACHED = 24


def no_images(_media: str) -> QImage | None:
    """The source that has no picture."""
    return None


class PictureObject(QPyTextObject):
    """Sizes and draws the picture lines of one page."""

    def __init__(self, page: QTextDocument, theme: EditorTheme, empty_text: str) -> None:
        """Begin with no source; `empty_text` stands in the frame of a missing picture."""
        super().__init__(page)
        self.source: ImageSource = no_images
        self.theme = theme
        self.empty_text = empty_text
        self.ratio = 1.0
        self.scale = 1.0
        self._images: dict[str, QImage | None] = {}
        self._drawn: dict[tuple[str, int, int], QPixmap] = {}

    def set_source(self, source: ImageSource | None) -> None:
        """Take pictures from here from now on."""
        self.source = source or no_images
        self._images.clear()
        self._drawn.clear()

    def image(self, media: str | None) -> QImage | None:
        """The picture of a media hash; asked for once."""
        if not media:
            return None
        if media not in self._images:
            found = self.source(media)
            self._images[media] = None if found is None or found.isNull() else found
        return self._images[media]

    def intrinsicSize(self, doc: QTextDocument, position: int, _format: QTextFormat) -> QSizeF:
        """The size on the page: the column's width, or less for a tall picture."""
        column = max(80.0, doc.textWidth() - 2 * doc.documentMargin() * self.scale - 2)
        image = self.image(tag_of(doc.findBlock(position)).values.get("media"))
        if image is None:
            return QSizeF(column, EMPTY * self.scale)
        width, height = float(image.width()), float(max(1, image.height()))
        scale = min(column / width, column * TALLEST / height)
        return QSizeF(width * scale, height * scale)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        position: int,
        _format: QTextFormat,
    ) -> None:
        """Draw the picture, or the frame that says it is not here."""
        media = tag_of(doc.findBlock(position)).values.get("media")
        image = self.image(media)
        box = QRectF(rect)
        if image is None:
            self._draw_empty(painter, box)
            return
        painter.drawPixmap(box.toRect(), self._scaled(str(media), image, box))

    def _scaled(self, media: str, image: QImage, rect: QRectF) -> QPixmap:
        width, height = round(rect.width() * self.ratio), round(rect.height() * self.ratio)
        key = (media, width, height)
        if key not in self._drawn:
            if len(self._drawn) >= _CACHED:
                self._drawn.clear()
            smooth = Qt.TransformationMode.SmoothTransformation
            keep = Qt.AspectRatioMode.IgnoreAspectRatio
            self._drawn[key] = QPixmap.fromImage(image.scaled(width, height, keep, smooth))
        return self._drawn[key]

    def _draw_empty(self, painter: QPainter, rect: QRectF) -> None:
        painter.save()
        pen = QPen(QColor(self.theme.edge), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(self.theme.panel))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QPen(QColor(self.theme.ink2), 1.5 * self.scale))
        side, gap = 20 * self.scale, 10 * self.scale
        room = max(0, int(rect.width() - side - 3 * gap))
        metrics = painter.fontMetrics()
        said = metrics.elidedText(self.empty_text, Qt.TextElideMode.ElideRight, room)
        wide = metrics.horizontalAdvance(said)
        rtl = not self.empty_text.isascii()
        left = rect.center().x() - (wide + side + gap) / 2
        sign = left + wide + gap if rtl else left
        _draw_sign(painter, QRectF(sign, rect.center().y() - side / 2, side, side))
        words = QRectF(left if rtl else left + side + gap, rect.top(), wide + 2, rect.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, said)
        painter.restore()


def _draw_sign(painter: QPainter, box: QRectF) -> None:
    """A picture in outline: a frame, a sun, a hill."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(box.width() * 0.08, box.height() * 0.16, -box.width() * 0.08,
                         -box.height() * 0.16)  # fmt: skip
    painter.drawRoundedRect(inner, 2, 2)
    unit = inner.width() / 6
    painter.drawEllipse(inner.topLeft() + QPointF(1.7 * unit, 1.5 * unit), 0.6 * unit, 0.6 * unit)
    bottom = inner.bottom()
    painter.drawPolyline([
        QPointF(inner.left() + 0.6 * unit, bottom - 0.2 * unit),
        QPointF(inner.left() + 3.4 * unit, bottom - 2.2 * unit),
        QPointF(inner.right() - 0.3 * unit, bottom - 0.5 * unit),
    ])  # fmt: skip
