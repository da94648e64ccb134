"""The blocks of a piece of HTML: what a saved page, Markdown and ninjs bodies all come down to."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from lxml import etree

from deskeditor.domain.document import (
    Block,
    Direction,
    Figure,
    Heading,
    Inline,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    Separator,
    Table,
    clean_text,
)
from deskeditor.formats.incoming.draft import Reading, data_picture, joined
from deskeditor.formats.incoming.inline import UNSEEN, Footnotes, inline_of, name_of

#: Elements that hold blocks and are none themselves.
_HOLDERS = frozenset(
    "address article aside body center dd details div dl dt fieldset footer header html main nav "
    "section summary figure blockquote ul ol table p h1 h2 h3 h4 h5 h6 hr pre picture".split()
)
_CREDIT = re.compile(r"^(?:الصورة|صورة|تصوير|Picture|Photo|Credit)\s*:\s*(?=\S)", re.IGNORECASE)
#: Cells, columns and depth a page may have at most: what is deeper is no article.
_CELLS, _COLUMNS, _DEPTH = 20_000, 64, 200


@dataclass
class Blocks:
    """Walks elements in order and keeps the blocks they are.

    Attributes:
        base: the direction of the text around; only another is kept on a block.
        picture: the bytes an address of the file names; None where it brought none.
        passed: asked of each element: whether it is left out.
    """

    reading: Reading
    base: Direction
    picture: Callable[[str], bytes | None] = data_picture
    passed: Callable[[etree._Element], bool] = lambda _element: False
    footnotes: Footnotes = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    _caption: Inline = field(default_factory=Inline)

    def walk(self, element: etree._Element, depth: int = 0) -> None:
        """Take all blocks in `element`; text that stands loose becomes paragraphs."""
        loose = etree.Element("p")
        for child, text in _parts(element):
            if child is None:
                _append(loose, text)
                continue
            name = name_of(child)
            if not name or name in UNSEEN or self.passed(child):
                continue
            if name not in _HOLDERS and not self._has_blocks(child):
                if name == "img":
                    self._flush(loose)
                    loose = etree.Element("p")
                    self._image(child, None)
                else:
                    loose.append(_copy(child))
                continue
            self._flush(loose)
            loose = etree.Element("p")
            if depth < _DEPTH:
                self._block(child, name, depth)
            else:
                self._flush(child)
        self._flush(loose)

    def _has_blocks(self, element: etree._Element) -> bool:
        return any(name_of(one) in _HOLDERS or name_of(one) == "img" for one in element.iter())

    def _flush(self, loose: etree._Element) -> None:
        text = inline_of(loose, self.reading, self.footnotes)
        if text.text.strip():
            self.blocks.append(Paragraph(self.reading.name(), text))

    def _block(self, element: etree._Element, name: str, depth: int) -> None:
        if name == "p":
            self._paragraph(element)
        elif len(name) == 2 and name[0] == "h" and name[1] in "123456":
            self._heading(element, int(name[1]))
        elif name == "blockquote":
            self._quotation(element)
        elif name in ("ul", "ol"):
            self._list(element, ordered=name == "ol")
        elif name in ("figure", "picture"):
            self._figure(element)
        elif name == "table":
            self._table(element)
        elif name == "hr":
            self.blocks.append(Separator(self.reading.name()))
        else:
            self.walk(element, depth + 1)

    def text(self, element: etree._Element, skipped: frozenset[str] = frozenset()) -> Inline:
        """The element's own text."""
        return inline_of(element, self.reading, self.footnotes, skipped)

    def own(self, element: etree._Element) -> Direction | None:
        """The direction the element says, where it is another than that around."""
        said = (element.get("dir") or "").lower()
        if said not in ("rtl", "ltr") or said == self.base.value:
            return None
        return Direction(said)

    def _paragraph(self, element: etree._Element) -> None:
        kind = set((element.get("class") or "").split())
        images = [one for one in element.iter() if name_of(one) == "img"]
        text = self.text(element)
        last = self.blocks[-1] if self.blocks else None
        if kind & {"caption", "credit"} and isinstance(last, Figure) and not images:
            said = (
                replace(last, caption=text)
                if "caption" in kind
                else replace(last, credit=_CREDIT.sub("", text.text))
            )
            self.blocks[-1] = said
            return
        if "table-caption" in kind:
            self._caption = text
            return
        if text.text.strip():
            self.blocks.append(Paragraph(self.reading.name(), text, self.own(element)))
        for image in images:
            self._image(image, None)

    def _heading(self, element: etree._Element, level: int) -> None:
        text = self.text(element)
        if not text.text.strip():
            return
        if level not in (2, 3):
            self.reading.tell("headings")
        kept: Literal[2, 3] = 2 if level <= 2 else 3
        self.blocks.append(Heading(self.reading.name(), text, kept, self.own(element)))

    def _quotation(self, element: etree._Element) -> None:
        by, said = Inline(), []
        cited = [one for one in element.iter() if name_of(one) in ("cite", "footer")]
        if cited:
            by = self.text(cited[0])
        paragraphs = [one for one in element if name_of(one) == "p"]
        for one in paragraphs or [element]:
            text = self.text(one, frozenset({"cite", "footer"}))
            if text.text.strip():
                said.append(text)
        if not by and len(said) > 1 and said[-1].text.startswith(("— ", "– ")):
            by = said.pop().slice(2, 10**9)
        lines = [part for text in said for part in (Inline("\n"), text)][1:]
        if lines:
            whole = joined(lines)
            own = self.own(element) or (self.own(paragraphs[0]) if paragraphs else None)
            self.blocks.append(Quotation(self.reading.name(), whole, by, own))

    def _list(self, element: etree._Element, *, ordered: bool) -> None:
        items = tuple(self._items(element, 0))
        if items:
            self.blocks.append(ListBlock(self.reading.name(), items, ordered))

    def _items(self, element: etree._Element, level: int) -> list[ListItem]:
        found: list[ListItem] = []
        for one in element:
            name = name_of(one)
            if name in ("ul", "ol") and level < _DEPTH:
                found += self._items(one, min(level + 1, 8))
            elif name == "li":
                text = self.text(one, frozenset({"ul", "ol"}))
                if text.text.strip():
                    found.append(ListItem(self.reading.name(), text, level, self.own(one)))
                for inner in one:
                    if name_of(inner) in ("ul", "ol") and level < _DEPTH:
                        found += self._items(inner, min(level + 1, 8))
        return found

    def _figure(self, element: etree._Element) -> None:
        images = [one for one in element.iter() if name_of(one) == "img"]
        captions = [one for one in element.iter() if name_of(one) == "figcaption"]
        if not images:
            self.walk(element, 1)
            return
        self._image(images[0], captions[0] if captions else None, element)
        for image in images[1:]:
            self._image(image, None)

    def _image(
        self,
        image: etree._Element,
        caption: etree._Element | None,
        around: etree._Element | None = None,
    ) -> None:
        key = self.reading.name()
        credit, text = "", Inline()
        if caption is not None:
            named = [one for one in caption.iter() if "credit" in (one.get("class") or "")]
            if named:
                credit = self.text(named[0]).text
                for one in named:
                    _drop(one)
            text = self.text(caption)
        kinds = f"{image.get('class') or ''} {'' if around is None else around.get('class') or ''}"
        figure = Figure(
            key, None, text, _plain(image.get("alt")), _CREDIT.sub("", credit),
            hero="hero" in kinds.split(),
        )  # fmt: skip
        raw = self.picture(image.get("src") or "")
        if raw is None:
            self.reading.tell("pictures_absent")
        elif self.reading.keep(key, raw):
            self.reading.tell("pictures")
        if raw is not None or text or figure.alt:
            self.blocks.append(figure)

    def _table(self, element: etree._Element) -> None:
        rows: list[tuple[Inline, ...]] = []
        heads = 0
        for row in (one for one in element.iter() if name_of(one) == "tr"):
            if next((a for a in row.iterancestors() if name_of(a) == "table"), None) is not element:
                continue
            cells: list[Inline] = []
            names: set[str] = set()
            for cell in (one for one in row if name_of(one) in ("td", "th")):
                names.add(name_of(cell))
                cells.append(self.text(cell))
                wide = _number(cell.get("colspan"))
                if wide > 1:
                    self.reading.tell("cells")
                    cells += [Inline()] * (min(wide, _COLUMNS) - 1)
            if names == {"th"} and heads == len(rows):
                heads += 1
            if cells and sum(map(len, rows)) < _CELLS:
                rows.append(tuple(cells[:_COLUMNS]))
        if not rows:
            return
        width = max(map(len, rows))
        whole = [row + (Inline(),) * (width - len(row)) for row in rows]
        if heads and not any(cell for row in whole[:heads] for cell in row) and whole[heads:]:
            whole, heads = whole[heads:], 0
        captions = [one for one in element if name_of(one) == "caption"]
        caption = self.text(captions[0]) if captions else self._caption
        self._caption = Inline()
        if any(cell.text.strip() for row in whole for cell in row):
            made = Table(self.reading.name(), tuple(whole), min(heads, len(whole)), caption)
            self.blocks.append(made)


def _parts(element: etree._Element) -> list[tuple[etree._Element | None, str]]:
    parts: list[tuple[etree._Element | None, str]] = [(None, element.text or "")]
    for child in element:
        parts += [(child, ""), (None, child.tail or "")]
    return parts


def _append(element: etree._Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _copy(element: etree._Element) -> etree._Element:
    from copy import deepcopy

    made = deepcopy(element)
    made.tail = None
    return made


def _drop(element: etree._Element) -> None:
    """Take an element out; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before, tail = element.getprevious(), element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _number(said: str | None) -> int:
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 6 else 1


def _plain(said: str | None) -> str:
    return " ".join(clean_text(said or "").split())
