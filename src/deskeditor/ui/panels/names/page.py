"""The names register in the centre: each name with its kind, title, transliteration and variants.

Words marked correct stand in the same table. Nothing is kept before it is saved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
)

from deskeditor.domain.lexicon import NameEntry, NameKind, Register, Scope
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.labels import label
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.widgets.segmented import Segmented
from deskeditor.ui.wording import isolated, ltr

if TYPE_CHECKING:
    from deskeditor.services.names import Across

#: The kind of a row that is a word marked correct.
WORD = "word"
_NAME, _KIND, _TITLE, _LATIN, _VARIANTS = range(5)
_COLUMNS = ("name", "kind", "title_column", "latin", "variants")
_WIDTHS = (200, 140, 180, 170)
_ARTICLE = Qt.ItemDataRole.UserRole
#: Pairs told; more are no help.
_MOST = 100


class NamesPage(QFrame):
    """Signals: `scope_chosen(Scope)`, `saved(Scope, Register shown, Register now)`,
    `across_asked()`, `article_chosen(id)`, `closed()`.
    """

    scope_chosen = Signal(object)
    saved = Signal(object, object, object)
    across_asked = Signal()
    article_chosen = Signal(str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        """Empty until a register is shown."""
        super().__init__()
        self.setObjectName("placePage")
        self._words = words = look.words
        self.scope = Scope.PUBLICATION
        self._shown = Register()
        self._whose = Segmented(
            tuple((scope.value, words(f"names.scope_{scope}")) for scope in (
                Scope.PUBLICATION, Scope.MINE)),
            words("names.scope"),
        )  # fmt: skip
        self._whose.chosen.connect(lambda key: self.scope_chosen.emit(Scope(key)))
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
        put(self, column(
            head, hint, self.search, self.table, self._told, self.results, foot,
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
        return table

    def show_register(self, scope: Scope, register: Register) -> None:
        """Show what a scope knows, names first."""
        self.scope, self._shown = scope, register
        self._whose.choose(scope.value)
        self.table.setRowCount(0)
        for name in sorted(register.names):
            self._put(register.names[name])
        for word in sorted(register.words):
            self._put(NameEntry(word), WORD)
        self._filter(self.search.text())

    def _put(self, entry: NameEntry | None, kind: str = "") -> None:
        at = self.table.rowCount()
        self.table.insertRow(at)
        kinds = QComboBox()
        for one in (*(kind.value for kind in NameKind), WORD):
            kinds.addItem(self._words(f"names.kind_{one}"), one)
        chosen = kind or (entry.kind.value if entry is not None else NameKind.PERSON.value)
        kinds.setCurrentIndex(kinds.findData(chosen))
        kinds.setAccessibleName(self._words("names.kind"))
        self.table.setCellWidget(at, _KIND, kinds)
        cells = {_NAME: "", _TITLE: "", _LATIN: "", _VARIANTS: ""}
        if entry is not None:
            cells = {
                _NAME: entry.name, _TITLE: entry.title, _LATIN: entry.latin,
                _VARIANTS: "، ".join(entry.variants),
            }  # fmt: skip
        for place, text in cells.items():
            self.table.setItem(at, place, QTableWidgetItem(text))
        self.table.setRowHeight(at, 36)

    def add_row(self) -> None:
        """An empty name, ready to be written."""
        self.search.clear()
        self._put(None)
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

    def register(self) -> Register:
        """The register as the table has it; rows without a name are none.

        Raises:
            BadName: a name is too long.
        """
        names: dict[str, NameEntry] = {}
        words: set[str] = set()
        for at in range(self.table.rowCount()):
            kinds, name = self.table.cellWidget(at, _KIND), self._cell(at, _NAME)
            assert isinstance(kinds, QComboBox)
            if not name:
                continue
            if kinds.currentData() == WORD:
                words.add(name)
                continue
            said = self._cell(at, _VARIANTS).replace(",", "،").split("،")
            variants = tuple(dict.fromkeys(one.strip() for one in said if one.strip()))
            names[name] = NameEntry(
                name, NameKind(kinds.currentData()), self._cell(at, _TITLE),
                self._cell(at, _LATIN), tuple(one for one in variants if one != name),
            )  # fmt: skip
        return Register(names, frozenset(words))

    def save(self) -> None:
        """Tell what was shown and what stands there now."""
        self.saved.emit(self.scope, self._shown, self.register())

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
