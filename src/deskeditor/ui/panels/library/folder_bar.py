"""Under the search over everything: a name to keep it by, and what can be done with a folder."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from deskeditor.domain.rows import Folder
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.layouts import put, row


class FolderBar(QWidget):
    """Signals: `keep_asked(name)`, `rename_asked(name)`, `drop_asked()`."""

    keep_asked = Signal(str)
    rename_asked = Signal(str)
    drop_asked = Signal()

    def __init__(self, look: Look) -> None:
        """No folder is open."""
        super().__init__()
        words = look.words
        self.name = QLineEdit()
        self.name.setPlaceholderText(words("window.folder_name"))
        self.name.setAccessibleName(words("window.folder_name"))
        self.name.returnPressed.connect(self._entered)
        self.keep = button(words("window.folder_keep"), self._keep)
        with_icon(self.keep, look, "folder")
        self.rename = button(words("window.folder_rename"), self._rename)
        self.drop = button(words("window.folder_drop"), self.drop_asked.emit)
        line = row(self.name, self.keep, self.rename, self.drop, margins=(16, 0, 16, 8), gap=8)
        line.setStretch(0, 1)
        put(self, line)
        self._folder: Folder | None = None
        self.show_folder(None)

    def show_folder(self, folder: Folder | None) -> None:
        """A folder that is open, or a search that is none yet."""
        self._folder = folder
        self.name.setText(folder.name if folder is not None else "")
        self.keep.setVisible(folder is None)
        self.rename.setVisible(folder is not None)
        self.drop.setVisible(folder is not None)

    def _entered(self) -> None:
        (self._keep if self._folder is None else self._rename)()

    def _keep(self) -> None:
        self.keep_asked.emit(self.name.text())

    def _rename(self) -> None:
        self.rename_asked.emit(self.name.text())
