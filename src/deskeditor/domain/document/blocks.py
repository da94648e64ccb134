"""The blocks of an article's body, each with an id that stays through edit, merge and export.

A proposal to put words in or take them out is a mark on them. What is not words (a picture, a
table, a break) carries what is proposed about it whole in `suggested`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from deskeditor.domain.document.inline import Inline, Suggestion


class Direction(StrEnum):
    """A paragraph's own base direction, where it differs from its document's."""

    RTL = "rtl"
    LTR = "ltr"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    id: str
    text: Inline = field(default_factory=Inline)
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A subhead inside the body; level 2 or 3, the headline being 1."""

    id: str
    text: Inline = field(default_factory=Inline)
    level: Literal[2, 3] = 2
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation set apart, with who said it."""

    id: str
    text: Inline = field(default_factory=Inline)
    attribution: Inline = field(default_factory=Inline)
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list; `level` counts from 0."""

    id: str
    text: Inline = field(default_factory=Inline)
    level: int = 0
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list with at least one item."""

    id: str
    items: tuple[ListItem, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Crop:
    """A crop for one shape; all numbers are fractions 0…1 of the upright image."""

    shape: Literal["wide", "square", "portrait"]
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Figure:
    """An image as one article uses it.

    `media` is the sha256 of the original (64 hex digits), or None while the picture itself is not
    at hand: a published page names a picture that did not come with its text. `title` is the
    picture's own name where a source gave one; it is not shown to readers. `focal` is the point, in
    fractions 0…1 of the upright picture, that every crop must show; None where nobody set it.
    """

    id: str
    media: str | None = None
    caption: Inline = field(default_factory=Inline)
    alt: str = ""
    credit: str = ""
    title: str = ""
    hero: bool = False
    crops: tuple[Crop, ...] = ()
    focal: tuple[float, float] | None = None
    suggested: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, all rows of one length; the first `header_rows` are headings."""

    id: str
    rows: tuple[tuple[Inline, ...], ...]
    header_rows: int = 1
    caption: Inline = field(default_factory=Inline)
    suggested: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Separator:
    """A break between parts of the body."""

    id: str
    suggested: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A note to the desk: shaded in the editor, never exported."""

    id: str
    text: Inline = field(default_factory=Inline)
    author: str = ""


Block = Paragraph | Heading | Quotation | ListBlock | Figure | Table | Separator | Note
