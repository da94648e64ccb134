"""The outline beside the page: it follows the words as they are typed and the caret as it moves."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject

from deskeditor.domain.document import Address, Document, Heading
from deskeditor.domain.findings import Anchor
from deskeditor.ui.editor.view import ArticleEditor
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.page import Page
from deskeditor.ui.widgets.outline import OutlineLine
from deskeditor.ui.wiring.controls import Controls

#: The level of subheads that stand outermost.
_FIRST = 2


class OutlineDesk(QObject):
    """Keeps the outline true; it is shown while the article is on the page."""

    def __init__(self, window: MainWindow, controls: Controls, editor: Page) -> None:
        """Everything is connected once, for the life of the window."""
        super().__init__(window)
        self.window, self._do = window, controls
        self.editor = cast("ArticleEditor", editor)
        self._under: dict[str, str] = {}
        self.editor.document_changed.connect(self._changed)
        controls.article.opened.connect(lambda opened: self._changed(opened.article.document))
        self.editor.cursor_moved.connect(lambda address, _offset: self._moved(address))
        window.centre.currentChanged.connect(lambda _page: self._turned())
        window.rail.outline.chosen.connect(self.go)

    def _turned(self) -> None:
        """Another page of the centre: an outline of what is not in sight leads nowhere."""
        self._changed(self.editor.document())

    def _changed(self, document: Document) -> None:
        """Read the subheads, and under which of them each block stands."""
        self._under.clear()
        lines, under = [], ""
        for block in document.blocks if self.window.page == "write" else ():
            if isinstance(block, Heading) and block.text.text:
                lines.append(OutlineLine(block.id, block.text.text, block.level - _FIRST))
                under = block.id
            self._under[block.id] = under
        self.window.rail.outline.show_lines(lines)
        if lines:
            self._moved(self.editor.caret_address())

    def _moved(self, address: Address) -> None:
        """The part the caret is in; the text itself is not read again for it."""
        self.window.rail.outline.set_current(self._under.get(address.block, ""))

    def go(self, block: str) -> None:
        """Put the caret at the end of a subhead."""
        text = self.editor.document().text_at(Address(block))
        if text is not None:
            self.editor.go_to(Anchor(Address(block), len(text), len(text)))
