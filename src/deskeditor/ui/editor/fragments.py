"""Pieces of a page as lines: cut out for copying, put in when pasting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from deskeditor.domain.document import Direction, Inline, Span
from deskeditor.ui.editor.breaking import paragraph_below
from deskeditor.ui.editor.lines import FLOWING, SINGLE, TEXTLESS, UNMARKED, Kind, Line, Tag, goes_on
from deskeditor.ui.editor.marks import tag_of
from deskeditor.ui.editor.positions import points_in
from deskeditor.ui.editor.projection import read_line
from deskeditor.ui.editor.rendering import block_format, set_tag, write_lines, write_text
from deskeditor.ui.editor.structure import (
    NewId,
    all_tags,
    end_of,
    group_of,
    is_header,
    merge_next,
    remove_lines,
    start_of,
)


def copied_lines(cursor: QTextCursor) -> list[Line]:
    """What is selected, as lines; a block only partly selected becomes plain paragraphs."""
    page = cursor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    found: list[Line] = []
    block = page.findBlock(start)
    while block.isValid() and start_of(block) <= end:
        line = _copied(block, start, end)
        if line is not None:
            found.append(line)
        block = block.next()
    return found


def _copied(block: QTextBlock, start: int, end: int) -> Line | None:
    line, group = read_line(block), group_of(block)
    whole = start <= start_of(group[0]) and end >= end_of(group[1])
    if whole and not is_header(line.tag) and group[0].previous().isValid():
        return line
    if line.tag.kind in TEXTLESS:
        return line if whole else None
    base = start_of(block)
    first, last = points_in(block, max(0, start - base)), points_in(block, end - base)
    kept = line.text.slice(first, min(last, len(line.text)))
    if line.tag.kind in FLOWING:
        return Line(line.tag, kept)
    return Line(Tag(Kind.PARAGRAPH, line.tag.id), kept) if kept else None


def with_free_ids(lines: Iterable[Line], taken: set[str], new_id: NewId) -> list[Line]:
    """The lines with new ids where theirs are taken; what belongs together stays together."""
    made: list[Line] = []
    used = set(taken)
    before: Line | None = None
    for line in lines:
        goes = before is not None and goes_on(before.tag, line.tag)
        tag = _free_tag(line.tag, made[-1].tag if goes else None, used, new_id)
        used.add(tag.id)
        made.append(replace(line, tag=tag))
        before = line
    return made


def _free_tag(tag: Tag, leader: Tag | None, used: set[str], new_id: NewId) -> Tag:
    """The tag with ids not in `used`; `leader` is the line it goes on, already named."""
    if tag.kind is Kind.ITEM:
        listed = str(tag.values.get("list", ""))
        if leader is not None:
            listed = str(leader.values["list"])
        elif listed in used or not listed:
            listed = new_id()
        used.add(listed)
        tag = tag.with_values(list=listed)
    elif leader is not None:
        return replace(tag, id=leader.id)
    return replace(tag, id=new_id()) if tag.id in used or not tag.id else tag


def taken_ids(page: QTextDocument) -> set[str]:
    """Every block, item and list id on the page."""
    tags = all_tags(page)
    lists = {str(tag.values["list"]) for tag in tags if tag.kind is Kind.ITEM}
    return {tag.id for tag in tags} | lists


def flat(lines: Iterable[Line], kind: Kind) -> Inline:
    """All texts in one, with their marks, as a line of this kind can hold it."""
    text = _joined(lines, " " if kind in SINGLE else "\n")
    if kind in SINGLE:
        text = Inline(" ".join(text.text.split("\n")), text.spans)
    return Inline(text.text) if kind in UNMARKED else text


def _joined(lines: Iterable[Line], separator: str) -> Inline:
    """All texts in one, with their marks, in one pass."""
    pieces: list[str] = []
    spans: list[Span] = []
    done = 0
    for line in lines:
        if line.tag.kind in TEXTLESS or not line.text:
            continue
        if pieces:
            pieces.append(separator)
            done += len(separator)
        pieces.append(line.text.text)
        spans.extend(Span(s.start + done, s.end + done, s.mark) for s in line.text.spans)
        done += len(line.text)
    return Inline("".join(pieces), tuple(spans))


def insert_lines(
    cursor: QTextCursor, lines: list[Line], direction: Direction, new_id: NewId
) -> int:
    """Put copied lines in at the cursor, with nothing selected; where the cursor goes."""
    block = cursor.block()
    kind = tag_of(block).kind
    if kind is Kind.FIGURE or kind is Kind.SEPARATOR:
        cursor.setPosition(paragraph_below(group_of(block)[1], new_id))
        block, kind = cursor.block(), Kind.PARAGRAPH
    if kind not in FLOWING:
        write_text(cursor, flat(lines, kind))
        return cursor.position()
    named = with_free_ids(lines, taken_ids(cursor.document()), new_id)
    if len(named) == 1 and named[0].tag.kind in FLOWING:
        if block.length() == 1 and named[0].tag.kind is not Kind.PARAGRAPH:
            set_tag(block, replace(named[0].tag, id=tag_of(block).id))
        write_text(cursor, named[0].text)
        return cursor.position()
    return _insert_split(cursor, named, direction, new_id)


def _insert_split(
    cursor: QTextCursor, lines: list[Line], direction: Direction, new_id: NewId
) -> int:
    """Split the line at the cursor and put the lines between its halves."""
    page, left = cursor.document(), cursor.block()
    tag, number = tag_of(left), left.blockNumber()
    cursor.insertBlock(block_format(replace(tag, id=new_id())), QTextCharFormat())
    left = page.findBlockByNumber(number)
    writer = QTextCursor(left)
    writer.setPosition(end_of(left))
    rest = lines
    if lines[0].tag.kind in FLOWING:
        if left.length() == 1 and lines[0].tag.kind is not Kind.PARAGRAPH:
            set_tag(left, replace(lines[0].tag, id=tag.id))
        write_text(writer, lines[0].text)
        rest = lines[1:]
    elif left.length() == 1:
        rest = lines
    write_lines(writer, rest, direction)
    _close(writer.block())
    at = writer.position()
    if lines[0].tag.kind not in FLOWING:
        left = page.findBlockByNumber(number)
        if left.length() == 1 and left.previous().isValid():
            remove_lines(left, left)
            at -= 1
    return at


def _close(last: QTextBlock) -> None:
    """Join the last pasted line with the second half, or drop an empty second half."""
    after = last.next()
    if tag_of(last).kind in FLOWING:
        merge_next(last)
    elif after.length() == 1 and after.next().isValid():
        remove_lines(after, after)
