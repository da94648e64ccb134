"""What typing does to the page: every change a key makes, each as people expect to undo it.

No widget in here: a `Writer` takes a cursor, changes the page, and leaves the cursor where the
caret belongs.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from deskeditor.domain.document import (
    Address,
    Direction,
    Document,
    Figure,
    Inline,
    Isolate,
    Mark,
    clean_text,
)
from deskeditor.domain.document.proposals import live, without_suggestions
from deskeditor.domain.findings import Anchor, Edit
from deskeditor.ui.editor import breaking, kinds
from deskeditor.ui.editor.assembling import figure_extra
from deskeditor.ui.editor.captioning import changed
from deskeditor.ui.editor.fragments import insert_lines
from deskeditor.ui.editor.isolates import mend_all, mend_isolates
from deskeditor.ui.editor.lines import SINGLE, UNMARKED, Kind, Line
from deskeditor.ui.editor.marking import Change
from deskeditor.ui.editor.marks import char_format, marks_of, tag_of, typing_marks
from deskeditor.ui.editor.page import Page
from deskeditor.ui.editor.positions import CLOSE, OPEN, guards, units_in
from deskeditor.ui.editor.projection import read_line
from deskeditor.ui.editor.rendering import LINE_BREAK, qt_text, set_tag
from deskeditor.ui.editor.structure import (
    KEEP,
    NewId,
    end_of,
    mend,
    one_step,
    remove_selection,
    start_of,
)
from deskeditor.ui.editor.whole_tags import proposed

#: A pause in typing, in seconds, after which undo begins a new step.
PAUSE = 2.0
#: A step of typing ends at the next word once it is this long, in characters.
LONG_STEP = 40
_SENTENCE_ENDS = ".!?؟…"


class Writer:
    """Types, breaks, deletes and replaces on one page."""

    def __init__(self, page: Page, new_id: NewId) -> None:
        """Begin with no step of typing open."""
        self.page = page
        self.new_id = new_id
        self.pending: tuple[Mark, ...] | None = None
        self._step_end = -1
        self._step_length = 0
        self._step_at = 0.0

    def structural(self, cursor: QTextCursor, act: Callable[[], int | None]) -> None:
        """Do `act` as one undo step, mend the tags after it, put the cursor where it says."""
        self._step_end = -1
        page = self.page
        first = page.findBlock(cursor.selectionStart()).blockNumber()
        tail = page.blockCount() - page.findBlock(cursor.selectionEnd()).blockNumber()
        with one_step(cursor):
            where = act()
            mend(self.page, self.new_id)
            if where is not None:
                cursor.setPosition(min(where, self.page.characterCount() - 1))
            here = cursor.block().blockNumber()
            last = max(page.blockCount() - tail, here) + 1
            with _held(cursor):
                mend_all(page, min(first, here) - 1, last)

    # --- typing -------------------------------------------------------------------------------

    def marks_for_typing(self, cursor: QTextCursor) -> tuple[Mark, ...]:
        """The marks a character typed at the cursor will carry."""
        block, place = cursor.block(), cursor.positionInBlock()
        if self.pending is not None:  # asked for in another line than the caret's, perhaps
            return () if tag_of(block).kind in UNMARKED else self.pending
        if cursor.hasSelection():
            return self._marks_of_selection(cursor)
        if place == 0 or tag_of(block).kind in UNMARKED:
            return ()
        before = marks_of(cursor.charFormat())
        if not before:
            return ()
        if place == block.length() - 1:
            return typing_marks(before, ())
        ahead = QTextCursor(cursor)
        ahead.setPosition(cursor.position() + 1)
        return typing_marks(before, marks_of(ahead.charFormat()))

    def _marks_of_selection(self, cursor: QTextCursor) -> tuple[Mark, ...]:
        first = QTextCursor(self.page)
        first.setPosition(min(cursor.selectionStart() + 1, self.page.characterCount() - 1))
        return without_suggestions(marks_of(first.charFormat()))

    def type(self, cursor: QTextCursor, text: str) -> None:
        """Type `text` at the cursor, over what is selected."""
        kind = tag_of(self.page.findBlock(cursor.selectionStart())).kind
        over = cursor.hasSelection() or kind is Kind.SEPARATOR
        if kind is Kind.FIGURE and not over:
            return
        if len(text) > 1 or not text.isprintable():
            text = fitting(kind, clean_text(text))
        if not text:
            return
        marks, switched = self.marks_for_typing(cursor), self.pending is not None
        self.pending = None
        self.page.plain = kind is Kind.PARAGRAPH and not marks and not over
        if over:
            self.structural(cursor, lambda: self.type_over(cursor, text, marks))
        elif not switched and self._continues(cursor, text):
            cursor.insertText(qt_text(text), char_format(marks))
        else:
            with one_step(cursor):
                cursor.insertText(qt_text(text), char_format(marks))
                self._guard(cursor, marks)
            self._step_length = 0
        self.page.plain = False
        self._step_end = cursor.position()
        self._step_length += len(text)
        self._step_at = time.monotonic()

    def _guard(self, cursor: QTextCursor, marks: tuple[Mark, ...]) -> None:
        """Guard an isolate that begins with what was just typed; the caret stays in it."""
        if any(isinstance(mark, Isolate) for mark in marks):
            with _held(cursor):
                mend_isolates(cursor.block())

    def type_over(self, cursor: QTextCursor, text: str, marks: tuple[Mark, ...]) -> int:
        """Type in the place of what is selected; where the cursor goes."""
        self.remove(cursor)
        kind = tag_of(cursor.block()).kind
        if kind is Kind.SEPARATOR:
            cursor.setPosition(breaking.paragraph_below(cursor.block(), self.new_id))
        elif kind is Kind.FIGURE:
            cursor.setPosition(end_of(cursor.block().next()))
        cursor.insertText(qt_text(text), char_format(marks))
        return cursor.position()

    def _continues(self, cursor: QTextCursor, text: str) -> bool:
        at = cursor.position()
        if at != self._step_end or time.monotonic() - self._step_at > PAUSE:
            return False
        before = self.page.characterAt(at - 1)
        if before in (OPEN, CLOSE):
            return False  # what is typed at an isolate's edge may have its guards mended
        new_word = before.isspace() and not text.isspace()
        if not new_word:
            return True
        ended = at >= 2 and self.page.characterAt(at - 2) in _SENTENCE_ENDS
        return not ended and self._step_length < LONG_STEP

    # --- what commands do inside an undo step -------------------------------------------------

    def remove(self, cursor: QTextCursor) -> None:
        """Remove what is selected; the cursor stands where it was."""
        remove_selection(self.page, cursor)

    def put_lines(self, cursor: QTextCursor, lines: list[Line], direction: Direction) -> int:
        """Put copied lines in over what is selected; where the cursor goes."""
        self.remove(cursor)
        return insert_lines(cursor, lines, direction, self.new_id)

    def put_blocks(self, cursor: QTextCursor, lines: list[Line], direction: Direction) -> int:
        """Put whole blocks below the cursor's; where the cursor goes."""
        return kinds.insert_below(self.page, cursor, lines, direction, self.new_id)

    def reshape(self, cursor: QTextCursor, act: Callable[[QTextCursor], int]) -> None:
        """Put in or take out rows and columns of a table as one step."""
        self.structural(cursor, lambda: act(cursor))

    def figure_line(self, own: str) -> QTextBlock | None:
        """The line of the picture with this id; not to be asked inside an undo step."""
        return self.page.find_line(Address(own, "alt"))

    def change_figure(self, figure: Figure) -> str:
        """Let a picture of the page be like `figure`; its id then, or nothing where it is gone."""
        first = self.figure_line(figure.id)
        if first is None:
            return ""
        tag = tag_of(first)
        set_tag(first, replace(tag, extra=figure_extra(replace(figure, suggested=proposed(tag)))))
        caption = read_line(first.next()).text
        changes = [changed(caption, live(figure.caption).text)]
        changes.append(changed(Inline(read_line(first.next().next()).text.text), figure.credit))
        for part, change in zip(("caption", "credit"), changes, strict=True):
            if change is not None:
                start, end, new = change
                self.replace_edit(Edit(Anchor(Address(figure.id, part), start, end), new))
        return figure.id

    def set_kind(self, cursor: QTextCursor, kind: Kind, level: int, *, ordered: bool) -> None:
        """Make the selected flowing lines of this kind; the caret stays in its words."""
        ends = (QTextCursor(self.page), QTextCursor(self.page))
        for end, place in zip(ends, (cursor.anchor(), cursor.position()), strict=True):
            end.setPosition(place)
            end.setKeepPositionOnInsert(True)  # a quotation's speaker is put in at its end
        kinds.set_kind(cursor, kind, level, ordered=ordered, new_id=self.new_id)
        cursor.setPosition(ends[0].position())
        cursor.setPosition(ends[1].position(), KEEP)

    def shift_items(self, cursor: QTextCursor, step: int) -> None:
        """Move the selected list items one level in (+1) or out (-1)."""
        kinds.shift_items(cursor, step)

    def set_direction(self, cursor: QTextCursor, direction: Direction | None) -> None:
        """Give the selected paragraphs their own direction; None is the page's."""
        kinds.set_direction(cursor, direction)

    def change_marks(self, cursor: QTextCursor, change: Change) -> None:
        """Put the marks of every selected run through `change`."""
        kinds.change_marks(cursor, change)

    # --- breaking and deleting ----------------------------------------------------------------

    def enter(self, cursor: QTextCursor, *, soft: bool = False) -> None:
        """Enter; `soft` is a line break inside the paragraph where the kind allows it."""

        def act() -> int:
            self.remove(cursor)
            kind = tag_of(cursor.block()).kind
            if soft and kind not in SINGLE and kind not in (Kind.FIGURE, Kind.SEPARATOR):
                return self.break_line(cursor)
            return breaking.enter(cursor, self.new_id, self.break_line)

        self.structural(cursor, act)

    def break_line(self, cursor: QTextCursor) -> int:
        """A line break inside the paragraph, marked as what is typed there."""
        cursor.insertText(LINE_BREAK, char_format(self.marks_for_typing(cursor)))
        return cursor.position()

    def delete_selection(self, cursor: QTextCursor) -> None:
        """Remove what is selected."""
        self.structural(cursor, lambda: self.remove(cursor))

    def clear(self, cursor: QTextCursor) -> None:
        """Make room, where something is selected, for what is about to be written there."""

        def act() -> int:
            self.remove(cursor)
            return cursor.position()

        self.structural(cursor, act)

    def backspace(self, cursor: QTextCursor, *, word: bool = False) -> None:
        """Backspace: one mark or character back, or a word."""
        block = cursor.block()
        if cursor.hasSelection():
            self.delete_selection(cursor)
        elif tag_of(block).kind is Kind.FIGURE and not cursor.atBlockStart():
            self.structural(cursor, lambda: breaking.delete_figure(block))
        elif cursor.atBlockStart():
            self.structural(cursor, lambda: breaking.backspace_at_start(cursor, self.new_id))
        elif word:
            self._delete_word(cursor, QTextCursor.MoveOperation.PreviousWord)
        else:
            self._delete_one(cursor, -1)

    def delete(self, cursor: QTextCursor, *, word: bool = False) -> None:
        """Delete: one character ahead, or to the word's end."""
        block = cursor.block()
        if cursor.hasSelection():
            self.delete_selection(cursor)
        elif tag_of(block).kind is Kind.FIGURE and cursor.atBlockStart():
            self.structural(cursor, lambda: breaking.delete_figure(block))
        elif cursor.atBlockEnd():
            self.structural(cursor, lambda: breaking.delete_at_end(cursor))
        elif word:
            self._delete_word(cursor, QTextCursor.MoveOperation.NextWord)
        else:
            self._delete_one(cursor, 1)

    def _delete_one(self, cursor: QTextCursor, step: int) -> None:
        """One character away, stepping over the guards of an isolate."""
        self._step_end = -1
        delete = cursor.deleteChar if step > 0 else cursor.deletePreviousChar
        block = cursor.block()
        found = guards(block)
        if not found:
            delete()
            return
        place = cursor.positionInBlock()
        while (place if step > 0 else place - 1) in found:
            place += step
        if not 0 <= place + step < block.length():
            return
        with one_step(cursor):
            cursor.setPosition(start_of(block) + place)
            delete()
            mend_isolates(cursor.block())

    def _delete_word(self, cursor: QTextCursor, way: QTextCursor.MoveOperation) -> None:
        block = cursor.block()
        target = QTextCursor(cursor)
        target.movePosition(way)
        there = max(start_of(block), min(end_of(block), target.position()))
        cursor.setPosition(there, KEEP)
        self.delete_selection(cursor)

    def substitute(self, cursor: QTextCursor, start: int, end: int, text: str) -> None:
        """Write `text` in the place of what was just typed, as an undo step of its own."""
        self._step_end = -1
        marks = marks_of(cursor.charFormat())
        cursor.setPosition(start)
        cursor.setPosition(end, KEEP)
        with one_step(cursor):
            cursor.insertText(text, char_format(marks))

    # --- replacing ----------------------------------------------------------------------------

    def apply(self, cursor: QTextCursor, edits: Iterable[Edit]) -> bool:
        """Make all `edits` as one undo step, or none: False where one points at nothing."""
        wanted = sorted(set(edits), key=lambda edit: edit.anchor, reverse=True)
        if not self.points_at_text(wanted):
            return False
        with one_step(cursor):
            for edit in wanted:
                self.replace_edit(edit)
        self._step_end = -1
        return True

    def points_at_text(self, edits: Iterable[Edit]) -> bool:
        """Whether each edit is about text that stands there."""
        document = self.page.projection.document()
        return all(_points_at_text(document, edit) for edit in edits)

    def replace_edit(self, edit: Edit) -> None:
        """Make one edit inside the caller's undo step."""
        anchor = edit.anchor
        block = self.page.find_line(anchor.address)
        if block is None:
            return
        if anchor.address.part == "alt":
            tag = tag_of(block)
            old = str(tag.values.get("alt", ""))
            new = old[: anchor.start] + clean_text(edit.text) + old[anchor.end :]
            set_tag(block, tag.with_values(alt=new))
            return
        base = start_of(block)
        cursor = QTextCursor(self.page)
        cursor.setPosition(base + units_in(block, anchor.start))
        cursor.setPosition(base + units_in(block, anchor.end), KEEP)
        new_text = fitting(tag_of(block).kind, clean_text(edit.text))
        marks = self.replaced_marks(cursor)
        cursor.insertText(qt_text(new_text), char_format(marks))
        mend_isolates(cursor.block())

    def replaced_marks(self, cursor: QTextCursor) -> tuple[Mark, ...]:
        """The marks of a replacement: those of the words replaced, or what encloses the place."""
        pending, self.pending = self.pending, None
        try:
            return self.marks_for_typing(cursor)
        finally:
            self.pending = pending


@contextmanager
def _held(cursor: QTextCursor) -> Iterator[None]:
    """While isolates are mended: a caret at a guard's place stays beside the words before it."""
    alone = not cursor.hasSelection()
    cursor.setKeepPositionOnInsert(alone)
    try:
        yield
    finally:
        cursor.setKeepPositionOnInsert(False)
        if alone:
            cursor.setPosition(cursor.position())  # its other end went along with the guard


def fitting(kind: Kind, text: str) -> str:
    """Text as a line of this kind can hold it."""
    return " ".join(text.split("\n")) if kind in SINGLE else text


def _points_at_text(document: Document, edit: Edit) -> bool:
    text = document.text_at(edit.anchor.address)
    return text is not None and 0 <= edit.anchor.start <= edit.anchor.end <= len(text)
