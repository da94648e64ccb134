"""A table in pasted HTML: its cells as they come, then the lines of a table of ours.

Pages and mails use tables for layout too: one of a single column or row, or one too big to be a
table in an article, comes as paragraphs.
"""

from __future__ import annotations

from deskeditor.domain.document import Inline
from deskeditor.ui.editor.lines import Kind, Line, Tag, packed
from deskeditor.ui.editor.structure import NewId
from deskeditor.ui.editor.tables import COLUMNS_MOST, ROWS_MOST

_BREAK = Inline("\n")


class PastedTable:
    """Collects the cells of one table; tables inside its cells are part of their text."""

    def __init__(self) -> None:
        """No row yet."""
        self._rows: list[list[Inline]] = []
        self._caption = Inline()
        self._heads = 0

    def begin(self, tag: str) -> None:
        """A row or a cell begins."""
        if tag == "tr" or not self._rows:
            self._rows.append([])
        if tag != "tr":
            row = self._rows[-1]
            row.append(Inline())
            if tag == "th" and len(self._rows) == 1:
                self._heads += 1

    def add(self, text: Inline, *, caption: bool) -> None:
        """Text of the cell that was begun last, or of the caption; more of it is a line below."""
        if caption:
            self._caption = self._caption + text
            return
        if not self._rows or not self._rows[-1]:
            self.begin("td")
        row = self._rows[-1]
        row[-1] = row[-1] + _BREAK + text if row[-1] else text

    def lines(self, new_id: NewId) -> list[Line]:
        """The lines of the table, or of paragraphs where it is none."""
        rows = [row for row in self._rows if any(row)]
        width = max((len(row) for row in rows), default=0)
        own = new_id()
        if len(rows) < 2 or width < 2 or len(rows) > ROWS_MOST or width > COLUMNS_MOST:
            texts = [self._caption, *(cell for row in rows for cell in row)]
            return [Line(Tag(Kind.PARAGRAPH, new_id()), text) for text in texts if text]
        head = 1 if rows[0] is self._rows[0] and self._heads == len(rows[0]) else 0
        tag = Tag(Kind.CELL, own, extra=packed({"header": head}))
        made = [
            Line(tag, row[column] if column < len(row) else Inline(), (number, column))
            for number, row in enumerate(rows)
            for column in range(width)
        ]
        return [*made, Line(Tag(Kind.TABLE_CAPTION, own), self._caption)]
