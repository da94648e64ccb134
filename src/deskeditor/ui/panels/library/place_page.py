"""A place of the rail in the centre: its articles, sorted and sifted, or why there are none."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QListView, QWidget

from deskeditor.domain.rows import ArticleRow, Folder
from deskeditor.ui.models.arranging import Sorting, arranged
from deskeditor.ui.models.articles import ROW, ArticleLine, ArticleRows
from deskeditor.ui.panels.library.folder_bar import FolderBar
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.labels import label
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.wording import isolated, ltr


class PlacePage(QFrame):
    """Signals: `article_chosen(id)`, `new_asked()`, `template_chosen(id)`, `back_asked(id)`.

    The last asks for a piece to be taken out of the trash or the archive. `query_typed()`: where
    everything is searched, other words stand in the field.
    """

    article_chosen = Signal(str)
    new_asked = Signal()
    template_chosen = Signal(str)
    back_asked = Signal(str)
    query_typed = Signal()

    def __init__(self, look: Look) -> None:
        """No place is shown yet."""
        super().__init__()
        self.setObjectName("placePage")
        self._look = look
        self._title = label("", "place")
        self._count = label("", "soft")
        self._new = button(look.words("window.action_new"), self.new_asked.emit)
        with_icon(self._new, look, "plus")
        self._back = button("", self._ask_back)
        self._back.hide()
        self._edit = button(look.words("window.template_open"), self._open_template)
        self._edit.hide()
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
        self._place = ""
        self._rows: tuple[ArticleRow, ...] = ()
        self._make_tools(look)
        self.folder_bar = FolderBar(look)
        self.folder_bar.hide()
        self._why = ""
        head = row(self._title, self._count, "stretch", self._back, self._edit, self._new,
                   margins=(16, 14, 16, 8))  # fmt: skip
        self._empty_row = column(self._empty, margins=(16, 8, 16, 8))
        put(self, column(head, self._tools, self.folder_bar, self._empty_row, self._view, gap=0))

    def _make_tools(self, look: Look) -> None:
        """What sifts and sorts the lines."""
        self.sift = QLineEdit()
        self.sift.setClearButtonEnabled(True)
        self.sift.setPlaceholderText(look.words("window.sift"))
        self.sift.setAccessibleName(look.words("window.sift"))
        self.sift.textChanged.connect(self._sifted)
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
        self._line.names = self._model.names = names

    def begin(self, place: str) -> None:
        """The name of a place whose articles are still to be read; the keyboard is there."""
        self._title.setText(self._look.words(f"window.place_{place}"))
        self.setFocus()

    def show_place(self, place: str, rows: tuple[ArticleRow, ...]) -> None:
        """Show the lines of a place, as they are asked to stand."""
        words = self._look.words
        if place != self._place:
            self.sift.clear()
        if place == "library":
            return
        self._place, self._rows, self._why = place, rows, ""
        self._name_field("window.sift")
        self.folder_bar.hide()
        name = words(f"window.place_{place}")
        self._title.setText(name)
        self._view.setAccessibleName(name)
        self._tools.setVisible(len(rows) > 1)
        self._arrange()
        self._new.setVisible(place == "drafts")
        back = {"trash": "untrash", "archive": "unarchive"}.get(place, "")
        if back:
            self._back.setText(words(f"window.{back}"))
            self._back.setAccessibleName(words(f"window.{back}"))
        self._back.setVisible(bool(back and rows))
        self._edit.setVisible(place == "templates" and bool(rows))

    def show_query(self, query: str, folder: Folder | None) -> None:
        """Search everything: these words, of a folder where one is open. Lines come later."""
        words = self._look.words
        self._place, self._rows, self._why = "library", (), ""
        name = words("window.place_library") if folder is None else folder.name
        self._title.setText(name if folder is None else isolated(name))
        self._view.setAccessibleName(name)
        self._name_field("window.query")
        for one in (self._new, self._back, self._edit):
            one.hide()
        self._tools.show()
        self.folder_bar.show_folder(folder)
        self.sift.blockSignals(True)
        self.sift.setText(query)
        self.sift.blockSignals(False)
        self._arrange()
        (self.sift if folder is None else self._view).setFocus()

    def show_found(self, rows: tuple[ArticleRow, ...], why: str = "") -> None:
        """What a search brought; `why` says that it could not be made."""
        self._rows, self._why = rows, why
        self._arrange()

    def _name_field(self, key: str) -> None:
        self.sift.setPlaceholderText(self._look.words(key))
        self.sift.setAccessibleName(self._look.words(key))

    def _sifted(self) -> None:
        if self._place == "library":
            self.query_typed.emit()
        else:
            self._arrange()

    def _arrange(self) -> None:
        words = self._look.words
        searched = self._place == "library"
        sifted = "" if searched else self.sift.text()
        self.folder_bar.setVisible(searched and bool(self.sift.text().strip()))
        shown = arranged(self._rows, self.sorting.currentData(), sifted, self._told)
        self._count.setText(
            ltr(len(shown)) if len(shown) == len(self._rows)
            else words("window.sifted", shown=ltr(len(shown)), all=ltr(len(self._rows)))
        )  # fmt: skip
        self._model.show_rows(shown)
        why = f"window.empty_{self._place}" if not self._rows else "window.sifted_none"
        if searched and self.sift.text().strip():
            why = "window.found_none"
        self._empty.setText("" if shown else self._why or words(why))
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
        if chosen is None or self._place == "trash":
            return
        template = self._place == "templates"
        (self.template_chosen if template else self.article_chosen).emit(chosen.id)

    def _ask_back(self) -> None:
        chosen = self._row(self._view.currentIndex())
        if chosen is not None:
            self.back_asked.emit(chosen.id)

    def _open_template(self) -> None:
        chosen = self._row(self._view.currentIndex())
        if chosen is not None:
            self.article_chosen.emit(chosen.id)
