"""Writing suggestions: nothing that stands is taken away or changed, only proposed.

A `SuggestingWriter` does what a `Writer` does, as proposals: words put in carry an `insert` mark,
words taken out stay and carry a `delete` mark. What cannot be said of words alone is said with
them: words made bold, a paragraph split, joined or made a heading are taken out as they were and
put in as they are to be, under one id. One's own pending words are one's own: they really change.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from deskeditor.domain.document import Direction, Fact, Inline, Mark, clean_text
from deskeditor.domain.document.inline import CommentMark, QuoteMark
from deskeditor.domain.document.proposals import live, with_mark_everywhere, without_suggestions
from deskeditor.domain.findings import Anchor, Edit
from deskeditor.ui.editor import breaking, kinds
from deskeditor.ui.editor.assembling import BLANK, groups
from deskeditor.ui.editor.fragments import flat, insert_lines, taken_ids, with_free_ids
from deskeditor.ui.editor.isolates import mend_isolates
from deskeditor.ui.editor.lines import (
    FLOWING,
    TEXTLESS,
    UNMARKED,
    Kind,
    Line,
    Tag,
    packed,
)
from deskeditor.ui.editor.marking import Change, remark, runs_between, text_between
from deskeditor.ui.editor.marks import tag_of
from deskeditor.ui.editor.positions import units_in
from deskeditor.ui.editor.projection import read_line
from deskeditor.ui.editor.rendering import block_format, set_tag, write_lines, write_text
from deskeditor.ui.editor.structure import (
    KEEP,
    end_of,
    group_of,
    is_header,
    one_step,
    remove_lines,
    start_of,
)
from deskeditor.ui.editor.suggesting_words import SuggestingWords
from deskeditor.ui.editor.whole_tags import WHOLES
from deskeditor.ui.editor.writer import fitting

#: Marks that say something about words and change none of them: never a suggestion.
_ABOUT = (CommentMark, Fact, QuoteMark)
#: Parts of a picture whose text carries no marks.
_BARE = frozenset({"alt", "credit"})
_CLOSING = frozenset({Kind.ATTRIBUTION, Kind.CREDIT, Kind.TABLE_CAPTION, Kind.SEPARATOR})


class SuggestingWriter(SuggestingWords):
    """Proposes, in one person's name."""

    # --- lines --------------------------------------------------------------------------------

    def enter(self, cursor: QTextCursor, *, soft: bool = False) -> None:
        """Enter: what stands after the caret is proposed as a paragraph of its own."""

        def act() -> int:
            self.remove(cursor)
            block = cursor.block()
            kind = tag_of(block).kind
            if is_header(tag_of(block)):
                return breaking.enter(cursor, self.new_id, self.break_line)
            if kind in FLOWING and not soft:
                return self._split(cursor)
            if kind is Kind.FIGURE:
                return end_of(block.next())
            if kind in _CLOSING:
                return self.blank_below(block)
            if soft or kind not in breaking.ONWARD or not cursor.atBlockEnd():
                return self.break_line(cursor)
            return end_of(block.next())

        self.on_own(cursor, lambda: self.structural(cursor, act))

    def _split(self, cursor: QTextCursor) -> int:
        block, at = cursor.block(), cursor.position()
        tag, moved = tag_of(block), live(text_between(block, at, end_of(block)))
        if block.length() == 1 and tag.kind is not Kind.PARAGRAPH:
            return breaking.lowered(block, tag, self.new_id)
        if moved and cursor.atBlockStart():
            above = QTextCursor(block)
            above.insertBlock(block_format(tag), QTextCharFormat())
            blank = Tag(Kind.PARAGRAPH, self.new_id(), tag.direction, packed({BLANK: True}))
            set_tag(above.block().previous(), blank)
            return above.position()
        plain = tag.kind in (Kind.HEADING, Kind.PARAGRAPH) or (tag.kind is Kind.NOTE and not moved)
        new = replace(tag, id=self.new_id())
        if plain:
            new = Tag(Kind.PARAGRAPH, new.id, tag.direction, packed({BLANK: True}))
        own = self.new_id()
        below = QTextCursor(block)
        below.setPosition(self.blank_below(block, new))
        self._put(below, moved, own)
        where = start_of(below.block())
        before = self.page.characterCount()
        self.take(block, at, end_of(block), self.mark("delete", own))
        return where - (before - self.page.characterCount())

    def _put(self, cursor: QTextCursor, text: Inline, own: str) -> None:
        """Write text that nobody has marked yet, as a proposal."""
        write_text(cursor, with_mark_everywhere(text, self.mark("insert", own)))

    def back_at_start(self, cursor: QTextCursor) -> int:
        """Backspace at the start of a line: joined with the one before, or made plain."""
        block = cursor.block()
        tag, before = tag_of(block), block.previous()
        here = start_of(block)
        if not before.isValid() or is_header(tag):
            return end_of(before) if before.isValid() else here
        if tag.kind is Kind.SEPARATOR:
            self.take_whole(block, self.mark("delete"))
            return end_of(before)
        if tag.kind in FLOWING and tag.kind is not Kind.PARAGRAPH:
            level = int(tag.values.get("level", 0)) if tag.kind is Kind.ITEM else 0
            plain = Tag(Kind.PARAGRAPH, tag.id, tag.direction)
            return self._retag(block, kinds.shifted(tag, -1) if level else plain)
        if tag.kind is Kind.QUOTATION:
            return self._retag(block, Tag(Kind.PARAGRAPH, tag.id, tag.direction))
        if tag_of(before).kind is Kind.SEPARATOR and tag.kind is Kind.PARAGRAPH:
            return self._take_break(before, here)
        if tag.kind not in FLOWING or tag_of(before).kind not in FLOWING:
            return end_of(before)
        return self._join(before, block)

    def _take_break(self, block: QTextBlock, here: int) -> int:
        """Propose a break beside the caret away; a struck one is passed."""
        own = self.own_whole(block) is not None
        self.take_whole(block, self.mark("delete"))
        return here - 1 if own else end_of(block)

    def delete_at_end(self, cursor: QTextCursor) -> int:
        """Delete at the end of a line: the next one joined with it."""
        block, here = cursor.block(), cursor.position()
        after = block.next()
        if after.isValid() and tag_of(after).kind is Kind.SEPARATOR:
            fixed = is_header(tag_of(block)) or tag_of(block).kind is Kind.CELL
            if not fixed:
                self.take_whole(after, self.mark("delete"))
            return here
        flows = tag_of(block).kind in FLOWING and after.isValid()
        if flows and tag_of(after).kind in FLOWING:
            self._join(block, after)
        return here

    def _join(self, first: QTextBlock, second: QTextBlock) -> int:
        """Propose that the second line go on with the first; the position where they meet."""
        met, own = end_of(first), self.new_id()
        writer = QTextCursor(first)
        writer.setPosition(met)
        self._put(writer, live(read_line(second).text), own)
        self.take(second, start_of(second), end_of(second), self.mark("delete", own))
        if second.length() == 1:
            remove_lines(second, second)
        return met

    def _retag(self, block: QTextBlock, tag: Tag) -> int:
        """Propose a line as another kind, level or direction; the position of its start."""
        old, text = tag_of(block), live(read_line(block).text)
        runs = runs_between(block, start_of(block), end_of(block))
        follower, by = None, Inline()
        if old.kind is Kind.QUOTATION:
            follower = block.next()
            by = live(read_line(follower).text)
            runs += runs_between(follower, start_of(follower), end_of(follower))
        if old == tag or (runs and not text and not by):
            return start_of(block)  # all of it is proposed away: there is nothing to be anything
        if all(self.is_own(run) for run in runs):
            return self._retag_own(block, old, tag)
        own = self.new_id()
        put, mark = self.mark("insert", own), self.mark("delete", own)
        new = replace(tag, id=self.new_id())
        told = text or new.kind is Kind.QUOTATION
        lines = [Line(new, with_mark_everywhere(text, put))] if told else []
        if new.kind is Kind.QUOTATION:
            lines.append(Line(Tag(Kind.ATTRIBUTION, new.id), with_mark_everywhere(by, put)))
        elif by:
            extra = Tag(Kind.PARAGRAPH, self.new_id())
            lines.append(Line(extra, with_mark_everywhere(by, put)))
        last = group_of(block)[1]
        below = last.blockNumber() + 1
        writer = QTextCursor(last)
        writer.setPosition(end_of(last))
        write_lines(writer, lines, self.page.projection.base.direction)
        if follower is not None:
            self.take(follower, start_of(follower), end_of(follower), mark)
        self.take(block, start_of(block), end_of(block), mark)
        return start_of(self.page.findBlockByNumber(below))

    def _retag_own(self, block: QTextBlock, old: Tag, tag: Tag) -> int:
        number = block.blockNumber()
        if old.kind is Kind.QUOTATION and tag.kind is not Kind.QUOTATION:
            breaking.unquote(block, self.new_id)
        block = self.page.findBlockByNumber(number)
        set_tag(block, tag)
        if tag.kind is Kind.QUOTATION and old.kind is not Kind.QUOTATION:
            kinds.add_attribution(block, tag)
        return start_of(block)

    # --- what commands do ---------------------------------------------------------------------

    def put_lines(self, cursor: QTextCursor, lines: list[Line], direction: Direction) -> int:
        """Propose pasted lines; what is pasted is one proposal."""
        places: list[int] = []
        self.on_own(cursor, lambda: places.append(self._put_lines(cursor, lines, direction)))
        return places[0] if places else cursor.position()

    def _put_lines(self, cursor: QTextCursor, lines: list[Line], direction: Direction) -> int:
        self.remove(cursor)
        alive = [replace(line, text=live(line.text)) for line in lines]
        told = [line for group in groups(alive) for line in group if _says(group, line)]
        if not told:
            return cursor.position()
        if tag_of(cursor.block()).kind in TEXTLESS:
            cursor.setPosition(self.blank_below(cursor.block()))
        block = cursor.block()
        kind = tag_of(block).kind
        mark = self.own_whole(block) or self.mark("insert")
        if kind not in FLOWING:
            text = flat(told, kind)
            if not text:
                return self.put_blocks(cursor, told, direction)
            write_text(cursor, text if kind in UNMARKED else with_mark_everywhere(text, mark))
            return cursor.position()
        marked = self.marked(told, mark)
        if len(marked) == 1 and marked[0].tag.kind in FLOWING:
            if block.length() > 1:
                marked = [replace(marked[0], tag=Tag(Kind.PARAGRAPH, marked[0].tag.id))]
            return insert_lines(cursor, marked, direction, self.new_id)
        return self._put_between(cursor, marked, direction)

    def _put_between(self, cursor: QTextCursor, lines: list[Line], direction: Direction) -> int:
        """Put lines between the halves of the line at the cursor."""
        number = cursor.block().blockNumber()
        if live(text_between(cursor.block(), cursor.position(), end_of(cursor.block()))):
            self._split(cursor)
            if cursor.atBlockStart():
                number = max(0, cursor.block().blockNumber() - 1)
        left = self.page.findBlockByNumber(number)
        named = with_free_ids(lines, taken_ids(self.page), self.new_id)
        writer = QTextCursor(left)
        writer.setPosition(end_of(group_of(left)[1]))
        write_lines(writer, named, direction)
        return writer.position()

    def set_kind(self, cursor: QTextCursor, kind: Kind, level: int, *, ordered: bool) -> None:
        """Propose the selected running lines as this kind; the caret goes to its new words."""
        place, single = cursor.positionInBlock(), not cursor.hasSelection()
        for block in kinds.selected_blocks(cursor):
            old = tag_of(block).kind
            if old in kinds.CHANGEABLE and not old is kind is Kind.QUOTATION:
                tag = kinds.kind_tag(block, kind, level, ordered=ordered, new_id=self.new_id)
                start = self._retag(block, tag)
                if single:
                    end = end_of(self.page.findBlock(start))
                    cursor.setPosition(min(start + place, end))

    def shift_items(self, cursor: QTextCursor, step: int) -> None:
        """Propose the selected list items one level in or out."""
        for block in kinds.selected_blocks(cursor):
            if tag_of(block).kind is Kind.ITEM:
                self._retag(block, kinds.shifted(tag_of(block), step))

    def set_direction(self, cursor: QTextCursor, direction: Direction | None) -> None:
        """Propose the selected paragraphs in this direction."""
        for block in kinds.selected_blocks(cursor):
            if tag_of(block).kind in kinds.DIRECTED:
                self._retag(block, replace(tag_of(block), direction=direction))

    def change_marks(self, cursor: QTextCursor, change: Change) -> None:
        """Propose the selected words with other marks; comments and facts are put on at once."""
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        for block in kinds.selected_blocks(cursor):
            if tag_of(block).kind in TEXTLESS or tag_of(block).kind in UNMARKED:
                continue
            left, right = max(start, start_of(block)), min(end, end_of(block))
            runs = runs_between(block, left, right)
            if all(self.is_own(run) or _only_about(run.marks, change) for run in runs):
                for run in runs:
                    remark(self.page, run, change(run.marks))
            else:
                self._put_changed(block, left, right, change)

    def _put_changed(self, block: QTextBlock, left: int, right: int, change: Change) -> None:
        """Take words out as they are and put them in beside as they are to be."""
        new = Inline()
        for run, marks in live(text_between(block, left, right)).runs():
            new = new + _marked(run, change(marks))
        own = self.new_id()
        writer = QTextCursor(self.page)
        writer.setPosition(right)
        self._put(writer, new, own)
        self.take(block, left, right, self.mark("delete", own))

    def apply(self, cursor: QTextCursor, edits: Iterable[Edit]) -> bool:
        """Propose all `edits` as one undo step, or none: False where one points at nothing.

        What of a picture holds no marks is changed in a copy of one's own, its caption there too.
        """
        wanted = list(edits)
        named = {e.anchor.address.block for e in wanted if e.anchor.address.part in _BARE}
        lines = {own: self.figure_line(own) for own in named}
        others = {own: line for own, line in lines.items() if line and not self.own_whole(line)}
        if not others or not self.points_at_text(wanted):
            return super().apply(cursor, wanted)
        with one_step(cursor):
            copies = {own: tag_of(self._copied(line)).id for own, line in others.items()}
        moved = [_readdressed(edit, copies) for edit in wanted]
        if not self.points_at_text(moved):  # a caption with words proposed away reads otherwise
            self.page.undo()
            return False
        cursor.joinPreviousEditBlock()
        try:
            return super().apply(cursor, moved)
        finally:
            cursor.endEditBlock()

    def _copied(self, first: QTextBlock) -> QTextBlock:
        return self.anew(first, self.lines_of(first))

    def replace_edit(self, edit: Edit) -> None:
        """Propose one fix: its old words out, its new words in beside them."""
        anchor = edit.anchor
        block = self.page.find_line(anchor.address)
        if block is None or anchor.address.part == "alt" or tag_of(block).kind in UNMARKED:
            super().replace_edit(edit)
            return
        base = start_of(block)
        start, end = base + units_in(block, anchor.start), base + units_in(block, anchor.end)
        cursor = QTextCursor(self.page)
        cursor.setPosition(start)
        cursor.setPosition(end, KEEP)
        looks = without_suggestions(self.replaced_marks(cursor))
        text = fitting(tag_of(block).kind, clean_text(edit.text))
        whole = self.own_whole(block)
        own = whole.id if whole else self.new_id()
        cursor.setPosition(end)
        put = whole or self.mark("insert", own)
        write_text(cursor, with_mark_everywhere(_marked(text, looks), put))
        self.take(block, start, end, self.mark("delete", own))
        mend_isolates(block)


def _says(group: tuple[Line, ...], line: Line) -> bool:
    """Whether a pasted line is worth proposing: an empty one would outlive its refusal."""
    if group[0].tag.kind in WHOLES:
        return True
    if group[0].tag.kind is Kind.QUOTATION:
        return any(other.text for other in group)
    return bool(line.text)


def _readdressed(edit: Edit, copies: dict[str, str]) -> Edit:
    """An edit of a block that was copied, about its copy."""
    anchor = edit.anchor
    block = copies.get(anchor.address.block, anchor.address.block)
    address = replace(anchor.address, block=block)
    return replace(edit, anchor=Anchor(address, anchor.start, anchor.end))


def _marked(text: str, marks: tuple[Mark, ...]) -> Inline:
    """Text with these marks on all of it."""
    made = Inline(text)
    for mark in marks:
        made = with_mark_everywhere(made, mark)
    return made


def _only_about(marks: tuple[Mark, ...], change: Change) -> bool:
    """Whether a change touches nothing but marks that are about words."""
    return all(isinstance(mark, _ABOUT) for mark in set(marks) ^ set(change(marks)))
