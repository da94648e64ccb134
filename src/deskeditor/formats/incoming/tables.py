"""The cells of a table coming in, made a rectangle; what was changed or left out is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from deskeditor.domain.document import Inline, Table
from deskeditor.formats.incoming.draft import Reading
from deskeditor.formats.incoming.inline import name_of

#: Cells and columns a table may have at most: what has more is no article's.
CELLS, COLUMNS = 20_000, 64


@dataclass
class Grid:
    """Collects rows."""

    reading: Reading
    _rows: list[tuple[Inline, ...]] = field(default_factory=list)
    _heads: int = 0
    _count: int = 0

    def row(self, found: Sequence[tuple[etree._Element, Inline]]) -> None:
        """One row more; a cell over several columns says its text in the first."""
        cells: list[Inline] = []
        for element, text in found:
            cells.append(text)
            wide = _number(element.get("colspan"))
            if wide > 1:
                self.reading.tell("cells")
                cells += [Inline()] * (min(wide, COLUMNS) - 1)
        kept = cells[:COLUMNS] if self._count < CELLS else []
        over = sum(1 for cell in cells[len(kept) :] if cell)
        if over:
            self.reading.tell("cells_over", over)
        if not kept:
            return
        names = {name_of(element) for element, _text in found}
        if names == {"th"} and self._heads == len(self._rows):
            self._heads += 1
        self._rows.append(tuple(kept))
        self._count += len(kept)

    def table(self, name: str, caption: Inline) -> Table | None:
        """The table under this name; None where no cell says anything."""
        if not any(cell.text.strip() for row in self._rows for cell in row):
            return None
        width, heads = max(map(len, self._rows)), self._heads
        whole = [row + (Inline(),) * (width - len(row)) for row in self._rows]
        if heads and not any(cell for row in whole[:heads] for cell in row):
            whole, heads = whole[heads:], 0
        return Table(name, tuple(whole), heads, caption)


def _number(said: str | None) -> int:
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 6 else 1
