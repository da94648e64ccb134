"""Lines: the editor's flat view of a Document, one line for each paragraph of the QTextDocument.

Pure. A block of several texts is several lines in a row: a quotation and its attribution; a
picture, its caption and its credit; the cells of a table and its caption. `Tag` is what a line
carries besides its text; it rides in one property of the paragraph's format, as JSON, so undo,
copy and paste take it along.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any

from deskeditor.domain.document import HEADER, Address, Direction, Inline

#: The character that stands for a picture in its line (Qt's object replacement character).
OBJECT = "\ufffc"


class Kind(StrEnum):
    """What a line is."""

    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    ITEM = "item"
    FIGURE = "figure"
    CAPTION = "caption"
    CREDIT = "credit"
    CELL = "cell"
    TABLE_CAPTION = "table-caption"
    SEPARATOR = "separator"
    NOTE = "note"


#: The header's lines, in their order; every page begins with exactly these.
HEADER_KINDS = (Kind.KICKER, Kind.HEADLINE, Kind.DECK, Kind.BYLINE, Kind.DATELINE)
#: Lines of running text: they split, merge and change into one another.
FLOWING = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM, Kind.NOTE})
#: Lines that belong to the line before them and share its id.
FOLLOWERS = frozenset({Kind.ATTRIBUTION, Kind.CAPTION, Kind.CREDIT, Kind.TABLE_CAPTION})
#: Which line each of them may follow.
LEADERS = {
    Kind.ATTRIBUTION: Kind.QUOTATION,
    Kind.CAPTION: Kind.FIGURE,
    Kind.CREDIT: Kind.CAPTION,
    Kind.TABLE_CAPTION: Kind.CELL,
}
#: Lines that hold no text of their own.
TEXTLESS = frozenset({Kind.FIGURE, Kind.SEPARATOR})
#: Lines whose text is one line: a break typed or pasted into them becomes a space.
SINGLE = frozenset({*HEADER_KINDS, Kind.CREDIT})
#: Lines whose text carries no marks in the Document.
UNMARKED = frozenset({Kind.CREDIT})

_PARTS: Mapping[Kind, str] = {
    Kind.ATTRIBUTION: "attribution",
    Kind.CAPTION: "caption",
    Kind.CREDIT: "credit",
    Kind.TABLE_CAPTION: "caption",
    Kind.FIGURE: "alt",
    **{kind: kind.value for kind in HEADER_KINDS},
}


@dataclass(frozen=True, slots=True)
class Tag:
    """What a line carries besides its text.

    `extra` is canonical JSON of what only this kind has: a heading's level, an item's list, a
    picture's media and alternative text, a table's heading rows, a note's author.
    """

    kind: Kind
    id: str
    direction: Direction | None = None
    extra: str = ""

    @property
    def values(self) -> Mapping[str, Any]:
        """`extra` as a mapping; not to be changed."""
        return _values(self.extra)

    def with_values(self, **values: object) -> Tag:
        """The tag with these values set in `extra`."""
        return replace(self, extra=packed({**self.values, **values}))

    def address(self, cell: tuple[int, int] | None = None) -> Address:
        """The address of the line's text; `cell` is its row and column where it is in a table."""
        if cell is not None and self.kind is Kind.CELL:
            return Address(self.id, f"r{cell[0]}c{cell[1]}")
        return Address(self.id, _PARTS.get(self.kind, "text"))


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its tag, its text, and its row and column where it is a table's cell."""

    tag: Tag
    text: Inline = field(default_factory=Inline)
    cell: tuple[int, int] | None = None

    @property
    def address(self) -> Address:
        """Where the Document keeps this line's text."""
        return self.tag.address(self.cell)


def goes_on(before: Tag, tag: Tag) -> bool:
    """Whether a line belongs to the same block as the one before it."""
    if tag.kind in FOLLOWERS:
        return tag.id == before.id and before.kind is LEADERS[tag.kind]
    if tag.kind is not before.kind:
        return False
    if tag.kind is Kind.ITEM:
        old, new = before.values, tag.values
        same = old.get("list") == new.get("list")
        return same and bool(old.get("ordered")) == bool(new.get("ordered"))
    return tag.kind is Kind.CELL and tag.id == before.id


def header_tag(kind: Kind) -> Tag:
    """The tag of a header line."""
    return Tag(kind, HEADER)


def packed(values: Mapping[str, object]) -> str:
    """Values as canonical JSON; nothing as the empty string."""
    if not values:
        return ""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@lru_cache(maxsize=4096)
def _values(extra: str) -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = json.loads(extra) if extra else {}
    return loaded


def write_tag(tag: Tag) -> str:
    """The tag as text, for a paragraph format's property: JSON, put together by hand, since a
    paste writes hundreds and an encoder takes longer to make than to use.
    """
    direction = tag.direction.value if tag.direction else ""
    parts = (tag.kind.value, tag.id, direction, tag.extra)
    return f"[{', '.join(map(encode_basestring, parts))}]"


@lru_cache(maxsize=8192)
def read_tag(raw: str) -> Tag:
    """The tag written by `write_tag`."""
    kind, own, direction, extra = json.loads(raw)
    return Tag(Kind(kind), own, Direction(direction) if direction else None, extra)
