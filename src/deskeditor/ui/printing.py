"""Pages on paper: a simple page of our own drawn by Qt's text engine into a PDF, A4, numbered.

Used for sheets whose template we wrote; nothing is ever loaded from a page. Any thread may call:
the document and the printer live in the call.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
    QTextOption,
)

#: Millimetres of white on each side, and the room of the page number under the text.
_MARGIN, _FOOT = 18.0, 12.0
_RESOLUTION = 300
#: Faces whose «لا» can be searched for in what is written; why these: docs/decisions/019.
_FACES = ["Noto Sans Arabic", "Noto Sans Arabic UI", "DejaVu Sans"]


class _Paper(QTextDocument):
    """Loads nothing."""

    def loadResource(self, _kind: int, _name: object) -> object:
        """Nothing is ever loaded."""
        return None


def pdf_of(page: str, style: str, *, rtl: bool, title: str) -> bytes:
    """The PDF of a page of ours in HTML; the same page gives the same pages, not the same bytes."""
    turning = QEventLoop()  # the text engine's timers want one in whatever thread this is
    raw = QByteArray()
    buffer = QBuffer(raw)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(title)
    writer.setCreator("deskeditor")
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins,
            QPageLayout.Unit.Millimeter,
        )
    )  # fmt: skip
    document = _document(page, style, writer, rtl=rtl)
    _draw(document, writer)
    buffer.close()
    turning.quit()
    return bytes(raw.data())


def _document(page: str, style: str, writer: QPdfWriter, *, rtl: bool) -> QTextDocument:
    document = _Paper()
    document.documentLayout().setPaintDevice(writer)
    face = QFont()
    face.setFamilies(_FACES)
    face.setPointSizeF(11)
    document.setDefaultFont(face)
    option = QTextOption()
    direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(direction)
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setDefaultStyleSheet(style)
    document.setHtml(page)
    foot = _FOOT / 25.4 * _RESOLUTION
    document.setPageSize(QSizeF(writer.width(), writer.height() - foot))
    document.setDocumentMargin(0)
    return document


def _draw(document: QTextDocument, writer: QPdfWriter) -> None:
    """Each page where it belongs, its number under it."""
    painter = QPainter(writer)
    wide, high = document.pageSize().width(), document.pageSize().height()
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    pages = document.pageCount()
    for number in range(pages):
        if number:
            writer.newPage()
        painter.save()
        painter.translate(0, -number * high)
        area = QRectF(0, number * high, wide, high)
        painter.setClipRect(area)
        context.clip = area
        document.documentLayout().draw(painter, context)
        painter.restore()
        under = QRectF(0, high, wide, writer.height() - high)
        painter.drawText(
            under, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom),
            f"{number + 1} / {pages}",
        )  # fmt: skip
    painter.end()
