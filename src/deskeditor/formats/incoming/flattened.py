"""Blocks that must stand in one text: what a quotation, a list item or a table cell holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from deskeditor.domain.document import (
    Block,
    Direction,
    Figure,
    Heading,
    Inline,
    ListBlock,
    Note,
    Paragraph,
    Quotation,
    Separator,
    Table,
)
from deskeditor.formats.incoming.draft import joined


@dataclass
class Flattened:
    """The lines of some blocks, and what cannot be a line and stands behind them.

    Attributes:
        lines: one for each text, in order.
        beside: figures and tables.
        changed: how many blocks were more than a paragraph and are lines now.
        direction: that of the first paragraph that says its own.
    """

    lines: list[Inline] = field(default_factory=list)
    beside: list[Block] = field(default_factory=list)
    changed: int = 0
    direction: Direction | None = None

    @property
    def text(self) -> Inline:
        """The lines with a line break between them."""
        return joined([part for line in self.lines for part in (Inline("\n"), line)][1:])


def flattened(blocks: Iterable[Block]) -> Flattened:
    """The blocks as lines, in their order."""
    made = Flattened()
    for block in blocks:
        match block:
            case Paragraph():
                made.lines.append(block.text)
                made.direction = made.direction or block.direction
            case Heading():
                made.lines.append(block.text)
                made.changed += 1
            case Quotation():
                by = [Inline("— ") + block.attribution] if block.attribution else []
                made.lines += [block.text, *by]
                made.changed += 1
            case ListBlock():
                made.lines += [item.text for item in block.items]
                made.changed += 1
            case Figure() | Table():
                made.beside.append(block)
            case Separator() | Note():
                pass
    return made
