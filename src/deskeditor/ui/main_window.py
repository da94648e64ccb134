"""The window's layout, and nothing else: what stands where, what folds first.

Top to bottom: menu, toolbar, notice, work, decision bar (review only), status line. Start to end:
rail, queue (review only), centre, inspector, tab strip.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QMenuBar, QSplitter, QStackedWidget, QWidget

from deskeditor.ui.actions import Actions
from deskeditor.ui.control.pictures import Pictures
from deskeditor.ui.control.thumbs import Thumbs
from deskeditor.ui.dialogs.palette import Palette
from deskeditor.ui.panels.checks.panel import ChecksPanel
from deskeditor.ui.panels.details.panel import DetailsPanel
from deskeditor.ui.panels.find.bar import FindBar
from deskeditor.ui.panels.history.panel import HistoryPanel
from deskeditor.ui.panels.images.panel import ImagesPanel
from deskeditor.ui.panels.library.place_page import PlacePage
from deskeditor.ui.panels.link.bar import LinkBar
from deskeditor.ui.panels.pictures.page import PicturesPage
from deskeditor.ui.panels.quotes.compare import ComparePane
from deskeditor.ui.panels.quotes.panel import QuotesPanel
from deskeditor.ui.panels.review.decision_bar import DecisionBar
from deskeditor.ui.panels.review.panel import ReviewPanel
from deskeditor.ui.panels.review.queue import QueueColumn
from deskeditor.ui.panels.sources.page import SourcesPage
from deskeditor.ui.theme.look import Look
from deskeditor.ui.theme.tokens import CENTRE_LEAST, MENU, grid
from deskeditor.ui.widgets.focus_ring import FocusRing
from deskeditor.ui.widgets.in_sight import InSight
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.widgets.notice import NoticeBar
from deskeditor.ui.widgets.person import PersonButton
from deskeditor.ui.widgets.rail import Rail
from deskeditor.ui.widgets.status_line import StatusLine
from deskeditor.ui.widgets.strip import Strip
from deskeditor.ui.widgets.title_bar import TitleBar
from deskeditor.ui.widgets.toolbar import Toolbar

PLACES = (
    ("drafts", "pencil"), ("sent", "send"), ("desk", "list"), ("published", "globe"),
    ("library", "search"), ("templates", "file"), ("images", "image"), ("sources", "people"),
    ("archive", "archive"), ("trash", "trash"),
)  # fmt: skip
PANELS = (
    ("checks", "shield"), ("quotes", "quote"), ("images", "image"), ("review", "list"),
    ("history", "clock"), ("details", "file"),
)  # fmt: skip


@dataclass
class Panels:
    """The panels of the inspector, by name."""

    checks: ChecksPanel
    quotes: QuotesPanel
    images: ImagesPanel
    review: ReviewPanel
    history: HistoryPanel
    details: DetailsPanel


#: Pages on which an article is read: the inspector stands beside them.
_TEXT = ("write", "read", "compared")


class MainWindow(QMainWindow):
    """Shows what it is told to. Emits `closing` before it closes and `dropped(list of urls)`."""

    closing = Signal()
    dropped = Signal(object)

    def __init__(
        self,
        look: Look,
        editor: QWidget,
        reader: QWidget,
        pictures: Pictures,
        thumbs: Thumbs,
    ) -> None:
        """`editor` is the page one writes on, `reader` the page one reads on in review."""
        super().__init__()
        self.look = look
        self.setWindowTitle(look.words("window.title"))
        self.setAcceptDrops(True)
        self.actions_table = Actions(look, self)
        self.person = PersonButton(look)
        bar = QMenuBar()
        bar.setNativeMenuBar(False)
        self.actions_table.fill(bar)
        top = QWidget()
        top.setObjectName("menuRow")
        top.setFixedHeight(MENU)
        line = row(bar, self.person, gap=0)
        line.setStretch(0, 1)
        self.setMenuWidget(put(top, line))
        self._build_parts(pictures)
        self._build_pages(editor, reader, pictures, thumbs)
        self._compose()
        self.palette_box = Palette(look, self)
        self.ring = FocusRing(self, look.tokens.accent)
        #: Fills what is folded away when somebody looks at it.
        self.in_sight = InSight(self)
        self._folded = False

    def _build_parts(self, pictures: Pictures) -> None:
        look = self.look
        self.toolbar = Toolbar(look, self.actions_table)
        self.notice = NoticeBar(look)
        self.rail = Rail(look, PLACES)
        self.queue = QueueColumn(look)
        self.strip = Strip(look, PANELS)
        self.decision = DecisionBar(look)
        self.status = StatusLine(look)
        self.panels = Panels(
            ChecksPanel(look), QuotesPanel(look),
            ImagesPanel(look, pictures.thumbnail, pictures.previews.get),
            ReviewPanel(look), HistoryPanel(look), DetailsPanel(look),
        )  # fmt: skip
        self.inspector = QStackedWidget()
        self.inspector.setObjectName("inspector")
        for name, _icon in PANELS:
            self.inspector.addWidget(getattr(self.panels, name))

    def _build_pages(
        self, editor: QWidget, reader: QWidget, pictures: Pictures, thumbs: Thumbs
    ) -> None:
        look = self.look
        self.title = TitleBar(look)
        self.compare = ComparePane(look)
        self.find_bar = FindBar(look)
        self.link_bar = LinkBar(look)
        self.reading_title = TitleBar(look)
        self.place = PlacePage(look)
        self.gallery = PicturesPage(look, thumbs, pictures)
        self.sources = SourcesPage(look)
        self._pages: dict[str, QWidget] = {
            "write": _page(self.title, editor, self.find_bar, self.link_bar, under=self.compare),
            "read": _page(self.reading_title, reader),
            "place": self.place,
            "images": self.gallery,
            "sources": self.sources,
        }
        self.centre = QStackedWidget()
        for page in self._pages.values():
            self.centre.addWidget(page)

    def _compose(self) -> None:
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(3)
        self.split.setChildrenCollapsible(False)
        for part in (self.rail, self.queue, self.centre, self.inspector):
            self.split.addWidget(part)
        self.split.setStretchFactor(2, 1)
        work = row(self.split, self.strip, gap=0)
        centre = QWidget()
        centre.setObjectName("work")
        put(centre, column(
            self.toolbar, self.notice, _hold(work), self.decision, self.status, gap=0
        ))  # fmt: skip
        self.setCentralWidget(centre)
        self.setMinimumSize(QSize(1024, 640))

    def add_page(self, name: str, page: QWidget) -> None:
        """Give the centre another page."""
        self._pages[name] = page
        self.centre.addWidget(page)

    def show_page(self, name: str) -> None:
        """Show a page in the centre: write, read, place, images, sources, or one added."""
        self.centre.setCurrentWidget(self._pages[name])
        reading = name == "read"
        self.queue.setVisible(reading)
        if not reading:
            self.decision.hide()
        writing = name in _TEXT
        self.inspector.setVisible(writing and not self._folded)
        self.strip.setVisible(writing)
        self._size_columns()

    @property
    def page(self) -> str:
        """The page that is shown."""
        shown = self.centre.currentWidget()
        return next(name for name, page in self._pages.items() if page is shown)

    def show_panel(self, name: str) -> None:
        """Show a panel of the inspector; it unfolds."""
        self.inspector.setCurrentWidget(getattr(self.panels, name))
        self.strip.choose(name)
        self._folded = False
        self.inspector.setVisible(self.page in _TEXT)
        self._size_columns()

    @property
    def panel(self) -> str:
        """The panel that is shown."""
        return PANELS[self.inspector.currentIndex()][0]

    def fold_inspector(self) -> None:
        """Fold the inspector, or unfold it."""
        self._folded = not self._folded
        self.inspector.setVisible(not self._folded and self.page in _TEXT)
        self._size_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns follow the width; the inspector folds before the centre is too narrow."""
        super().resizeEvent(event)
        self._size_columns()

    def _size_columns(self) -> None:
        wide = grid(self.width())
        reading = self.centre.currentWidget() is self._pages["read"]
        rail = 172 if reading else wide.rail
        inspector = min(wide.inspector, 330) if reading else wide.inspector
        queue = wide.queue if reading else 0
        self.strip.setFixedWidth(wide.strip)
        self.rail.setFixedWidth(rail)
        if reading:
            self.queue.setFixedWidth(queue)
        self.inspector.setMinimumWidth(260)
        left = self.width() - rail - queue - wide.strip - inspector
        if left < CENTRE_LEAST and not self.inspector.isHidden():
            inspector = max(260, inspector - (CENTRE_LEAST - left))
            left = self.width() - rail - queue - wide.strip - inspector
        self.split.setSizes([rail, queue, left, inspector])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let what is unsaved be written first."""
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped."""
        self.dropped.emit([url.toLocalFile() for url in event.mimeData().urls()])


def _page(
    title: QWidget, paper: QWidget, *between: QWidget, under: QWidget | None = None
) -> QWidget:
    """A page of the centre; what lies `under` the paper shares its height while it is shown."""
    made = QWidget()
    place = QFrame()
    place.setObjectName("editorPlace")
    put(place, column(paper, margins=(1, 1, 1, 0)))
    rest = place if under is None else _shared(place, under)
    box = column(title, *between, rest, margins=(16, 0, 16, 0), gap=0)
    box.setStretchFactor(rest, 1)
    return put(made, box)


def _shared(upper: QWidget, lower: QWidget) -> QSplitter:
    made = QSplitter(Qt.Orientation.Vertical)
    made.setHandleWidth(3)
    made.setChildrenCollapsible(False)
    made.addWidget(upper)
    made.addWidget(lower)
    return made


def _hold(layout: object) -> QWidget:
    from PySide6.QtWidgets import QLayout, QSizePolicy

    made = QWidget()
    assert isinstance(layout, QLayout)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    return put(made, layout)
