"""Line icons: 20-pixel SVG files recoloured from the tokens and mirrored with the language.

The files say `currentColor` for the line and `currentGround` for what is cut out of a filled shape.
"""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap

from deskeditor.ui.theme.tokens import Tokens

#: Icons that point along the line of writing: they turn round in a right-to-left window.
MIRRORED = frozenset(
    {"undo", "redo", "back", "forward", "send", "list", "quote", "comment", "return",
     "start", "end", "paragraph", "note", "panel"}
)  # fmt: skip
_RATIO = 2.0
#: Pixels between an icon and the text behind it.
GAP = 5


class Icons:
    """Icons of one scheme and direction; each is drawn once and kept."""

    def __init__(self, folder: Path, tokens: Tokens, *, mirrored: bool) -> None:
        """`folder` holds `<name>.svg`; nothing is read before it is asked for."""
        self._folder = folder
        self._tokens = tokens
        self._mirrored = mirrored
        self._tones = {f.name: getattr(tokens, f.name) for f in fields(tokens)}
        self._pixmaps: dict[tuple[str, str, int, str], QPixmap] = {}
        self._icons: dict[tuple[str, str], QIcon] = {}

    def pixmap(self, name: str, tone: str = "ink", size: int = 20, ground: str = "") -> QPixmap:
        """The icon in the colour of a token, `size` pixels square at twice the density."""
        key = (name, tone, size, ground)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._draw(name, tone, size, ground or "surface")
        return self._pixmaps[key]

    def icon(self, name: str, tone: str = "ink") -> QIcon:
        """The icon as a button wears it: disabled in the control edge's colour."""
        key = (name, tone)
        if key not in self._icons:
            made = QIcon(self.pixmap(name, tone))
            made.addPixmap(self.pixmap(name, "edge"), QIcon.Mode.Disabled)
            if tone == "ink":
                made.addPixmap(self.pixmap(name, "accent"), QIcon.Mode.Normal, QIcon.State.On)
            self._icons[key] = made
        return self._icons[key]

    def before_text(self, name: str, tone: str = "ink", size: int = 16) -> QIcon:
        """The icon with a gap towards the text that follows it; `size` by `size` + `GAP`."""
        key = (f"{name} {size}", tone)
        if key not in self._icons:
            made = QIcon()
            for mode, ink in ((QIcon.Mode.Normal, tone), (QIcon.Mode.Disabled, "edge")):
                whole = QPixmap(round((size + GAP) * _RATIO), round(size * _RATIO))
                whole.setDevicePixelRatio(_RATIO)
                whole.fill(Qt.GlobalColor.transparent)
                painter = QPainter(whole)
                painter.drawPixmap(GAP if self._mirrored else 0, 0, self.pixmap(name, ink, size))
                painter.end()
                made.addPixmap(whole, mode)
            self._icons[key] = made
        return self._icons[key]

    def _draw(self, name: str, tone: str, size: int, ground: str) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer

        raw = (self._folder / f"{name}.svg").read_text("utf-8")
        raw = raw.replace("currentColor", self._tones[tone])
        raw = raw.replace("currentGround", self._tones[ground])
        side = round(size * _RATIO)
        image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        if self._mirrored and name in MIRRORED:
            painter.translate(side, 0)
            painter.scale(-1, 1)
        QSvgRenderer(QByteArray(raw.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
        image.setDevicePixelRatio(_RATIO)
        return QPixmap.fromImage(image)
