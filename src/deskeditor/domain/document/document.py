"""The Document: header fields, blocks and comment threads, and one way to address any text in it.

A `Slot` is any piece of text a person can edit: a header field, a paragraph, a list item, an
attribution, a caption, an alternative text, a credit, a table cell. Findings, quotes and fixes all
point at an `Address` and a range of code points in it, so no reader needs to know the block kinds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from deskeditor.domain.document.blocks import (
    Block,
    Direction,
    Figure,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Quotation,
    Separator,
    Table,
)
from deskeditor.domain.document.inline import Inline
from deskeditor.domain.errors import BugError

#: The block id under which the header fields are addressed.
HEADER = "header"


class Role(StrEnum):
    """What a slot is to the reader."""

    MASTHEAD = "masthead"
    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    ALT = "alt"
    CREDIT = "credit"
    CELL = "cell"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """Where a text stands: a block's (or list item's) id and the part of it."""

    block: str
    part: str = "text"


@dataclass(frozen=True, slots=True)
class Slot:
    """One editable text: where it stands, what it is to the reader, and what it says."""

    address: Address
    role: Role
    text: Inline


@dataclass(frozen=True, slots=True)
class Header:
    """The fields above the body."""

    kicker: Inline = field(default_factory=Inline)
    headline: Inline = field(default_factory=Inline)
    deck: Inline = field(default_factory=Inline)
    byline: Inline = field(default_factory=Inline)
    dateline: Inline = field(default_factory=Inline)


@dataclass(frozen=True, slots=True)
class ThreadMessage:
    """One message of a comment thread; `at` is UTC."""

    author: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment thread, anchored by the `CommentMark` that carries its id."""

    id: str
    messages: tuple[ThreadMessage, ...]
    resolved_by: str | None = None
    resolved_at: datetime | None = None


def _fields(block: Block) -> Iterator[tuple[Address, Role, Inline]]:
    match block:
        case Paragraph():
            yield Address(block.id), Role.PARAGRAPH, block.text
        case Heading():
            yield Address(block.id), Role.HEADING, block.text
        case Quotation():
            yield Address(block.id), Role.QUOTATION, block.text
            yield Address(block.id, "attribution"), Role.ATTRIBUTION, block.attribution
        case ListBlock():
            for item in block.items:
                yield Address(item.id), Role.LIST_ITEM, item.text
        case Figure():
            yield Address(block.id, "caption"), Role.CAPTION, block.caption
            yield Address(block.id, "alt"), Role.ALT, Inline(block.alt)
            yield Address(block.id, "credit"), Role.CREDIT, Inline(block.credit)
        case Table():
            for row, cells in enumerate(block.rows):
                for column, cell in enumerate(cells):
                    yield Address(block.id, f"r{row}c{column}"), Role.CELL, cell
            yield Address(block.id, "caption"), Role.CAPTION, block.caption
        case Note():
            yield Address(block.id), Role.NOTE, block.text
        case Separator():
            return


def block_slots(block: Block) -> tuple[Slot, ...]:
    """Every slot of one block, in reading order, empty ones too."""
    return tuple(Slot(address, role, text) for address, role, text in _fields(block))


def _with_text(block: Block, address: Address, text: Inline) -> Block:
    match block:
        case Paragraph() | Heading() | Note():
            return replace(block, text=text)
        case Quotation():
            if address.part == "attribution":
                return replace(block, attribution=text)
            return replace(block, text=text)
        case ListBlock():
            items = (replace(i, text=text) if i.id == address.block else i for i in block.items)
            return replace(block, items=tuple(items))
        case Figure():
            if address.part == "caption":
                return replace(block, caption=text)
            if address.part == "alt":
                return replace(block, alt=text.text)
            return replace(block, credit=text.text)
        case Table():
            if address.part == "caption":
                return replace(block, caption=text)
            row, column = (int(number) for number in address.part[1:].split("c"))
            rows = [list(cells) for cells in block.rows]
            rows[row][column] = text
            return replace(block, rows=tuple(tuple(cells) for cells in rows))
        case Separator():
            raise BugError(f"a separator has no text: {address}")


@dataclass(frozen=True, slots=True)
class Document:
    """An article as text: header, blocks in order, comment threads.

    Block and list item ids are unique within a document (held by `problems` and the codec).
    `language` is a BCP 47 tag, `direction` the base direction of paragraphs without their own.
    """

    header: Header = field(default_factory=Header)
    blocks: tuple[Block, ...] = ()
    threads: tuple[Thread, ...] = ()
    language: str = "ar"
    direction: Direction = Direction.RTL

    def slots(self) -> Iterator[Slot]:
        """Every slot in reading order: header fields first, then block by block; empty ones too."""
        for role in (Role.KICKER, Role.HEADLINE, Role.DECK, Role.BYLINE, Role.DATELINE):
            yield Slot(Address(HEADER, role.value), role, getattr(self.header, role.value))
        for block in self.blocks:
            yield from block_slots(block)

    def text_at(self, address: Address) -> Inline | None:
        """The text at `address`, or None where nothing stands there any more."""
        if address.block == HEADER:
            return getattr(self.header, address.part, None)
        for block in self.blocks:
            for where, _, text in _fields(block):
                if where == address:
                    return text
        return None

    def with_text(self, address: Address, text: Inline) -> Document:
        """The document with `text` at `address`; everything else is shared.

        Raises:
            BugError: nothing stands at `address`.
        """
        if address.block == HEADER:
            return replace(self, header=replace(self.header, **{address.part: text}))
        for place, block in enumerate(self.blocks):
            if any(where == address for where, _, _ in _fields(block)):
                blocks = (
                    *self.blocks[:place],
                    _with_text(block, address, text),
                    *self.blocks[place + 1 :],
                )
                return replace(self, blocks=blocks)
        raise BugError(f"nothing stands at {address}")

    def block(self, block_id: str) -> Block | None:
        """The block with this id, or None."""
        return next((block for block in self.blocks if block.id == block_id), None)

    def with_block(self, block: Block) -> Document:
        """The document with the block of the same id replaced."""
        return replace(self, blocks=tuple(block if b.id == block.id else b for b in self.blocks))

    def figures(self) -> tuple[Figure, ...]:
        """The figures in order."""
        return tuple(block for block in self.blocks if isinstance(block, Figure))

    def ids(self) -> tuple[str, ...]:
        """Ids of all blocks and list items, in order, doubles included."""
        found: list[str] = []
        for block in self.blocks:
            found.append(block.id)
            if isinstance(block, ListBlock):
                found.extend(item.id for item in block.items)
        return tuple(found)

    def problems(self) -> tuple[str, ...]:
        """What breaks the document's own promises; empty for a sound one."""
        ids = self.ids()
        said: list[str] = []
        if len(set(ids)) != len(ids) or HEADER in ids or "" in ids:
            said.append("ids are not unique")
        for block in self.blocks:
            if isinstance(block, ListBlock) and not block.items:
                said.append(f"list {block.id} is empty")
            if isinstance(block, Table) and (
                not block.rows or not block.rows[0] or len({len(row) for row in block.rows}) > 1
            ):
                said.append(f"table {block.id} is not a rectangle")
        return tuple(said)
