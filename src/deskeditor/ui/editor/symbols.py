"""The marks of the margins, drawn by hand: form says the class before colour does."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from deskeditor.domain.document import CommentMark, Fact, Mark, Suggestion
from deskeditor.domain.findings import FindingClass
from deskeditor.ui.editor.appearance import EditorTheme
from deskeditor.ui.editor.underlines import shape_colour

#: The signs of the end margin.
Sign = Literal["comment", "flag", "tick"]
_RANKS = {FindingClass.NAME: 0, FindingClass.CHECK: 1, FindingClass.ERROR: 2}


def rank(shape: FindingClass, *, blocking: bool) -> int:
    """Which of several findings on one line of text shows its mark: the gravest."""
    return 3 if blocking else _RANKS[shape]


def mark_colour(mark: Mark, theme: EditorTheme) -> str:
    """The colour of a mark's line or sign."""
    match mark:
        case CommentMark():
            return theme.check
        case Suggestion(kind="insert"):
            return theme.info
        case Fact(state="checked"):
            return theme.ok
        case Fact():
            return theme.legal
        case _:
            return theme.ink2


def is_underlined(mark: Mark) -> bool:
    """Whether a mark draws a line under its words."""
    return isinstance(mark, CommentMark) or (isinstance(mark, Suggestion) and mark.kind == "insert")


def draw_class(
    painter: QPainter,
    shape: FindingClass,
    theme: EditorTheme,
    middle: QPointF,
    scale: float,
    *,
    blocking: bool = False,
) -> None:
    """The mark of a class: disc with a cross, triangle, dashed square; octagon if it blocks."""
    colour = QColor(shape_colour(shape, theme)[0])
    painter.save()
    painter.translate(middle)
    painter.scale(scale, scale)
    if blocking:
        _octagon(painter, colour, theme)
    elif shape is FindingClass.ERROR:
        _disc(painter, colour, theme)
    elif shape is FindingClass.CHECK:
        _triangle(painter, colour)
    else:
        _square(painter, colour)
    painter.restore()


def _fill(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)


def _stroke(painter: QPainter, colour: QColor, width: float = 1.6) -> None:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _octagon(painter: QPainter, colour: QColor, theme: EditorTheme) -> None:
    _fill(painter, colour)
    points = ((-3, -7), (3, -7), (7, -3), (7, 3), (3, 7), (-3, 7), (-7, 3), (-7, -3))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    painter.fillRect(QRectF(-4, -1.2, 8, 2.4), QColor(theme.paper))


def _disc(painter: QPainter, colour: QColor, theme: EditorTheme) -> None:
    _fill(painter, colour)
    painter.drawEllipse(QPointF(0, 0), 7, 7)
    _stroke(painter, QColor(theme.paper))
    painter.drawLine(QPointF(-2.6, -2.6), QPointF(2.6, 2.6))
    painter.drawLine(QPointF(-2.6, 2.6), QPointF(2.6, -2.6))


def _triangle(painter: QPainter, colour: QColor) -> None:
    _stroke(painter, colour)
    painter.drawPolygon(QPolygonF([QPointF(0, -6.5), QPointF(7, 6), QPointF(-7, 6)]))
    painter.drawLine(QPointF(0, -2), QPointF(0, 2))
    painter.drawPoint(QPointF(0, 4.2))


def _square(painter: QPainter, colour: QColor) -> None:
    _stroke(painter, colour, 1.4)
    pen = painter.pen()
    pen.setDashPattern([2.0, 2.0])
    painter.setPen(pen)
    painter.drawRect(QRectF(-6.5, -6.5, 13, 13))
    _stroke(painter, colour, 1.4)
    painter.drawArc(QRectF(-2.6, -4.4, 5.2, 5.0), 0, 16 * 180)
    painter.drawLine(QPointF(-2.6, -1.9), QPointF(-0.4, 1.2))
    painter.drawPoint(QPointF(-0.4, 3.8))


def sign_of(mark: Mark) -> Sign | None:
    """The margin sign a mark has, if it has one."""
    match mark:
        case CommentMark():
            return "comment"
        case Fact(state="checked"):
            return "tick"
        case Fact():
            return "flag"
        case _:
            return None


def draw_sign(
    painter: QPainter, sign: Sign, theme: EditorTheme, middle: QPointF, scale: float
) -> None:
    """The margin sign of a comment, a flagged fact or a checked one."""
    painter.save()
    painter.translate(middle)
    painter.scale(scale, scale)
    colour = {"comment": theme.check, "tick": theme.ok, "flag": theme.legal}[sign]
    _stroke(painter, QColor(colour))
    if sign == "comment":
        painter.drawRoundedRect(QRectF(-7, -6, 14, 9.5), 1.5, 1.5)
        painter.drawPolyline([QPointF(-3, 3.5), QPointF(-3, 7), QPointF(1, 3.5)])
    elif sign == "tick":
        painter.drawPolyline([QPointF(-5, 0), QPointF(-1.5, 4), QPointF(5.5, -4)])
    else:
        painter.drawLine(QPointF(-5, -6), QPointF(-5, 7))
        flag = [QPointF(-5, -6), QPointF(6, -6), QPointF(3.5, -2.5), QPointF(6, 1), QPointF(-5, 1)]
        painter.drawPolyline(flag)
    painter.restore()


def corners(left: float, right: float, bottom: float, scale: float) -> tuple[QLineF, ...]:
    """The sign of an isolate: a small corner under each of its ends."""
    y, rise = bottom + scale, 4 * scale
    return tuple(
        line
        for x, way in ((left, 1), (right, -1))
        for line in (QLineF(x, y, x, y - rise), QLineF(x, y, x + way * rise, y))
    )
