"""Document ↔ lines, both ways, pure: `flatten` takes blocks apart, `Assembler` puts them together.

`Assembler` keeps what it made: a block whose lines are the very same objects as last time is the
very same block, so a Document after a key press shares all but one block with the one before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from deskeditor.domain.document import (
    Block,
    Document,
    Figure,
    Header,
    Heading,
    Inline,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Quotation,
    Separator,
    Table,
)
from deskeditor.domain.document.blocks import Crop
from deskeditor.ui.editor.lines import (
    HEADER_KINDS,
    Kind,
    Line,
    Tag,
    goes_on,
    header_tag,
    packed,
)
from deskeditor.ui.editor.whole_tags import proposed, proposed_values

#: The value in `extra` of a place to write that is no paragraph of the Document while it is empty.
BLANK = "blank"


def figure_extra(figure: Figure) -> str:
    """What of a figure its picture line carries."""
    return packed(
        {
            "media": figure.media,
            "alt": figure.alt,
            "title": figure.title,
            "hero": figure.hero,
            "crops": [[c.shape, c.left, c.top, c.width, c.height] for c in figure.crops],
            "focal": figure.focal,
            **proposed_values(figure.suggested),
        }
    )


def item_tag(item: ListItem, listed: str, *, ordered: bool) -> Tag:
    """The tag of a list item: its list's id and kind go with it."""
    extra = packed({"list": listed, "ordered": ordered, "level": item.level})
    return Tag(Kind.ITEM, item.id, item.direction, extra)


def _table_lines(table: Table) -> Iterator[Line]:
    values = {"header": table.header_rows, **proposed_values(table.suggested)}
    tag = Tag(Kind.CELL, table.id, extra=packed(values))
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells):
            yield Line(tag, cell, (row, column))
    yield Line(Tag(Kind.TABLE_CAPTION, table.id), table.caption)


def block_lines(block: Block) -> tuple[Line, ...]:
    """The lines of one block."""
    match block:
        case Paragraph():
            return (Line(Tag(Kind.PARAGRAPH, block.id, block.direction), block.text),)
        case Heading():
            extra = packed({"level": block.level})
            return (Line(Tag(Kind.HEADING, block.id, block.direction, extra), block.text),)
        case Quotation():
            return (
                Line(Tag(Kind.QUOTATION, block.id, block.direction), block.text),
                Line(Tag(Kind.ATTRIBUTION, block.id), block.attribution),
            )
        case ListBlock():
            return tuple(
                Line(item_tag(item, block.id, ordered=block.ordered), item.text)
                for item in block.items
            )
        case Figure():
            return (
                Line(Tag(Kind.FIGURE, block.id, extra=figure_extra(block))),
                Line(Tag(Kind.CAPTION, block.id), block.caption),
                Line(Tag(Kind.CREDIT, block.id), Inline(block.credit)),
            )
        case Table():
            return tuple(_table_lines(block))
        case Separator():
            extra = packed(proposed_values(block.suggested))
            return (Line(Tag(Kind.SEPARATOR, block.id, extra=extra)),)
        case Note():
            extra = packed({"author": block.author})
            return (Line(Tag(Kind.NOTE, block.id, extra=extra), block.text),)


def blank_line(block_id: str) -> Line:
    """A place to write where the body has nothing yet."""
    return Line(Tag(Kind.PARAGRAPH, block_id, extra=packed({BLANK: True})))


def flatten(document: Document, blank_id: str) -> list[Line]:
    """All lines of a document; an empty body gets one blank line to write in, with `blank_id`."""
    lines = [Line(header_tag(kind), getattr(document.header, kind.value)) for kind in HEADER_KINDS]
    for block in document.blocks:
        lines.extend(block_lines(block))
    if not document.blocks:
        lines.append(blank_line(blank_id))
    return lines


def figure_of(lines: Sequence[Line]) -> Figure:
    """The picture of these lines: its own, its caption's, its credit's."""
    tag, values = lines[0].tag, lines[0].tag.values
    texts = {line.tag.kind: line.text for line in lines[1:]}
    return Figure(
        tag.id,
        media=values.get("media"),
        caption=texts.get(Kind.CAPTION, Inline()),
        alt=values.get("alt", ""),
        credit=texts.get(Kind.CREDIT, Inline()).text,
        title=values.get("title", ""),
        hero=values.get("hero", False),
        crops=tuple(Crop(*crop) for crop in values.get("crops", ())),
        focal=tuple(values["focal"]) if values.get("focal") else None,
        suggested=proposed(tag),
    )


