"""The place of images: filters, the grid, the viewer or two images compared, and the record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QProgressBar,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from deskeditor.domain.media import Rights
from deskeditor.domain.publication import Export
from deskeditor.ui.control.gallery import Tile, TilePage, Usage, Wanted
from deskeditor.ui.control.pictures import Pictures
from deskeditor.ui.control.thumbs import Thumbs
from deskeditor.ui.models.images import TILE, ImageRows, ImageTile
from deskeditor.ui.panels.pictures.article_box import ArticleBox
from deskeditor.ui.panels.pictures.compare import ComparePictures
from deskeditor.ui.panels.pictures.record import RecordForm
from deskeditor.ui.panels.pictures.stage import Stage
from deskeditor.ui.theme.look import Look
from deskeditor.ui.theme.tokens import CENTRE_LEAST
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.labels import label
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.wording import ltr

if TYPE_CHECKING:
    from deskeditor.services.bringing import Brought

_PAUSE = 250
_NOT_OF_ANOTHER = (Usage.ARTICLE, Usage.UNUSED)
_RECORD = 330


class PicturesPage(QFrame):
    """Signals: `wanted_changed(Wanted)`, `more_wanted(behind)`, `chosen(tuple of Tile)`,
    `add_asked()`, `dropped(list of paths)`, `pasted(QMimeData)`, `stop_asked()`.
    """

    wanted_changed = Signal(object)
    more_wanted = Signal(int)
    chosen = Signal(object)
    add_asked = Signal()
    dropped = Signal(object)
    pasted = Signal(object)
    stop_asked = Signal()

    def __init__(self, look: Look, thumbs: Thumbs, pictures: Pictures) -> None:
        """No images were read yet."""
        super().__init__()
        self.setObjectName("placePage")
        self.setAcceptDrops(True)
        self.setMinimumWidth(CENTRE_LEAST)  # pages share one place: none may widen it for all
        self.look = look
        self.article = ""
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._ask)
        self.model = ImageRows(look)
        self.model.more_wanted.connect(self.more_wanted)
        self.view = QListView()
        self.view.setObjectName("pictureGrid")
        self._build_view(thumbs)
        self.stage = Stage(look)
        self.compare = ComparePictures(look, pictures.pixels)
        self.compare.closed.connect(self._show_stage)
        self.export = Export()
        self.record = RecordForm(
            look, lambda figure, outlet: pictures.previews.get(figure, outlet, self.export)
        )
        self.record.setObjectName("pictureRecord")
        self.record.stepped.connect(self.step)
        self.below: QStackedWidget = QStackedWidget()
        self.below.addWidget(self.stage)
        self.below.addWidget(self.compare)
        self._empty = label("", "soft", wrap=True)
        self._compose()

    def _build_view(self, thumbs: Thumbs) -> None:
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(ImageTile(self.look, thumbs.get, view))
        view.setViewMode(QListView.ViewMode.IconMode)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setMovement(QListView.Movement.Static)
        view.setUniformItemSizes(True)
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.setBatchSize(200)
        view.setMouseTracking(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(self.look.words("window.place_images"))
        view.selectionModel().selectionChanged.connect(self._selected)
        view.activated.connect(lambda _index: self.record.editors["caption"].setFocus())
        thumbs.arrived.connect(self.model.touch)
        self.setFocusProxy(view)

    def _compose(self) -> None:
        split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(6)
        split.setChildrenCollapsible(False)
        upper, lower = QWidget(), QWidget()
        grid = column(self.view, margins=(10, 0, 10, 0))
        top = column(column(self._empty, margins=(16, 0, 16, 0)), grid, gap=0)
        top.setStretch(1, 1)
        put(upper, top)
        put(lower, column(self.below, margins=(16, 4, 16, 12)))
        split.addWidget(upper)
        split.addWidget(lower)
        split.setSizes([430, 360])
        centre = column(self._head(), self._batch_line(), split, gap=0)
        centre.setStretch(2, 1)
        self.record.setFixedWidth(_RECORD)
        body = row(centre, self.record, gap=0)
        body.setStretch(0, 1)
        put(self, body)

    def _head(self) -> QHBoxLayout:
        words = self.look.words
        self._title = label(words("window.place_images"), "place")
        self._count = label("", "soft")
        self._words = QLineEdit()
        self._words.setPlaceholderText(words("images.seek"))
        self._words.setAccessibleName(words("images.seek"))
        self._words.setMinimumWidth(60)
        self._words.setMaximumWidth(220)
        self._words.textEdited.connect(lambda _text: self._soon.start())
        self._usage, self._rights = QComboBox(), QComboBox()
        self._usage.setAccessibleName(words("images.usage"))
        for usage in Usage:
            self._usage.addItem(words(f"images.usage_{usage}"), usage)
        self._rights.setAccessibleName(words("images.field_rights"))
        self._rights.addItem(words("images.any_rights"), None)
        for rights in Rights:
            self._rights.addItem(words(f"images.rights_{rights}"), rights)
        for box in (self._usage, self._rights):
            box.setMinimumWidth(60)
        self._usage.activated.connect(self._of_usage)
        for box in (self._usage, self._rights):
            box.activated.connect(lambda _row: self._ask())
        self.articles = ArticleBox(self.look)
        self.articles.article_chosen.connect(self._of_article)
        add = button(words("images.add"), self.add_asked.emit)
        with_icon(add, self.look, "plus")
        return row(self._title, self._count, "stretch", self._words, self._usage, self.articles,
                   self._rights, add, margins=(16, 12, 16, 4))  # fmt: skip

    def _batch_line(self) -> QWidget:
        words = self.look.words
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words("images.bringing_in"))
        self._progress = label("", "soft")
        stop = button(words("images.stop"), self.stop_asked.emit)
        self._batch = QWidget()
        put(self._batch, row(self._progress, self._bar, stop, margins=(16, 0, 16, 4)))
        self._batch.hide()
        return self._batch

    # What is wanted.

    @property
    def wanted(self) -> Wanted:
        """What the filters ask for."""
        rights = self._rights.currentData()  # Qt gives back a plain text
        return Wanted(
            Usage(self._usage.currentData()), Rights(rights) if rights else None,
            self._words.text().strip(), self.article, self.articles.article,
        )  # fmt: skip

    def ask_for(self, usage: Usage) -> None:
        """Set the filter of use."""
        self._usage.setCurrentIndex(self._usage.findData(usage))
        self.articles.clear_choice()
        self._ask()

    def _of_usage(self, _row: int) -> None:
        """The images of the open article, and those of none, are not those of another."""
        if Usage(self._usage.currentData()) in _NOT_OF_ANOTHER:
            self.articles.clear_choice()

    def _of_article(self, article: str) -> None:
        if article and Usage(self._usage.currentData()) in _NOT_OF_ANOTHER:
            self._usage.setCurrentIndex(self._usage.findData(Usage.ALL))
        self._ask()

    def _ask(self) -> None:
        self._soon.stop()
        self.wanted_changed.emit(self.wanted)

    def show_page(self, page: TilePage) -> None:
        """A page of tiles came."""
        if page.first:
            again = page.again and self.model.rowCount() > 0
            keep = self.record.chosen[:1]
            if again:
                self.model.put_before(page.tiles)
            else:
                self.model.show_first(page.tiles, page.next)
            self._count.setText("" if page.total is None else ltr(page.total))
            wanted = page.wanted
            asked = wanted.words or wanted.usage is not Usage.ALL or wanted.rights or wanted.of
            key = "images.none_found" if asked else "window.empty_images"
            self._empty.setText("" if page.tiles else self.look.words(key))
            self._empty.setVisible(not page.tiles)
            if not again:
                row_ = self.model.row_of(keep[0]) if keep else -1
                self.choose_row(max(0, row_))
        else:
            self.model.add(page.tiles, page.next)
            if page.tiles and page.next is not None and not self._full():
                self.more_wanted.emit(page.next)

    def _full(self) -> bool:
        return self.view.verticalScrollBar().maximum() > 0

    # Choosing.

    def choose_row(self, row_: int) -> None:
        """Choose one tile."""
        index = self.model.index(row_)
        if index.isValid():
            self.view.setCurrentIndex(index)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().select(index, flag)
            self.view.scrollTo(index)
        else:
            self._selected(QItemSelection(), QItemSelection())

    def choose(self, media: str) -> None:
        """Choose an image, where it was read."""
        self.choose_row(self.model.row_of(media))

    def step(self, by: int) -> None:
        """The next or previous image, for whoever captions one after another."""
        row_ = self.view.currentIndex().row() + by
        if 0 <= row_ < self.model.rowCount():
            self.choose_row(row_)

    def tile_before(self) -> Tile | None:
        """The tile before the current one, to copy from."""
        row_ = self.view.currentIndex().row() - 1
        return self.model.tiles[row_] if row_ >= 0 else None

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The chosen tiles, in the grid's order."""
        rows: list[QModelIndex] = sorted(
            self.view.selectionModel().selectedIndexes(), key=lambda index: index.row()
        )
        return tuple(index.data(TILE) for index in rows)

    def _selected(self, _new: QItemSelection, _old: QItemSelection) -> None:
        tiles = self.tiles
        self.record.choose(tiles)
        if len(tiles) == 2:
            self.hold(tiles[0], (tiles[1],))
        else:
            self.below.setCurrentWidget(self.stage)
        self.chosen.emit(tiles)

    def _show_stage(self) -> None:
        self.below.setCurrentWidget(self.stage)

    def hold(self, one: Tile, others: tuple[Tile, ...]) -> None:
        """Two images side by side."""
        self.compare.show_pair(one, others)
        self.below.setCurrentWidget(self.compare)

    # A batch.

    def show_step(self, brought: Brought) -> None:
        """One picture of a batch is done."""
        self._batch.show()
        self._bar.setRange(0, brought.total)
        self._bar.setValue(brought.done)
        count = ltr(f"{brought.done}/{brought.total}")
        self._progress.setText(self.look.words("images.bringing", count=count))

    def end_batch(self) -> None:
        """The batch is over."""
        self._batch.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste files or a picture."""
        data = QGuiApplication.clipboard().mimeData()
        if not event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)
        elif data.hasUrls():
            self.dropped.emit(_local(data))
        elif data.hasImage():
            self.pasted.emit(data)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell the local ones."""
        self.dropped.emit(_local(event.mimeData()))
        event.acceptProposedAction()


def _local(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def told_failures(look: Look, failed: tuple[Brought, ...]) -> str:
    """The errors of a batch, a line each: every sentence once, and how many more have the same."""
    by_code: dict[str, list[Brought]] = {}
    for one in failed:
        if one.error is not None:
            by_code.setdefault(one.error.code, []).append(one)
    said = []
    for alike in by_code.values():
        assert alike[0].error is not None
        sentence = look.words.error(alike[0].error)
        rest = len(alike) - 1
        more = look.words("images.and_more", n=rest, count=ltr(rest)) if rest else ""
        said.append(f"{sentence} {more}".strip())
    return "\n".join(said)
