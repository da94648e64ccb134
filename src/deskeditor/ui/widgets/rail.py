"""The rail of places with their counts, what was opened lately, and the way to the settings."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.labels import ElidedLabel, label, picture, restyle
from deskeditor.ui.widgets.layouts import clear, column, put, row
from deskeditor.ui.wording import ltr


class RailRow(Card):
    """One place: icon, name, count."""

    def __init__(self, look: Look, icon: str, name: str) -> None:
        """`icon` is drawn again in accent while the row is current."""
        super().__init__(name)
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


class Rail(QFrame):
    """Emits `place_chosen(key)`, `article_chosen(id)` and `settings_asked`."""

    place_chosen = Signal(str)
    article_chosen = Signal(str)
    settings_asked = Signal()

    def __init__(self, look: Look, places: tuple[tuple[str, str], ...]) -> None:
        """`places` are (key, icon); their names stand under `window.place_<key>`."""
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName(look.words("window.rail"))
        self._look = look
        self.rows: dict[str, RailRow] = {}
        for key, icon in places:
            made = RailRow(look, icon, look.words(f"window.place_{key}"))
            made.chosen.connect(lambda key=key: self.place_chosen.emit(key))
            self.rows[key] = made
        self._lately = column(gap=2)
        self._lately_title = label(look.words("window.opened_lately"), "note")
        self._lately_title.setContentsMargins(10, 16, 10, 2)
        gear = RailRow(look, "gear", look.words("window.settings"))
        gear.chosen.connect(self.settings_asked)
        put(self, column(
            *self.rows.values(), self._lately_title, self._lately, "stretch", gear,
            margins=(5, 10, 5, 10), gap=1,
        ))  # fmt: skip
        self._lately_title.hide()

    def choose(self, place: str) -> None:
        """Mark the place that is shown; an unknown key marks none."""
        for key, made in self.rows.items():
            made.set_current(key == place)

    def show_lately(self, articles: list[tuple[str, str, str]]) -> None:
        """What was opened lately: (id, title, a line under it)."""
        clear(self._lately)
        self._lately_title.setVisible(bool(articles))
        for article, title, under in articles:
            self._lately.addWidget(self._lately_row(article, title, under))

    def _lately_row(self, article: str, title: str, under: str) -> QWidget:
        made = RailCard(title)
        made.chosen.connect(lambda: self.article_chosen.emit(article))
        line: QLabel = label(under, "note")
        put(made, column(ElidedLabel(title), line, margins=(10, 4, 10, 4), gap=0))
        return made


class RailCard(RailRow):
    """A line under «opened lately»: looks like a row of the rail."""

    def __init__(self, name: str) -> None:
        """An empty row; the rail fills it."""
        Card.__init__(self, name)
