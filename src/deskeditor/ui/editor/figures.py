"""Pictures in the text: one character whose size and drawing are ours, never Qt's image loader."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
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
#: Height of the frame drawn where there is no picture, as a part of the column's width.
EMPTY = 0.34
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
            return QSizeF(column, column * EMPTY)
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
        painter.setPen(QColor(self.theme.ink2))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.empty_text)
        painter.restore()
