"""What the toolbar and the menus say about the place of the caret, and whether undo has a step."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject

from deskeditor.domain.document import Document, Emphasis, Strong
from deskeditor.ui.control.open_article import Opened
from deskeditor.ui.editor.lines import Kind
from deskeditor.ui.editor.marks import tag_of
from deskeditor.ui.editor.view import ArticleEditor
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.page import KINDS, Page
from deskeditor.ui.wiring.controls import Controls

_NAMES = {kind: name for name, kind in KINDS.items()}
#: Lines whose kind is fixed and that have a name of their own.
_NAMED = frozenset({
    Kind.KICKER, Kind.HEADLINE, Kind.DECK, Kind.BYLINE, Kind.DATELINE, Kind.ATTRIBUTION,
    Kind.CAPTION, Kind.CREDIT,
})  # fmt: skip


class CaretDesk(QObject):
    """Keeps the toolbar true."""

    def __init__(self, window: MainWindow, controls: Controls, editor: Page) -> None:
        """Everything is connected once, for the life of the window."""
        super().__init__(window)
        self.window, self._do, self._words = window, controls, window.look.words
        self.editor = cast("ArticleEditor", editor)
        #: The newest text before the page's own steps that undo can go back to; 0 for none.
        self.step = 0
        self._page = self.editor.surface.page
        self.editor.cursor_moved.connect(lambda _address, _offset: self.tell())
        self.editor.document_changed.connect(lambda _document: self.tell())
        self.editor.selection_changed.connect(lambda _any: self.tell())
        self.editor.undo_available.connect(lambda _any: self.tell_undo())
        self.editor.redo_available.connect(lambda _any: self.tell_undo())
        self.editor.undo_ran_out.connect(self._go_back)
        controls.article.opened.connect(self._opened)

    def _opened(self, opened: Opened) -> None:
        """Undo leads back behind a page that is new; one that stood there keeps its own steps."""
        if self.editor.surface.page is not self._page:
            self._page, self.step = self.editor.surface.page, opened.step
        self.tell()

    def _go_back(self) -> None:
        """Fetch the texts before the page's own steps and lay them under it."""
        article, step = self._do.article.article, self.step
        stood = self.editor.surface.page
        if article is None or not step or not self._do.article.writable:
            return
        self.step = 0
        drafts, login = self._do.desk.drafts, self._do.desk.person.login

        def arrived(texts: tuple[Document, ...]) -> None:
            if self.editor.surface.page is stood and self.editor.recall(texts):
                self._page = self.editor.surface.page
            self.tell_undo()

        self._do.tasks.run("store", lambda: drafts.earlier(article.id, login, step), arrived)

    def tell(self) -> None:
        """Show the kind of the caret's line and the looks of its words."""
        block = self.editor.surface.textCursor().block()
        name = _NAMES.get(self.editor.block_kind(), "")
        line = tag_of(block).kind
        fixed = self._words(f"editor.empty-{line.value}") if line in _NAMED else ""
        self.window.toolbar.show_kind(name, fixed)
        marks = self.editor.marks_here()
        table = self.window.actions_table
        table["strong"].setChecked(any(isinstance(mark, Strong) for mark in marks))
        table["emphasis"].setChecked(any(isinstance(mark, Emphasis) for mark in marks))
        self.tell_undo()

    def tell_undo(self) -> None:
        """Let undo and redo be pressed only where there is a step."""
        if self.window.page != "write":
            return
        page, table = self.editor.surface.page, self.window.actions_table
        writing = self._do.article.writable and not self.editor.surface.isReadOnly()
        table["undo"].setEnabled(writing and (page.isUndoAvailable() or bool(self.step)))
        table["redo"].setEnabled(writing and page.isRedoAvailable())
