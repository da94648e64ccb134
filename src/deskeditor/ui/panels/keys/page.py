"""Every action with its keys, in the centre: to look at, to search, to change."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QKeySequenceEdit,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
)

from deskeditor.services.keymap import conflicts
from deskeditor.ui.actions import ACTIONS, RESERVED
from deskeditor.ui.dialogs.palette import plain
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button
from deskeditor.ui.widgets.labels import label, set_tone
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.wording import isolated, ltr

_NAME = Qt.ItemDataRole.UserRole


class KeysPage(QFrame):
    """Signals: `changed(action id, keys)`, `reset_asked()`, `closed()`."""

    changed = Signal(str, str)
    reset_asked = Signal()
    closed = Signal()

    def __init__(self, look: Look) -> None:
        """One line an action; the keys come with `show_keys`."""
        super().__init__()
        self.setObjectName("placePage")
        words = look.words
        self._words, self._icons = words, look.icons
        self._keys: dict[str, str] = {}
        self.search = QLineEdit()
        self.search.setAccessibleName(words("keys.search"))
        self.search.setPlaceholderText(words("keys.search"))
        self.search.setFixedWidth(260)
        self.search.textChanged.connect(self._filter)
        self.table = _table(look)
        self.table.currentCellChanged.connect(lambda *_cells: self._chosen())
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setAccessibleName(words("keys.new"))
        field = self.edit.findChild(QLineEdit)
        if field is not None:
            field.setAccessibleName(words("keys.new"))
            field.setPlaceholderText(words("keys.press"))
        self.edit.editingFinished.connect(self._changed)
        self._clear = button(words("keys.clear"), lambda: self._set(""))
        self._own = button(words("keys.own"), self._give_back)
        self._reset = button(words("keys.reset"), self.reset_asked.emit)
        self._say = label("", "soft", wrap=True)
        back = button(words("shorthand.back"), self.closed.emit)
        head = row(label(words("keys.title"), "place"), "stretch", self.search, back)
        foot = row(label(words("keys.new"), "soft"), self.edit, self._clear, self._own, "stretch",
                   self._reset)  # fmt: skip
        put(self, column(head, self.table, self._say, foot, margins=(16, 14, 16, 16), gap=10))
        self._fill()

    def _fill(self) -> None:
        for at, spec in enumerate(ACTIONS):
            self.table.insertRow(at)
            texts = (f"window.menu_{spec.menu}", f"window.action_{spec.id}")
            for place, key in enumerate(texts):
                item = QTableWidgetItem(self._words(key))
                item.setData(_NAME, spec.id)
                self.table.setItem(at, place, item)
            self.table.setItem(at, 2, QTableWidgetItem())
            self.table.setRowHeight(at, 32)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Show the keys of every action; those that two have are marked on both."""
        self._keys = dict(keys)
        twice = self.conflicts()
        error, none = self._icons.icon("error", "error"), self._icons.icon("tick", "panel")
        for at, spec in enumerate(ACTIONS):
            item = self.table.item(at, 2)
            mine = self._keys.get(spec.id, "")
            if item is None:
                continue
            others = [name for name in twice.get(mine, ()) if name != spec.id]
            text = ltr(mine) if mine else ""
            if others:
                text += " · " + self._words("keys.also", names=self._named(others))
            item.setText(text)
            said = text or self._words("keys.none")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setIcon(error if others else none)
        self._tell(len(twice))
        self._chosen()

    def conflicts(self) -> dict[str, tuple[str, ...]]:
        """Keys that two actions have, or that the page keeps for itself."""
        reserved = [(f"page:{keys}", keys) for keys in RESERVED]
        return conflicts([*self._keys.items(), *reserved])

    def _named(self, names: list[str]) -> str:
        return "، ".join(
            self._words("keys.page") if name.startswith("page:")
            else isolated(self._words(f"window.action_{name}"))
            for name in names
        )  # fmt: skip

    def _tell(self, count: int) -> None:
        key = "keys.conflicts" if count else "keys.sound"
        self._say.setText(self._words(key, n=count, count=ltr(count)))
        set_tone(self._say, "error" if count else "ok")

    @property
    def current(self) -> str:
        """The id of the chosen action; empty where none is."""
        item = self.table.item(self.table.currentRow(), 1)
        return str(item.data(_NAME)) if item is not None else ""

    def _chosen(self) -> None:
        self.edit.setKeySequence(QKeySequence(self._keys.get(self.current, "")))
        for control in (self.edit, self._clear, self._own):
            control.setEnabled(bool(self.current))

    def _changed(self) -> None:
        portable = QKeySequence.SequenceFormat.PortableText
        self._set(self.edit.keySequence().toString(portable))

    def _give_back(self) -> None:
        self._set(next((spec.keys for spec in ACTIONS if spec.id == self.current), ""))

    def _set(self, keys: str) -> None:
        if self.current and keys != self._keys.get(self.current, ""):
            self.changed.emit(self.current, keys)

    def _filter(self, typed: str) -> None:
        parts = plain(typed).split()
        for at, spec in enumerate(ACTIONS):
            text = plain(f"{self._words(f'window.action_{spec.id}')} {self._keys.get(spec.id, '')}")
            self.table.setRowHidden(at, not all(part in text for part in parts))


def _table(look: Look) -> QTableWidget:
    made = QTableWidget(0, 3)
    made.setAccessibleName(look.words("keys.title"))
    headers = [look.words("keys.menu"), look.words("keys.action"), look.words("keys.keys")]
    made.setHorizontalHeaderLabels(headers)
    made.verticalHeader().hide()
    header = made.horizontalHeader()
    header.setStretchLastSection(True)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    made.setColumnWidth(0, 110)
    made.setColumnWidth(1, 330)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setTabKeyNavigation(False)
    return made
