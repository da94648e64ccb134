"""Rows of the rail: a place with its count, or a line that leads to an article or a subhead."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.labels import ElidedLabel, label, picture, restyle
from deskeditor.ui.widgets.layouts import put, row
from deskeditor.ui.wording import ltr


class RailRow(Card):
    """One place: icon, name, count."""

    def __init__(self, look: Look, icon: str, name: str) -> None:
        """`icon` is drawn again in accent while the row is current."""
        super().__init__(name)
        self.setCheckable(True)
        self._look, self._icon, self._name = look, icon, name
        self._mark = picture(look.icons.pixmap(icon, "ink", 18), 18)
        self._count = label()
        self._count.setProperty("badge", "plain")
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._count.setFixedHeight(20)
        self._text = label(name, "railName")
        bold = QFont(self._text.font())
        bold.setBold(True)  # the current place is bold: its room is kept from the beginning
        self._text.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(name) + 3)
        put(
            self,
            row(self._mark, self._text, "stretch", self._count, margins=(9, 0, 9, 0), gap=7),
        )
        self.setFixedHeight(36)

    def set_count(self, count: int | None, *, loud: bool = False) -> None:
        """Show a count; None where it is not known yet (zero is not unknown)."""
        self._count.setText("" if count is None else ltr(count))
        self._count.setProperty("badge", "loud" if loud and count else "plain")
        restyle(self._count)
        self.setAccessibleName(self._name if count is None else f"{self._name} {count}")

    def set_current(self, current: bool) -> None:
        """The current place is white with an accent edge and an accent icon."""
        super().set_current(current)
        tone = "accent" if current else "ink"
        self._mark.setPixmap(self._look.icons.pixmap(self._icon, tone, 18))
        restyle(self._text)


class FolderRow(RailRow):
    """A folder: its icon, and as much of its name as there is room for."""

    def __init__(self, look: Look, name: str) -> None:
        """No count: what a folder finds is looked for when it is opened."""
        Card.__init__(self, look.words("window.folder_open", name=name))
        self.setCheckable(True)
        self.setToolTip(name)
        self._look, self._icon = look, "folder"
        self._mark = picture(look.icons.pixmap("folder", "ink", 18), 18)
        put(self, row(self._mark, ElidedLabel(name), margins=(9, 0, 9, 0), gap=7))
        self.setFixedHeight(32)

    def set_current(self, current: bool) -> None:
        """As a place, but for its name's weight."""
        Card.set_current(self, current)
        tone = "accent" if current else "ink"
        self._mark.setPixmap(self._look.icons.pixmap(self._icon, tone, 18))


class RailCard(RailRow):
    """A line that leads somewhere: looks like a row of the rail."""

    def __init__(self, name: str) -> None:
        """An empty row; the rail fills it."""
        Card.__init__(self, name)
        self.setCheckable(True)

    def set_current(self, current: bool) -> None:
        """No icon to draw anew."""
        Card.set_current(self, current)
