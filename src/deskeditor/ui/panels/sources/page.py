"""The place of sources: the register in a list, one source beside it, and the vault."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QScrollArea, QStackedWidget, QWidget

from deskeditor.domain.sources import SourceLine
from deskeditor.ui.panels.sources.demands import DemandsBox
from deskeditor.ui.panels.sources.entry import EntryForm
from deskeditor.ui.panels.sources.lines import LINE, SourceDelegate, SourceLines
from deskeditor.ui.panels.sources.vault import VaultForm
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.labels import label, start_side
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.widgets.segmented import Segmented
from deskeditor.ui.wording import ltr

_PARTS = ("register", "vault")
_BESIDE = 380
#: Milliseconds of quiet before what is searched for is looked up.
_PAUSE = 200


class SourcesPage(QFrame):
    """Signals: `line_chosen(SourceLine)`, `searched(str)`, `new_asked()`, `turned(str)` to
    `register` or `vault`.
    """

    line_chosen = Signal(object)
    searched = Signal(str)
    new_asked = Signal()
    turned = Signal(str)

    def __init__(self, look: Look) -> None:
        """Nothing was read yet."""
        super().__init__()
        self.setObjectName("placePage")
        words = look.words
        self.look = look
        self.people: dict[str, str] = {}
        self._count = label("", "soft")
        self.note = label(words("register.reading"), "soft", wrap=True)
        self.parts = Segmented(
            tuple((part, words(f"register.part_{part}")) for part in _PARTS),
            words("window.place_sources"),
        )
        self.parts.chosen.connect(self.turn)
        self.search = QLineEdit()
        self.search.setAlignment(start_side())
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(words("register.search"))
        self.search.setAccessibleName(words("register.search"))
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(lambda: self.searched.emit(self.search.text()))
        self.search.textEdited.connect(lambda _text: self._soon.start())
        self.new = button(words("register.new"), self.new_asked.emit)
        with_icon(self.new, look, "plus")
        self._model = SourceLines(look)
        self.view = self._list()
        self.form = EntryForm(look)
        self.demands = DemandsBox(look)
        self.vault = VaultForm(look)
        self._compose()

    def _list(self) -> QListView:
        view = QListView()
        view.setModel(self._model)
        view.setItemDelegate(SourceDelegate(self.look, view))
        view.setMouseTracking(True)
        view.setUniformItemSizes(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(self.look.words("register.part_register"))
        view.selectionModel().currentChanged.connect(self._current)
        return view

    def _compose(self) -> None:
        words = self.look.words
        head = row(
            label(words("window.place_sources"), "place"), self._count, "stretch", self.parts,
            margins=(16, 14, 16, 8),
        )  # fmt: skip
        over = row(self.search, self.new, margins=(16, 0, 16, 8))
        over.setStretch(0, 1)
        lines = QWidget()
        put(
            lines,
            column(over, column(self.note, margins=(16, 0, 16, 4)), self.view, self.demands, gap=0),
        )
        self.beside = _scrolling(self.form)
        self.beside.setFixedWidth(_BESIDE)
        self.beside.hide()
        register = QWidget()
        box = row(lines, self.beside, gap=0)
        box.setStretch(0, 1)
        put(register, box)
        self._stack = QStackedWidget()
        self._stack.addWidget(register)
        self._stack.addWidget(_scrolling(self.vault))
        put(self, column(head, self._stack, gap=0))

    def turn(self, part: str) -> None:
        """Show the register or the vault."""
        self.parts.choose(part)
        self._stack.setCurrentIndex(_PARTS.index(part))
        self._count.setVisible(part == "register")
        self.turned.emit(part)

    @property
    def part(self) -> str:
        """What is shown."""
        return _PARTS[self._stack.currentIndex()]

    def show_lines(self, lines: tuple[SourceLine, ...], key: str = "") -> None:
        """Show these lines; the one of `key` is the current one where it is among them."""
        words = self.look.words
        self._model.show_lines(lines)
        self._count.setText(ltr(len(lines)))
        asked = bool(self.search.text().strip())
        why = "register.found_none" if asked else "register.empty"
        self.note.setText("" if lines else words(why))
        self.note.setVisible(not lines)
        place = self._model.row_of(key) if key else None
        if place is not None:
            index = self._model.index(place)
            self.view.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.view.scrollTo(index)

    def set_people(self, names: dict[str, str]) -> None:
        """Logins and the names that stand in their place."""
        self.people = names

    def show_form(self, *, shown: bool = True) -> None:
        """Show one source beside the list, or the list alone."""
        self.beside.setVisible(shown)

    def _current(self, index: QModelIndex) -> None:
        found = index.data(LINE)
        if isinstance(found, SourceLine):
            self.line_chosen.emit(found)


def _scrolling(inside: QWidget) -> QScrollArea:
    host = QWidget()
    put(host, column(inside, margins=(16, 8, 16, 16)))
    host.setMinimumWidth(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(host)
    return area
