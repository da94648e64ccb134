"""A file read in a process of its own, and what came of it given the desk's own names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from deskeditor.apart import frames
from deskeditor.apart.process import Child, Ended
from deskeditor.domain.document import (
    Block,
    CommentMark,
    Document,
    Inline,
    ListBlock,
    Span,
    Suggestion,
    block_slots,
    codec,
)
from deskeditor.domain.errors import BadInput, DeskError
from deskeditor.domain.ports import Ids
from deskeditor.formats.guard import MEGABYTE, display_name, read_bytes
from deskeditor.formats.imported import Imported
from deskeditor.formats.incoming.reader import DETAILS, NOTES

#: Seconds a file may take by the wall's clock, and bytes it may have.
PATIENCE, MAX_BYTES = 40.0, 100 * MEGABYTE


def read_apart(
    kind: str, path: Path, ids: Ids, at: datetime, patience: float = PATIENCE
) -> Imported:
    """The file read as `kind`, a key of `reader.MODULES`. Blocks for up to `patience` seconds.

    Raises:
        BadInput: missing, a folder, empty, too large, of another kind, damaged, or too slow.
    """
    name = display_name(path)
    raw = read_bytes(path, MAX_BYTES)
    try:
        child = Child("deskeditor.formats.incoming.reader")
        try:
            asked = {"kind": kind, "at": at.isoformat()}
            head, data = child.ask(asked, raw, patience=patience)
        finally:
            child.close()
    except (Ended, OSError) as error:  # ended, or the machine has no room for one process more
        raise BadInput("file-too-heavy", name=name) from error
    if "wrong" in head:
        raise BadInput(str(head["wrong"]), name=name, format=kind, kind=head.get("kind", kind))
    try:
        return _imported(head, data, ids, name)
    except (frames.Garbled, DeskError, KeyError, TypeError, ValueError) as error:
        raise BadInput("file-broken", name=name, format=kind) from error


def _imported(head: frames.Data, data: bytes, ids: Ids, origin: str) -> Imported:
    document = codec.read_document(head["document"])
    details = replace(DETAILS.read(head["details"]), origin=origin)
    document, new = renamed(document, ids)
    pictures, start = {}, 0
    for figure, length in head["pictures"]:
        pictures[new[figure]] = data[start : start + length]
        start += length
    return Imported(document, details, NOTES.read(head["notes"]), pictures=pictures)


def renamed(document: Document, ids: Ids) -> tuple[Document, dict[str, str]]:
    """The document with new names for its blocks, items, threads and proposals; old to new."""
    names: dict[str, str] = {}

    def new(old: str) -> str:
        if old not in names:
            names[old] = ids.new()
        return names[old]

    blocks = tuple(_renamed(block, new) for block in document.blocks)
    threads = tuple(replace(thread, id=new(thread.id)) for thread in document.threads)
    header = document.header
    fields = ("kicker", "headline", "deck", "byline", "dateline")
    known = {name: _marks(getattr(header, name), new) for name in fields}
    return replace(document, header=replace(header, **known), blocks=blocks, threads=threads), names


def _renamed(block: Block, new: Callable[[str], str]) -> Block:
    for slot in block_slots(block):
        if any(isinstance(span.mark, CommentMark | Suggestion) for span in slot.text.spans):
            alone = Document(blocks=(block,))
            (block,) = alone.with_text(slot.address, _marks(slot.text, new)).blocks
    if isinstance(block, ListBlock):
        items = tuple(replace(item, id=new(item.id)) for item in block.items)
        return replace(block, id=new(block.id), items=items)
    return replace(block, id=new(block.id))


def _marks(text: Inline, new: Callable[[str], str]) -> Inline:
    if not text.spans:
        return text
    spans = (
        Span(s.start, s.end, replace(s.mark, id=new(s.mark.id)))
        if isinstance(s.mark, CommentMark | Suggestion)
        else s
        for s in text.spans
    )
    return Inline(text.text, tuple(spans))
