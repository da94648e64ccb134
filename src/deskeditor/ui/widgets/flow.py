"""A line of widgets that goes on below where there is no room: nothing in it is ever cut off."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Widgets from the start of the line, in as many lines as they need; gaps in pixels.

    What is wider than the whole line gets the line. With `last_at_end` the last widget stands at
    the end of its line.
    """

    def __init__(self, *widgets: QWidget, gap: int = 6, last_at_end: bool = False) -> None:
        """Hold `widgets` in this order."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._last_at_end = last_at_end
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item."""
        self._items.append(item)

    def count(self) -> int:
        """How many items."""
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        """The item at a place; None where there is none."""
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        """Give an item away."""
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrower line is more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at this width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """Everything in one line."""
        hints = [item.sizeHint() for item in self._items]
        wide = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """As wide as it is given, one line high."""
        return QSize(0, max((item.sizeHint().height() for item in self._items), default=0))

    def setGeometry(self, area: QRect) -> None:
        """Put everything into its place."""
        super().setGeometry(area)
        self._arrange(area, move=True)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._items:
            size = item.sizeHint()
            size.setWidth(min(size.width(), width))
            if lines and size.width() <= left:
                lines[-1].append((item, size))
            else:
                lines.append([(item, size)])
                left = width
            left -= size.width() + self._gap
        return lines

    def _arrange(self, area: QRect, *, move: bool) -> int:
        """Lay the lines out; answers their height together."""
        y = area.y()
        for line in self._lines(area.width()):
            high = max(size.height() for _, size in line)
            if move:
                self._set_line(line, QRect(area.x(), y, area.width(), high))
            y += high + self._gap
        return max(0, y - self._gap - area.y())

    def _set_line(self, line: list[tuple[QLayoutItem, QSize]], strip: QRect) -> None:
        host = self.parentWidget()
        rtl = (host or QApplication).layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = strip.x()
        for item, size in line:
            if self._last_at_end and item is self._items[-1]:
                x = strip.right() + 1 - size.width()
            left = strip.left() + strip.right() + 1 - x - size.width() if rtl else x
            y = strip.y() + (strip.height() - size.height()) // 2
            item.setGeometry(QRect(QPoint(left, y), size))
            x += size.width() + self._gap
