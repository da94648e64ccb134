"""Isolates on the screen: a left-to-right run inside right-to-left text, kept in its order.

The Document knows an isolate as a mark. Qt orders text by characters alone, so on the page a guard
stands on each side of the run: U+2066 before, U+2069 after, each carrying the marks of its
neighbour and the property `GUARD`. Reading skips them; this module puts them where they belong.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from deskeditor.domain.document import Inline, Isolate
from deskeditor.ui.editor.marks import GUARD, char_format, marks_of, read_marks, write_marks
from deskeditor.ui.editor.positions import CLOSE, OPEN

_ISOLATE = Isolate()
_KEEP = QTextCursor.MoveMode.KeepAnchor


@dataclass(frozen=True, slots=True)
class _Guard:
    """A guard that belongs at `unit` of the text without guards."""

    unit: int
    character: str
    marks: str


def guard_format(marks: str) -> QTextCharFormat:
    """The format of a guard beside a run with these marks."""
    made = char_format(read_marks(marks))
    made.setProperty(GUARD, True)
    return made


def _look(block: QTextBlock) -> tuple[list[_Guard], list[_Guard], list[tuple[int, int]]]:
    """The guards that should stand, those that do, and where those are: (unit, length)."""
    wanted: list[_Guard] = []
    present: list[_Guard] = []
    places: list[tuple[int, int]] = []
    bare, inside = 0, ""
    runs = block.begin()
    while not runs.atEnd():
        run = runs.fragment()
        marks = marks_of(run.charFormat())
        raw = write_marks(marks)
        if run.charFormat().property(GUARD):
            places.append((run.position(), run.length()))
            present.extend(_Guard(bare, character, raw) for character in run.text())
        else:
            isolated = _ISOLATE in marks
            if isolated and not inside:
                wanted.append(_Guard(bare, OPEN, raw))
            elif inside and not isolated:
                wanted.append(_Guard(bare, CLOSE, inside))
            inside = raw if isolated else ""
            bare += run.length()
        runs += 1
    if inside:
        wanted.append(_Guard(bare, CLOSE, inside))
    return wanted, present, places


def is_mended(block: QTextBlock) -> bool:
    """Whether a paragraph's guards stand exactly where its isolates are."""
    wanted, present, _ = _look(block)
    return wanted == present


def mend_isolates(block: QTextBlock) -> None:
    """Put the guards of one paragraph where its isolates are; part of the caller's undo step."""
    wanted, present, places = _look(block)
    if wanted == present:
        return
    base = block.position()
    cursor = QTextCursor(block)
    for position, length in reversed(places):
        cursor.setPosition(position)
        cursor.setPosition(position + length, _KEEP)
        cursor.removeSelectedText()
    for guard in reversed(wanted):
        cursor.setPosition(base + guard.unit)
        cursor.insertText(guard.character, guard_format(guard.marks))


def mend_all(page: QTextDocument, first: int, last: int) -> None:
    """Mend the isolates of the paragraphs `first` to `last`."""
    for number in range(max(0, first), min(last, page.blockCount() - 1) + 1):
        mend_isolates(page.findBlockByNumber(number))


def guarded(text: Inline) -> list[tuple[str, QTextCharFormat]]:
    """Marked text as runs to insert, guards included."""
    runs: list[tuple[str, QTextCharFormat]] = []
    inside = ""
    for run, marks in text.runs():
        raw = write_marks(marks)
        isolated = _ISOLATE in marks
        if isolated and not inside:
            runs.append((OPEN, guard_format(raw)))
        elif inside and not isolated:
            runs.append((CLOSE, guard_format(inside)))
        inside = raw if isolated else ""
        runs.append((run, char_format(marks)))
    if inside:
        runs.append((CLOSE, guard_format(inside)))
    return runs
