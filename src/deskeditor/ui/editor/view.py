"""The article editor as the window knows it: one article in, its Document out, and the commands.

Every change on the page comes back as a new `Document` that shares what was not touched
(`document_changed`, coalesced). All offsets in and out are code points.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskeditor.domain.article import Article
from deskeditor.domain.document import (
    Address,
    Document,
)
from deskeditor.domain.findings import Anchor, Edit, Finding
from deskeditor.domain.publication import Digits, HouseStyle
from deskeditor.ui.editor.appearance import EditorTheme
from deskeditor.ui.editor.discussing import Discussing
from deskeditor.ui.editor.figures import ImageSource
from deskeditor.ui.editor.lines import Kind
from deskeditor.ui.editor.marks import tag_of
from deskeditor.ui.editor.page import Page
from deskeditor.ui.editor.paste_choice import PasteChoice
from deskeditor.ui.editor.places import caret_spots, put_caret
from deskeditor.ui.editor.positions import points_in, units_in
from deskeditor.ui.editor.recalling import add_later, later_texts, recalled
from deskeditor.ui.editor.structure import KEEP, start_of
from deskeditor.ui.editor.surface import Surface
from deskeditor.ui.editor.underlines import Place

#: Changes are told by `document_changed` after a pause of so many milliseconds in the typing, and
#: at the latest so many seconds after the first of them.
GATHER, LATEST = 60, 0.3
#: The caret's place is told by `cursor_moved` after a pause of so many milliseconds.
CARET = 30
#: Lines with wording while they are empty; the catalogue has `editor.empty-<kind>` for each.
_WITH_PLACEHOLDER = (
    Kind.KICKER, Kind.HEADLINE, Kind.DECK, Kind.BYLINE, Kind.DATELINE, Kind.ATTRIBUTION,
    Kind.CAPTION, Kind.CREDIT, Kind.NOTE,
)  # fmt: skip
#: Answers the sentence of a catalogue key.
Wording = Callable[[str], str]


def _uuid() -> str:
    return uuid.uuid4().hex


class ArticleEditor(Discussing):
    """One article on the page.

    Signals: `document_changed(Document)` after changes, gathered for 60 ms;
    `cursor_moved(Address, int)`; `selection_changed(bool)`; `thread_entered(thread id or "")`;
    `figure_activated(block id)`;
    `context_requested(QPoint, Finding | None)`; `refused(code, values)` for a known error to be
    told; `undo_ran_out` where undo was asked for and has no step; `media_dropped(QMimeData)` for
    images and files; `undo_available`, `redo_available`.
    """

    document_changed = Signal(object)
    cursor_moved = Signal(object, int)
    selection_changed = Signal(bool)
    thread_entered = Signal(str)
    figure_activated = Signal(str)
    context_requested = Signal(object, object)
    refused = Signal(str, object)
    undo_ran_out = Signal()
    media_dropped = Signal(object)
    undo_available = Signal(bool)
    redo_available = Signal(bool)

    def __init__(
        self,
        say: Wording,
        theme: EditorTheme | None = None,
        new_id: Callable[[], str] = _uuid,
        parent: QWidget | None = None,
    ) -> None:
        """An empty page; `say` gives the wording, `new_id` names new blocks."""
        super().__init__(parent)
        self.new_id = new_id
        self._images: ImageSource | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GATHER)
        self._timer.timeout.connect(self._pause)
        self._told: Document | None = None
        #: By the clock of `time.monotonic`, in seconds: the first change not told, the last one.
        self._first_change = self._last_change = 0.0
        self.told_soon = self._timer.start
        self._caret_timer = QTimer(self, singleShot=True, interval=CARET)
        self._caret_timer.timeout.connect(self._caret_rests)
        self._caret_at = 0.0
        wording = {kind: say(f"editor.empty-{kind.value}") for kind in _WITH_PLACEHOLDER}
        empty = say("editor.no-picture")
        self.surface = Surface(theme or EditorTheme(), wording, empty, new_id, self)
        self.surface.setAccessibleName(say("editor.page"))
        self.setFocusProxy(self.surface)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.surface)
        self.paste_choice = PasteChoice(self.surface, say, self)
        self._connect()
        self._listen(self.surface.page)

    def _connect(self) -> None:
        surface = self.surface
        surface.figure_activated.connect(self.figure_activated)
        surface.context_requested.connect(self.context_requested)
        surface.refused.connect(self.refused)
        surface.undo_ran_out.connect(self.undo_ran_out)
        surface.media_dropped.connect(self.media_dropped)
        surface.cursorPositionChanged.connect(self._caret_moved)
        surface.copyAvailable.connect(self.selection_changed)

    def _listen(self, page: Page) -> None:
        page.heard = self._edited
        page.undoAvailable.connect(self.undo_available)
        page.redoAvailable.connect(self.redo_available)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Wheel turns beside the column, which the surface leaves alone, scroll it too."""
        self.surface.wheelEvent(event)

    # --- the article --------------------------------------------------------------------------

    def set_article(self, article: Article) -> None:
        """Show an article from its beginning; undo begins here."""
        self.set_document(article.document)

    def set_document(self, document: Document) -> None:
        """Show a document from its beginning; undo begins here. Nothing is told."""
        self._timer.stop()
        self._turn_to(self.surface.new_page(document))
        self._told = self.document()
        self.undo_available.emit(False)
        self.redo_available.emit(False)

    def _turn_to(self, page: Page) -> None:
        """Put another page on the surface."""
        old = self.surface.page
        page.pictures.set_source(self._images)
        old.heard = None
        self._listen(page)
        self._take_digits(page)
        self.surface.show_page(page)
        old.deleteLater()

    def recall(self, texts: Iterable[Document]) -> bool:
        """Lay earlier texts, oldest first, under the page as steps of undo, and undo one.

        False, with nothing done, where no step leads back from here.
        """
        surface, old = self.surface, self.surface.page
        present, later = self.document(), later_texts(old)
        page = recalled((*texts, present), surface.new_page)
        if page is None or not page.isUndoAvailable():
            return False
        add_later(page, later)
        base, current = old.projection.base, old.talk.current
        caret, scrolled = caret_spots(surface), surface.verticalScrollBar().value()
        self._turn_to(page)
        page.projection.rebase(base)
        page.show_talk(current)
        put_caret(surface, *caret)
        surface.verticalScrollBar().setValue(scrolled)
        surface.undo_step()
        self.told_soon()
        return True

    def _pause(self) -> None:
        """Tell gathered changes, unless somebody is typing on: a key waits for nothing but itself.

        A timer that looks when it fires costs a key less than one that is started anew by each.
        """
        now = time.monotonic()
        # A great paste is told in a turn of its own: the caret moves at its end.
        typing = now - max(self._last_change, self._caret_at) < GATHER / 2000
        if typing and now - self._first_change < LATEST:
            self._timer.start()
        else:
            self.flush()

    def flush(self) -> None:
        """Tell gathered changes now, if there are any."""
        self._timer.stop()
        document = self.document()
        if document is not self._told:
            self._told = document
            self.document_changed.emit(document)

    def _edited(self, first: int, last: int, position: int, delta: int) -> None:
        placements = self.surface.placements
        if first == last and delta and placements:
            page = self.surface.page
            block = page.findBlockByNumber(first)
            place = position - block.position()
            page.wide |= placements.typed(page.address(block), place, delta)
        self._last_change = time.monotonic()
        if not self._timer.isActive():
            self._first_change = self._last_change
            self._timer.start()
        if self.paste_choice.offered:
            self.paste_choice.edited()

    # --- the caret ----------------------------------------------------------------------------

    def _caret_moved(self) -> None:
        """Tell it soon: to look where the caret is takes longer than to move it."""
        self._caret_at = time.monotonic()
        if not self._caret_timer.isActive():
            self._caret_timer.start()

    def _caret_rests(self) -> None:
        """Tell where the caret is once it has come to rest."""
        if time.monotonic() - self._caret_at < CARET / 2000:
            self._caret_timer.start()
        else:
            self._tell_cursor()

    def _tell_cursor(self) -> None:
        cursor = self.surface.textCursor()
        block = cursor.block()
        points = points_in(block, cursor.positionInBlock())
        self.cursor_moved.emit(self.surface.page.address(block), points)
        self.enter_thread()

    def caret_address(self) -> Address:
        """The text the caret stands in."""
        return self.surface.page.address(self.surface.textCursor().block())

    def selection(self) -> Anchor | None:
        """What is selected within one text, or None where nothing or more is."""
        cursor, page = self.surface.textCursor(), self.surface.page
        block = page.findBlock(cursor.selectionStart())
        if not cursor.hasSelection() or page.findBlock(cursor.selectionEnd()) != block:
            return None
        base = start_of(block)
        return Anchor(
            page.address(block),
            points_in(block, cursor.selectionStart() - base),
            points_in(block, cursor.selectionEnd() - base),
        )

    def selected_text(self) -> str:
        """The words selected, paragraphs parted by line feeds."""
        return self.surface.createMimeDataFromSelection().text()

    def go_to(self, anchor: Anchor, *, focus: bool = True) -> bool:
        """Select what `anchor` points at, in sight and with the focus; False if it is gone."""
        block = self.surface.page.find_line(anchor.address)
        if block is None:
            return False
        cursor, base = QTextCursor(block), start_of(block)
        if tag_of(block).kind is not Kind.FIGURE:
            cursor.setPosition(base + units_in(block, anchor.start))
            cursor.setPosition(base + units_in(block, anchor.end), KEEP)
        self.surface.setTextCursor(cursor)
        self._centre()
        if focus:
            self.surface.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _centre(self) -> None:
        """Scroll so that the caret stands clear of the edges."""
        bar, rect = self.surface.verticalScrollBar(), self.surface.cursorRect()
        height = self.surface.viewport().height()
        if rect.top() < height * 0.1 or rect.bottom() > height * 0.9:
            bar.setValue(bar.value() + rect.top() - height // 3)

    # --- findings -----------------------------------------------------------------------------

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Underline these and mark them in the margin."""
        page = self.surface.page
        lines = {line.address: (n, line) for n, line in enumerate(page.projection.lines())}

        def find(address: Address) -> Place | None:
            number, line = lines.get(address, (0, None))
            return None if line is None else (line.text.text, page.findBlockByNumber(number))

        self.surface.placements.show(findings, find)
        self.surface.viewport().update()

    def set_current(self, finding: Finding | None) -> None:
        """Put a wash behind one finding."""
        self.surface.placements.current = finding
        self.surface.viewport().update()

    def apply(self, edits: Iterable[Edit]) -> bool:
        """Make all edits as one undo step; False, with nothing done, where one fits no text."""
        if self.surface.isReadOnly():
            return False
        cursor = self.surface.textCursor()
        done = self.surface.writer.apply(cursor, edits)
        self.surface.setTextCursor(cursor)
        return done

    # --- figures ------------------------------------------------------------------------------

    def set_image_source(self, source: ImageSource | None) -> None:
        """Where pictures come from: a media hash in, a QImage or None out; asked once each."""
        self._images = source
        page = self.surface.page
        page.pictures.set_source(source)
        page.decorations.clear()
        page.markContentsDirty(0, page.characterCount())

    def set_house(self, house: HouseStyle | None) -> None:
        """Whose typography what is typed is given; None leaves it as typed."""
        self.surface.refiner.house = house
        self._take_digits(self.surface.page)
        self.surface.viewport().update()

    def _take_digits(self, page: Page) -> None:
        house = self.surface.refiner.house
        arabic = house is not None and house.digits is Digits.ARABIC
        page.arabic_digits = arabic and page.projection.base.language.startswith("ar")

    # --- looks --------------------------------------------------------------------------------

    def set_read_only(self, read_only: bool) -> None:
        """Let the page be read and copied only."""
        self.surface.setReadOnly(read_only)
        flags = (
            self.surface.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.surface.setTextInteractionFlags(flags)
        self.surface.viewport().update()

    def set_zoom(self, zoom: float) -> None:
        """Scale the page; 1.0 is the theme's own size, 0.5 to 3 is taken."""
        self.surface.set_look(self.surface.theme, max(0.5, min(3.0, zoom)))

    def zoom(self) -> float:
        """The present zoom."""
        return self.surface.zoom

    def set_theme(self, theme: EditorTheme) -> None:
        """Change colours, fonts and sizes; text and undo stay."""
        self.surface.set_look(theme, self.surface.zoom)
