"""The surface one writes on: a QTextEdit that hands every change to the `Writer`.

It decides what a key, a composition, a drop or a paste means and draws what surrounds the text.
Qt's own editing of text across paragraphs is never used; its cursor movement is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from deskeditor.domain.document import Document
from deskeditor.domain.errors import BadInput
from deskeditor.ui.editor import keys, painting
from deskeditor.ui.editor.appearance import BODY, GUTTER, EditorTheme
from deskeditor.ui.editor.clipboard import LINES, copied_mime, has_looks, mime_of, pasted_lines
from deskeditor.ui.editor.dragging import Dragging
from deskeditor.ui.editor.fragments import copied_lines
from deskeditor.ui.editor.lines import TEXTLESS, Kind
from deskeditor.ui.editor.marks import tag_of
from deskeditor.ui.editor.page import Page
from deskeditor.ui.editor.positions import guards
from deskeditor.ui.editor.refining import Refiner
from deskeditor.ui.editor.repainting import Asked, change_quietly
from deskeditor.ui.editor.structure import NewId
from deskeditor.ui.editor.suggesting import SuggestingWriter
from deskeditor.ui.editor.underlines import Placements
from deskeditor.ui.editor.writer import Writer


class Surface(QTextEdit):
    """The page on the screen."""

    figure_activated = Signal(str)
    context_requested = Signal(object, object)
    refused = Signal(str, object)
    media_dropped = Signal(object)
    pasted = Signal(object, int, int)
    undo_ran_out = Signal()

    def __init__(
        self,
        theme: EditorTheme,
        placeholders: Mapping[Kind, str],
        empty_text: str,
        new_id: NewId,
        parent: QWidget | None = None,
    ) -> None:
        """An empty page in `theme`; `empty_text` stands where a picture is missing."""
        super().__init__(parent)
        self.theme, self.zoom = theme, 1.0
        self.placeholders, self._empty_text, self.new_id = placeholders, empty_text, new_id
        self.placements = Placements()
        #: In whose name suggestions are written; empty while writing plainly.
        self.author = ""
        self.refiner, self.dragging = Refiner(self), Dragging(self)
        self.chords = keys.DirectionChord()
        #: What others paint for the paragraphs in sight: under the text, and over it.
        self.under: list[painting.Layer] = []
        self.over: list[painting.Layer] = []
        self._asked = Asked()
        #: Called after what ends a word has been typed, where somebody waits for it.
        self.word_ended: Callable[[], object] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoFillBackground(True)
        self.setCursorWidth(2)
        self.setTabChangesFocus(False)
        self.page = Page(Document(), theme, empty_text, new_id())
        self.writer: Writer = Writer(self.page, new_id)
        self.show_page(self.page)

    # --- the page -----------------------------------------------------------------------------

    def show_page(self, page: Page) -> None:
        """Put another page on the surface; the caret stands in its headline or its first line."""
        self.page = page
        self.writer = self._new_writer()
        self.placements = Placements()
        self.setDocument(page)
        self.set_look(self.theme, self.zoom)
        headline = page.findBlockByNumber(1)
        first = page.body if headline.length() > 1 and page.body.isValid() else headline
        cursor = QTextCursor(first)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(0)

    def _new_writer(self) -> Writer:
        if not self.author:
            return Writer(self.page, self.new_id)
        return SuggestingWriter(self.page, self.new_id, self.author, self._not_proposed)

    def _not_proposed(self) -> None:
        self.refused.emit("not-proposed", {})

    def suggest(self, author: str) -> None:
        """From now on write suggestions in this person's name; nobody's is plain writing."""
        self.author = author
        self.writer = self._new_writer()

    def new_page(self, document: Document) -> Page:
        """A page for `document` in the present look."""
        return Page(document, self.theme, self._empty_text, self.new_id())

    @property
    def scale(self) -> float:
        """How much larger than a body of 18 px everything is drawn."""
        return self.theme.body_px / BODY * self.zoom

    def set_look(self, theme: EditorTheme, zoom: float) -> None:
        """Take a theme and a zoom (1.0 is the theme's own size)."""
        self.theme, self.zoom = theme, zoom
        palette = QPalette(self.palette())
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, QColor(theme.paper))
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.ink))
        palette.setColor(QPalette.ColorRole.Highlight, QColor(theme.selection))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(theme.ink))
        self.setPalette(palette)
        self.page.pictures.ratio = self.devicePixelRatioF()
        self.page.set_look(theme, self.scale)
        self._fit()

    def _fit(self) -> None:
        wanted = (self.theme.measure * self.zoom) + 2 * GUTTER * self.scale
        side = max(0, int((self.width() - wanted) / 2))
        margins = self.viewportMargins()
        if (margins.left(), margins.right()) != (side, side):
            self.setViewportMargins(side, 0, side, 0)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        for _ in range(3):  # a new width may show or hide the scroll bar, which changes it again
            width = max(240, self.viewport().width())
            if self.lineWrapColumnOrWidth() == width == round(self.page.textWidth()):
                return
            self.setLineWrapColumnOrWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred."""
        super().resizeEvent(event)
        self._fit()

    # --- painting -----------------------------------------------------------------------------

    def _sight(self, clip: QRectF) -> painting.Sight:
        offset = QPointF(0, self.verticalScrollBar().value())
        shown = {} if self.isReadOnly() else self.placeholders
        return painting.Sight(self.page, offset, clip, shown, self.viewport().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The grounds, the text, then what stands on and beside it."""
        sight = self._sight(QRectF(event.rect()))
        seen = self._asked.seen(sight) or sight.seen()
        if painting.needs_ground(seen, self.placements):
            painter = QPainter(self.viewport())
            painting.paint_behind(painter, sight, seen, self.placements)
            painter.end()
        self._paint_layers(self.under, sight)
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painting.paint_over(painter, sight, seen, self.placements)
        painter.end()
        self._paint_layers(self.over, sight)

    def _paint_layers(self, layers: list[painting.Layer], sight: painting.Sight) -> None:
        """What others paint (search, invisibles, focus); nothing is begun where there is none."""
        if layers:
            painter = QPainter(self.viewport())
            for layer in layers:
                layer(painter, sight)
            painter.end()

    # --- keys ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Changes go to the writer; movement stays Qt's."""
        self.chords.pressed(event)
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        if keys.is_plain(event):
            self.touch(lambda cursor: self.writer.type(cursor, event.text()))
            self.refiner.typed(event.text())
            self._typed(event.text())
            event.accept()
            return
        command = keys.command(event)
        if command is not None:
            self.run(command)
            if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._typed(event.text().replace("\r", "\n"))
            event.accept()
        elif keys.is_text(event):
            self.change(lambda cursor: self.writer.type(cursor, event.text()))
            event.accept()
        else:
            self.writer.pending = None
            self._move(event)

    def _typed(self, text: str) -> None:
        """Tell whoever waits for it that a word has ended."""
        if self.word_ended is not None and text and text[-1] in keys.ENDS:
            self.word_ended()

    def _move(self, event: QKeyEvent) -> None:
        """Qt's own movement; an isolate's guard or a mark on a letter is no place to stop at."""
        side = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        before, x = self.textCursor().position(), self.cursorRect().x()
        super().keyPressEvent(event)
        for _ in range(8 if side else 0):
            cursor = self.textCursor()
            marked = unicodedata.combining(self.page.characterAt(cursor.position()) or " ")
            stuck = self.cursorRect().x() == x and bool(guards(cursor.block()))
            if cursor.position() == before or not (marked or stuck):
                return
            before = cursor.position()
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """A key that an action takes never comes as a press: it interrupts a chord all the same."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self.chords.pressed(event)
        return super().event(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Shift let go with nothing between: the side says the paragraph's direction."""
        direction = self.chords.released(event)
        if direction is not None and not self.isReadOnly():
            own = None if direction is self.page.projection.base.direction else direction
            self.structural(lambda cursor: self.writer.set_direction(cursor, own))
        super().keyReleaseEvent(event)

    def run(self, command: keys.Command) -> None:
        """Do what a key means."""
        if command is keys.Command.BACKSPACE and self.refiner.is_fresh():
            command = keys.Command.UNDO
        keys.RUNNERS[command](self)

    def change(self, act: Callable[[QTextCursor], None]) -> None:
        """Let `act` change the page at the caret, then follow the caret."""
        cursor = self.textCursor()
        act(cursor)
        self.setTextCursor(cursor)

    def touch(self, act: Callable[[QTextCursor], None]) -> None:
        """The same, where `act` puts in or takes out a letter: as little as can is painted."""
        cursor = self.textCursor()
        strip = change_quietly(self.page, cursor, act)
        if strip is None:
            self.setTextCursor(cursor)
        else:
            self._asked.follow(self, cursor, strip)

    def structural(self, act: Callable[[QTextCursor], int | None]) -> None:
        """`act` as one undo step that may change what lines are."""
        self.change(lambda cursor: self.writer.structural(cursor, lambda: act(cursor)))

    def undo_step(self, *, forward: bool = False) -> None:
        """Undo or redo one step and show where."""
        if not forward and not self.page.isUndoAvailable():
            self.undo_ran_out.emit()
            return
        cursor = self.textCursor()
        if forward:
            self.page.redo(cursor)
        else:
            self.page.undo(cursor)
        self.setTextCursor(cursor)

    # --- composition --------------------------------------------------------------------------

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Composed text is shown by Qt and committed by the writer, as if typed."""
        kind = tag_of(self.textCursor().block()).kind
        if self.isReadOnly() or (kind in TEXTLESS and not event.commitString()):
            event.ignore()
            return
        if self.textCursor().hasSelection() and event.preeditString():
            self.change(self.writer.clear)
            if self.textCursor().hasSelection():  # refused, and Qt would remove what is selected
                event.ignore()
                return
        commit = event.commitString()
        if commit:
            super().inputMethodEvent(QInputMethodEvent())
            self._commit(commit, event.replacementStart(), event.replacementLength())
        if event.preeditString() or not commit:
            super().inputMethodEvent(QInputMethodEvent(event.preeditString(), event.attributes()))
            self.page.lay_composition(self.textCursor().block())
        event.accept()

    def _commit(self, text: str, start: int, length: int) -> None:
        cursor = self.textCursor()
        if length:
            block = cursor.block()
            last = block.position() + block.length() - 1
            first = min(max(block.position(), cursor.position() + start), last)
            cursor.setPosition(first)
            cursor.setPosition(min(first + length, last), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        self.touch(lambda at: self.writer.type(at, text))
        self.refiner.typed(text)
        self._typed(text)

    # --- clipboard and drops ------------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:
        """What copying and dragging give."""
        return mime_of(copied_lines(self.textCursor()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whether there is anything in it for us."""
        return source.hasText() or source.hasHtml() or source.hasFormat(LINES) or source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste, cleaned."""
        self.paste(source)

    def paste(self, source: QMimeData | None = None, *, plain: bool = False) -> None:
        """Put the clipboard (or `source`) in at the caret as one undo step."""
        mime = source if source is not None else QGuiApplication.clipboard().mimeData()
        if self.isReadOnly():
            return
        if mime.hasUrls() or (mime.hasImage() and not mime.hasText() and not mime.hasHtml()):
            self.media_dropped.emit(mime)
            return
        try:
            lines = pasted_lines(mime, self.new_id, plain=plain)
        except BadInput as error:
            self.refused.emit(error.code, error.values)
            return
        if lines:
            direction, old = self.page.projection.base.direction, self.textCursor()
            start, end = old.selectionStart(), old.selectionEnd()
            self.structural(lambda cursor: self.writer.put_lines(cursor, lines, direction))
            if not plain and has_looks(lines):
                self.pasted.emit(copied_mime(mime), start, end)

    def cut(self) -> None:
        """Copy, then remove."""
        if self.textCursor().hasSelection() and not self.isReadOnly():
            self.copy()
            self.change(self.writer.delete_selection)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put what is dropped where it is dropped; our own selection moves there."""
        target = self.cursorForPosition(event.position().toPoint())
        own = event.source() in (self, self.viewport())
        move = event.dropAction() == Qt.DropAction.MoveAction
        if not self.dragging.dropped(event.mimeData(), target, own=own, move=move):
            event.ignore()
            return
        event.accept()

    # --- mouse --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on selected words may begin a drag of them."""
        self.dragging.pressed(event)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A drag of selected words is ours; all else is Qt's."""
        if not self.dragging.moved(event):
            super().mouseMoveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on a picture asks for its properties."""
        tag = tag_of(self.cursorForPosition(event.position().toPoint()).block())
        if tag.kind is Kind.FIGURE:
            self.figure_activated.emit(tag.id)
            return
        super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for its menu, with the finding under the pointer."""
        cursor = self.cursorForPosition(event.pos())
        if not self.textCursor().hasSelection():
            self.setTextCursor(cursor)
        self.context_requested.emit(event.globalPos(), self.finding_at(cursor))

    def finding_at(self, cursor: QTextCursor) -> object:
        """The finding at a cursor, or None."""
        return self.placements.under(self.page.address(cursor.block()), cursor.positionInBlock())
