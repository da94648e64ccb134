"""QTextDocument → Document: one line at a time, and only the lines an edit has touched."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable

from deskeditor.domain.document import Document, Inline, Span, clean_text
from deskeditor.ui.editor.assembling import Assembler
from deskeditor.ui.editor.lines import TEXTLESS, UNMARKED, Kind, Line
from deskeditor.ui.editor.marks import GUARD, MARKS, read_marks, tag_of
from deskeditor.ui.editor.rendering import LINE_BREAK


def cell_of(block: QTextBlock) -> tuple[int, int] | None:
    """Row and column of the table cell a paragraph stands in, or None.

    Qt draws the first column of every table on the left; in a right-to-left page its columns are
    written in reverse, so that the first stands on the right.
    """
    table: QTextTable | None = QTextCursor(block).currentTable()
    if table is None:
        return None
    cell = table.cellAt(block.position())
    mirrored = table.format().layoutDirection() == Qt.LayoutDirection.RightToLeft
    column = table.columns() - 1 - cell.column() if mirrored else cell.column()
    return cell.row(), column


def plain_text(block: QTextBlock) -> str:
    """A paragraph's text as the Document keeps it; a picture's character counts as no text."""
    return clean_text(block.text().replace(LINE_BREAK, "\n"))


def read_text(block: QTextBlock) -> Inline:
    """A paragraph's text with its marks."""
    spans: list[Span] = []
    pieces: list[str] = []
    done, marked = 0, False
    runs = block.begin()
    while not runs.atEnd():
        fragment = runs.fragment()
        runs += 1
        made = fragment.charFormat()
        if made.property(GUARD):
            continue
        text = clean_text(fragment.text().replace(LINE_BREAK, "\n"))
        raw = made.property(MARKS)
        end = done + len(text)
        if raw:
            marked = True
            spans.extend(Span(done, end, mark) for mark in read_marks(raw))
        pieces.append(text)
        done = end
    return Inline("".join(pieces), tuple(spans)) if marked else Inline("".join(pieces))


def read_line(block: QTextBlock) -> Line:
    """The line a paragraph stands for."""
    tag = tag_of(block)
    if tag.kind in TEXTLESS:
        return Line(tag)
    text = Inline(plain_text(block)) if tag.kind in UNMARKED else read_text(block)
    return Line(tag, text, cell_of(block) if tag.kind is Kind.CELL else None)


def _is_cell(line: Line | None) -> bool:
    """Whether a line was a cell when it was read last; one not read yet may be."""
    return line is None or line.tag.kind is Kind.CELL


class Projection:
    """The lines of a live QTextDocument and the Document they make.

    Feed it every `contentsChange`; it re-reads the touched lines when somebody asks.
    """

    def __init__(self, page: QTextDocument, base: Document) -> None:
        """Know nothing of the lines yet; `base` gives what the page does not show."""
        self._page = page
        self.base = base
        self._lines: list[Line | None] = [None] * page.blockCount()
        self._dirty: set[int] = set(range(len(self._lines)))
        self._assembler = Assembler()
        self._document: Document | None = None

    def changed(self, position: int, added: int) -> tuple[int, int]:
        """Note an edit at `position` (UTF-16) that left `added` units; first and last line now."""
        page = self._page
        count = page.blockCount()
        first = page.findBlock(position).blockNumber()
        last_block = page.findBlock(position + added)
        last = last_block.blockNumber() if last_block.isValid() else count - 1
        first = max(first, 0)
        before = len(self._lines)
        self._document = None
        if count == before:
            self._dirty.update(range(first, last + 1))
        else:
            old_last = last - (count - before)
            self._lines[first : old_last + 1] = [None] * (last - first + 1)
            shift = count - before
            kept = {
                n if n < first else n + shift for n in self._dirty if not first <= n <= old_last
            }
            self._dirty = kept | set(range(first, last + 1))
            self._touch_cells(first, last)
        return first, last

    def _touch_cells(self, first: int, last: int) -> None:
        """Read the cells around anew: rows and columns came or went, and others are theirs now."""
        for step, start in ((-1, first - 1), (1, last + 1)):
            number = start
            while 0 <= number < len(self._lines) and _is_cell(self._lines[number]):
                self._dirty.add(number)
                number += step

    def grown(self, number: int) -> bool:
        """Note an edit inside one line; False where lines came or went, and nothing is noted."""
        if self._page.blockCount() != len(self._lines):
            return False
        self._dirty.add(number)
        self._document = None
        return True

    def lines(self) -> list[Line]:
        """All lines, those touched read anew; a line that reads the same stays the same object."""
        for number in sorted(self._dirty):
            if number >= len(self._lines):
                continue
            fresh = read_line(self._page.findBlockByNumber(number))
            if self._lines[number] != fresh:
                self._lines[number] = fresh
        self._dirty.clear()
        return [line for line in self._lines if line is not None]

    def document(self) -> Document:
        """The Document as it stands; the same object as before where nothing changed."""
        if self._document is None:
            self._document = self._assembler.document(self.lines(), self.base)
        return self._document

    def rebase(self, base: Document) -> None:
        """Change what the page does not show: threads, language, direction."""
        self.base = base
        self._document = None

    def is_current(self) -> bool:
        """Whether `document` would answer without reading anything."""
        return self._document is not None
