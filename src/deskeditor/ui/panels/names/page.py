"""The names register in the centre: each name with its kind, title, transliteration and variants.

Words marked correct stand in the same table. Nothing is kept before it is saved; what was not saved
yet stays in the table, or beside it while the other scope is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
)

from deskeditor.domain.lexicon import BadName, NameEntry, NameKind, Register, Scope
from deskeditor.ui.panels.names.kinds import KIND, WORD, KindDelegate, kind_cell
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.labels import label
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.widgets.segmented import Segmented
from deskeditor.ui.wording import isolated, ltr

if TYPE_CHECKING:
    from deskeditor.services.names import Across

#: The texts of a row, in the order of the columns; its kind stands by its value.
Cells = tuple[str, str, str, str, str]
_NAME, _KIND, _TITLE, _LATIN, _VARIANTS = range(5)
_COLUMNS = ("name", "kind", "title_column", "latin", "variants")
_WIDTHS = (200, 140, 180, 170)
_ARTICLE = Qt.ItemDataRole.UserRole
#: Pairs told; more are no help.
_MOST = 100


@dataclass(frozen=True, slots=True)
class _Unsaved:
    """A table with changes: the register it was filled from, its rows then and now."""

    shown: Register
    filled: tuple[Cells, ...]
    rows: tuple[Cells, ...]


class NamesPage(QFrame):
    """Signals: `scope_chosen(Scope)`, `saved(Scope, Register shown, Register now)`,
    `across_asked()`, `article_chosen(id)`, `refused(BadName)`, `closed()`.
    """

    scope_chosen = Signal(object)
    saved = Signal(object, object, object)
    across_asked = Signal()
    article_chosen = Signal(str)
    refused = Signal(object)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        """Empty until a register is shown."""
        super().__init__()
        self.setObjectName("placePage")
        self._words = words = look.words
        self.scope = Scope.PUBLICATION
        self._shown = Register()
        self._filled: tuple[Cells, ...] = ()
        self._sent: tuple[Cells, ...] = ()
        self._unsaved: dict[Scope, _Unsaved] = {}
        self._whose = Segmented(
            tuple((scope.value, words(f"names.scope_{scope}")) for scope in (
                Scope.PUBLICATION, Scope.MINE)),
            words("names.scope"),
        )  # fmt: skip
        self._whose.chosen.connect(lambda key: self._turn(Scope(key)))
        self.search = QLineEdit()
        self.search.setPlaceholderText(words("names.search"))
        self.search.setAccessibleName(words("names.search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.table = self._make_table()
        self.results = QListWidget()
        self.results.setAccessibleName(words("names.across"))
        self.results.setMaximumHeight(190)
        self.results.itemActivated.connect(self._open)
        self.results.hide()
        self._told = label("", "soft", wrap=True)
        self._told.hide()
        add = with_icon(button(words("names.add"), self.add_row), look, "plus")
        remove = with_icon(button(words("names.remove"), self.remove_rows), look, "trash")
        across = with_icon(button(words("names.across"), self.across_asked.emit), look, "search")
        keep = button(words("names.save"), self.save, look="filled")
        back = button(words("names.back"), self.closed.emit)
        head = row(label(words("names.title"), "place"), "stretch", self._whose, back)
        hint = label(words("names.hint"), "soft", wrap=True)
        foot = row(add, remove, across, "stretch", keep)
        self._empty = label("", "soft", wrap=True)
        put(self, column(
            head, hint, self.search, self._empty, self.table, self._told, self.results, foot,
            margins=(16, 14, 16, 16), gap=10,
        ))  # fmt: skip

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, len(_COLUMNS))
        table.setAccessibleName(self._words("names.table"))
        table.setHorizontalHeaderLabels([self._words(f"names.{name}") for name in _COLUMNS])
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for place, width in enumerate(_WIDTHS):
            table.setColumnWidth(place, width)
        header.setSectionResizeMode(_VARIANTS, QHeaderView.ResizeMode.Stretch)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setItemDelegateForColumn(_KIND, KindDelegate(self._words, table))
        table.clicked.connect(self._pressed)
        return table

    def show_register(self, scope: Scope, register: Register) -> None:
        """Show what a scope knows, names first; a table with changes of it stays as it is."""
        self._whose.choose(scope.value)
        if scope is self.scope and self.dirty:
            return
        kept = self._unsaved.pop(scope, None)
        rows = _rows_of(register)
        self.scope = scope
        self._shown, self._filled = (kept.shown, kept.filled) if kept else (register, rows)
        self._fill(kept.rows if kept else rows)
        if not kept:
            self._filled = self.rows()

    def show_saved(self, scope: Scope, register: Register) -> None:
        """What was told by `saved` is kept; changes made since stay unsaved."""
        rows = _rows_of(register)
        if scope is not self.scope:
            kept = self._unsaved.pop(scope, None)
            if kept is not None and kept.rows != self._sent:
                self._unsaved[scope] = _Unsaved(register, rows, kept.rows)
            return
        since = self.rows() != self._sent
        self._shown, self._filled = register, rows
        if not since:
            self._fill(rows)
            self._filled = self.rows()

    @property
    def dirty(self) -> bool:
        """Whether the table has changes that were not saved."""
        return self.rows() != self._filled

    def _turn(self, scope: Scope) -> None:
        """The other scope is asked for; changes of this one wait beside the table."""
        if scope is not self.scope and self.dirty:
            self._unsaved[self.scope] = _Unsaved(self._shown, self._filled, self.rows())
        self.scope_chosen.emit(scope)

    def _fill(self, rows: tuple[Cells, ...]) -> None:
        self.table.setRowCount(0)
        for cells in rows:
            self._put(cells)
        self._empty.setText("" if rows else self._words(f"names.empty_{self.scope}"))
        self._empty.setVisible(not rows)
        self._filter(self.search.text())

    def _put(self, cells: Cells) -> None:
        at = self.table.rowCount()
        self.table.insertRow(at)
        for place, text in enumerate(cells):
            item = kind_cell(text, self._words) if place == _KIND else QTableWidgetItem(text)
            self.table.setItem(at, place, item)
        self.table.setRowHeight(at, 36)

    def _pressed(self, index: QModelIndex) -> None:
        """One press opens the list of kinds."""
        if index.column() == _KIND:
            self.table.edit(index)

    def add_row(self) -> None:
        """An empty name, ready to be written."""
        self.search.clear()
        self._empty.hide()
        self._put(("", NameKind.PERSON.value, "", "", ""))
        at = self.table.rowCount() - 1
        self.table.setCurrentCell(at, _NAME)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        item = self.table.item(at, _NAME)
        if item is not None:
            self.table.editItem(item)

    def remove_rows(self) -> None:
        """Take the chosen names out; nothing is kept before it is saved."""
        rows = {index.row() for index in self.table.selectedIndexes()}
        for at in sorted(rows, reverse=True):
            self.table.removeRow(at)

    def _cell(self, at: int, place: int) -> str:
        item = self.table.item(at, place)
        return " ".join(item.text().split()) if item is not None else ""

    def rows(self) -> tuple[Cells, ...]:
        """The rows as the table has them; those in which nothing stands are none."""
        found: list[Cells] = []
        for at in range(self.table.rowCount()):
            item = self.table.item(at, _KIND)
            kind = str(item.data(KIND)) if item is not None else ""
            name, title, latin, variants = (
                self._cell(at, place) for place in (_NAME, _TITLE, _LATIN, _VARIANTS)
            )
            if name or title or latin or variants:
                found.append((name, kind, title, latin, variants))
        return tuple(found)

    def register(self) -> Register:
        """The register as the table has it; rows without a name are none.

        Raises:
            BadName: a name is too long.
        """
        names: dict[str, NameEntry] = {}
        words: set[str] = set()
        for name, kind, title, latin, said in self.rows():
            if not name:
                continue
            if kind == WORD:
                words.add(name)
                continue
            parts = said.replace(",", "،").split("،")
            variants = tuple(dict.fromkeys(one.strip() for one in parts if one.strip()))
            names[name] = NameEntry(
                name, NameKind(kind), title, latin, tuple(one for one in variants if one != name)
            )
        return Register(names, frozenset(words))

    def save(self) -> None:
        """Tell what was shown and what stands there now, or why that cannot be kept."""
        try:
            now = self.register()
        except BadName as error:
            self.refused.emit(error)
            return
        self._sent = self.rows()
        self.saved.emit(self.scope, self._shown, now)

    def _filter(self, text: str) -> None:
        wanted = text.strip()
        for at in range(self.table.rowCount()):
            cells = (self._cell(at, place) for place in (_NAME, _TITLE, _LATIN, _VARIANTS))
            there = not wanted or any(wanted.lower() in cell.lower() for cell in cells)
            self.table.setRowHidden(at, not there)

    def show_across(self, found: Across) -> None:
        """What the pieces at hand write otherwise; a line opens its piece."""
        words = self._words
        self.results.clear()
        for stray in found.strays:
            self._tell(stray.article, words(
                "names.stray", written=isolated(stray.written), wanted=isolated(stray.wanted),
                count=ltr(stray.count), title=isolated(stray.title),
            ))  # fmt: skip
        for pair in found.pairs[:_MOST]:
            self._tell(pair.other_article, words(
                "names.pair", name=isolated(pair.name), count=ltr(pair.count),
                other=isolated(pair.other), other_count=ltr(pair.other_count),
            ))  # fmt: skip
        many = self.results.count()
        key = "names.across_some" if many else "names.across_none"
        self._told.setText(words(key, n=many, count=ltr(many), pieces=ltr(found.pieces)))
        self._told.show()
        self.results.setVisible(many > 0)

    def _tell(self, article: str, text: str) -> None:
        item = QListWidgetItem(text)
        item.setData(_ARTICLE, article)
        self.results.addItem(item)

    def _open(self, item: QListWidgetItem) -> None:
        self.article_chosen.emit(str(item.data(_ARTICLE)))


def _rows_of(register: Register) -> tuple[Cells, ...]:
    """A register as rows: names in order, then single words."""
    names = [
        (one.name, one.kind.value, one.title, one.latin, "، ".join(one.variants))
        for one in (register.names[name] for name in sorted(register.names))
    ]
    return (*names, *((word, WORD, "", "", "") for word in sorted(register.words)))
