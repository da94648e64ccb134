"""Suggesting within a line: what is typed carries an insert mark, what is deleted a delete mark.

One's own pending words are one's own: deleting them really deletes. Nobody else's are altered. A
whole block that is selected whole is proposed away as one.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtGui import QTextBlock, QTextCursor

from deskeditor.domain.document import Mark, Suggestion
from deskeditor.domain.document.proposals import suggestions_on, without_suggestions
from deskeditor.ui.editor.isolates import mend_isolates
from deskeditor.ui.editor.lines import FLOWING, TEXTLESS, UNMARKED
from deskeditor.ui.editor.marking import Run, marks_beside, remark, runs_between
from deskeditor.ui.editor.marks import char_format, tag_of
from deskeditor.ui.editor.positions import to_points, units
from deskeditor.ui.editor.structure import (
    cut,
    end_of,
    group_of,
    one_step,
    remove_lines,
    start_of,
)
from deskeditor.ui.editor.suggesting_wholes import SuggestingWholes
from deskeditor.ui.editor.wholes import leader
from deskeditor.ui.editor.writer import Writer

_Way = Literal[-1, 1]


class SuggestingWords(SuggestingWholes):
    """Proposes words put in and taken out within lines, in one person's name."""

    # --- marks --------------------------------------------------------------------------------

    def _neighbour(self, block: QTextBlock, start: int, end: int, kind: str) -> Suggestion | None:
        """One's own proposal that touches the positions `[start, end)`, to go on with."""
        if start > start_of(block):
            found = self.own(marks_beside(self.page, start), kind)
            if found is not None:
                return found
        return self.own(marks_beside(self.page, end + 1), kind) if end < end_of(block) else None

    def marks_for_typing(self, cursor: QTextCursor) -> tuple[Mark, ...]:
        """What a character typed at the cursor carries: its looks, and that it is proposed."""
        looks = without_suggestions(super().marks_for_typing(cursor))
        block = self.page.findBlock(cursor.selectionStart())
        if tag_of(block).kind in UNMARKED:
            return ()
        whole = self.own_whole(block)
        if whole is not None:
            return (*looks, whole)
        if cursor.hasSelection():
            return (*looks, self.mark("insert"))
        at = cursor.position()
        return (*looks, self._neighbour(block, at, at, "insert") or self.mark("insert"))

    def is_own(self, run: Run) -> bool:
        """Whether a run is this person's pending words."""
        return self.own(run.marks, "insert") is not None

    @staticmethod
    def _is_gone(run: Run) -> bool:
        return any(mark.kind == "delete" for mark in suggestions_on(run.marks))

    # --- taking out ---------------------------------------------------------------------------

    def take(self, block: QTextBlock, start: int, end: int, mark: Suggestion) -> None:
        """Propose to take out `[start, end)` of one line; one's own pending words go at once."""
        kind = tag_of(block).kind
        if kind in TEXTLESS or (kind in UNMARKED and self.own_whole(block) is None):
            return
        for run in reversed(runs_between(block, start, end)):
            if kind in UNMARKED or self.is_own(run):
                cut(self.page, run.start, run.end)
            elif not self._is_gone(run):
                remark(self.page, run, (*run.marks, mark))

    def remove(self, cursor: QTextCursor, own: str = "") -> None:
        """Propose to take out what is selected; the cursor stands after it, in its first line.

        `own` is the id of the proposal it is part of, where there is one.
        """
        if not cursor.hasSelection():
            return
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        first = self.page.findBlock(start)
        mark = None if own else self._neighbour(first, start, min(end, end_of(first)), "delete")
        mark = mark or self.mark("delete", own)
        number = first.blockNumber()
        after = QTextCursor(self.page)
        after.setPosition(min(end, end_of(first)))
        line = self.page.findBlock(end).blockNumber()
        while line >= number:
            block = self.page.findBlockByNumber(line)
            whole = leader(block)
            if whole is not None and start <= start_of(whole) and end >= end_of(group_of(whole)[1]):
                line = whole.blockNumber() - 1
                self.take_whole(whole, mark)
                continue
            had = block.length() > 1
            left, right = max(start, start_of(block)), min(end, end_of(block))
            self.take(block, left, right, mark)
            self._drop_emptied(block, had=had and line != number)
            line -= 1
        cursor.setPosition(min(after.position(), self.page.characterCount() - 1))

    def back_at_start(self, cursor: QTextCursor) -> int:
        """What Backspace does at the start of a line; where the cursor goes."""
        return cursor.position()

    def delete_at_end(self, cursor: QTextCursor) -> int:
        """What Delete does at the end of a line; where the cursor goes."""
        return cursor.position()

    def _drop_emptied(self, block: QTextBlock, *, had: bool) -> None:
        """Take a running line away that held nothing but one's own pending words."""
        if had and block.length() == 1 and tag_of(block).kind in FLOWING:
            remove_lines(block, block)

    def type_over(self, cursor: QTextCursor, text: str, marks: tuple[Mark, ...]) -> int:
        """Propose what is typed in the place of what is selected: one proposal."""
        put = self.own(marks, "insert")
        self.remove(cursor, put.id if put else "")
        return super().type_over(cursor, text, marks)

    def substitute(self, cursor: QTextCursor, start: int, end: int, text: str) -> None:
        """The same for what was just typed; a space before it that stands is proposed away."""
        block = cursor.block()
        runs = runs_between(block, start, end)
        if all(self.is_own(run) for run in runs):
            super().substitute(cursor, start, end, text)
            return
        self._step_end = -1
        marks = runs[-1].marks
        with one_step(cursor):
            cursor.setPosition(end)
            cursor.insertText(text, char_format(marks))
            self.take(block, start, end, self.mark("delete"))

    def type(self, cursor: QTextCursor, text: str) -> None:
        """Propose what is typed at the cursor, over what is selected."""
        self.on_own(cursor, lambda: Writer.type(self, cursor, text))

    def clear(self, cursor: QTextCursor) -> None:
        """Propose away what is selected, to write there."""
        self.on_own(cursor, lambda: Writer.clear(self, cursor))

    def delete_selection(self, cursor: QTextCursor) -> None:
        """Propose to take out what is selected; the caret stands before it."""

        def act() -> int:
            start = cursor.selectionStart()
            self.remove(cursor)
            return start

        self.on_own(cursor, lambda: self.structural(cursor, act))

    def backspace(self, cursor: QTextCursor, *, word: bool = False) -> None:
        """Backspace: the character, or word, before the caret and what is struck out already."""
        if cursor.hasSelection() or not cursor.atBlockStart():
            self.on_own(cursor, lambda: self._backspace(cursor, word=word))
        else:
            self._backspace(cursor, word=word)

    def _backspace(self, cursor: QTextCursor, *, word: bool) -> None:
        if cursor.hasSelection():
            self.delete_selection(cursor)
        elif tag_of(cursor.block()).kind in TEXTLESS and not cursor.atBlockStart():
            self.structural(cursor, lambda: self._take_here(cursor, -1))
        elif cursor.atBlockStart():
            self.structural(cursor, lambda: self.back_at_start(cursor))
        else:
            self._step(cursor, -1, QTextCursor.MoveOperation.PreviousWord if word else None)

    def delete(self, cursor: QTextCursor, *, word: bool = False) -> None:
        """Delete: the character, or word, after the caret and what is struck out already."""
        if cursor.hasSelection() or not cursor.atBlockEnd():
            self.on_own(cursor, lambda: self._delete(cursor, word=word))
        else:
            self._delete(cursor, word=word)

    def _delete(self, cursor: QTextCursor, *, word: bool) -> None:
        if cursor.hasSelection():
            self.delete_selection(cursor)
        elif tag_of(cursor.block()).kind in TEXTLESS and not cursor.atBlockEnd():
            self.structural(cursor, lambda: self._take_here(cursor, 1))
        elif cursor.atBlockEnd():
            self.structural(cursor, lambda: self.delete_at_end(cursor))
        else:
            self._step(cursor, 1, QTextCursor.MoveOperation.NextWord if word else None)

    def _take_here(self, cursor: QTextCursor, way: _Way) -> int:
        """Propose the block the caret is in away; the caret goes on to its far side."""
        first = group_of(cursor.block())[0]
        number = first.blockNumber()
        before = first.previous().blockNumber()
        gone = self.own_whole(first) is not None
        self.take_whole(first, self.mark("delete"))
        if gone:
            return end_of(self.page.findBlockByNumber(before))
        first = self.page.findBlockByNumber(number)
        return start_of(first) if way < 0 else end_of(group_of(first)[1])

    def _skip_gone(self, block: QTextBlock, at: int, way: _Way) -> int:
        """The position reached from `at` over guards and what is proposed to be taken out."""
        if way < 0:
            for run in reversed(runs_between(block, start_of(block), at)):
                if not run.guard and not self._is_gone(run):
                    return at
                at = run.start
        else:
            for run in runs_between(block, at, end_of(block)):
                if not run.guard and not self._is_gone(run):
                    return at
                at = run.end
        return at

    def _step(self, cursor: QTextCursor, way: _Way, word: QTextCursor.MoveOperation | None) -> None:
        self._step_end = -1
        block = cursor.block()
        base = start_of(block)
        at = self._skip_gone(block, cursor.position(), way)
        if at == (base if way < 0 else end_of(block)):
            cursor.setPosition(at)
            return
        target = QTextCursor(block)
        target.setPosition(at)
        if word is None:
            target.setPosition(at + way * _width(block, at - base, way))
        else:
            target.movePosition(word)
        there = max(base, min(end_of(block), target.position()))
        self._take_step(cursor, block, sorted((at, there)), way)

    def _take_step(
        self, cursor: QTextCursor, block: QTextBlock, ends: list[int], way: _Way
    ) -> None:
        """Take out one stretch; the caret goes on to its far side."""
        start, end = ends
        if start == end:
            cursor.setPosition(start)
            return
        mark = self._neighbour(block, start, end, "delete") or self.mark("delete")
        with one_step(cursor):
            side = QTextCursor(self.page)  # goes along where guards before it are mended away
            side.setPosition(start if way < 0 else end)
            side.setKeepPositionOnInsert(way < 0)
            self.take(block, start, end, mark)
            mend_isolates(block)
            cursor.setPosition(side.position())


def _width(block: QTextBlock, place: int, way: _Way) -> int:
    """How many units the character before (-1) or at (1) a place has."""
    text = block.text()
    if len(text) == block.length() - 1:
        return 1
    at = to_points(text, place if way > 0 else place - 1)
    return units(text[at])
