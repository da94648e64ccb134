"""Enter, Backspace at the start and Delete at the end of a line: what they mean in each kind.

Each function is called inside the caller's undo step, with nothing selected, and answers where
the cursor goes (a position in the QTextDocument).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from deskeditor.ui.editor.lines import FLOWING, FOLLOWERS, HEADER_KINDS, TEXTLESS, Kind, Tag
from deskeditor.ui.editor.marks import tag_of
from deskeditor.ui.editor.rendering import block_format, set_tag
from deskeditor.ui.editor.structure import (
    NewId,
    end_of,
    group_of,
    is_header,
    merge_next,
    remove_lines,
    start_of,
)

#: Lines after which Enter begins a new paragraph below.
_CLOSING = frozenset({Kind.ATTRIBUTION, Kind.CREDIT, Kind.TABLE_CAPTION, Kind.SEPARATOR})
#: Lines in which Enter goes on to the next line of the same block.
ONWARD: Mapping[Kind, Kind] = {Kind.CAPTION: Kind.CREDIT, Kind.QUOTATION: Kind.ATTRIBUTION}


def paragraph_below(block: QTextBlock, new_id: NewId) -> int:
    """A new empty paragraph after this line; its position."""
    cursor = QTextCursor(block)
    cursor.setPosition(end_of(block))
    cursor.insertBlock(block_format(Tag(Kind.PARAGRAPH, new_id())), QTextCharFormat())
    return cursor.position()


def paragraph_above(block: QTextBlock, new_id: NewId) -> int:
    """A new empty paragraph before this line; the position of the line itself after it."""
    tag = tag_of(block)
    cursor = QTextCursor(block)
    cursor.insertBlock(block_format(tag), QTextCharFormat())
    set_tag(cursor.block().previous(), Tag(Kind.PARAGRAPH, new_id()))
    return cursor.position()


def enter(cursor: QTextCursor, new_id: NewId, break_line: Callable[[QTextCursor], int]) -> int:
    """What Enter does at the cursor; `break_line` is how the text is broken inside a line."""
    block = cursor.block()
    tag = tag_of(block)
    if is_header(tag):
        return _next_field(block, new_id)
    if tag.kind in FLOWING:
        return _enter_flowing(cursor, tag, new_id)
    if tag.kind is Kind.FIGURE and cursor.position() == start_of(block):
        return paragraph_above(block, new_id)
    at_end = cursor.position() == end_of(block)
    after = block.next()
    if tag.kind is Kind.FIGURE or (at_end and tag.kind in ONWARD and after.isValid()):
        return end_of(after)
    if tag.kind in _CLOSING:
        return paragraph_below(block, new_id)
    return break_line(cursor)


def _next_field(block: QTextBlock, new_id: NewId) -> int:
    after = block.next()
    if tag_of(block).kind is not HEADER_KINDS[-1]:
        return end_of(after)
    if not after.isValid() or tag_of(after).kind in TEXTLESS or tag_of(after).kind is Kind.CELL:
        return paragraph_below(block, new_id)
    return start_of(after)


def _enter_flowing(cursor: QTextCursor, tag: Tag, new_id: NewId) -> int:
    block = cursor.block()
    empty = block.length() == 1
    if empty and tag.kind is not Kind.PARAGRAPH:
        return lowered(block, tag, new_id)
    if not empty and cursor.position() == start_of(block):
        return _split_before(cursor, tag, new_id)
    at_end = cursor.position() == end_of(block)
    plain = tag.kind is Kind.HEADING or (tag.kind is Kind.NOTE and at_end)
    new = Tag(Kind.PARAGRAPH, new_id(), tag.direction) if plain else replace(tag, id=new_id())
    if new.kind is Kind.PARAGRAPH:
        new = replace(new, extra="")
    cursor.insertBlock(block_format(new), QTextCharFormat())
    return cursor.position()


def _split_before(cursor: QTextCursor, tag: Tag, new_id: NewId) -> int:
    """An empty line above; the text keeps its id, so what points at it still does."""
    above = replace(tag, id=new_id())
    if tag.kind in (Kind.HEADING, Kind.NOTE):
        above = Tag(Kind.PARAGRAPH, above.id, tag.direction)
    cursor.insertBlock(block_format(tag), QTextCharFormat())
    set_tag(cursor.block().previous(), above)
    return cursor.position()


def lowered(block: QTextBlock, tag: Tag, new_id: NewId) -> int:
    """One step back towards a plain paragraph: a deeper item one level up, all else plain."""
    level = int(tag.values.get("level", 0)) if tag.kind is Kind.ITEM else 0
    at = start_of(block)
    if level > 0:
        set_tag(block, tag.with_values(level=level - 1))
        return at
    if tag.kind is Kind.QUOTATION:
        unquote(block, new_id)
    set_tag(block.document().findBlock(at), Tag(Kind.PARAGRAPH, tag.id, tag.direction))
    return at


def unquote(block: QTextBlock, new_id: NewId) -> None:
    """Let a quotation's attribution go: away where empty, else a paragraph of its own."""
    after = block.next()
    if not after.isValid() or tag_of(after).kind is not Kind.ATTRIBUTION:
        return
    if after.length() == 1:
        remove_lines(after, after)
    else:
        set_tag(after, Tag(Kind.PARAGRAPH, new_id()))


def backspace_at_start(cursor: QTextCursor, new_id: NewId) -> int:
    """What Backspace does at the start of a line."""
    block = cursor.block()
    tag, before = tag_of(block), block.previous()
    if not before.isValid():
        return start_of(block)
    if tag.kind in (Kind.HEADING, Kind.ITEM, Kind.NOTE, Kind.QUOTATION):
        return lowered(block, tag, new_id)
    if tag.kind is Kind.SEPARATOR:
        remove_lines(block, block)
        return end_of(before)
    if is_header(tag) or tag.kind in FOLLOWERS or tag.kind is Kind.CELL:
        return end_of(before)
    return _back_into(block, before)


def _back_into(block: QTextBlock, before: QTextBlock) -> int:
    """Backspace at the start of a paragraph or a picture, into the line before it."""
    old = tag_of(before).kind
    if old is Kind.SEPARATOR:
        at = start_of(before)
        remove_lines(before, before)
        return at
    if tag_of(block).kind is Kind.FIGURE:
        if old in FLOWING and before.length() == 1:
            at = start_of(before)
            remove_lines(before, before)
            return at
        return end_of(before)
    if old in FLOWING:
        return merge_next(before)
    if block.length() == 1 and block.next().isValid():
        at = end_of(before)
        remove_lines(block, block)
        return at
    return end_of(before)


def delete_at_end(cursor: QTextCursor) -> int:
    """What Delete does at the end of a line."""
    block = cursor.block()
    tag, after = tag_of(block), block.next()
    here = cursor.position()
    if not after.isValid() or is_header(tag) or tag.kind is Kind.CELL:
        return here
    new = tag_of(after).kind
    if new is Kind.SEPARATOR:
        remove_lines(after, after)
        return here
    if tag.kind in FLOWING and new in FLOWING:
        return merge_next(block)
    if tag.kind in FLOWING and block.length() == 1 and not is_header(tag_of(block)):
        at = start_of(block)
        remove_lines(block, block)
        return at
    return here


def delete_figure(block: QTextBlock) -> int:
    """Take a picture with its caption and credit away; where the cursor goes."""
    first, last = group_of(block)
    before = first.previous()
    at = end_of(before)
    remove_lines(first, last)
    return at
