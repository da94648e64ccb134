"""From an anchor in a document to code points in the text the command was given.

For a text file that is the decoded file; for an article of the desk, and for a file whose words do
not lie in it as they read (Word), it is every text of the document in reading order, one a line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from deskeditor.domain.document import Address, Document
from deskeditor.domain.findings import Anchor


def laid_out(document: Document) -> tuple[str, dict[Address, int]]:
    """Every text that is not empty, one a line in reading order, and where each one begins."""
    lines: list[str] = []
    origins: dict[Address, int] = {}
    at = 0
    for slot in document.slots():
        if slot.text.text:
            origins[slot.address] = at
            lines.append(slot.text.text)
            at += len(slot.text.text) + 1
    return "\n".join(lines), origins


@dataclass(frozen=True)
class Places:
    """Places of a document in the text it was read from.

    `origins` gives the code point in `text` where each slot begins. What stands nowhere in the
    text (a missing date, an empty caption) lies, empty, at the end of what is read before it.
    """

    text: str
    origins: Mapping[Address, int]
    _lengths: dict[Address, int] = field(default_factory=dict)

    @classmethod
    def of(
        cls, document: Document, text: str = "", origins: Mapping[Address, int] | None = None
    ) -> Places:
        """Places in `text`, or in the document laid out where no text is given."""
        if not origins:
            text, origins = laid_out(document)
        lengths = {slot.address: len(slot.text.text) for slot in document.slots()}
        return cls(text, origins, lengths)

    def find(self, anchor: Anchor) -> tuple[int, int]:
        """`[start, end)` in code points of the text."""
        origin = self.origins.get(anchor.address)
        if origin is None:
            edge = self._end_before(anchor.address)
            return edge, edge
        return origin + anchor.start, origin + max(anchor.start, anchor.end)

    def _end_before(self, address: Address) -> int:
        edge = 0
        for known, length in self._lengths.items():
            if known == address:
                return edge
            if known in self.origins:
                edge = self.origins[known] + length
        return 0
