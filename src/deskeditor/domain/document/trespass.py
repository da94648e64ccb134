"""What one person may change in another's text: suggest, comment, flag; decide where they may.

Two documents are held against each other: the one that stands and the one that is to take its
place. Without this person's own suggestions, comments and fact marks both must read the same; a
suggestion of somebody else's stands as it was, or is taken or refused whole. Nobody speaks in
another's name, and nobody's message goes.
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
from deskeditor.domain.document.document import Document, Thread, ThreadMessage, block_slots
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

    if _speaks_for_others(before, after, by):
        return True
    was, left = decided(before, own, take=False), decided(after, own, take=False)
    now = _read(left)
    if _read(was) == now:
        return False
    pending = {one.id for one in proposals(left)}
    gone = [one.id for one in proposals(was) if one.id not in pending]
    return not (may_decide and any(_read(one) == now for one in _decisions(was, gone)))


def _speaks_for_others(before: Document, after: Document, by: str) -> bool:
    """Whether a message, a settled thread or a fact mark of somebody else is new, other or gone.

    A fact somebody flagged may be checked in one's own name, and a thread be settled in it.
    """
    if not _facts_of_others(after, by) <= _facts_of_others(before, by):
        return True
    was = {thread.id: thread for thread in before.threads}
    now = {thread.id: thread for thread in after.threads}
    for own in was.keys() | now.keys():
        old, new = was.get(own, Thread(own, ())), now.get(own, Thread(own, ()))
        if _others(old.messages, by) != _others(new.messages, by):
            return True
        if new.resolved_by not in (None, by, old.resolved_by):
            return True
    return False


def _others(messages: tuple[ThreadMessage, ...], by: str) -> list[ThreadMessage]:
    return [message for message in messages if message.author != by]


def _facts_of_others(document: Document, by: str) -> set[Fact]:
    return {
        span.mark
        for slot in document.slots()
        for span in slot.text.spans
        if isinstance(span.mark, Fact) and span.mark.by != by
    }


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
