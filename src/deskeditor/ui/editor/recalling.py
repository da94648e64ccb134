"""Undo beyond what Qt remembers: earlier texts of a session laid under a page as its steps.

Each earlier text is turned into the next one by an edit of the lines that differ, on a new page, so
that Qt's own undo steps back through them. What a step cannot be made of begins the way back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from PySide6.QtGui import QTextCursor

from deskeditor.domain.document import Document
from deskeditor.ui.editor.assembling import flatten
from deskeditor.ui.editor.lines import HEADER_KINDS, TEXTLESS, Line, goes_on
from deskeditor.ui.editor.page import Page
from deskeditor.ui.editor.projection import read_line
from deskeditor.ui.editor.rendering import set_tag, write_lines, write_text
from deskeditor.ui.editor.structure import cut, end_of, one_step, remove_lines, start_of

#: Makes a page of a document.
MakePage = Callable[[Document], Page]


def recalled(texts: Iterable[Document], make: MakePage) -> Page | None:
    """A page of the last text, with a step back to each one before it; None where there is none.

    Texts that say the same in a row are one.
    """
    page: Page | None = None
    for text in texts:
        if page is None:
            page = make(text)
        elif not become(page, text):
            page.deleteLater()
            page = make(text)
    return page


def later_texts(page: Page) -> list[Document]:
    """The texts redo leads to; the page is left as it stood."""
    found: list[Document] = []
    while page.isRedoAvailable():
        page.redo()
        found.append(page.projection.document())
    for _ in found:
        page.undo()
    return found


def add_later(page: Page, texts: Iterable[Document]) -> None:
    """Make the texts redo is to lead to, and come back to where the page stands."""
    stands = page.availableUndoSteps()
    for text in texts:
        if not become(page, text):
            page.undo()
            break
    while page.availableUndoSteps() > stands:
        page.undo()


def become(page: Page, document: Document) -> bool:
    """Let a page say what `document` does, as one undo step; False where it does not then."""
    old, new = _in_order(page.projection.lines()), flatten(document, "")
    first, last = _differing(old, new)
    if first < len(old) - last or first < len(new) - last:
        with one_step(QTextCursor(page)):
            if _same_lines(old[first : len(old) - last], new[first : len(new) - last]):
                _rewrite(page, new[first : len(new) - last], first)
            else:
                _rewrite(page, new[: len(HEADER_KINDS)], 0)
                _replace(page, old, new, document)
    now = page.projection.document()
    return (now.header, now.blocks) == (document.header, document.blocks)


def _in_order(lines: Sequence[Line]) -> list[Line]:
    """The lines with the cells of each table as they are read, whichever side they begin on."""
    made: list[Line] = []
    for cells, run in groupby(lines, key=lambda line: line.cell and line.tag.id):
        part = list(run)
        made += sorted(part, key=lambda line: line.cell or (0, 0)) if cells else part
    return made


def _differing(old: Sequence[Line], new: Sequence[Line]) -> tuple[int, int]:
    """How many lines at the start, and at the end, both have in common."""
    most = min(len(old), len(new))
    first = last = 0
    while first < most and old[first] == new[first]:
        first += 1
    while last < most - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return first, last


def _same_lines(old: Sequence[Line], new: Sequence[Line]) -> bool:
    """Whether only texts and tags differ: no line came, went or is another's place."""
    return len(old) == len(new) and all(
        a.tag.kind is b.tag.kind and a.cell == b.cell and a.tag.id == b.tag.id
        for a, b in zip(old, new, strict=True)
    )


def _rewrite(page: Page, lines: Sequence[Line], first: int) -> None:
    """Give lines of the page, from `first` on, the tags and texts of these."""
    cells = {line.address: n for n, line in enumerate(page.projection.lines()) if line.cell}
    for number, line in enumerate(lines, first):
        at = cells[line.address] if line.cell else number
        block = page.findBlockByNumber(at)
        set_tag(block, line.tag)
        if line.tag.kind not in TEXTLESS and read_line(block).text != line.text:
            cut(page, start_of(block), end_of(block))
            write_text(QTextCursor(page.findBlockByNumber(at)), line.text)


def _inside(lines: Sequence[Line], number: int) -> bool:
    """Whether a block goes on over the place before this line."""
    return 0 < number < len(lines) and goes_on(lines[number - 1].tag, lines[number].tag)


def _replace(page: Page, old: Sequence[Line], new: Sequence[Line], document: Document) -> None:
    """Write the whole blocks of the body that differ in the place of those that stand there."""
    first, last = _differing(old, new)
    head = len(HEADER_KINDS)
    start = max(first, head)
    while start > head and (_inside(old, start) or _inside(new, start)):
        start -= 1
    tail = min(last, len(old) - start, len(new) - start)
    while tail and (_inside(old, len(old) - tail) or _inside(new, len(new) - tail)):
        tail -= 1
    end = len(old) - tail
    if start < end:
        remove_lines(page.findBlockByNumber(start), page.findBlockByNumber(end - 1))
    if start < len(new) - tail:
        before = page.findBlockByNumber(start - 1)
        cursor = QTextCursor(before)
        cursor.setPosition(end_of(before))
        write_lines(cursor, new[start : len(new) - tail], document.direction)
