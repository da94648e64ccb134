"""Invisible characters made visible: painted over the text, never put into it.

Spaces are dots, no-break spaces open circles, tabs arrows; a direction mark is a stem with a flag
towards its side, a joiner a stem with a circle, a non-joiner one with a cross, an isolate's ends
are hooks; a line break is a bent arrow and a paragraph ends with a pilcrow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextLine

from deskeditor.ui.editor.lines import TEXTLESS
from deskeditor.ui.editor.marks import tag_of
from deskeditor.ui.editor.painting import Sight
from deskeditor.ui.editor.positions import units
from deskeditor.ui.editor.underlines import is_rtl, pieces
from deskeditor.ui.editor.view import ArticleEditor

#: Half the height of a drawn sign, in pixels at the normal size.
_RISE = 7.0
Sign = Callable[[QPainter, float], None]


def _stem(painter: QPainter, s: float) -> None:
    painter.drawLine(QPointF(0, -_RISE * s), QPointF(0, _RISE * s))


def _flag(side: int, *, foot: bool = False) -> Sign:
    def draw(painter: QPainter, s: float) -> None:
        _stem(painter, s)
        y = (_RISE if foot else -_RISE) * s
        painter.drawLine(QPointF(0, y), QPointF(side * 4 * s, y))

    return draw


def _hook(side: int) -> Sign:
    def draw(painter: QPainter, s: float) -> None:
        _flag(side)(painter, s)
        _flag(side, foot=True)(painter, s)

    return draw


def _cross(painter: QPainter, s: float) -> None:
    _stem(painter, s)
    y, half = -_RISE * s, 2.5 * s
    painter.drawLine(QPointF(-half, y - half), QPointF(half, y + half))
    painter.drawLine(QPointF(-half, y + half), QPointF(half, y - half))


def _ring(painter: QPainter, s: float) -> None:
    _stem(painter, s)
    painter.drawEllipse(QPointF(0, -_RISE * s), 2.5 * s, 2.5 * s)


def _diamond(painter: QPainter, s: float) -> None:
    _stem(painter, s)
    _hook(1)(painter, s)
    _hook(-1)(painter, s)


#: How each character without width is drawn at its place.
SIGNS: Mapping[str, Sign] = {
    "\u200e": _flag(1),
    "\u200f": _flag(-1),
    "\u061c": _flag(-1, foot=True),
    "\u200c": _cross,
    "\u200d": _ring,
    "\u2066": _hook(1),
    "\u2067": _hook(-1),
    "\u2068": _diamond,
    "\u2069": _stem,
    "\u200b": _stem,
    "\u2060": _stem,
    "\ufeff": _stem,
    "\u00ad": _flag(1, foot=True),
    **dict.fromkeys("\u202a\u202d", _flag(1, foot=True)),
    **dict.fromkeys("\u202b\u202e", _flag(-1, foot=True)),
    "\u202c": _stem,
}
_SPACES = frozenset(" \u00a0\u202f\u2007\u2009\t")


class Invisibles:
    """Paints them on one editor's page while it is switched on."""

    def __init__(self, editor: ArticleEditor) -> None:
        """Off."""
        self._surface = editor.surface
        self.on = False

    def show(self, *, on: bool) -> None:
        """Switch."""
        layers = self._surface.over
        if on and not self.on:
            layers.append(self.paint)
        elif self.on and not on:
            layers.remove(self.paint)
        self.on = on
        self._surface.viewport().update()

    def paint(self, painter: QPainter, sight: Sight) -> None:
        """Everything invisible in sight."""
        scale = sight.page.scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(sight.page.theme.info)
        painter.setPen(QPen(colour, 1.3 * scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for block, rect in sight.blocks():
            if tag_of(block).kind not in TEXTLESS:
                _paint_block(painter, sight, block, rect, scale)


def _paint_block(
    painter: QPainter, sight: Sight, block: QTextBlock, rect: QRectF, scale: float
) -> None:
    text, place = block.text(), 0
    for char in text:
        if char in _SPACES:
            for line, left, right in pieces(block, place, place + 1, text):
                if _in_sight(line, rect, sight):
                    _paint_space(painter, char, _middle(line, rect, (left + right) / 2), scale)
        elif char in SIGNS or char == "\u2028":
            line = block.layout().lineForTextPosition(place)
            if line.isValid() and _in_sight(line, rect, sight):
                x = _x(line, place) if char in SIGNS else _end(line, block, scale)
                _at(painter, _middle(line, rect, x), SIGNS.get(char, _bent), scale)
        place += units(char)
    _paint_end(painter, block, rect, scale)


def _in_sight(line: QTextLine, rect: QRectF, sight: Sight) -> bool:
    top = rect.top() + line.y()
    return top < sight.clip.bottom() and top + line.height() > sight.clip.top()


def _x(line: QTextLine, place: int) -> float:
    answer: object = line.cursorToX(place)
    return float(answer[0]) if isinstance(answer, tuple) else float(str(answer))


def _middle(line: QTextLine, rect: QRectF, x: float) -> QPointF:
    return QPointF(rect.left() + x, rect.top() + line.y() + line.ascent() * 0.72)


def _at(painter: QPainter, spot: QPointF, sign: Sign, scale: float) -> None:
    painter.translate(spot)
    sign(painter, scale)
    painter.translate(-spot)


def _bent(painter: QPainter, s: float) -> None:
    painter.drawPolyline([QPointF(0, -5 * s), QPointF(0, 2 * s), QPointF(7 * s, 2 * s)])


def _paint_space(painter: QPainter, char: str, spot: QPointF, scale: float) -> None:
    if char == " ":
        painter.drawPoint(spot)
        painter.drawEllipse(spot, 0.9 * scale, 0.9 * scale)
    elif char == "\t":
        half = 8 * scale
        painter.drawLine(spot - QPointF(half, 0), spot + QPointF(half, 0))
        painter.drawLine(spot - QPointF(half, 3 * scale), spot - QPointF(half, -3 * scale))
        painter.drawLine(spot + QPointF(half, -3 * scale), spot + QPointF(half, 3 * scale))
    else:
        painter.drawEllipse(spot, 2.6 * scale, 2.6 * scale)


def _end(line: QTextLine, block: QTextBlock, scale: float) -> float:
    """A little behind the last word of a line."""
    box = line.naturalTextRect()
    return box.left() - 9 * scale if is_rtl(block) else box.right() + 9 * scale


def _paint_end(painter: QPainter, block: QTextBlock, rect: QRectF, scale: float) -> None:
    layout = block.layout()
    if not layout.lineCount():
        return
    line = layout.lineAt(layout.lineCount() - 1)
    spot = _middle(line, rect, _end(line, block, scale))
    side = 1 if is_rtl(block) else -1
    painter.drawLine(spot + QPointF(0, -6 * scale), spot + QPointF(0, 6 * scale))
    away = spot + QPointF(side * 3.5 * scale, 0)
    painter.drawLine(away + QPointF(0, -6 * scale), away + QPointF(0, 6 * scale))
    painter.drawLine(spot + QPointF(0, -6 * scale), away + QPointF(side * 2 * scale, -6 * scale))
