"""The blocks of a piece of HTML: what a saved page, Markdown and ninjs bodies all come down to.

No text is lost: what stands where no block may is made lines of its block, or stands behind it,
and is counted. What is left out (by `passed`, or hidden by the page itself) is counted too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
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
from deskeditor.formats.incoming.draft import Reading, data_picture, is_placeholder
from deskeditor.formats.incoming.elements import cited, has, images_in, is_picture, nearest
from deskeditor.formats.incoming.flattened import Flattened, flattened
from deskeditor.formats.incoming.inline import (
    HOLDERS,
    UNSEEN,
    Footnotes,
    Part,
    inline_of,
    inline_of_parts,
    is_hidden,
    name_of,
    parts_of,
)
from deskeditor.formats.incoming.tables import Grid

_CREDIT = re.compile(r"^(?:الصورة|صورة|تصوير|Picture|Photo|Credit)\s*:\s*(?=\S)", re.IGNORECASE)
_DASH = re.compile(r"^[—–]\s+")
_LISTS = ("ul", "ol", "menu", "dir")
#: Depth a page may have at most: what is deeper is taken as text.
_DEPTH = 100
#: Where a picture's address stands; pages that load it late keep it behind `data-`.
_SOURCES = ("src", "data-src", "data-lazy-src", "data-original")


@dataclass
class Blocks:
    """Walks elements in order and keeps the blocks they are.

    Attributes:
        base: the direction of the text around; only another is kept on a block.
        picture: the bytes an address of the file names; None where it brought none.
        worded: whether the file says something of the picture at an address elsewhere.
        passed: asked of each element that may be a block: whether it is left out.
        taken: elements whose text stands elsewhere already.
        sources: the address each figure showed, by the figure's name.
    """

    reading: Reading
    base: Direction
    picture: Callable[[str], bytes | None] = data_picture
    passed: Callable[[etree._Element], bool] = lambda _element: False
    worded: Callable[[str], bool] = lambda _address: False
    footnotes: Footnotes = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    taken: set[etree._Element] = field(default_factory=set)
    sources: dict[str, str] = field(default_factory=dict)
    _hidden: dict[etree._Element, bool] = field(default_factory=dict)
    _caption: Inline = field(default_factory=Inline)
    _held: bool = False  # whether these blocks are to stand in one

    def walk(self, element: etree._Element) -> None:
        """Take all blocks in `element`; text that stands loose becomes paragraphs."""
        self.of_parts(parts_of(element))

    def of_parts(self, parts: Sequence[Part], depth: int = 0) -> list[Block]:
        """Take all blocks in parts, `depth` elements deep; all blocks so far."""
        self._walk(parts, depth)
        self._settle()
        return self.blocks

    def gone(self, element: etree._Element) -> bool:
        """Whether the element's text stands elsewhere or nobody sees it; the latter is told."""
        if element in self.taken:
            return True
        if element not in self._hidden:
            hidden = self._hidden[element] = is_hidden(element)
            if hidden and ("".join(map(str, element.itertext())).strip() or has(element, ("img",))):
                self.reading.tell("hidden")
        return self._hidden[element]

    def _left(self, element: etree._Element) -> bool:
        name = name_of(element)
        return not name or name in UNSEEN or self.gone(element) or self.passed(element)

    def _walk(self, parts: Sequence[Part], depth: int, own: Direction | None = None) -> None:
        loose: list[Part] = []
        for child, text in parts:
            if child is None:
                loose.append(Part(text=text))
                continue
            name = name_of(child)
            if self._left(child):
                if name in HOLDERS or name == "img":
                    self._flush(loose, own)
                continue
            block = name in HOLDERS or has(child, HOLDERS)
            if block and depth < _DEPTH:
                self._flush(loose, own)
                self._block(child, name, depth)
            elif not block and (name == "img" or is_picture(child)):
                self._flush(loose, own)
                self._images(child)
            else:
                loose.append(Part(child))
        self._flush(loose, own)

    def _flush(self, loose: list[Part], own: Direction | None = None) -> None:
        """Make what stands loose a paragraph, the pictures in it behind it."""
        text = inline_of_parts(loose, self.reading, self.footnotes, self.gone)
        if text.text.strip():
            self._add(Paragraph(self.reading.name(), text, own))
        for child, _text in loose:
            if child is not None:
                self._images(child)
        loose.clear()

    def _add(self, block: Block) -> None:
        if not isinstance(block, Table):
            self._settle()
        self.blocks.append(block)

    def _settle(self) -> None:
        """A caption that waited for a table in vain is a paragraph."""
        if self._caption:
            caption, self._caption = self._caption, Inline()
            self.blocks.append(Paragraph(self.reading.name(), caption))

    def _block(self, element: etree._Element, name: str, depth: int) -> None:
        if name == "p":
            self._paragraph(element, depth)
        elif len(name) == 2 and name[0] == "h" and name[1] in "123456":
            self._heading(element, int(name[1]))
        elif name == "blockquote":
            self._quotation(element, depth)
        elif name in _LISTS:
            self._list(element, depth, ordered=name == "ol")
        elif name == "figure":
            self._figure(element, depth)
        elif name == "table":
            self._table(element, depth)
        elif name == "hr":
            self._add(Separator(self.reading.name()))
        else:
            self._walk(parts_of(element), depth + 1)

    def text(self, element: etree._Element) -> Inline:
        """The element's own text."""
        return inline_of(element, self.reading, self.footnotes, self.gone)

    def _moved(self, element: etree._Element) -> tuple[Inline, list[etree._Element]]:
        """The text and the pictures of an element that stand elsewhere from now on."""
        found = self.text(element), list(images_in(element, self.gone))
        self.taken.add(element)
        return found

    def own(self, element: etree._Element) -> Direction | None:
        """The direction the element says, where it is another than that around."""
        said = (element.get("dir") or "").lower()
        if said not in ("rtl", "ltr") or said == self.base.value:
            return None
        return Direction(said)

    def _inside(self, parts: Sequence[Part], depth: int) -> list[Block]:
        """The blocks of parts that must stand in one block."""
        return replace(self, blocks=[], _caption=Inline(), _held=True).of_parts(parts, depth + 1)

    def _beside(self, *made: Flattened) -> None:
        """What stood inside a block and could not stay there: behind it, and told."""
        for one in made:
            if one.changed:
                self.reading.tell("lines", one.changed)
            if one.beside and not self._held:
                self.reading.tell("behind", len(one.beside))
            for block in one.beside:
                self._add(block)

    def _paragraph(self, element: etree._Element, depth: int) -> None:
        if has(element, HOLDERS):
            self._walk(parts_of(element), depth + 1, self.own(element))
            return
        if has(element, ("img",)) or not self._captioned(element):
            self._flush(parts_of(element), self.own(element))

    def _captioned(self, element: etree._Element) -> bool:
        """Whether a paragraph is said to be what the figure before or the table behind says."""
        kind = (element.get("class") or "").split()
        last = self.blocks[-1] if self.blocks else None
        if "table-caption" in kind:
            self._settle()
            self._caption = self.text(element)
        elif "caption" in kind and isinstance(last, Figure) and not last.caption:
            self.blocks[-1] = replace(last, caption=self.text(element))
        elif "credit" in kind and isinstance(last, Figure) and not last.credit:
            self.blocks[-1] = replace(last, credit=_CREDIT.sub("", self.text(element).text))
        else:
            return False
        return True

    def _heading(self, element: etree._Element, level: int) -> None:
        text = self.text(element)
        if text.text.strip():
            if level not in (2, 3):
                self.reading.tell("headings")
            kept: Literal[2, 3] = 2 if level <= 2 else 3
            self._add(Heading(self.reading.name(), text, kept, self.own(element)))
        self._images(element)

    def _quotation(self, element: etree._Element, depth: int) -> None:
        by, who = Inline(), cited(element)
        images: list[etree._Element] = []
        if who is not None and not self.gone(who):
            by, images = self._moved(who)
        made = flattened(self._inside(parts_of(element), depth))
        if not by and len(made.lines) > 1 and _DASH.match(made.lines[-1].text):
            by = made.lines.pop()
            who = None
        dash = _DASH.match(by.text)
        if dash and (who is None or not (name_of(who) == "cite" or has(who, ("cite",)))):
            by = by.slice(dash.end(), len(by))  # the sign for who is quoted, not of the name
        if made.lines:
            own = self.own(element) or made.direction
            self._add(Quotation(self.reading.name(), made.text, by, own))
        elif by:
            self._add(Paragraph(self.reading.name(), by))
        for image in images:
            self._image(image, None)
        self._beside(made)

    def _list(self, element: etree._Element, depth: int, *, ordered: bool) -> None:
        found: list[tuple[ListItem | None, Flattened]] = list(self._items(element, 0, depth))
        items = tuple(item for item, _made in found if item is not None)
        if items:
            self._add(ListBlock(self.reading.name(), items, ordered))
        self._beside(*(made for _item, made in found))

    def _items(
        self, element: etree._Element, level: int, depth: int
    ) -> Iterator[tuple[ListItem | None, Flattened]]:
        """The items of a list, those of lists in it deeper; what is no item becomes one."""
        for child, text in parts_of(element):
            if child is None:
                if text.strip():
                    yield from self._item([Part(text=text)], None, level, depth)
            elif self._left(child):
                continue
            elif name_of(child) in _LISTS and depth < _DEPTH:
                yield from self._items(child, min(level + 1, 8), depth + 1)
            elif name_of(child) == "li":
                yield from self._item(parts_of(child), self.own(child), level, depth)
            elif has(child, ("li",)) and depth < _DEPTH:
                yield from self._items(child, level, depth + 1)
            else:
                yield from self._item([Part(child)], None, level, depth)

    def _item(
        self, parts: Sequence[Part], own: Direction | None, level: int, depth: int
    ) -> Iterator[tuple[ListItem | None, Flattened]]:
        """One item, and the items of the lists in it."""
        blocks = self._inside(parts, depth)
        made = flattened(block for block in blocks if not isinstance(block, ListBlock))
        text = made.text
        if text.text.strip():
            own = own or made.direction
            yield ListItem(self.reading.name(), text, level, own), made
        else:
            yield None, made
        for block in blocks:
            for item in block.items if isinstance(block, ListBlock) else ():
                yield replace(item, level=min(item.level + level + 1, 8)), Flattened()

    def _images(self, element: etree._Element) -> None:
        """Every picture of an element, as a figure of its own."""
        for image in list(images_in(element, self.gone)):
            self._image(image, None)

    def _figure(self, element: etree._Element, depth: int) -> None:
        """Its pictures with their captions; whatever else it holds stands behind them."""
        images = [one for one in images_in(element, self.gone) if nearest(one, "figure") is element]
        captions = [
            one for one in element.iter()
            if name_of(one) == "figcaption" and nearest(one, "figure") is element
            and not self.gone(one)
        ]  # fmt: skip
        if images:
            paired = captions if len(captions) == len(images) else captions[:1]
            self.taken.update(images, paired)
            for number, image in enumerate(images):
                caption = paired[number] if number < len(paired) else None
                self._image(image, caption, element if number == 0 else None)
        self._walk(parts_of(element), depth + 1)

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
            if named and named[0] is not caption:
                credit = self.text(named[0]).text
                self.taken.add(named[0])
            text = self.text(caption)
        kinds = f"{image.get('class') or ''} {'' if around is None else around.get('class') or ''}"
        figure = Figure(
            key, None, text, _plain(image.get("alt")), _CREDIT.sub("", credit),
            hero="hero" in kinds.split(),
        )  # fmt: skip
        raw = self._brought(image)
        if raw is None:
            self.reading.tell("pictures_absent")
        else:
            self.reading.keep(key, raw)
        source = self.sources[key] = image.get("src") or ""
        if raw is not None or text or figure.alt or figure.credit or self.worded(source):
            self._add(figure)

    def _brought(self, image: etree._Element) -> bytes | None:
        """The picture's bytes; None where the file brought none, or a dot that holds its place."""
        for key in _SOURCES:
            raw = self.picture(image.get(key) or "")
            if raw is not None and not is_placeholder(raw):
                return raw
        return None

    def _table(self, element: etree._Element, depth: int) -> None:
        grid, beside = Grid(self.reading), list[Flattened]()
        rows = [one for one in element.iter() if name_of(one) == "tr"]
        for row in (one for one in rows if nearest(one, "table") is element):
            if self.gone(row):
                continue
            found = [one for one in row.iter() if name_of(one) in ("td", "th")]
            cells = [one for one in found if nearest(one, "tr") is row]
            texts = []
            for cell in cells:
                made = Flattened()
                if not self._left(cell):
                    made = flattened(self._inside(parts_of(cell), depth))
                texts.append((cell, made.text))
                beside.append(made)
            grid.row(texts)
            self.taken.update(cells)
        captions = [one for one in element if name_of(one) == "caption" and not self.gone(one)]
        images: list[etree._Element] = []
        if captions:
            self._settle()
            self._caption, images = self._moved(captions[0])
        made_table = grid.table(self.reading.name(), self._caption)
        if made_table is not None:
            self._caption = Inline()
            self._add(made_table)
        self._settle()
        for image in images:
            self._image(image, None)
        self._beside(*beside)
        self._walk(parts_of(element), depth + 1)


def _plain(said: str | None) -> str:
    return " ".join(clean_text(said or "").split())
