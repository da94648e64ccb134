"""What keeps a page whole: removing across lines, taking lines away, and mending tags.

Qt knows paragraphs; it does not know that a header field cannot be merged away or that a picture,
its caption and its credit go together. Every edit that crosses a paragraph's end comes through
here. Each function is one undo step or joins the one its caller has begun.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from deskeditor.ui.editor.lines import FLOWING, FOLLOWERS, HEADER_KINDS, Kind, Tag, goes_on
from deskeditor.ui.editor.marks import tag_of
from deskeditor.ui.editor.rendering import set_tag

#: Answers a name nobody else has.
NewId = Callable[[], str]
KEEP = QTextCursor.MoveMode.KeepAnchor


@contextmanager
def one_step(cursor: QTextCursor) -> Iterator[None]:
    """Everything inside is one undo step."""
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def start_of(block: QTextBlock) -> int:
    """The position of a paragraph's first character."""
    return block.position()


def end_of(block: QTextBlock) -> int:
    """The position after a paragraph's last character."""
    return block.position() + block.length() - 1


def is_header(tag: Tag) -> bool:
    """Whether the line is one of the header's."""
    return tag.kind in HEADER_KINDS


def group_of(block: QTextBlock) -> tuple[QTextBlock, QTextBlock]:
    """First and last paragraph of the block this one belongs to: a picture with its caption…"""
    first = last = block
    own = tag_of(block)
    if own.kind in FLOWING or is_header(own) or own.kind is Kind.SEPARATOR:
        return first, last
    while first.previous().isValid() and tag_of(first.previous()).id == own.id:
        first = first.previous()
    while last.next().isValid() and tag_of(last.next()).id == own.id:
        last = last.next()
    return first, last


def cut(page: QTextDocument, start: int, end: int) -> None:
    """Remove what stands between two positions."""
    cursor = QTextCursor(page)
    cursor.setPosition(start)
    cursor.setPosition(end, KEEP)
    cursor.removeSelectedText()


def remove_lines(first: QTextBlock, last: QTextBlock) -> None:
    """Take whole lines away, a table with its cells too; never called for header lines."""
    before = first.previous()
    number, kept = before.blockNumber(), tag_of(before)
    page = before.document()
    cut(page, end_of(before), end_of(last))
    set_tag(page.findBlockByNumber(number), kept)


def _merge(first: QTextBlock, kept: Tag) -> None:
    """Join a paragraph with the next one; the result carries `kept`."""
    page, number = first.document(), first.blockNumber()
    cut(page, end_of(first), end_of(first) + 1)
    set_tag(page.findBlockByNumber(number), kept)


def merge_next(first: QTextBlock) -> int:
    """Join a flowing line with the next flowing one; the position where they met.

    The line that has text gives the tag; where both have, the first.
    """
    second = first.next()
    met = end_of(first)
    kept = tag_of(first) if first.length() > 1 else tag_of(second)
    _merge(first, kept)
    return met


def remove_selection(page: QTextDocument, cursor: QTextCursor) -> None:
    """Remove what is selected; header fields and parts of a block stay, emptied."""
    if not cursor.hasSelection():
        return
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    with one_step(cursor):
        cursor.clearSelection()
        cursor.setPosition(start)
        first, last = page.findBlock(start), page.findBlock(end)
        if first == last and tag_of(first).kind is not Kind.FIGURE:
            cut(page, start, end)
        else:
            _remove_across(page, start, end)
            cursor.setPosition(min(start, page.characterCount() - 1))


def _remove_across(page: QTextDocument, start: int, end: int) -> None:
    first, last = page.findBlock(start), page.findBlock(end)
    first_tag, last_tag = tag_of(first), tag_of(last)
    number = first.blockNumber()
    whole_first = start == start_of(first)
    block = last
    while block.isValid() and block.blockNumber() >= number:
        block = _remove_piece(page, block, start, end, (first, last))
    first = page.findBlockByNumber(number)
    if first_tag.kind in FLOWING and last_tag.kind in FLOWING and first_tag != last_tag:
        after = first.next()
        if after.isValid() and tag_of(after) == last_tag:
            _merge(first, last_tag if whole_first and after.length() > 1 else first_tag)


def _remove_piece(
    page: QTextDocument,
    block: QTextBlock,
    start: int,
    end: int,
    ends: tuple[QTextBlock, QTextBlock],
) -> QTextBlock:
    """Remove what of `block` (or its group) is selected; answers the paragraph to go on with."""
    group = group_of(block)
    whole = start <= start_of(group[0]) and end >= end_of(group[1])
    tag = tag_of(block)
    boundary = tag.kind in FLOWING and block in ends
    if whole and not is_header(tag) and not boundary:
        before = group[0].previous()
        number = before.blockNumber()
        remove_lines(*group)
        return page.findBlockByNumber(number)
    number = block.blockNumber()
    left, right = max(start, start_of(block)), min(end, end_of(block))
    if left < right and tag.kind is not Kind.FIGURE:
        cut(page, left, right)
    return page.findBlockByNumber(number - 1) if number else QTextBlock()


def all_tags(page: QTextDocument) -> list[Tag]:
    """The tags of all lines, read from the page itself: right inside an undo step too."""
    tags: list[Tag] = []
    block = page.firstBlock()
    while block.isValid():
        tags.append(tag_of(block))
        block = block.next()
    return tags


def mended(tags: list[Tag], new_id: NewId) -> dict[int, Tag]:
    """The tags that must change so that every id is unique and every part has its block."""
    changes: dict[int, Tag] = {}
    seen: set[str] = set()
    before: Tag | None = None
    old: Tag | None = None
    for number, tag in enumerate(tags):
        if not is_header(tag):
            new = _mended(tag, old, before, seen, new_id)
            seen.add(new.id)
            if new != tag:
                changes[number] = new
            before = new
        old = tag
    return changes


def _mended(tag: Tag, old: Tag | None, before: Tag | None, seen: set[str], new_id: NewId) -> Tag:
    """`old` is the line before as it was, `before` as it is mended."""
    on = old is not None and before is not None and goes_on(old, tag)
    if tag.kind is Kind.ITEM:
        listed = str(tag.values.get("list", ""))
        if on and before is not None:
            listed = str(before.values["list"])
        elif listed in seen or not listed:
            listed = new_id()
        seen.add(listed)
        item = tag if listed == tag.values.get("list") else tag.with_values(list=listed)
        return replace(item, id=new_id()) if tag.id in seen or not tag.id else item
    if on and before is not None:
        return replace(tag, id=before.id)
    if tag.kind in FOLLOWERS:
        return Tag(Kind.PARAGRAPH, new_id())
    return replace(tag, id=new_id()) if tag.id in seen or not tag.id else tag


def mend(page: QTextDocument, new_id: NewId) -> None:
    """Change the tags that `mended` names; part of the caller's undo step."""
    for number, tag in mended(all_tags(page), new_id).items():
        set_tag(page.findBlockByNumber(number), tag)
