"""Changing what lines are: paragraph, heading, quotation, list item, note; direction; new blocks.

Called inside the caller's undo step. Lines that are fixed (header, caption, cell…) are left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from deskeditor.domain.document import Direction, Mark
from deskeditor.ui.editor.breaking import paragraph_below, unquote
from deskeditor.ui.editor.lines import FLOWING, TEXTLESS, UNMARKED, Kind, Line, Tag, packed
from deskeditor.ui.editor.marking import remark, runs_between
from deskeditor.ui.editor.marks import marks_of, tag_of
from deskeditor.ui.editor.rendering import block_format, set_tag, write_lines
from deskeditor.ui.editor.structure import (
    NewId,
    end_of,
    group_of,
    is_header,
    remove_lines,
    start_of,
)

#: Lines whose kind can be changed, and lines that can have a direction of their own.
CHANGEABLE = frozenset({*FLOWING, Kind.QUOTATION})
DIRECTED = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.QUOTATION, Kind.ITEM})


def selected_blocks(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """The paragraphs a selection touches, the last first: what changes later lines is safe."""
    page = cursor.document()
    block = page.findBlock(cursor.selectionEnd())
    first = page.findBlock(cursor.selectionStart()).blockNumber()
    for number in range(block.blockNumber(), first - 1, -1):
        yield page.findBlockByNumber(number)


def _list_of(block: QTextBlock, *, ordered: bool, new_id: NewId) -> str:
    """The list a new item joins: that of a neighbour of its kind, or a new one."""
    for neighbour in (block.previous(), block.next()):
        tag = tag_of(neighbour) if neighbour.isValid() else None
        if tag and tag.kind is Kind.ITEM and tag.values.get("ordered", False) == ordered:
            return str(tag.values["list"])
    return new_id()


def kind_tag(block: QTextBlock, kind: Kind, level: int, *, ordered: bool, new_id: NewId) -> Tag:
    """The tag of a line made of this kind: its id and direction stay."""
    old = tag_of(block)
    direction = None if kind is Kind.NOTE else old.direction
    extra = ""
    if kind is Kind.HEADING:
        extra = packed({"level": 3 if level == 3 else 2})
    elif kind is Kind.ITEM:
        listed = _list_of(block, ordered=ordered, new_id=new_id)
        extra = packed({"list": listed, "ordered": ordered, "level": 0})
    elif kind is Kind.NOTE:
        extra = packed({"author": old.values.get("author", "")})
    return Tag(kind, old.id, direction, extra)


def set_kind(cursor: QTextCursor, kind: Kind, level: int, *, ordered: bool, new_id: NewId) -> None:
    """Make the selected flowing lines of this kind."""
    for block in selected_blocks(cursor):
        old = tag_of(block).kind
        if old not in CHANGEABLE or (old is kind is Kind.QUOTATION):
            continue
        number, page = block.blockNumber(), block.document()
        if old is Kind.QUOTATION:
            unquote(block, new_id)
        block = page.findBlockByNumber(number)  # noqa: PLW2901 - unquote may have moved it
        tag = kind_tag(block, kind, level, ordered=ordered, new_id=new_id)
        set_tag(block, tag)
        if kind is Kind.QUOTATION:
            add_attribution(page.findBlockByNumber(number), tag)


def add_attribution(block: QTextBlock, tag: Tag) -> None:
    """Put the empty line for its speaker under a new quotation."""
    cursor = QTextCursor(block)
    cursor.setPosition(end_of(block))
    cursor.insertBlock(block_format(Tag(Kind.ATTRIBUTION, tag.id)), QTextCharFormat())


def shift_items(cursor: QTextCursor, step: int) -> None:
    """Move the selected list items one level in (+1) or out (-1)."""
    for block in selected_blocks(cursor):
        tag = tag_of(block)
        if tag.kind is Kind.ITEM:
            set_tag(block, shifted(tag, step))


def shifted(tag: Tag, step: int) -> Tag:
    """A list item's tag, so many levels deeper."""
    return tag.with_values(level=min(4, max(0, int(tag.values.get("level", 0)) + step)))


def set_direction(cursor: QTextCursor, direction: Direction | None) -> None:
    """Give the selected paragraphs their own direction; None is the page's."""
    for block in selected_blocks(cursor):
        tag = tag_of(block)
        if tag.kind in DIRECTED:
            set_tag(block, replace(tag, direction=direction))


def insert_below(
    page: QTextDocument, cursor: QTextCursor, lines: list[Line], direction: Direction, new_id: NewId
) -> int:
    """Put whole blocks after the block the cursor is in; the position of their first line.

    An empty paragraph at the cursor gives way. A paragraph to write in follows at the page's end.
    """
    block = cursor.block()
    if is_header(tag_of(block)):
        while block.next().isValid() and is_header(tag_of(block.next())):
            block = block.next()
    anchor = group_of(block)[1]
    number = anchor.blockNumber()
    gives_way = tag_of(anchor).kind is Kind.PARAGRAPH and anchor.length() == 1
    writer = QTextCursor(anchor)
    writer.setPosition(end_of(anchor))
    write_lines(writer, lines, direction)
    if not writer.block().next().isValid():
        paragraph_below(writer.block(), new_id)
    if gives_way:
        remove_lines(*[page.findBlockByNumber(number)] * 2)
        number -= 1
    if lines[0].tag.kind is Kind.CELL and direction is Direction.RTL:
        number += max(line.cell[1] for line in lines if line.cell)  # written from the left
    return start_of(page.findBlockByNumber(number + 1))


def change_marks(
    cursor: QTextCursor, change: Callable[[tuple[Mark, ...]], tuple[Mark, ...]]
) -> None:
    """Put the marks of every selected run through `change`."""
    page, start, end = cursor.document(), cursor.selectionStart(), cursor.selectionEnd()
    for block in selected_blocks(cursor):
        if tag_of(block).kind not in TEXTLESS and tag_of(block).kind not in UNMARKED:
            for run in runs_between(block, start, end):
                remark(page, run, change(run.marks))


def selected_marks(cursor: QTextCursor) -> tuple[Mark, ...]:
    """The marks that every selected run carries."""
    common: set[Mark] | None = None

    def look(marks: tuple[Mark, ...]) -> None:
        nonlocal common
        common = set(marks) if common is None else common & set(marks)

    start, end = cursor.selectionStart(), cursor.selectionEnd()
    for block in selected_blocks(cursor):
        runs = block.begin()
        while not runs.atEnd():
            run = runs.fragment()
            if run.position() < end and run.position() + run.length() > start:
                look(marks_of(run.charFormat()))
            runs += 1
    return tuple(common or ())
