"""Small drawings made once and then only laid down: margin signs and the lines under findings.

Drawing a wave or a dashed square takes Qt fifteen microseconds, laying a ready picture down one;
a page in sight wears dozens, and all of them stand in the way of every key.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from deskeditor.domain.findings import FindingClass
from deskeditor.ui.editor import symbols
from deskeditor.ui.editor.appearance import EditorTheme
from deskeditor.ui.editor.underlines import draw_line

#: Half the side of a margin sign, in pixels at scale 1, and half the height of a line.
SIGN, LINE = 10.0, 4.0


def _stamp(width: float, height: float, ratio: float, draw: Callable[[QPainter], None]) -> QPixmap:
    """A clear picture of this size in logical pixels, drawn on by `draw`."""
    made = QPixmap(max(1, ceil(width * ratio)), max(1, ceil(height * ratio)))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    return made


@lru_cache(maxsize=64)
def class_sign(
    shape: FindingClass, theme: EditorTheme, scale: float, ratio: float, *, blocking: bool
) -> QPixmap:
    """The margin sign of a class of findings; its middle is the picture's."""
    half = SIGN * scale
    middle = QPointF(half, half)

    def draw(painter: QPainter) -> None:
        symbols.draw_class(painter, shape, theme, middle, scale, blocking=blocking)

    return _stamp(2 * half, 2 * half, ratio, draw)


@lru_cache(maxsize=64)
def mark_sign(sign: symbols.Sign, theme: EditorTheme, scale: float, ratio: float) -> QPixmap:
    """A sign of the end margin; its middle is the picture's."""
    half = SIGN * scale
    middle = QPointF(half, half)
    return _stamp(
        2 * half, 2 * half, ratio, lambda p: symbols.draw_sign(p, sign, theme, middle, scale)
    )


@lru_cache(maxsize=512)
def class_line(
    shape: FindingClass, theme: EditorTheme, width: int, scale: float, ratio: float
) -> QPixmap:
    """The line under a finding, `width` pixels long; the line runs through the middle."""
    half = LINE * scale
    strip = QRectF(0, 0, width, half)
    return _stamp(width, 2 * half, ratio, lambda p: draw_line(p, shape, theme, strip, scale))
