"""The house's typography on the page: right after a character is typed, it becomes what it should.

What it becomes is an undo step of its own: Ctrl+Z, or Backspace right after, brings back what was
typed. Isolates, links and Latin runs are left alone, and so is a page in another language. What is
struck out stands on the page and is no part of what is written.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QTextCursor

from deskeditor.domain.document import Inline, Isolate, Link
from deskeditor.domain.document.proposals import live
from deskeditor.domain.publication import HouseStyle
from deskeditor.language.typography import AFTER, TRIGGERS, smart
from deskeditor.ui.editor.marks import marks_of
from deskeditor.ui.editor.page import Page
from deskeditor.ui.editor.positions import points_in
from deskeditor.ui.editor.projection import read_text
from deskeditor.ui.editor.writer import Writer

_APART = (Isolate, Link)


class Surface(Protocol):
    """What is typed on."""

    page: Page
    writer: Writer

    def textCursor(self) -> QTextCursor:
        """The caret, to move."""

    def setTextCursor(self, cursor: QTextCursor) -> None:
        """Take the caret back."""


class Refiner:
    """Gives what is typed on one surface the typography of a house, while it has one."""

    def __init__(self, surface: Surface) -> None:
        """No house yet: everything stays as typed."""
        self._surface = surface
        self.house: HouseStyle | None = None
        self._fresh: tuple[int, int] | None = None

    def is_fresh(self) -> bool:
        """Whether the last thing that happened is that something became something else."""
        page, cursor = self._surface.page, self._surface.textCursor()
        return self._fresh == (cursor.position(), page.revision()) and not cursor.hasSelection()

    def typed(self, text: str) -> None:
        """Look at the one character that has just been typed before the caret."""
        self._fresh = None
        if self.house is None or len(text) != 1:
            return
        page, cursor = self._surface.page, self._surface.textCursor()
        at = cursor.position()
        if text not in TRIGGERS and page.characterAt(at - 2) not in AFTER:
            return
        if not page.projection.base.language.startswith("ar") or cursor.hasSelection():
            return
        if any(isinstance(mark, _APART) for mark in marks_of(cursor.charFormat())):
            return
        block = cursor.block()
        written = read_text(block).slice(0, points_in(block, cursor.positionInBlock()))
        before = live(written).text if written.spans else written.text
        found = smart(before[:-1], text, self.house) if before.endswith(text) else None
        if found is not None and _stands(written, 1 + found.drop):
            self._surface.writer.substitute(cursor, at - 1 - found.drop, at, found.text)
            self._surface.setTextCursor(cursor)
            self._fresh = (cursor.position(), page.revision())


def _stands(written: Inline, count: int) -> bool:
    """Whether none of the last characters is struck out: that is not ours to take away."""
    last = written.slice(len(written) - count, len(written))
    return not last.spans or len(live(last)) == count
