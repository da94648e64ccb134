"""The blocks of a piece as WordprocessingML, paragraph by paragraph.

Every paragraph says its direction, every Arabic run `w:rtl`; alignment is never written (`right`
on a right-to-left paragraph means left to Word). Children stand in the schema's order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby

from deskeditor.domain.document import (
    Block,
    Direction,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Isolate,
    Link,
    ListBlock,
    Mark,
    Note,
    Paragraph,
    Quotation,
    Separator,
    Strong,
    Table,
)
from deskeditor.formats.docx.drawing import drawing
from deskeditor.formats.docx.numbering import BULLET
from deskeditor.formats.docx.runs import anchored, direction_runs
from deskeditor.formats.docx.xml import element, escape, flag, quoteattr
from deskeditor.formats.isolation import isolated
from deskeditor.formats.pictures import Picture, picture_key, shown_alt, shown_credit

#: A4 less its margins, in twentieths of a point.
TEXT_WIDTH = 9070
_SPACE = ' xml:space="preserve"'


@dataclass
class Body:
    """Collects paragraphs and the links, pictures and lists they need."""

    direction: Direction
    locale: str
    credit_word: str
    pictures: Mapping[str, Picture]
    parts: list[str] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    media: dict[str, str] = field(default_factory=dict)
    ordered: int = 0
    drawings: int = 0

    def add(self, block: Block) -> None:
        """Write one block."""
        match block:
            case Paragraph():
                self.paragraph(block.text, "", block.direction)
            case Heading():
                self.paragraph(block.text, f"Heading{block.level}", block.direction)
            case Quotation():
                self.paragraph(block.text, "Quote", block.direction)
                if block.attribution:
                    self.paragraph(block.attribution, "Attribution", block.direction)
            case ListBlock():
                self._list(block)
            case Figure():
                self._figure(block)
            case Table():
                self._table(block)
            case Separator():
                self.paragraph(Inline(), "Separator")
            case Note():
                pass

    def paragraph(
        self, text: Inline, style: str = "", direction: Direction | None = None, list_at: str = ""
    ) -> None:
        """Write one paragraph; an empty style is Normal."""
        self.parts.append(self.paragraph_xml(text, style, direction, list_at))

    def paragraph_xml(
        self,
        text: Inline,
        style: str = "",
        direction: Direction | None = None,
        list_at: str = "",
        extra: str = "",
    ) -> str:
        """One paragraph; `list_at` is its `numPr`, `extra` runs after the text."""
        own = direction or self.direction
        properties = (element("pStyle", val=style) if style else "") + list_at + self._bidi(own)
        return f"<w:p><w:pPr>{properties}</w:pPr>{self.runs(text, own)}{extra}</w:p>"

    def _bidi(self, own: Direction) -> str:
        if own is Direction.RTL:
            return flag("bidi")
        return element("bidi", val=0) if self.direction is Direction.RTL else ""

    def runs(self, text: Inline, direction: Direction, bold: bool = False) -> str:
        """The text as runs, links around those that are linked."""
        parts = []
        marked = isolated(text, direction).runs()
        for link, group in groupby(marked, key=lambda run: _link_of(run[1])):
            inner = "".join(
                self._run(piece, marks, direction, bold or None) for piece, marks in group
            )
            parts.append(inner if link is None else self._hyperlink(link, inner))
        return "".join(parts)

    def _run(
        self, text: str, marks: tuple[Mark, ...], direction: Direction, bold: bool | None
    ) -> str:
        kinds = {type(mark) for mark in marks}
        strong = bool(bold) or Strong in kinds
        style = "Hyperlink" if Link in kinds else "Emphasis" if Emphasis in kinds else ""
        pieces = direction_runs(text, direction)
        if Isolate in kinds:
            pieces = [(anchored(text) if direction is Direction.RTL else text, False)]
        written = []
        for piece, rtl in pieces:
            properties = _run_properties(style, self.locale, strong=strong, rtl=rtl)
            written.append(f"<w:r>{properties}{_content(piece)}</w:r>")
        return "".join(written)

    def _hyperlink(self, link: Link, inner: str) -> str:
        key = self.links.setdefault(link.href, f"rIdL{len(self.links) + 1}")
        title = f" w:tooltip={quoteattr(link.title[:250])}" if link.title else ""
        return f'<w:hyperlink r:id="{key}"{title} w:history="1">{inner}</w:hyperlink>'

    def _list(self, block: ListBlock) -> None:
        number = BULLET
        if block.ordered:
            self.ordered += 1
            number = BULLET + self.ordered
        for item in block.items:
            level = min(max(item.level, 0), 8)
            place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            self.paragraph(item.text, "ListParagraph", item.direction, place)

    def _figure(self, block: Figure) -> None:
        if block.media is None:
            return
        name = picture_key(block, self.pictures)
        picture = self.pictures[name]
        kind = picture.mime.rpartition("/")[2]
        key = self.media.setdefault(name, f"rIdM{len(self.media) + 1}")
        self.drawings += 1
        alt = shown_alt(block, picture)
        shape = drawing(picture, key, self.drawings, alt, kind)
        self.parts.append(
            f'<w:p><w:pPr><w:pStyle w:val="Figure"/>{self._bidi(self.direction)}</w:pPr>'
            f"<w:r>{shape}</w:r></w:p>"
        )
        said = Inline(shown_credit(block, picture, self.credit_word))
        between = Inline(" — ") if block.caption and said else Inline()
        if block.caption or said:
            self.paragraph(block.caption + between + said, "Caption")

    def _table(self, block: Table) -> None:
        if block.caption:
            self.paragraph(block.caption, "Caption")
        columns = len(block.rows[0])
        width = TEXT_WIDTH // columns
        grid = "".join(element("gridCol", w=width) for _ in range(columns))
        rows = "".join(
            self._row(cells, width, head=number < block.header_rows)
            for number, cells in enumerate(block.rows)
        )
        mirrored = flag("bidiVisual", self.direction is Direction.RTL)
        self.parts.append(
            f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>{mirrored}'
            f'<w:tblW w:w="{width * columns}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )
        # Two tables in a row would become one, and a body must not end with a table.
        self.paragraph(Inline())

    def _row(self, cells: tuple[Inline, ...], width: int, *, head: bool) -> str:
        written = []
        for cell in cells:
            properties = '<w:pStyle w:val="TableText"/>' + self._bidi(self.direction)
            runs = self.runs(cell, self.direction, bold=head)
            written.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
                f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p></w:tc>"
            )
        repeated = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
        return f"<w:tr>{repeated}{''.join(written)}</w:tr>"


def _link_of(marks: tuple[Mark, ...]) -> Link | None:
    return next((mark for mark in marks if isinstance(mark, Link)), None)


def _run_properties(style: str, locale: str, *, strong: bool, rtl: bool) -> str:
    inner = (
        (element("rStyle", val=style) if style else "")
        + (flag("b") + flag("bCs") if strong else "")
        + (flag("rtl") + element("lang", bidi=locale) if rtl else "")
    )
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def _content(text: str) -> str:
    """A run's text; line breaks and tabs are elements of their own in Word."""
    parts: list[str] = []
    for piece in text.replace("\t", "\n\t").split("\n"):
        if parts:
            parts.append("<w:tab/>" if piece.startswith("\t") else "<w:br/>")
        bare = piece.removeprefix("\t")
        parts.append(f"<w:t{_SPACE}>{escape(bare)}</w:t>" if bare else "")
    return "".join(parts)
