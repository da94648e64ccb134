"""The commissioned length as a band: how far the text has come, and where it may end."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskeditor.ui.theme.look import Look
from deskeditor.ui.wording import ltr

#: The whole band stands for this many times the length asked for.
_WHOLE = 1.4


class LengthBand(QWidget):
    """84 by 12 pixels: the text's length as a bar, the length asked for as an outlined stretch."""

    def __init__(self, look: Look) -> None:
        """Hidden until a length is asked for."""
        super().__init__()
        self._look = look
        self._words = self._wanted = self._off = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def sizeHint(self) -> QSize:
        """As it is drawn."""
        return QSize(84, 12)

    @property
    def text(self) -> str:
        """What the band says, for those who do not see it."""
        words, wanted, off = self._words, self._wanted, self._off
        say = self._look.words
        values = {"words": ltr(f"{words:,}"), "wanted": ltr(f"{wanted:,}")}
        if abs(words - wanted) <= off:
            return say("reading.length_fits", **values)
        missing = abs(words - wanted)
        key = "length_short" if words < wanted else "length_over"
        return say(f"reading.{key}", n=missing, count=ltr(f"{missing:,}"), **values)

    def show_length(self, words: int, wanted: int | None, off: int) -> None:
        """So many `words` of `wanted`, where `off` more or fewer are taken; None hides the band."""
        self.setVisible(bool(wanted))
        self._words, self._wanted, self._off = words, wanted or 0, off
        if wanted:
            self.setAccessibleName(self.text)
            self.setToolTip(self.text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """From the start of the line, as everything that grows."""
        tokens, wanted = self._look.tokens, max(1, self._wanted)
        fits = abs(self._words - self._wanted) <= self._off
        over = self._words > self._wanted
        tone = tokens.ok if fits else tokens.error if over else tokens.check
        painter = QPainter(self)
        if self._look.words.rtl:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        wide = self.width() - 1.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.hairline))
        painter.drawRect(QRectF(0, 4, wide, 4))
        painter.setBrush(QColor(tone))
        painter.drawRect(QRectF(0, 4, wide * min(1.0, self._words / wanted / _WHOLE), 4))
        low = wide * max(0.0, (wanted - self._off) / wanted) / _WHOLE
        high = wide * min(_WHOLE, (wanted + self._off) / wanted) / _WHOLE
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.ink2), 1))
        painter.drawRect(QRectF(low, 1.5, max(3.0, high - low), 9))
        painter.end()
