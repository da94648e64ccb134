"""The frames around blocks that are proposed whole: put in with a plus, taken out struck through.

Told by form as well as colour: a solid frame and a plus, a dashed frame with a cross and a stroke.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextCursor, QTextTable

from deskeditor.domain.document import Direction
from deskeditor.ui.editor.lines import Kind, Tag
from deskeditor.ui.editor.page import Page
from deskeditor.ui.editor.structure import group_of
from deskeditor.ui.editor.whole_tags import proposed
from deskeditor.ui.editor.wholes import leader

#: Lines that may be part of a block proposed whole.
PARTS = frozenset({
    Kind.FIGURE, Kind.CAPTION, Kind.CREDIT, Kind.CELL, Kind.TABLE_CAPTION, Kind.SEPARATOR,
})  # fmt: skip
#: Half the side of the sign in a frame's corner, and the room around a block, pixels at scale 1.
_SIGN, _ROOM = 9.0, 4.0


def paint_frames(
    painter: QPainter, page: Page, offset: QPointF, seen: list[tuple[QTextBlock, QRectF, Tag]]
) -> None:
    """Frame every block in sight that somebody proposes to put in or to take out."""
    done: set[str] = set()
    for block, _, tag in seen:
        if tag.kind not in PARTS or tag.id in done:
            continue
        done.add(tag.id)
        first = leader(block)
        marks = proposed(page.tag(first)) if first is not None else ()
        if first is not None and marks:
            gone = any(mark.kind == "delete" for mark in marks)
            box, picture = _boxes(page, first)
            _frame(painter, page, box.translated(-offset), picture.translated(-offset), gone=gone)


def _boxes(page: Page, first: QTextBlock) -> tuple[QRectF, QRectF]:
    """The place of a whole block on the page, and that of its first part."""
    layout, last = page.documentLayout(), group_of(first)[1]
    table: QTextTable | None = QTextCursor(first).currentTable()
    top = layout.frameBoundingRect(table) if table is not None else layout.blockBoundingRect(first)
    room = _ROOM * page.scale
    margin = page.documentMargin() * page.scale
    if table is not None and last.length() == 1:
        box = QRectF(top)  # Qt gives an empty caption no room before what follows
    else:
        box = top.united(layout.blockBoundingRect(last))
    box.setLeft(margin - room)
    box.setRight(page.textWidth() - margin + room)
    return box.adjusted(0, -room, 0, room), top


def _frame(painter: QPainter, page: Page, box: QRectF, picture: QRectF, *, gone: bool) -> None:
    colour, scale = QColor(page.theme.error if gone else page.theme.info), page.scale
    wash = QColor(colour)
    wash.setAlpha(24)
    style = Qt.PenStyle.DashLine if gone else Qt.PenStyle.SolidLine
    painter.save()
    painter.setPen(QPen(colour, 1.5 * scale, style))
    painter.setBrush(wash)
    painter.drawRoundedRect(box, 4, 4)
    if gone:
        painter.setPen(QPen(colour, 1.5 * scale))
        painter.drawLine(QPointF(box.left(), picture.bottom()), QPointF(box.right(), picture.top()))
    half = _SIGN * scale
    rtl = page.projection.base.direction is Direction.RTL
    middle = QPointF(box.right() if rtl else box.left(), box.top())
    middle += QPointF(0, half)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half), 3, 3)
    painter.setPen(QPen(QColor(page.theme.paper), 1.75 * scale))
    arm = half / 2
    if gone:
        painter.drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm))
        painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm))
    else:
        painter.drawLine(middle + QPointF(-arm, 0), middle + QPointF(arm, 0))
        painter.drawLine(middle + QPointF(0, -arm), middle + QPointF(0, arm))
    painter.restore()
