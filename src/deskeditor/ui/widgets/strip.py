"""The tab strip of the inspector: an icon over a name, with a count."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.labels import label, picture, restyle
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.wording import ltr

_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class StripTab(Card):
    """One tab."""

    def __init__(self, look: Look, icon: str, name: str) -> None:
        """`icon` turns accent while the tab is current."""
        super().__init__(name)
        self.setCheckable(True)
        self._look, self._icon, self._name = look, icon, name
        self._mark = picture(look.icons.pixmap(icon, "ink2", 20), 20)
        self._count = label("", "stripCount")
        self._count.setFixedWidth(16)
        self._text = label(name, "stripName")
        self._text.setAlignment(_MIDDLE)
        top = row("stretch", 12, self._mark, self._count, "stretch", gap=4)
        put(self, column(top, self._text, margins=(0, 7, 0, 6), gap=3))
        self.setFixedHeight(56)

    def set_count(self, count: int | None) -> None:
        """Show a count; None and zero show nothing here, the panel says which it is."""
        self._count.setText(ltr(count) if count else "")
        self.setAccessibleName(f"{self._name} {count}" if count else self._name)

    def set_current(self, current: bool) -> None:
        """Mark the tab whose panel is shown."""
        super().set_current(current)
        tone = "accent" if current else "ink2"
        self._mark.setPixmap(self._look.icons.pixmap(self._icon, tone, 20))
        restyle(self._text)


class Strip(QFrame):
    """Emits `chosen(key)`."""

    chosen = Signal(str)

    def __init__(self, look: Look, tabs: tuple[tuple[str, str], ...]) -> None:
        """`tabs` are (key, icon); their names stand under `window.panel_<key>`."""
        super().__init__()
        self.setObjectName("strip")
        self.setAccessibleName(look.words("window.strip"))
        self.tabs: dict[str, StripTab] = {}
        for key, icon in tabs:
            made = StripTab(look, icon, look.words(f"window.panel_{key}"))
            made.chosen.connect(lambda key=key: self.chosen.emit(key))
            self.tabs[key] = made
        put(self, column(*self.tabs.values(), "stretch", margins=(5, 8, 5, 8), gap=4))

    def forget(self) -> None:
        """Another article: what the checks count of it is not known yet."""
        for name in ("checks", "quotes"):
            self.tabs[name].set_count(None)

    def choose(self, key: str) -> None:
        """Mark the panel that is shown."""
        for name, made in self.tabs.items():
            made.set_current(name == key)
