"""The keys of the person who sits here: put on the actions, shown, changed, kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from deskeditor.ui.actions import ACTIONS
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.panels.keys.page import KeysPage
from deskeditor.ui.wiring.controls import Controls

_OWN = {spec.id: spec.keys for spec in ACTIONS}


class KeysDesk(QObject):
    """Wires the map of keys."""

    def __init__(self, window: MainWindow, controls: Controls) -> None:
        """The program's own keys until the person's are read."""
        super().__init__(window)
        self.window, self._do = window, controls
        self.changes: dict[str, str] = {}
        self.page = KeysPage(window.look)
        window.add_page("keys", self.page)
        self._came_from = "place"
        self.page.changed.connect(self.change)
        self.page.reset_asked.connect(self.reset)
        self.page.closed.connect(lambda: window.show_page(self._came_from))
        self.handlers: dict[str, Callable[[], object]] = {"shortcuts": self.open}
        self.page.show_keys(self.keys())

    def keys(self) -> dict[str, str]:
        """The keys of every action now."""
        return {**_OWN, **{name: k for name, k in self.changes.items() if name in _OWN}}

    def seat(self) -> None:
        """Read the keys of who sits here now."""
        book, login = self._do.desk.keymap, self._do.desk.person.login
        self._do.tasks.run("store", lambda: book.load(login), self._use, key="keys")

    def _use(self, changes: dict[str, str]) -> None:
        self.changes = changes
        self.window.actions_table.set_keys(self.keys())
        self.page.show_keys(self.keys())

    def open(self) -> None:
        """Show the map."""
        if self.window.page != "keys":
            self._came_from = self.window.page
        self.window.show_page("keys")
        self.page.search.setFocus()

    def change(self, name: str, keys: str) -> None:
        """Give an action other keys; where another has them too, both are marked and neither
        works until one is changed.
        """
        changes = {**self.changes, name: keys}
        if keys == _OWN[name]:
            del changes[name]
        self._keep(changes)

    def reset(self) -> None:
        """The program's own keys for everything."""
        self._keep({})

    def _keep(self, changes: dict[str, str]) -> None:
        self._use(changes)
        book, login = self._do.desk.keymap, self._do.desk.person.login
        self._do.tasks.run("store", lambda: book.save(login, changes))
