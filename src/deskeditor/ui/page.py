"""The page: what the window needs of the article editor, and where it comes from."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from deskeditor.domain.article import Article
from deskeditor.domain.document import Document, Figure
from deskeditor.domain.findings import Anchor, Edit, Finding


class ImageSource(Protocol):
    """Pixels of a picture, or None while they are on their way."""

    def __call__(self, media: str, /) -> QImage | None: ...


class Page(Protocol):
    """The article editor, as the window uses it."""

    document_changed: SignalInstance
    figure_activated: SignalInstance

    def set_article(self, article: Article, /) -> None: ...
    def document(self) -> Document: ...
    def show_findings(self, findings: tuple[Finding, ...], /) -> None: ...
    def set_current(self, finding: Finding | None, /) -> None: ...
    def go_to(self, anchor: Anchor, /) -> None: ...
    def apply(self, edits: tuple[Edit, ...], /) -> None: ...
    def insert_figure(self, figure: Figure, /) -> None: ...
    def set_image_source(self, source: ImageSource | None, /) -> None: ...
    def set_read_only(self, read_only: bool, /) -> None: ...
    def set_zoom(self, zoom: float, /) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...


def make_page(parent: QObject | None = None) -> QWidget:
    """A new article editor; imported here so that nothing of it loads before it is needed."""
    from deskeditor.ui.editor.view import ArticleEditor

    return ArticleEditor()
