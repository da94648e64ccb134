"""What stands out of sight is filled when somebody looks at it, with the newest there is.

A panel of two hundred cards takes longer to fill than a key press may take; most panels are folded
behind another while somebody writes.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

_SHOWN = (QEvent.Type.Show, QEvent.Type.ShowToParent)


class InSight(QObject):
    """Fills the widgets of one window."""

    def __init__(self, window: QWidget) -> None:
        """Nothing waits."""
        super().__init__(window)
        self._window = window
        self._waiting: dict[QWidget, Callable[[], None]] = {}
        self._watched: set[QWidget] = set()

    def tell(self, widget: QWidget, fill: Callable[[], None]) -> None:
        """Fill `widget` now where it is in sight, else once it is; the newest `fill` counts."""
        self._waiting[widget] = fill
        self._look_at(widget)

    def again(self, widget: QWidget, fill: Callable[[], None]) -> None:
        """The same, where nothing else waits to fill it already."""
        self._waiting.setdefault(widget, fill)
        self._look_at(widget)

    def _look_at(self, widget: QWidget) -> None:
        if widget not in self._watched:
            self._watched.add(widget)
            widget.installEventFilter(self)
        if widget.isVisibleTo(self._window):
            self.fill(widget)

    def forget(self, widget: QWidget) -> None:
        """What waits for `widget` is of no use any more."""
        self._waiting.pop(widget, None)

    def fill(self, widget: QWidget) -> None:
        """Give `widget` what waits for it, in sight or not: somebody asks it something."""
        fill = self._waiting.pop(widget, None)
        if fill is not None:
            fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A widget comes into sight."""
        if event.type() in _SHOWN and isinstance(watched, QWidget):
            self.fill(watched)
        return False
