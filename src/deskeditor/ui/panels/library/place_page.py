"""A place of the rail in the centre: its articles, sorted and sifted, or why there are none."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QListView, QWidget

from deskeditor.domain.rows import ArticleRow
from deskeditor.ui.models.arranging import Sorting, arranged
from deskeditor.ui.models.articles import ROW, ArticleLine, ArticleRows
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.labels import label
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.wording import ltr


class PlacePage(QFrame):
    """Signals: `article_chosen(id)`, `new_asked()`, `untrash_asked(id)`."""

    article_chosen = Signal(str)
    new_asked = Signal()
    untrash_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        """No place is shown yet."""
        super().__init__()
        self.setObjectName("placePage")
        self._look = look
        self._title = label("", "place")
        self._count = label("", "soft")
        self._new = button(look.words("window.action_new"), self.new_asked.emit)
        with_icon(self._new, look, "plus")
        self._back = button(look.words("window.untrash"), self._untrash)
        self._back.hide()
        self._model = ArticleRows(look)
        self._view = QListView()
        self._view.setModel(self._model)
        self._line = ArticleLine(look, self._view)
        self._view.setItemDelegate(self._line)
        self._view.setMouseTracking(True)
        self._view.setUniformItemSizes(True)
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.clicked.connect(self._chosen)
        self._view.activated.connect(self._chosen)
        self.setFocusProxy(self._view)
        self._empty = label("", "soft", wrap=True)
        self._trash = False
        self._place = ""
        self._rows: tuple[ArticleRow, ...] = ()
        self._make_tools(look)
        head = row(self._title, self._count, "stretch", self._back, self._new,
                   margins=(16, 14, 16, 8))  # fmt: skip
        self._empty_row = column(self._empty, margins=(16, 8, 16, 8))
        put(self, column(head, self._tools, self._empty_row, self._view, gap=0))

    def _make_tools(self, look: Look) -> None:
        """What sifts and sorts the lines."""
        self.sift = QLineEdit()
        self.sift.setClearButtonEnabled(True)
        self.sift.setPlaceholderText(look.words("window.sift"))
        self.sift.setAccessibleName(look.words("window.sift"))
        self.sift.textChanged.connect(lambda _text: self._arrange())
        self.sorting = QComboBox()
        self.sorting.setAccessibleName(look.words("window.sorting"))
        for one in Sorting:
            self.sorting.addItem(look.words(f"window.sort_{one}"), one)
        self.sorting.currentIndexChanged.connect(lambda _at: self._arrange())
        self._tools = QWidget()
        tools = row(self.sift, self.sorting, margins=(16, 0, 16, 8), gap=8)
        tools.setStretch(0, 1)
        put(self._tools, tools)

    def set_people(self, names: dict[str, str]) -> None:
        """Names for logins."""
        self._line.names = names

    def begin(self, place: str) -> None:
        """The name of a place whose articles are still to be read; the keyboard is there."""
        self._title.setText(self._look.words(f"window.place_{place}"))
        self.setFocus()

    def show_place(self, place: str, rows: tuple[ArticleRow, ...]) -> None:
        """Show the lines of a place, as they are asked to stand."""
        words = self._look.words
        if place != self._place:
            self.sift.clear()
        self._place, self._rows = place, rows
        self._trash = place == "trash"
        name = words(f"window.place_{place}")
        self._title.setText(name)
        self._view.setAccessibleName(name)
        self._tools.setVisible(len(rows) > 1)
        self._arrange()
        self._new.setVisible(place == "drafts")
        self._back.setVisible(self._trash and bool(rows))

    def _arrange(self) -> None:
        words = self._look.words
        shown = arranged(self._rows, self.sorting.currentData(), self.sift.text(), self._told)
        self._count.setText(
            ltr(len(shown)) if len(shown) == len(self._rows)
            else words("window.sifted", shown=ltr(len(shown)), all=ltr(len(self._rows)))
        )  # fmt: skip
        self._model.show_rows(shown)
        why = f"window.empty_{self._place}" if not self._rows else "window.sifted_none"
        self._empty.setText("" if shown else words(why))
        self._empty.setVisible(not shown)

    def _told(self, row_: ArticleRow) -> str:
        state = self._look.words(f"review.state_{row_.state}")
        owner = self._line.names.get(row_.owner, row_.owner)
        return f"{row_.title} {owner} {row_.desk} {state}"

    def _row(self, index: QModelIndex) -> ArticleRow | None:
        row_ = index.data(ROW)
        return row_ if isinstance(row_, ArticleRow) else None

    def _chosen(self, index: QModelIndex) -> None:
        chosen = self._row(index)
        if chosen is not None and not self._trash:
            self.article_chosen.emit(chosen.id)

    def _untrash(self) -> None:
        chosen = self._row(self._view.currentIndex())
        if chosen is not None:
            self.untrash_asked.emit(chosen.id)
