"""What one person may change in another's text: suggest, comment, flag; decide where they may.

Two documents are held against each other: the one that stands and the one that is to take its
place. Without this person's own suggestions, comments and fact marks both must read the same; a
suggestion of somebody else's stands as it was, or is taken or refused whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any

from deskeditor.domain.document.blocks import (
    Figure,
    ListBlock,
    Separator,
    Table,
)
from deskeditor.domain.document.deciding import decided
from deskeditor.domain.document.document import Document, block_slots
from deskeditor.domain.document.inline import CommentMark, Fact, Inline, QuoteMark, Suggestion
from deskeditor.domain.document.proposals import proposals

#: Marks that say something about words and change none of them.
_ABOUT = (CommentMark, Fact, QuoteMark)
#: With more decisions than this at once, they must be all for or all against.
_EACH = 5


def trespasses(before: Document, after: Document, by: str, *, may_decide: bool) -> bool:
    """Whether `after` changes more of another's text than this person may."""

    def own(mark: Suggestion) -> bool:
        return mark.author == by

    was, left = decided(before, own, take=False), decided(after, own, take=False)
    now = _read(left)
    if _read(was) == now:
        return False
    pending = {one.id for one in proposals(left)}
    gone = [one.id for one in proposals(was) if one.id not in pending]
    return not (may_decide and any(_read(one) == now for one in _decisions(was, gone)))


def _decisions(document: Document, ids: list[str]) -> Iterator[Document]:
    """The document with these suggestions decided, each way they may have been."""
    ways = product((True, False), repeat=len(ids))
    if len(ids) > _EACH:
        ways = iter(((True,) * len(ids), (False,) * len(ids)))  # type: ignore[assignment]
    for way in ways:
        made = document
        for own, take in zip(ids, way, strict=True):
            made = _one_decided(made, own, take=take)
        yield made


def _one_decided(document: Document, own: str, *, take: bool) -> Document:
    return decided(document, lambda mark: mark.id == own, take=take)


def _words(text: Inline) -> Inline:
    return Inline(text.text, tuple(s for s in text.spans if not isinstance(s.mark, _ABOUT)))


def _read(document: Document) -> list[Any]:
    """All that a document says and shows, without names of blocks and empty lines."""
    found: list[Any] = [document.language, document.direction]
    found += [_words(slot.text) for slot in document.slots() if slot.address.block == "header"]
    for block in document.blocks:
        if isinstance(block, ListBlock):
            for item in block.items:
                if item.text:
                    text = _words(item.text)
                    found.append((block.ordered, item.level, item.direction, text))
            continue
        texts = tuple(_words(slot.text) for slot in block_slots(block))
        whole = isinstance(block, Figure | Table | Separator)
        if whole or any(texts):
            found.append((type(block), _rest(block), texts))
    return found


def _rest(block: Any) -> Any:
    """What of a block is neither its name nor its words."""
    match block:
        case Figure():
            return replace(block, id="", caption=Inline())
        case Table():
            return block.header_rows, len(block.rows), block.suggested
        case Separator():
            return block.suggested
        case _:
            names = ("level", "direction", "author")
            return tuple(getattr(block, name, None) for name in names)
