"""Buttons in the looks of the sheet: plain, filled, danger, flat, chip; and icon buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton

from deskeditor.ui.theme.icons import GAP
from deskeditor.ui.theme.look import Look


def button(
    text: str,
    pressed: Callable[[], object] | None = None,
    *,
    look: str = "",
    name: str = "",
    tip: str = "",
) -> QPushButton:
    """A push button; `name` is what a screen reader says where the text is too short."""
    made = QPushButton(text)
    made.setProperty("look", look)
    made.setAccessibleName(name or text)
    made.setToolTip(tip)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.ArrowCursor)
    if pressed is not None:
        made.clicked.connect(lambda _checked=False: pressed())
    return made


class FitButton(QPushButton):
    """A button whose words are cut in the middle where they do not fit; the tip has them whole."""

    def __init__(self, text: str, *, look: str = "") -> None:
        """As wide as its words, and narrower where it must be."""
        super().__init__(text)
        self._whole = text
        self.setProperty("look", look)
        self.setAccessibleName(text)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        """The size of the whole words."""
        return QSize(self._wide() + self._sides(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """It can be as narrow as its frame."""
        return QSize(self._sides(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words for the new width."""
        super().resizeEvent(event)
        room = self.width() - self._sides()
        fits = self._wide() <= room
        middle = Qt.TextElideMode.ElideMiddle
        shown = self._whole if fits else self.fontMetrics().elidedText(self._whole, middle, room)
        self.setToolTip("" if fits else self._whole)
        if shown != self.text():
            self.setText(shown)

    def _wide(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._whole) + 2

    def _sides(self) -> int:
        return 36 if self.property("look") == "filled" else 28


def with_icon(target: QAbstractButton, look: Look, icon: str, tone: str = "ink") -> QAbstractButton:
    """The same button with an icon before its text."""
    target.setIcon(look.icons.before_text(icon, tone))
    target.setIconSize(QSize(16 + GAP, 16))
    return target


def icon_button(
    look: Look, icon: str, text: str, pressed: Callable[[], object] | None = None
) -> QToolButton:
    """A small icon button; `text` is its tip and its name."""
    made = QToolButton()
    made.setProperty("look", "small")
    made.setIcon(look.icons.icon(icon))
    made.setIconSize(QSize(18, 18))
    made.setToolTip(text)
    made.setAccessibleName(text)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if pressed is not None:
        made.clicked.connect(lambda _checked=False: pressed())
    return made
