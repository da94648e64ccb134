"""The rail: places with their counts, what was opened lately, the outline, the settings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.labels import ElidedLabel, label
from deskeditor.ui.widgets.layouts import clear, column, put
from deskeditor.ui.widgets.outline import Outline
from deskeditor.ui.widgets.rail_rows import FolderRow, RailCard, RailRow


class Rail(QFrame):
    """Emits `place_chosen(key)`, `folder_chosen(id)`, `article_chosen(id)`, `settings_asked`."""

    place_chosen = Signal(str)
    folder_chosen = Signal(str)
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
        self.folders: dict[str, RailRow] = {}
        self._folders = column(gap=1)
        self._folders_title = label(look.words("window.folders"), "note")
        self._folders_title.setContentsMargins(10, 12, 10, 2)
        self._folders_title.hide()
        self._lately = column(gap=2)
        self._lately_title = label(look.words("window.opened_lately"), "note")
        self._lately_title.setContentsMargins(10, 16, 10, 2)
        gear = RailRow(look, "gear", look.words("window.settings"))
        gear.chosen.connect(self.settings_asked)
        self.outline = Outline(look)
        room = QWidget()  # takes the height that is left where there is no outline
        room.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        box = column(
            *self.rows.values(), self._folders_title, self._folders, self._lately_title,
            self._lately, self.outline, room, gear,
            margins=(5, 10, 5, 10), gap=1,
        )  # fmt: skip
        box.setStretchFactor(self.outline, 1)
        put(self, box)
        self._lately_title.hide()

    def choose(self, place: str) -> None:
        """Mark the place that is shown; an unknown key marks none."""
        for key, made in self.rows.items():
            made.set_current(key == place)

        self.choose_folder("")

    def choose_folder(self, folder: str) -> None:
        """Mark the folder that is open; an unknown id marks none."""
        for key, made in self.folders.items():
            made.set_current(key == folder)

    def show_folders(self, folders: list[tuple[str, str]]) -> None:
        """The searches this person keeps: (id, name)."""
        clear(self._folders)
        self.folders = {}
        self._folders_title.setVisible(bool(folders))
        for key, name in folders:
            made = FolderRow(self._look, name)
            made.chosen.connect(lambda key=key: self.folder_chosen.emit(key))
            self.folders[key] = made
            self._folders.addWidget(made)

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
