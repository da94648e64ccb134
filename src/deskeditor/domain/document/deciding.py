"""Taking and refusing proposals in a document: what a decision leaves of it.

A block or list item that a decision leaves without a word goes; a header field stays, empty, and so
do a picture and a table, which only a proposal about the whole takes away.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from deskeditor.domain.document.blocks import (
    Block,
    Figure,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Quotation,
    Separator,
    Table,
)
from deskeditor.domain.document.document import Document, Header, block_slots
from deskeditor.domain.document.inline import Inline, Mark, Suggestion
from deskeditor.domain.document.proposals import kept_runs, suggested, suggestions_on

#: Whether a decision is about this proposal.
About = Callable[[Suggestion], bool]
_FIELDS = ("kicker", "headline", "deck", "byline", "dateline")


def decided(document: Document, about: About, *, take: bool) -> Document:
    """The document with all proposals that `about` names taken, or refused; the rest stand."""
    gone = "delete" if take else "insert"

    def read(text: Inline) -> Inline:
        def keep(marks: tuple[Mark, ...]) -> tuple[Mark, ...] | None:
            named = [mark for mark in suggestions_on(marks) if about(mark)]
            if any(mark.kind == gone for mark in named):
                return None
            return tuple(mark for mark in marks if mark not in named) if named else marks

        return kept_runs(text, keep) if text.spans else text

    header = Header(**{name: read(getattr(document.header, name)) for name in _FIELDS})
    made = (_block(block, read, about, gone) for block in document.blocks)
    return replace(document, header=header, blocks=tuple(b for b in made if b is not None))


def _emptied(old: Block, new: Block) -> bool:
    """Whether the last words of a block went with the decision."""
    before, after = block_slots(old), block_slots(new)
    return any(slot.text for slot in before) and not any(slot.text for slot in after)


def _block(block: Block, read: Callable[[Inline], Inline], about: About, gone: str) -> Block | None:
    named = [mark for mark in suggested(block) if about(mark)]
    if any(mark.kind == gone for mark in named):
        return None
    left = tuple(mark for mark in suggested(block) if mark not in named)
    new: Block
    match block:
        case Paragraph() | Heading() | Note():
            new = replace(block, text=read(block.text))
        case Quotation():
            new = replace(block, text=read(block.text), attribution=read(block.attribution))
        case ListBlock():
            pairs = ((item, replace(item, text=read(item.text))) for item in block.items)
            items = tuple(item for old, item in pairs if not (old.text and not item.text))
            return replace(block, items=items) if items else None
        case Figure():
            return replace(block, caption=read(block.caption), suggested=left)
        case Table():
            rows = tuple(tuple(read(cell) for cell in row) for row in block.rows)
            return replace(block, rows=rows, caption=read(block.caption), suggested=left)
        case Separator():
            return replace(block, suggested=left)
    return None if _emptied(block, new) else new
