"""Marks on a range of the page: what carries which, and changing them, guards kept as guards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from deskeditor.domain.document import Inline, Mark
from deskeditor.ui.editor.isolates import guard_format
from deskeditor.ui.editor.marks import GUARD, char_format, marks_of, write_marks
from deskeditor.ui.editor.positions import points_in
from deskeditor.ui.editor.projection import read_line
from deskeditor.ui.editor.structure import KEEP, end_of, start_of

#: Answers the marks a run is to carry instead of these.
Change = Callable[[tuple[Mark, ...]], tuple[Mark, ...]]


@dataclass(frozen=True, slots=True)
class Run:
    """Positions `[start, end)` of the page that carry the same marks."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    #: Whether they only show an isolate's end and are no text.
    guard: bool


def runs_between(block: QTextBlock, start: int, end: int) -> list[Run]:
    """The runs of one paragraph between two positions of the page, cut to them.

    A position inside a character of two units is moved out of it.
    """
    start, end = start - _inside(block, start), end + _inside(block, end)
    found: list[Run] = []
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        fragments += 1
        left = max(start, fragment.position())
        right = min(end, fragment.position() + fragment.length())
        if left < right:
            made = fragment.charFormat()
            found.append(Run(left, right, marks_of(made), bool(made.property(GUARD))))
    return found


def _inside(block: QTextBlock, position: int) -> int:
    """1 where a position stands in the middle of a character, else 0."""
    unit = block.document().characterAt(position)
    return int(len(unit) == 1 and "\udc00" <= unit <= "\udfff")


def remark(page: QTextDocument, run: Run, marks: tuple[Mark, ...]) -> None:
    """Give a run these marks instead of its own."""
    cursor = QTextCursor(page)
    cursor.setPosition(run.start)
    cursor.setPosition(run.end, KEEP)
    cursor.setCharFormat(guard_format(write_marks(marks)) if run.guard else char_format(marks))


def drop_mark(cursor: QTextCursor, mark: Mark) -> None:
    """Take a mark off every run between a cursor's ends that carries it."""
    page, end = cursor.document(), cursor.selectionEnd()
    block = page.findBlock(cursor.selectionStart())
    while block.isValid() and block.position() <= end:
        for run in runs_between(block, start_of(block), end_of(block)):
            if mark in run.marks:
                remark(page, run, tuple(other for other in run.marks if other != mark))
        block = block.next()


def marks_beside(page: QTextDocument, position: int) -> tuple[Mark, ...]:
    """The marks of the character before a position of the page."""
    cursor = QTextCursor(page)
    cursor.setPosition(position)
    return marks_of(cursor.charFormat())


def text_between(block: QTextBlock, start: int, end: int) -> Inline:
    """The text of one paragraph between two positions of the page, with its marks."""
    base = start_of(block)
    end += _inside(block, end)
    text = read_line(block).text
    return text.slice(points_in(block, start - base), points_in(block, end - base))
