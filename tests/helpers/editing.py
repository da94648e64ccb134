"""Pages, writers and editors for the editor's tests, with names that count up."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QTextCursor

from deskeditor.domain.document import Document
from deskeditor.language.messages import Catalogue
from deskeditor.ui.editor.appearance import EditorTheme
from deskeditor.ui.editor.page import Page
from deskeditor.ui.editor.view import ArticleEditor
from deskeditor.ui.editor.writer import Writer

#: What the `opened` fixture gives: a document in, a shown editor out.
Opened = Callable[[Document], ArticleEditor]
I18N = Path(__file__).parents[2] / "resources" / "i18n"


def counting_ids() -> Callable[[], str]:
    """New names n0, n1, … in their order."""
    numbers = count()
    return lambda: f"n{next(numbers)}"


def page_of(document: Document) -> Page:
    """A page in the default look."""
    return Page(document, EditorTheme(), "لا صورة", "blank")


def writer_of(document: Document) -> Writer:
    """A writer on a page of this document."""
    return Writer(page_of(document), counting_ids())


def editor_of(document: Document | None = None, language: str = "ar") -> ArticleEditor:
    """An editor widget, not shown, 900 × 700, holding the document if one is given."""
    editor = ArticleEditor(Catalogue(I18N, language), new_id=counting_ids())
    editor.resize(900, 700)
    if document is not None:
        editor.set_document(document)
    return editor


def let_go() -> None:
    """Take away what waits for the event loop to be deleted: ten thousand pages are 2 GB."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def caret(page: Page, line: int, place: int = 0) -> QTextCursor:
    """A cursor in line number `line`, `place` units in; -1 is the line's end."""
    block = page.findBlockByNumber(line)
    cursor = QTextCursor(block)
    length = block.length() - 1
    cursor.setPosition(block.position() + (length if place < 0 else place))
    return cursor
