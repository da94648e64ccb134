"""The commands on the page: kinds, marks, direction, pictures, clipboard, undo.

What the window's menus, toolbar and palette call. Each is one undo step, and none changes a page
that may only be read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Literal

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from deskeditor.domain.document import (
    CommentMark,
    Direction,
    Emphasis,
    Fact,
    Figure,
    Inline,
    Isolate,
    Link,
    Mark,
    Note,
    QuoteMark,
    Strong,
    Table,
)
from deskeditor.ui.editor import isolating, kinds, links, tables
from deskeditor.ui.editor.assembling import block_lines
from deskeditor.ui.editor.fragments import taken_ids, with_free_ids
from deskeditor.ui.editor.isolates import mend_isolates
from deskeditor.ui.editor.lines import Kind, Line, Tag
from deskeditor.ui.editor.marking import drop_mark
from deskeditor.ui.editor.marks import tag_of
from deskeditor.ui.editor.structure import KEEP, NewId
from deskeditor.ui.editor.surface import Surface

#: The names of what a paragraph can be made: `set_block_kind` takes them, `block_kind` says them.
BlockKind = Literal[
    "paragraph", "heading", "subheading", "quotation", "bullets", "numbers", "note", ""
]
_KINDS: Mapping[BlockKind, tuple[Kind, int, bool]] = {
    "paragraph": (Kind.PARAGRAPH, 0, False),
    "heading": (Kind.HEADING, 2, False),
    "subheading": (Kind.HEADING, 3, False),
    "quotation": (Kind.QUOTATION, 0, False),
    "bullets": (Kind.ITEM, 0, False),
    "numbers": (Kind.ITEM, 0, True),
    "note": (Kind.NOTE, 0, False),
}


class PageCommands(QWidget):
    """A widget with a `surface` and the commands on it."""

    surface: Surface
    new_id: NewId

    def insert_figure(self, figure: Figure) -> str:
        """Put a picture below the caret as one undo step, the caret in its caption; its id."""
        page, surface = self.surface.page, self.surface
        wanted = block_lines(replace(figure, id=figure.id or self.new_id()))
        lines = with_free_ids(wanted, taken_ids(page), self.new_id)
        self._insert(lines)
        cursor = surface.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        surface.setTextCursor(cursor)
        return lines[0].tag.id

    def insert_separator(self) -> None:
        """Put a break between parts of the body below the caret."""
        self._insert([Line(Tag(Kind.SEPARATOR, self.new_id()))])

    def insert_note(self, author: str) -> None:
        """Begin a note to the desk below the caret; an empty paragraph there becomes it."""
        if self.surface.author:
            self.set_block_kind("note")
        else:
            self._insert(list(block_lines(Note(self.new_id(), Inline(), author))))

    def insert_table(self, rows: int, columns: int) -> None:
        """Put an empty table below the caret, with one heading row."""
        own = self.new_id()
        table = Table(own, tuple(tuple(Inline() for _ in range(columns)) for _ in range(rows)))
        self._insert(list(block_lines(table)))

    def add_row(self, *, below: bool = True) -> None:
        """An empty row beside the caret's in a table."""
        self._in_table(lambda cursor: tables.add_row(cursor, below=below))

    def add_column(self, *, after: bool = True) -> None:
        """An empty column beside the caret's in a table."""
        self._in_table(lambda cursor: tables.add_column(cursor, after=after))

    def remove_row(self) -> None:
        """The caret's row of a table goes; the last one takes the table with it."""
        self._in_table(tables.remove_row)

    def remove_column(self) -> None:
        """The caret's column of a table goes; the last one takes the table with it."""
        self._in_table(tables.remove_column)

    def _in_table(self, act: Callable[[QTextCursor], int]) -> None:
        surface = self.surface
        if not surface.isReadOnly() and tables.in_table(surface.textCursor()):
            surface.change(lambda cursor: surface.writer.reshape(cursor, act))

    def _insert(self, lines: list[Line]) -> None:
        page = self.surface.page
        direction = page.projection.base.direction
        if not self.surface.isReadOnly():
            self.surface.structural(
                lambda cursor: self.surface.writer.put_blocks(cursor, lines, direction)
            )

    def change_figure(self, figure: Figure) -> str:
        """Let the picture of this id be like `figure`, as one step; the id it has then.

        Nothing where there is no such picture, or the page is only read.
        """
        surface, found = self.surface, [""]
        if surface.isReadOnly():
            return ""

        def act(_cursor: QTextCursor) -> None:
            found[0] = surface.writer.change_figure(figure)

        surface.structural(act)
        return found[0]

    def update_figure(self, figure: Figure) -> bool:
        """The same for what a picture's lines do not show: media, alt, title, hero, crops."""
        now = self.surface.page.projection.document().block(figure.id)
        if not isinstance(now, Figure):
            return False
        return bool(self.change_figure(replace(figure, caption=now.caption, credit=now.credit)))

    # --- commands -----------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last step back."""
        self.surface.undo_step()

    def redo(self) -> None:
        """Do it again."""
        self.surface.undo_step(forward=True)

    def cut(self) -> None:
        """Cut what is selected."""
        self.surface.cut()

    def copy(self) -> None:
        """Copy what is selected."""
        self.surface.copy()

    def paste(self) -> None:
        """Paste, cleaned."""
        self.surface.paste()

    def paste_plain(self) -> None:
        """Paste the words alone."""
        self.surface.paste(plain=True)

    def select_all(self) -> None:
        """Select the whole page."""
        self.surface.selectAll()

    def set_block_kind(self, kind: BlockKind) -> None:
        """Make the selected paragraphs of this kind; header fields and captions stay."""
        if kind and not self.surface.isReadOnly():
            target, level, ordered = _KINDS[kind]
            self.surface.structural(
                lambda cursor: self.surface.writer.set_kind(cursor, target, level, ordered=ordered)
            )

    def block_kind(self) -> BlockKind:
        """The kind of the paragraph at the caret; empty for one whose kind is fixed."""
        tag = tag_of(self.surface.textCursor().block())
        level = 3 if tag.values.get("level") == 3 else 2
        ordered = bool(tag.values.get("ordered", False))
        for name, (kind, its_level, its_order) in _KINDS.items():
            fits = kind is not Kind.HEADING or its_level == level
            if tag.kind is kind and fits and (kind is not Kind.ITEM or its_order == ordered):
                return name
        return ""

    def toggle_mark(self, mark: Mark) -> None:
        """Put a mark on the selected words, or take its kind off where all carry it.

        With nothing selected it is for what is typed next.
        """
        surface = self.surface
        cursor = surface.textCursor()
        if surface.isReadOnly():
            return
        kind = type(mark)
        if not cursor.hasSelection():
            now = surface.writer.marks_for_typing(cursor)
            kept = tuple(m for m in now if not isinstance(m, kind))
            surface.writer.pending = kept if len(kept) != len(now) else (*kept, mark)
            return
        on = any(isinstance(m, kind) for m in kinds.selected_marks(cursor))

        def change(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
            kept = tuple(m for m in marks if not isinstance(m, kind))
            return kept if on else (*kept, mark)

        surface.structural(lambda at: self.surface.writer.change_marks(at, change))

    def marks_here(self) -> tuple[Mark, ...]:
        """The marks every selected word carries, or that the next letter typed will."""
        cursor = self.surface.textCursor()
        if cursor.hasSelection():
            return kinds.selected_marks(cursor)
        return self.surface.writer.marks_for_typing(cursor)

    def toggle_strong(self) -> None:
        """Bold on or off."""
        self.toggle_mark(Strong())

    def toggle_emphasis(self) -> None:
        """Stress on or off."""
        self.toggle_mark(Emphasis())

    def toggle_isolate(self) -> None:
        """Keep the selected words together as one left-to-right run, or let them go.

        With nothing selected it is for the isolate at the caret, else for the number, telephone
        or name there that readers would see turned round; else for what is typed next.
        """
        cursor = self.surface.textCursor()
        held = None if cursor.hasSelection() else isolating.isolate_at(cursor)
        found = held or isolating.turning_at(cursor)
        if found is None:
            self.toggle_mark(Isolate())
        elif not self.surface.isReadOnly():
            self.surface.structural(lambda _caret: self._isolate([found], put=held is None))

    def isolate_all(self) -> int:
        """Hold every run of the page that readers would see turned round; how many, as one step."""
        page = self.surface.page
        blocks = (page.findBlockByNumber(n) for n in range(page.blockCount()))
        found = [one for block in blocks for one in isolating.turning_in(block)]
        if not found or self.surface.isReadOnly():
            return 0
        self.surface.structural(lambda _caret: self._isolate(found, put=True))
        return len(found)

    def _isolate(self, ranges: list[isolating.Range], *, put: bool) -> None:
        """Put isolates on positions of the page or take them off; the caret keeps its place."""
        page, writer = self.surface.page, self.surface.writer

        def change(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
            kept = tuple(mark for mark in marks if not isinstance(mark, Isolate))
            return (*kept, Isolate()) if put else kept

        for start, end in reversed(ranges):
            words = QTextCursor(page)
            words.setPosition(start)
            words.setPosition(end, KEEP)
            writer.change_marks(words, change)
            mend_isolates(page.findBlock(start))

    def choose_link(self) -> tuple[str, str]:
        """Select the link at the caret, or the word there; its words and where they lead."""
        surface = self.surface
        cursor = surface.textCursor()
        if surface.isReadOnly():
            return "", ""
        found = links.link_at(cursor)
        if found is not None and not cursor.hasSelection():
            cursor.setPosition(found.start)
            cursor.setPosition(found.end, KEEP)
        elif not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        surface.setTextCursor(cursor)
        text = surface.createMimeDataFromSelection().text() if cursor.hasSelection() else ""
        return text, found.href if found is not None else ""

    def set_link(self, href: str, title: str = "") -> None:
        """Link the selected words; an empty `href` takes the link off."""
        self._put_mark(Link(href, title), put=bool(href))

    def set_fact(self, fact: Fact | None) -> None:
        """Flag the selected words for checking, mark them checked, or clear the flag (None)."""
        self._put_mark(fact or Fact("flagged", "", datetime.now(UTC)), put=fact is not None)

    def add_comment_mark(self, thread_id: str) -> None:
        """Anchor a comment thread to the selected words."""
        mark = CommentMark(thread_id)
        self._change_selected(lambda marks: (*(m for m in marks if m != mark), mark))

    def add_quote_mark(self, own: str) -> None:
        """Anchor a quotation of the ledger to the selected words."""
        mark = QuoteMark(own)
        self._change_selected(lambda marks: (*(m for m in marks if m != mark), mark))

    def drop_quote_mark(self, own: str) -> None:
        """Take the mark of a quotation off its words, wherever they stand."""
        surface, mark = self.surface, QuoteMark(own)
        if surface.isReadOnly():
            return
        whole = QTextCursor(surface.document())
        whole.select(QTextCursor.SelectionType.Document)

        def act() -> None:
            drop_mark(whole, mark)

        surface.writer.structural(surface.textCursor(), act)

    def _put_mark(self, mark: Mark, *, put: bool) -> None:
        def change(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
            kept = tuple(m for m in marks if not isinstance(m, type(mark)))
            return (*kept, mark) if put else kept

        self._change_selected(change)

    def _change_selected(self, change: Callable[[tuple[Mark, ...]], tuple[Mark, ...]]) -> None:
        if self.surface.textCursor().hasSelection() and not self.surface.isReadOnly():
            self.surface.structural(lambda at: self.surface.writer.change_marks(at, change))

    def insert_mark(self, character: str) -> None:
        """Type a character no key has: LRM, RLM, ZWNJ, ZWJ, an isolate's ends."""
        if not self.surface.isReadOnly():
            self.surface.change(lambda cursor: self.surface.writer.type(cursor, character))

    def set_direction(self, direction: Direction | None) -> None:
        """Give the selected paragraphs a direction of their own; None is the document's."""
        if not self.surface.isReadOnly():
            self.surface.structural(lambda at: self.surface.writer.set_direction(at, direction))
