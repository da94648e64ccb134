"""Suggesting whole blocks: a picture with its words, a table, a break, put in or taken out.

One that is to change (another picture, alternative text, credit; rows and columns) is taken out as
it is and put in below as it is to be, under one id. One's own pending block really changes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Literal

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from deskeditor.domain.document import Direction, Figure, Mark, Suggestion
from deskeditor.domain.document.proposals import live, suggestions_on, with_mark_everywhere
from deskeditor.ui.editor.assembling import BLANK, block_lines, figure_of
from deskeditor.ui.editor.captioning import captioned
from deskeditor.ui.editor.fragments import taken_ids, with_free_ids
from deskeditor.ui.editor.lines import HEADER_KINDS, UNMARKED, Kind, Line, Tag, packed
from deskeditor.ui.editor.marks import tag_of
from deskeditor.ui.editor.page import Page
from deskeditor.ui.editor.projection import read_line
from deskeditor.ui.editor.rendering import block_format, write_lines
from deskeditor.ui.editor.structure import (
    KEEP,
    NewId,
    end_of,
    group_of,
    is_header,
    one_step,
    remove_lines,
    start_of,
)
from deskeditor.ui.editor.whole_tags import WHOLES, proposed, with_proposed
from deskeditor.ui.editor.wholes import leader, propose, proposed_here
from deskeditor.ui.editor.writer import Writer


def now_utc() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


def _is_struck(marks: tuple[Suggestion, ...]) -> bool:
    return any(mark.kind == "delete" for mark in marks)


class SuggestingWholes(Writer):
    """Proposes whole blocks put in, taken out and changed, in one person's name."""

    def __init__(
        self,
        page: Page,
        new_id: NewId,
        author: str,
        refuse: Callable[[], None],
        now: Callable[[], datetime] = now_utc,
    ) -> None:
        """`refuse` is called where what is to change is proposed away; nothing is done then."""
        super().__init__(page, new_id)
        self.author, self.refuse, self._now = author, refuse, now

    def mark(self, kind: Literal["insert", "delete"], own: str = "") -> Suggestion:
        """A new mark of this person's, now; `own` is the proposal's id where it has one."""
        return Suggestion(kind, own or self.new_id(), self.author, self._now())

    def own(self, marks: tuple[Mark, ...], kind: str) -> Suggestion | None:
        """This person's suggestion of a kind among marks."""
        found = (m for m in suggestions_on(marks) if m.kind == kind and m.author == self.author)
        return next(found, None)

    def own_whole(self, block: QTextBlock) -> Suggestion | None:
        """The proposal with which this person put in the whole block a line is part of."""
        return self.own(proposed_here(block), "insert")

    # --- putting in ---------------------------------------------------------------------------

    def blank_below(self, block: QTextBlock, tag: Tag | None = None) -> int:
        """An empty line after this block; no part of the Document before something is written."""
        new = tag or Tag(Kind.PARAGRAPH, self.new_id(), extra=packed({BLANK: True}))
        cursor = QTextCursor(group_of(block)[1])
        cursor.setPosition(end_of(group_of(block)[1]))
        cursor.insertBlock(block_format(new), QTextCharFormat())
        return cursor.position()

    @staticmethod
    def marked(lines: list[Line], mark: Suggestion) -> list[Line]:
        """Lines as one proposal to put them in."""
        made = []
        for line in lines:
            tag, text = line.tag, live(line.text)
            if tag.kind in WHOLES:
                tag = with_proposed(tag, (mark,))
            if tag.kind not in UNMARKED:
                text = with_mark_everywhere(text, mark)
            made.append(replace(line, tag=tag, text=text))
        return made

    def put_blocks(self, cursor: QTextCursor, lines: list[Line], direction: Direction) -> int:
        """Propose whole blocks below the cursor's; where the cursor goes."""
        block = cursor.block()
        while is_header(tag_of(block)) and tag_of(block).kind is not HEADER_KINDS[-1]:
            block = block.next()
        anchor = group_of(block)[1]
        number, spare = anchor.blockNumber(), bool(tag_of(anchor).values.get(BLANK))
        writer = QTextCursor(anchor)
        writer.setPosition(end_of(anchor))
        named = with_free_ids(lines, taken_ids(self.page), self.new_id)
        write_lines(writer, self.marked(named, self.mark("insert")), direction)
        if not writer.block().next().isValid():
            self.blank_below(writer.block())
        if spare and anchor.length() == 1:
            remove_lines(anchor, anchor)
            number -= 1
        if lines[0].tag.kind is Kind.CELL and direction is Direction.RTL:
            number += max(line.cell[1] for line in lines if line.cell)  # written from the left
        return start_of(self.page.findBlockByNumber(number + 1))

    # --- taking out ---------------------------------------------------------------------------

    def take_whole(self, first: QTextBlock, mark: Suggestion) -> None:
        """Propose to take out a whole block, named by its first line; one's own goes at once."""
        marks = proposed(tag_of(first))
        if self.own(marks, "insert") is not None:
            remove_lines(*group_of(first))
        elif not _is_struck(marks):
            propose(first, (*marks, mark))

    # --- changing -----------------------------------------------------------------------------

    def anew(self, first: QTextBlock, lines: list[Line]) -> QTextBlock:
        """Take a block out as it is, put `lines` in below as it is to be; their first line."""
        last, own = group_of(first)[1], self.new_id()
        number, below = first.blockNumber(), last.blockNumber() + 1
        named = with_free_ids(lines, taken_ids(self.page), self.new_id)
        writer = QTextCursor(last)
        writer.setPosition(end_of(last))
        direction = self.page.projection.base.direction
        write_lines(writer, self.marked(named, self.mark("insert", own)), direction)
        old = self.page.findBlockByNumber(number)  # a table put in moves what handles stand for
        propose(old, (*proposed(tag_of(old)), self.mark("delete", own)))
        return self.page.findBlockByNumber(below)

    @staticmethod
    def lines_of(first: QTextBlock) -> list[Line]:
        """The lines of a whole block."""
        block, last = first, group_of(first)[1]
        found = [read_line(block)]
        while block != last:
            block = block.next()
            found.append(read_line(block))
        return found

    def reshape(self, cursor: QTextCursor, act: Callable[[QTextCursor], int]) -> None:
        """Propose a table with other rows and columns as one step."""
        first = leader(cursor.block())
        if first is None or self.own_whole(first) is not None:
            super().reshape(cursor, act)
            return
        if _is_struck(proposed(tag_of(first))):
            self.refuse()
            return
        number = cursor.block().blockNumber() - first.blockNumber()
        with one_step(cursor):
            below = self.anew(first, self.lines_of(first)).blockNumber()
        cursor.setPosition(start_of(self.page.findBlockByNumber(below + number)))
        cursor.joinPreviousEditBlock()  # inside the step Qt does not know the new table yet
        try:
            super().reshape(cursor, act)
        finally:
            cursor.endEditBlock()

    def change_figure(self, figure: Figure) -> str:
        """Propose a picture as it is to be; a caption that alone changes is proposed in words."""
        first = self.figure_line(figure.id)
        if first is None:
            return ""
        now = figure_of(self.lines_of(first))
        same = replace(figure, caption=now.caption, suggested=now.suggested) == now
        if same or self.own_whole(first) is not None:
            return super().change_figure(figure)
        if _is_struck(now.suggested):
            self.refuse()
            return ""
        wanted = replace(figure, caption=captioned(now.caption, live(figure.caption).text))
        return tag_of(self.anew(first, list(block_lines(wanted)))).id

    def on_own(self, cursor: QTextCursor, act: Callable[[], None]) -> None:
        """Do `act`; where it writes in a line that holds no marks, in a copy of one's own."""
        page = self.page
        block = page.findBlock(cursor.selectionStart())
        first = leader(block) if tag_of(block).kind in UNMARKED else None
        if first is None or self.own_whole(first) is not None:
            act()
            return
        if _is_struck(proposed(tag_of(first))):
            self.refuse()
            return
        end, inside = QTextCursor(page), page.findBlock(cursor.selectionEnd()) == block
        end.setPosition(cursor.selectionEnd())
        places = [at - start_of(block) for at in (cursor.selectionStart(), cursor.selectionEnd())]
        with one_step(cursor):
            number = block.blockNumber() - first.blockNumber()
            copy = self.anew(first, self.lines_of(first))
            base = start_of(page.findBlockByNumber(copy.blockNumber() + number))
            cursor.setPosition(base + places[0])
            cursor.setPosition(base + places[1] if inside else end.position(), KEEP)
            act()
