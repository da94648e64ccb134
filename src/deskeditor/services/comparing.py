"""Two texts of one article held against each other: a page that shows both, and what changed.

The page is the newer text with the older one's words in it where they stood: what came is marked
as put in, what went as taken out, so that the editor shows it as it shows suggestions. Blocks are
paired by their ids, which stay through edit, merge and restore; a block that became another kind is
taken out as it was and put in as it is. Suggestions pending in either text are left out of both.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from deskeditor.domain.article import Article
from deskeditor.domain.document import (
    HEADER,
    Address,
    Block,
    CommentMark,
    Document,
    Fact,
    Figure,
    Inline,
    ListBlock,
    ListItem,
    QuoteMark,
    Role,
    Separator,
    Slot,
    Suggestion,
    Table,
    block_slots,
)
from deskeditor.domain.document.deciding import decided
from deskeditor.domain.document.proposals import with_mark_everywhere
from deskeditor.language.differences import ChangeKind, differences
from deskeditor.language.glyphs import pair_glyphs
from deskeditor.services.compared import Compared, Difference, What, beside

#: Marks that say something about words and change none of them.
_ABOUT = (CommentMark, Fact, QuoteMark)
#: Ids of what is shown as taken out, so that they are nobody else's.
_GONE = "was-"
_ATTRIBUTES = ("media", "alt", "credit", "hero", "crops", "focal")


def compared(old: Article, new: Article, author: str, at: datetime) -> Compared:
    """Hold two texts of an article against each other; the changes are shown as by `author`, `at`.

    Pure; works in time linear in the blocks and, within one, nearly so in its words.
    """
    return _Comparing(author, at).run(old, new)


class _Comparing:
    """One comparison: gathers the differences while it puts the page together."""

    def __init__(self, author: str, at: datetime) -> None:
        self._put = Suggestion("insert", "put", author, at)
        self._gone = Suggestion("delete", "gone", author, at)
        self._found: list[Difference] = []

    def run(self, old: Article, new: Article) -> Compared:
        before, after = _plain(old.document), _plain(new.document)
        page = replace(after, threads=())
        for slot in _header(after):
            was = before.text_at(slot.address) or Inline()
            page = page.with_text(slot.address, self._text(was, slot))
        page = replace(page, blocks=tuple(self._blocks(before, after)))
        for name in ("language", "direction"):
            one, other = str(getattr(before, name)), str(getattr(after, name))
            if one != other:
                self._found.append(Difference(What.FIELD, one, other, name=name))
        self._found.extend(beside(old, new))
        gone = decided(page, lambda mark: mark.kind == "insert", take=False)
        came = decided(page, lambda mark: mark.kind == "delete", take=True)
        return Compared(page, gone, came, tuple(self._found))

    # --- blocks -------------------------------------------------------------------------------

    def _blocks(self, before: Document, after: Document) -> Iterator[Block]:
        """The newer blocks in their order, each with those behind it that went."""
        old = {block.id: block for block in before.blocks}
        kept = {block.id for block in after.blocks}
        stayed = _in_order([b.id for b in before.blocks], [b.id for b in after.blocks])
        followers = _gone_behind(before, kept)
        yield from map(self._taken, followers.get("", ()))
        for block in after.blocks:
            was = old.get(block.id)
            if was is None:
                yield self._came(block)
            elif type(was) is type(block) and not _reshaped(was, block):
                if block.id not in stayed:
                    self._tell_block(What.MOVED, was, block)
                yield from self._pair(was, block)
            else:
                yield self._taken(was)
                yield self._came(block)
            yield from map(self._taken, followers.get(block.id, ()))

    def _pair(self, was: Block, now: Block) -> Iterator[Block]:
        if isinstance(was, Figure) and isinstance(now, Figure):
            if was.media != now.media:
                yield self._taken(was)
                yield self._came(now)
                return
            self._attributes(was, now)
        if isinstance(was, ListBlock) and isinstance(now, ListBlock):
            yield self._list(was, now)
            return
        before = {slot.address.part: slot for slot in block_slots(was)}
        page = Document(blocks=(now,))
        for slot in block_slots(now):
            if slot.role not in (Role.ALT, Role.CREDIT):
                text = self._text(before[slot.address.part].text, slot)
                page = page.with_text(slot.address, text)
        if _kind(was) != _kind(now):
            self._tell_block(What.BLOCK, was, now)
        yield page.blocks[0]

    def _list(self, was: ListBlock, now: ListBlock) -> ListBlock:
        before, kept = {item.id: item for item in was.items}, {item.id for item in now.items}
        stayed = _in_order([item.id for item in was.items], [item.id for item in now.items])
        items = []
        for item in now.items:
            slot = Slot(Address(item.id), Role.LIST_ITEM, item.text)
            old = before.get(item.id)
            text = self._text(old.text if old else Inline(), slot)
            items.append(replace(item, text=text))
            told = replace(slot, text=text)
            if old is not None and item.id not in stayed:
                self._tell(What.MOVED, item.text.text, item.text.text, told, (0, len(text)))
            if old is not None and _kind(old) != _kind(item):
                words = old.text.text, item.text.text
                self._tell(What.BLOCK, *words, told, (0, len(text)), name="changed")
        for place, item in enumerate(was.items):
            if item.id in kept:
                continue
            text = with_mark_everywhere(item.text, self._gone)
            made = replace(item, id=_GONE + item.id, text=text)
            slot = Slot(Address(made.id), Role.LIST_ITEM, text)
            self._tell(What.BLOCK, item.text.text, "", slot, (0, len(text)), name="removed")
            items.insert(min(place, len(items)), made)
        return replace(now, items=tuple(items))

    def _attributes(self, was: Figure, now: Figure) -> None:
        for name in _ATTRIBUTES:
            one, other = getattr(was, name), getattr(now, name)
            if one != other:
                was_text, text = (one, other) if name in ("alt", "credit") else ("", "")
                where = Address(now.id, "caption")
                told = Difference(What.IMAGE, was_text, text, address=where, name=name)
                self._found.append(told)

    def _came(self, block: Block) -> Block:
        made = _marked(block, self._put)
        self._tell_block(What.BLOCK, None, made)
        return made

    def _taken(self, block: Block) -> Block:
        made = _renamed(_marked(block, self._gone))
        self._tell_block(What.BLOCK, made, None)
        return made

    def _tell_block(self, what: What, was: Block | None, now: Block | None) -> None:
        there = now or was
        if there is None:
            return
        slots = block_slots(there)
        words = [" ".join(s.text.text for s in block_slots(b)) if b else "" for b in (was, now)]
        name = "moved" if what is What.MOVED else ("changed" if was and now else "")
        name = name or ("added" if now else "removed")
        if isinstance(there, Figure):
            what = What.MOVED if what is What.MOVED else What.IMAGE
            words = [b.caption.text if isinstance(b, Figure) else "" for b in (was, now)]
        first = next((s for s in slots if s.text or s.role is Role.CAPTION), None)
        if first is None and not isinstance(there, Separator | Table | Figure):
            return  # an empty paragraph says nothing
        first = first or (slots[0] if slots else Slot(Address(there.id), Role.NOTE, Inline()))
        self._tell(what, words[0], words[1], first, (0, len(first.text)), name=name)

    # --- words --------------------------------------------------------------------------------

    def _text(self, old: Inline, slot: Slot) -> Inline:
        """One text as both read it."""
        new = slot.text
        changes = differences(old.text, new.text)
        if not changes:
            if old.spans != new.spans:
                self._tell(What.LOOKS, old.text, new.text, slot, (0, len(new)))
            return new
        made, at = Inline(), 0
        quoted = _quoted(old.text), _quoted(new.text)
        for change in changes:
            made = made + new.slice(at, change.new_start)
            start = len(made)
            made = made + with_mark_everywhere(old.slice(change.start, change.end), self._gone)
            came = new.slice(change.new_start, change.new_end)
            made = made + with_mark_everywhere(came, self._put)
            at = change.new_end
            inside = _within(quoted[0], change.start, change.end)
            inside = inside or _within(quoted[1], change.new_start, change.new_end)
            words = old.text[change.start : change.end], came.text
            what = _WHAT.get(change.kind, What.WORDS)
            self._tell(what, *words, slot, (start, len(made)), quoted=inside)
        return made + new.slice(at, len(new))

    def _tell(
        self,
        what: What,
        before: str,
        after: str,
        slot: Slot,
        place: tuple[int, int],
        *,
        name: str = "",
        quoted: bool = False,
    ) -> None:
        self._found.append(
            Difference(what, before, after, slot.address, *place, slot.role, name, quoted)
        )


_WHAT = {ChangeKind.MARKS: What.MARKS, ChangeKind.SPACES: What.SPACES}


def _plain(document: Document) -> Document:
    """A text without what is only proposed in it, and without marks about words."""
    document = decided(document, lambda _mark: True, take=False)
    for slot in tuple(document.slots()):
        spans = tuple(span for span in slot.text.spans if not isinstance(span.mark, _ABOUT))
        if spans != slot.text.spans:
            document = document.with_text(slot.address, Inline(slot.text.text, spans))
    return document


def _header(document: Document) -> tuple[Slot, ...]:
    return tuple(slot for slot in document.slots() if slot.address.block == HEADER)


def _in_order(before: list[str], after: list[str]) -> set[str]:
    """Which of both did not move: the longest run in the order of both."""
    place = {own: number for number, own in enumerate(before)}
    walk = [(own, place[own]) for own in after if own in place]
    return {walk[number][0] for number in _rising([at for _, at in walk])}


def _rising(numbers: list[int]) -> list[int]:
    """Where the longest rising part of some numbers stands (patience sorting)."""
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for number, value in enumerate(numbers):
        pile = bisect_left(tails, value)
        before.append(at[pile - 1] if pile else -1)
        if pile == len(tails):
            tails.append(value)
            at.append(number)
        else:
            tails[pile], at[pile] = value, number
    found, number = [], at[-1] if at else -1
    while number >= 0:
        found.append(number)
        number = before[number]
    return found[::-1]


def _gone_behind(before: Document, kept: set[str]) -> dict[str, list[Block]]:
    """Blocks that went, by the id of the one that stayed before them; "" for the first ones."""
    found: dict[str, list[Block]] = {}
    last = ""
    for block in before.blocks:
        if block.id in kept:
            last = block.id
        else:
            found.setdefault(last, []).append(block)
    return found


def _reshaped(was: Block, now: Block) -> bool:
    """Whether a table has other rows or columns: it is then shown whole, twice."""
    if isinstance(was, Table) and isinstance(now, Table):
        return [len(row) for row in was.rows] != [len(row) for row in now.rows]
    return False


def _kind(block: Block | ListItem) -> tuple[object, ...]:
    """What of a block is neither words nor a picture's own."""
    names = ("level", "direction", "ordered", "header_rows", "author")
    return tuple(getattr(block, name, None) for name in names)


def _marked(block: Block, mark: Suggestion) -> Block:
    """A block with all of it put in, or taken out."""
    if isinstance(block, Figure | Table | Separator):
        return replace(block, suggested=(mark,))
    page = Document(blocks=(block,))
    for slot in block_slots(block):
        if slot.text:
            page = page.with_text(slot.address, with_mark_everywhere(slot.text, mark))
    return page.blocks[0]


def _renamed(block: Block) -> Block:
    made = replace(block, id=_GONE + block.id)
    if isinstance(made, ListBlock):
        items = tuple(replace(item, id=_GONE + item.id) for item in made.items)
        made = replace(made, items=items)
    return made


def _quoted(text: str) -> list[tuple[int, int]]:
    """What stands within quotation marks of any kind, as code points `[start, end)`."""
    return [(pair.start, pair.end) for pair in pair_glyphs(text).pairs]


def _within(ranges: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a change touches one of the ranges; one of no width must stand inside it."""
    return any(low < max(end, start + 1) and start < high for low, high in ranges)
