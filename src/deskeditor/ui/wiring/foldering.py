"""The search over everything as a place, and searches kept as folders in the rail.

A folder holds no articles: it is looked for anew when it is opened, and again whenever something
happened to an article while it is in sight.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from deskeditor.domain.errors import KnownError
from deskeditor.domain.rows import ArticleRow, Folder
from deskeditor.ui.control.shelves import Place
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.wiring.controls import Controls
from deskeditor.ui.wiring.places import Places

#: Milliseconds of quiet before what is typed is looked for; how many folders have keys.
PAUSE, KEYED = 250, 9
#: The most lines a search shows.
MOST = 200


class FolderDesk(QObject):
    """Wires the place of the search, its folders, their rows in the rail and their keys."""

    def __init__(self, window: MainWindow, controls: Controls, places: Places) -> None:
        """Nothing is read before somebody sits down."""
        super().__init__(window)
        self.window, self._do, self._places = window, controls, places
        self.folders: tuple[Folder, ...] = ()
        self.open: Folder | None = None
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(self.ask)
        self.handlers: dict[str, Callable[[], object]] = {
            f"folder_{number}": partial(self._numbered, number) for number in range(1, KEYED + 1)
        }
        page = window.place
        page.query_typed.connect(self._typed)
        page.folder_bar.keep_asked.connect(self._keep)
        page.folder_bar.rename_asked.connect(self._rename)
        page.folder_bar.drop_asked.connect(self._drop)
        window.rail.folder_chosen.connect(self._chosen)
        places.library_entered.connect(self._entered)
        controls.library.changed.connect(lambda _shelves: self._again())
        self._name_keys()

    def read(self) -> None:
        """Read this person's folders."""
        desk = self._do.desk
        self._do.tasks.run(
            "store", lambda: tuple(desk.folders.of(desk.person.login)), self._arrived, key="folders"
        )

    def show(self, folder: Folder) -> None:
        """Open a folder: its search is made again."""
        self._places.go(Place.LIBRARY)
        self.open = folder
        self._mark(folder)
        self.window.place.show_query(folder.query, folder)
        self.ask()

    def _mark(self, folder: Folder) -> None:
        self.window.rail.choose("")
        self.window.rail.choose_folder(folder.id)

    def ask(self) -> None:
        """Look for what stands in the field."""
        self._rest.stop()
        desk, tasks, typed = self._do.desk, self._do.tasks, self.window.place.sift.text()
        zone = self.window.look.words.zone
        if not typed.strip():
            self._found(typed, ())
            return

        def work() -> tuple[ArticleRow, ...]:
            found = desk.search.lines(typed, limit=MOST, zone=zone, closed=lambda: tasks.closed)
            return tuple(found)

        tasks.run(
            "archive", work, partial(self._found, typed), key="library",
            failed=partial(self._refused, typed),
        )  # fmt: skip

    def _entered(self) -> None:
        self.open = None
        self.window.rail.choose_folder("")
        self.window.place.show_query("", None)

    def _typed(self) -> None:
        self._rest.start()

    def _again(self) -> None:
        if self.window.page == "place" and self._places.place is Place.LIBRARY:
            self.ask()

    def _found(self, typed: str, rows: tuple[ArticleRow, ...]) -> None:
        if self._in_sight(typed):
            self.window.place.show_found(rows)

    def _refused(self, typed: str, error: KnownError) -> None:
        """What is typed is no query yet, or cannot be looked for: said instead of the lines."""
        if self._in_sight(typed):
            self.window.place.show_found((), self.window.look.words.error(error))

    def _in_sight(self, typed: str) -> bool:
        there = self._places.place is Place.LIBRARY
        return there and typed == self.window.place.sift.text()

    def _arrived(self, folders: tuple[Folder, ...]) -> None:
        self.folders = folders
        self.window.rail.show_folders([(one.id, one.name) for one in folders])
        if self.open is not None:
            self.open = next((one for one in folders if one.id == self.open.id), self.open)
            if self._places.place is Place.LIBRARY:
                self._mark(self.open)
        self._name_keys()

    def _name_keys(self) -> None:
        """The actions of the first folders are called as these are; the others are not there."""
        for number in range(1, KEYED + 1):
            action = self.window.actions_table[f"folder_{number}"]
            there = number <= len(self.folders)
            if there:
                name = self.folders[number - 1].name
                action.setText(self.window.look.words("window.folder_open", name=name))
            action.setVisible(there)

    def _numbered(self, number: int) -> None:
        if number <= len(self.folders):
            self.show(self.folders[number - 1])

    def _chosen(self, key: str) -> None:
        found = next((one for one in self.folders if one.id == key), None)
        if found is not None:
            self.show(found)

    def _keep(self, name: str) -> None:
        desk, query = self._do.desk, self.window.place.sift.text()

        def kept(folder: Folder) -> None:
            self.open = folder
            self.window.place.show_query(folder.query, folder)
            self.ask()
            self.read()

        self._do.tasks.run("store", lambda: desk.folders.keep(desk.person.login, name, query), kept)

    def _rename(self, name: str) -> None:
        folder, desk = self.open, self._do.desk
        if folder is not None:
            self._do.tasks.run(
                "store", lambda: desk.folders.rename(desk.person.login, folder.id, name),
                lambda _none: self.read(),
            )  # fmt: skip

    def _drop(self) -> None:
        folder, desk = self.open, self._do.desk
        if folder is not None:
            self.open = None
            self.window.rail.choose(Place.LIBRARY)
            self.window.place.folder_bar.show_folder(None)
            self._do.tasks.run(
                "store", lambda: desk.folders.drop(desk.person.login, folder.id),
                lambda _none: self.read(),
            )  # fmt: skip
