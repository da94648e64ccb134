"""The caret and the scroll of a page as places of its Document, and back."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor

from deskeditor.domain.document import Address
from deskeditor.ui.editor.lines import TEXTLESS
from deskeditor.ui.editor.marks import tag_of
from deskeditor.ui.editor.positions import points_in, units_in
from deskeditor.ui.editor.structure import KEEP, start_of
from deskeditor.ui.editor.surface import Surface

#: An address and an offset: code points for the caret, pixels for the top of the page.
Spot = tuple[Address, int]


def caret_spots(surface: Surface) -> tuple[Spot, Spot]:
    """Where the caret stands, and where its selection began."""
    cursor = surface.textCursor()
    return _spot(surface, cursor.position()), _spot(surface, cursor.anchor())


def _spot(surface: Surface, position: int) -> Spot:
    block = surface.page.findBlock(position)
    return surface.page.address(block), points_in(block, position - start_of(block))


def put_caret(surface: Surface, caret: Spot, anchor: Spot) -> bool:
    """Put the caret and its selection back, as near as the text allows; False if it is gone."""
    here, there = _position(surface, caret), _position(surface, anchor)
    if here is None:
        return False
    cursor = QTextCursor(surface.page)
    cursor.setPosition(here if there is None else there)
    cursor.setPosition(here, KEEP)
    surface.setTextCursor(cursor)
    return True


def _position(surface: Surface, spot: Spot) -> int | None:
    block = surface.page.find_line(spot[0])
    if block is None:
        return None
    if tag_of(block).kind in TEXTLESS:
        return start_of(block)
    return start_of(block) + min(units_in(block, spot[1]), block.length() - 1)


def top_spot(surface: Surface) -> Spot:
    """The first paragraph in sight, and how many pixels of it are above the edge."""
    block = surface.cursorForPosition(surface.viewport().rect().topLeft()).block()
    return surface.page.address(block), max(0, round(_scrolled(surface) - _top(surface, block)))


def scroll_to(surface: Surface, spot: Spot) -> bool:
    """Scroll so that this stands at the top again; False if it is gone."""
    block = surface.page.find_line(spot[0])
    if block is None:
        return False
    surface.verticalScrollBar().setValue(round(_top(surface, block)) + spot[1])
    return True


def _top(surface: Surface, block: QTextBlock) -> float:
    return surface.page.documentLayout().blockBoundingRect(block).top()


def _scrolled(surface: Surface) -> int:
    return surface.verticalScrollBar().value()
