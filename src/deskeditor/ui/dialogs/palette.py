"""The command palette: a part of any action's name or an article's title; Enter does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QWidget

from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.labels import label
from deskeditor.ui.widgets.layouts import column, put
from deskeditor.ui.wording import isolated, ltr

#: Lines shown at once, and the most that can be scrolled to.
_SHOWN, _MOST = 12, 400


@dataclass(frozen=True)
class Command:
    """One line of the palette."""

    text: str
    keys: str
    run: Callable[[], object]


def plain(text: str) -> str:
    """`text` as it is compared: no harakat or tatweel, one form of alef, ya and ta marbuta."""
    table = str.maketrans("أإآىة", "ااايه", "ًٌٍَُِّْـ\u2066\u2068\u2069")
    return text.casefold().translate(table)


def matching(commands: list[Command], typed: str) -> list[Command]:
    """The commands that hold every typed word, those that begin with the text first."""
    parts = plain(typed).split()
    found = [c for c in commands if all(part in plain(c.text) for part in parts)]
    found.sort(key=lambda c: not plain(c.text).startswith(plain(typed)))
    return found[:_MOST]


class Palette(QFrame):
    """Floats over the top of the window; Escape or a click elsewhere closes it.

    Emits `typed(text)` where it was asked to look further: more lines may come by `show_more`.
    """

    typed = Signal(str)

    def __init__(self, look: Look, host: QWidget) -> None:
        """Hidden until `ask`."""
        super().__init__(host)
        self._host = host
        self.setObjectName("palette")
        self._look = look
        self._commands: list[Command] = []
        self._found: list[Command] = []
        self._further = False
        self._came_from: QWidget | None = None
        words = look.words
        self._field = QLineEdit()
        self._field.setObjectName("paletteField")
        self._field.setProperty("ring", "none")
        self._field.setAccessibleName(words("window.action_palette"))
        self._field.setPlaceholderText(words("window.search"))
        self._model = QStringListModel()
        self._list = QListView()
        self._list.setObjectName("paletteList")
        self._list.setModel(self._model)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(words("window.commands"))
        self._none = label(words("window.no_command"), "soft")
        self._none.setContentsMargins(12, 8, 12, 8)
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._list.clicked.connect(lambda _index: self._run())
        put(self, column(self._field, self._none, self._list, margins=(1, 1, 1, 6), gap=2))
        self.hide()

    def ask(self, commands: list[Command], *, further: bool = False) -> None:
        """Show every command and wait for typing; `further` looks beyond them too."""
        self._commands, self._further = commands, further
        self._came_from = self.window().focusWidget()
        host = self._host
        wide = min(600, host.width() - 40)
        self.setGeometry((host.width() - wide) // 2, 34, wide, 460)
        self._field.clear()
        self._search("")
        self.show()
        self.raise_()
        self._field.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Arrows walk the list, Enter runs, Escape and leaving close."""
        if event.type() is QEvent.Type.FocusOut:
            self.hide()
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        match event.key():
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._run()
            case Qt.Key.Key_Escape:
                self._close()
            case _:
                return False
        return True

    def _search(self, typed: str) -> None:
        self._show(matching(self._commands, typed))
        self._list.setCurrentIndex(self._model.index(0, 0) if self._found else QModelIndex())
        if self._further:
            self.typed.emit(typed)

    def show_more(self, commands: list[Command]) -> None:
        """Put lines found elsewhere under those that match; the chosen line stays chosen."""
        if self._further and self.isVisible():
            at = max(0, self._list.currentIndex().row())
            matched = matching(self._commands, self._field.text())
            self._show([*matched, *commands])
            self._list.setCurrentIndex(self._model.index(at, 0) if self._found else QModelIndex())

    def _show(self, found: list[Command]) -> None:
        self._found = found
        self._model.setStringList([
            f"{isolated(c.text)}   {ltr(c.keys)}" if c.keys else isolated(c.text)
            for c in self._found
        ])  # fmt: skip
        self._none.setVisible(not self._found)
        self._list.setVisible(bool(self._found))
        self.resize(self.width(), 62 + 37 * min(_SHOWN, max(1, len(self._found))))

    def _step(self, by: int) -> None:
        if self._found:
            at = (self._list.currentIndex().row() + by) % len(self._found)
            self._list.setCurrentIndex(self._model.index(at, 0))

    def _close(self) -> None:
        self.hide()
        (self._came_from or self._host).setFocus()

    def _run(self) -> None:
        at = self._list.currentIndex().row()
        if 0 <= at < len(self._found):
            command = self._found[at]
            self._close()
            command.run()
