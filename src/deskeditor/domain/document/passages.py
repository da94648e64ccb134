"""Where a document carries marks of one kind: commented words, facts to be checked."""

from __future__ import annotations

from dataclasses import dataclass

from deskeditor.domain.document.document import Address, Document
from deskeditor.domain.document.inline import Mark


@dataclass(frozen=True, slots=True)
class Passage:
    """The code points `[start, end)` of one text that carry a mark, and what they say."""

    mark: Mark
    address: Address
    start: int
    end: int
    text: str


def passages(document: Document, kind: type[Mark]) -> tuple[Passage, ...]:
    """All passages with a mark of this kind, in reading order."""
    return tuple(
        Passage(
            span.mark, slot.address, span.start, span.end, slot.text.text[span.start : span.end]
        )
        for slot in document.slots()
        for span in slot.text.spans
        if isinstance(span.mark, kind)
    )
