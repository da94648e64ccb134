"""The page: what the window needs of the article editor, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from deskeditor.domain.article import Article
from deskeditor.domain.document import Direction, Document, Figure
from deskeditor.domain.findings import Anchor, Edit, Finding
from deskeditor.domain.publication import HouseStyle
from deskeditor.ui.theme.look import Look
from deskeditor.ui.theme.tokens import grid

if TYPE_CHECKING:
    from deskeditor.ui.editor.commands import BlockKind

#: What the toolbar calls a kind, and what the editor calls it.
KINDS: Mapping[str, BlockKind] = {
    "paragraph": "paragraph",
    "heading": "heading",
    "subheading": "subheading",
    "quotation": "quotation",
    "list": "bullets",
    "numbers": "numbers",
    "insert_note": "note",
}


class Page(Protocol):
    """The article editor, as the window uses it."""

    @property
    def document_changed(self) -> SignalInstance:
        """The text changed: its new `Document`."""
        ...

    @property
    def figure_activated(self) -> SignalInstance:
        """A picture was pressed: its block's id."""
        ...

    @property
    def media_dropped(self) -> SignalInstance:
        """Pictures or files came by paste or drop: a `QMimeData`."""
        ...

    @property
    def refused(self) -> SignalInstance:
        """A known error to be told: its code and values."""
        ...

    @property
    def cursor_moved(self) -> SignalInstance:
        """The caret stands in another place."""
        ...

    def set_article(self, article: Article) -> None:
        """Show an article from its beginning."""
        ...

    def document(self) -> Document:
        """The text as it stands."""
        ...

    def flush(self) -> None:
        """Tell gathered changes now."""
        ...

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Underline these."""
        ...

    def set_current(self, finding: Finding | None) -> None:
        """Put a wash behind one."""
        ...

    def go_to(self, anchor: Anchor) -> bool:
        """Select a place; False where it is gone."""
        ...

    def apply(self, edits: Iterable[Edit]) -> bool:
        """Make all edits as one undo step; False, with nothing done, where one fits no text."""
        ...

    def set_house(self, house: HouseStyle | None) -> None:
        """Whose typography what is typed is given."""
        ...

    def insert_figure(self, figure: Figure) -> str:
        """Put a picture below the caret; its id."""
        ...

    def change_figure(self, figure: Figure) -> str:
        """Let the picture of this id be like `figure`; the id it has then, or nothing."""
        ...

    def set_image_source(self, source: Callable[[str], QImage | None] | None) -> None:
        """Where pictures come from; asked again when set again."""
        ...

    def set_read_only(self, read_only: bool) -> None:
        """Whether the text can be changed."""
        ...

    def set_zoom(self, zoom: float) -> None:
        """1 is the normal size."""
        ...

    def set_direction(self, direction: Direction | None) -> None:
        """The direction of the paragraphs under the selection."""
        ...

    def toggle_strong(self) -> None:
        """Bold on or off."""
        ...

    def toggle_emphasis(self) -> None:
        """Stress on or off."""
        ...

    def insert_separator(self) -> None:
        """A break between parts below the caret."""
        ...

    def set_block_kind(self, kind: BlockKind) -> None:
        """Make the lines under the selection of one kind."""
        ...

    def block_kind(self) -> BlockKind:
        """The kind of the line under the caret."""
        ...

    def insert_note(self, author: str) -> None:
        """A note to the desk below the caret."""
        ...

    def insert_table(self, rows: int, columns: int) -> None:
        """An empty table below the caret."""
        ...

    def add_row(self, *, below: bool = True) -> None:
        """An empty row beside the caret's in a table."""
        ...

    def add_column(self, *, after: bool = True) -> None:
        """An empty column beside the caret's in a table."""
        ...

    def remove_row(self) -> None:
        """The caret's row of a table goes."""
        ...

    def remove_column(self) -> None:
        """The caret's column of a table goes."""
        ...

    def insert_mark(self, character: str) -> None:
        """Insert a mark of direction."""
        ...

    def undo(self) -> None:
        """One step back."""
        ...

    def redo(self) -> None:
        """One step forward."""
        ...


def make_page(look: Look, width: int = 1440) -> QWidget:
    """A new article editor, imported here: nothing of it loads before a window is built."""
    from deskeditor.ui.editor.appearance import EditorTheme
    from deskeditor.ui.editor.view import ArticleEditor

    known = {one.name for one in fields(EditorTheme)}
    tokens = look.tokens
    colours = {f.name: getattr(tokens, f.name) for f in fields(tokens) if f.name in known}
    narrow = width < 1420
    body = 17.0 if narrow else 18.0
    theme = EditorTheme(**colours, measure=grid(width).measure, body_px=body)
    return ArticleEditor(look.words, theme)
