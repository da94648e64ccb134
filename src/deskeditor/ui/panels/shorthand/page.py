"""Shorthand in the centre: whose it is, what each entry does, the letters, what they become."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFrame, QTableWidget, QTableWidgetItem

from deskeditor.services.shorthand import Entry, Kind, Scope
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.labels import label
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.widgets.segmented import Segmented


class ShorthandPage(QFrame):
    """Signals: `scope_chosen(Scope)`, `saved(Scope, tuple of Entry)`, `closed()`."""

    scope_chosen = Signal(object)
    saved = Signal(object, object)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        """Empty until entries are shown."""
        super().__init__()
        self.setObjectName("placePage")
        self._words = look.words
        words = look.words
        self.scope = Scope.PERSON
        self._whose = Segmented(
            tuple((scope.value, words(f"shorthand.scope_{scope}")) for scope in Scope),
            words("shorthand.scope"),
        )
        self._whose.chosen.connect(lambda key: self.scope_chosen.emit(Scope(key)))
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(words("shorthand.table"))
        self.table.setHorizontalHeaderLabels(
            [words("shorthand.kind"), words("shorthand.typed"), words("shorthand.text")]
        )
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.table.setColumnWidth(0, 130)
        self.table.setColumnWidth(1, 150)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self._add = with_icon(button(words("shorthand.add"), self.add_row), look, "plus")
        self._remove = with_icon(button(words("shorthand.remove"), self.remove_rows), look, "trash")
        self._keep = button(words("shorthand.save"), self._save)
        back = button(words("shorthand.back"), self.closed.emit)
        head = row(label(words("shorthand.title"), "place"), "stretch", self._whose, back)
        foot = row(self._add, self._remove, "stretch", self._keep)
        hint = label(words("shorthand.hint"), "soft", wrap=True)
        self._empty = label("", "soft", wrap=True)
        put(self, column(
            head, hint, self._empty, self.table, foot, margins=(16, 14, 16, 16), gap=10
        ))  # fmt: skip

    def show_entries(self, scope: Scope, entries: tuple[Entry, ...]) -> None:
        """Show the entries of a scope."""
        self.scope = scope
        self._whose.choose(scope.value)
        self.table.setRowCount(0)
        for entry in entries:
            self._put(entry)
        self._empty.setText("" if entries else self._words(f"shorthand.empty_{scope}"))
        self._empty.setVisible(not entries)

    def _put(self, entry: Entry) -> None:
        at = self.table.rowCount()
        self.table.insertRow(at)
        kinds = QComboBox()
        for kind in Kind:
            kinds.addItem(self._words(f"shorthand.kind_{kind}"), kind)
        kinds.setCurrentIndex(list(Kind).index(entry.kind))
        kinds.setAccessibleName(self._words("shorthand.kind"))
        self.table.setCellWidget(at, 0, kinds)
        self.table.setItem(at, 1, QTableWidgetItem(entry.typed))
        self.table.setItem(at, 2, QTableWidgetItem(entry.text))
        self.table.setRowHeight(at, 36)

    def add_row(self) -> None:
        """An empty entry, ready to be written."""
        self._empty.hide()
        self._put(Entry(Kind.ABBREVIATION, "", ""))
        at = self.table.rowCount() - 1
        self.table.setCurrentCell(at, 1)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        item = self.table.item(at, 1)
        if item is not None:
            self.table.editItem(item)

    def remove_rows(self) -> None:
        """Take the chosen entries out; nothing is kept before it is saved."""
        rows = {index.row() for index in self.table.selectedIndexes()}
        for at in sorted(rows, reverse=True):
            self.table.removeRow(at)

    def entries(self) -> tuple[Entry, ...]:
        """The entries as the table has them."""
        found = []
        for at in range(self.table.rowCount()):
            kinds = self.table.cellWidget(at, 0)
            assert isinstance(kinds, QComboBox)
            typed, text = self.table.item(at, 1), self.table.item(at, 2)
            found.append(
                Entry(
                    Kind(kinds.currentData()),
                    typed.text() if typed is not None else "",
                    text.text().replace("\\n", "\n") if text is not None else "",
                )
            )
        return tuple(found)

    def _save(self) -> None:
        self.saved.emit(self.scope, self.entries())
