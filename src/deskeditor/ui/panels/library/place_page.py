"""A place of the rail in the centre: its articles in a list, or one line that says why none."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView

from deskeditor.domain.rows import ArticleRow
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
        head = row(self._title, self._count, "stretch", self._back, self._new,
                   margins=(16, 14, 16, 8))  # fmt: skip
        self._empty_row = column(self._empty, margins=(16, 8, 16, 8))
        put(self, column(head, self._empty_row, self._view, gap=0))

    def set_people(self, names: dict[str, str]) -> None:
        """Names for logins."""
        self._line.names = names

    def begin(self, place: str) -> None:
        """The name of a place whose articles are still to be read; the keyboard is there."""
        self._title.setText(self._look.words(f"window.place_{place}"))
        self.setFocus()

    def show_place(self, place: str, rows: tuple[ArticleRow, ...]) -> None:
        """Show the lines of a place."""
        words = self._look.words
        self._trash = place == "trash"
        name = words(f"window.place_{place}")
        self._title.setText(name)
        self._view.setAccessibleName(name)
        self._count.setText(ltr(len(rows)))
        self._model.show_rows(rows)
        self._empty.setText("" if rows else words(f"window.empty_{place}"))
        self._empty.setVisible(not rows)
        self._new.setVisible(place == "drafts")
        self._back.setVisible(self._trash and bool(rows))

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
