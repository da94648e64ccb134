"""A card: something to choose, by mouse or keyboard, framed when it is the current one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QStyleOption, QWidget

from deskeditor.ui.widgets.labels import restyle


class Card(QAbstractButton):
    """Answers a click, Enter or Space with `chosen`; to a screen reader it is a button.

    One that is checkable tells it too whether it is the current one.
    """

    chosen = Signal()

    def __init__(self, name: str, *, quiet: bool = False, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader says; a quiet card is a row with a hairline."""
        super().__init__(parent)
        self.setForegroundRole(QPalette.ColorRole.NoRole)
        self.setBackgroundRole(QPalette.ColorRole.NoRole)
        self.setProperty("quiet", "true" if quiet else "false")
        self.setProperty("current", "false")
        # As narrow as its column: a button asks for one line of all that stands in it, and a
        # column narrower than that would work out its height at a width it does not have.
        upright = self.sizePolicy().verticalPolicy()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, upright)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.clicked.connect(lambda _checked=False: self.chosen.emit())
        self.toggled.connect(self._toggled)

    def set_current(self, current: bool) -> None:
        """Frame the card, or take the frame off."""
        wanted = "true" if current else "false"
        if self.property("current") != wanted:
            self.setProperty("current", wanted)
            self.setChecked(current)
            restyle(self)

    def _toggled(self, checked: bool) -> None:
        """A screen reader presses by toggling: that chooses, as any other press does."""
        current = self.property("current") == "true"
        if checked is not current:
            self.setChecked(current)
            self.chosen.emit()

    def nextCheckState(self) -> None:
        """A press chooses; what is current is said by whoever listens."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """The ground and the frame of the style sheet; what lies inside paints itself."""
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter and Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
            return
        super().keyPressEvent(event)