def _table(lines: Sequence[Line]) -> Table:
    cells = {line.cell: line.text for line in lines if line.cell is not None}
    height = 1 + max(row for row, _ in cells)
    width = 1 + max(column for _, column in cells)
    rows = tuple(
        tuple(cells.get((row, column), Inline()) for column in range(width))
        for row in range(height)
    )
    last = lines[-1]
    caption = last.text if last.tag.kind is Kind.TABLE_CAPTION else Inline()
    tag = lines[0].tag
    return Table(tag.id, rows, int(tag.values.get("header", 0)), caption, proposed(tag))


def _list(lines: Sequence[Line]) -> ListBlock:
    values: Any = lines[0].tag.values
    items = tuple(
        ListItem(line.tag.id, line.text, line.tag.values.get("level", 0), line.tag.direction)
        for line in lines
    )
    return ListBlock(values["list"], items, values.get("ordered", False))


def _block(lines: Sequence[Line]) -> Block | None:
    first = lines[0]
    tag, text = first.tag, first.text
    match tag.kind:
        case Kind.HEADING:
            return Heading(tag.id, text, 3 if tag.values.get("level") == 3 else 2, tag.direction)
        case Kind.QUOTATION:
            by = lines[1].text if len(lines) > 1 else Inline()
            return Quotation(tag.id, text, by, tag.direction)
        case Kind.ITEM:
            return _list(lines)
        case Kind.FIGURE:
            return figure_of(lines)
        case Kind.CELL:
            return _table(lines)
        case Kind.SEPARATOR:
            return Separator(tag.id, proposed(tag))
        case Kind.NOTE:
            return Note(tag.id, text, tag.values.get("author", ""))
        case _:
            if tag.values.get(BLANK) and not text:
                return None
            return Paragraph(tag.id, text, tag.direction)


def groups(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """Body lines cut into blocks."""
    group: list[Line] = []
    for line in lines:
        if group and not goes_on(group[-1].tag, line.tag):
            yield tuple(group)
            group = []
        group.append(line)
    if group:
        yield tuple(group)


def _same(old: Sequence[Line], new: Sequence[Line]) -> bool:
    """Whether both are the very same lines."""
    return len(old) == len(new) and all(a is b for a, b in zip(old, new, strict=True))


def sound_lines(lines: Iterable[Line]) -> list[Line]:
    """Lines from elsewhere as whole blocks: no part missing, header fields as paragraphs."""
    made = (_block(group) for group in groups(lines))
    return [line for block in made if block is not None for line in block_lines(block)]


#: The lines of a block, and the block they make; None where it is only a place to write in.
_Made = tuple[tuple[Line, ...], Block | None]


class Assembler:
    """Puts lines together to a Document, sharing whatever has not changed since the last time."""

    def __init__(self) -> None:
        """Begin with nothing made."""
        self._body: Sequence[Line] = ()
        self._made: list[_Made] = []
        #: Of each line of the body: the number of its block, and of that block's first line.
        self._places: list[tuple[int, int]] = []
        self._header: tuple[tuple[Line, ...], Header] = ((), Header())

    def document(self, lines: Sequence[Line], base: Document) -> Document:
        """The Document of these lines; language, direction and threads are those of `base`."""
        top, body = tuple(lines[: len(HEADER_KINDS)]), lines[len(HEADER_KINDS) :]
        if not self._mended(body):
            self._make(body)
        self._body = body
        blocks = tuple([block for _, block in self._made if block is not None])
        return Document(self._header_of(top), blocks, base.threads, base.language, base.direction)

    def _mended(self, body: Sequence[Line]) -> bool:
        """Make only the blocks anew of which a line has changed; False where that is not enough.

        Most changes are of one text: no line came or went, and each says as before what it is.
        """
        old = self._body
        if len(old) != len(body):
            return False
        changed = [number for number, line in enumerate(body) if line is not old[number]]
        if any(old[number].tag != body[number].tag for number in changed):
            return False
        for index, first in {self._places[number] for number in changed}:
            group = tuple(body[first : first + len(self._made[index][0])])
            self._made[index] = group, _block(group)
        return True

    def _make(self, body: Sequence[Line]) -> None:
        """Make all blocks; one whose lines are the very same as before is the very same."""
        known = {id(group[0]): (group, block) for group, block in self._made}
        self._made, self._places = [], []
        for group in groups(body):
            found = known.get(id(group[0]))
            same = found is not None and _same(found[0], group)
            self._places.extend([(len(self._made), len(self._places))] * len(group))
            self._made.append(found if found is not None and same else (group, _block(group)))

    def _header_of(self, top: tuple[Line, ...]) -> Header:
        made, header = self._header
        if _same(made, top):
            return header
        header = Header(**{line.tag.kind.value: line.text for line in top})
        self._header = (top, header)
        return header
