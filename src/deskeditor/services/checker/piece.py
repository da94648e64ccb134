"""What is to be checked, as the desk tells it to the process that checks: only what changed.

`Teller` stands at the desk and remembers what was told; `Listener` stands in the process and keeps
the piece. A text that stays is one object there from run to run, so that what the checks remember
of it stays too. Both begin empty, with each process anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from deskeditor.apart.frames import Data, Garbled
from deskeditor.apart.values import Values
from deskeditor.domain.article import Details
from deskeditor.domain.document import Block, Document, Header
from deskeditor.domain.document.blocks import Direction
from deskeditor.domain.findings import Dismissal
from deskeditor.domain.media import Shown
from deskeditor.domain.publication import Publication
from deskeditor.domain.quotes import Confirmation, Evidence
from deskeditor.domain.sources import Terms


@dataclass(frozen=True, slots=True)
class Piece:
    """A text and everything its checks look at.

    `terms` are those of the register of sources, by its keys; no name of the vault is among them.
    """

    document: Document = field(default_factory=Document)
    details: Details = field(default_factory=Details)
    publication: Publication = field(default_factory=lambda: Publication("", ""))
    dismissals: tuple[Dismissal, ...] = ()
    ledger: tuple[Confirmation, ...] = ()
    pictures: Shown = field(default_factory=Shown)
    terms: Mapping[str, Terms] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()


_BLOCK = Values[Block](Block)
_EVIDENCE = Values[Evidence](Evidence)
#: What passes whole where it changed.
_PARTS: Mapping[str, Values[Any]] = {
    "details": Values(Details),
    "publication": Values(Publication),
    "dismissals": Values(tuple[Dismissal, ...]),
    "ledger": Values(tuple[Confirmation, ...]),
    "pictures": Values(Shown),
    "terms": Values(Mapping[str, Terms]),
}
#: Of a document, beside its blocks. Comment threads stay home: no check reads them.
_FRAME: Mapping[str, Values[Any]] = {
    "header": Values(Header),
    "language": Values(str),
    "direction": Values(Direction),
}
Kept = dict[str, Any]


def _changed(parts: Mapping[str, Values[Any]], told: object, now: object) -> Data:
    """The parts of a value that are not what was told."""
    said: Data = {}
    for name, values in parts.items():
        new, old = getattr(now, name), getattr(told, name)
        if new is not old and new != old:
            said[name] = values.data(new)
    return said


class Teller:
    """Says what changed since the last telling."""

    def __init__(self) -> None:
        """Nothing is told yet."""
        self._told = Piece()
        self._blocks: dict[str, Block] = {}
        self._order: list[str] = []
        self._evidence: dict[str, Evidence] = {}

    def tell(self, piece: Piece) -> Data:
        """What the other side does not know of a piece; from now on it is held for known.

        A block is told apart by its identity: documents share the blocks that stay.
        """
        said = _changed(_PARTS, self._told, piece)
        frame = _changed(_FRAME, self._told.document, piece.document)
        blocks = {block.id: block for block in piece.document.blocks}
        known = self._blocks
        new = [block for name, block in blocks.items() if known.get(name) is not block]
        if new:
            said["blocks"] = [_BLOCK.data(block) for block in new]
        order = list(blocks)
        if order != self._order:
            said["order"] = order
        if frame:
            said["frame"] = frame
        said |= self._of_evidence(piece.evidence)
        self._told, self._blocks, self._order = piece, blocks, order
        return said

    def _of_evidence(self, evidence: tuple[Evidence, ...]) -> Data:
        """Evidence by its id: a text of millions of letters passes once."""
        held = {one.id: one for one in evidence}
        if held == self._evidence:
            return {}
        new = [one for name, one in held.items() if self._evidence.get(name) != one]
        self._evidence = held
        return {"evidence": [_EVIDENCE.data(one) for one in new], "kept": list(held)}


class Listener:
    """Keeps the piece that is told."""

    def __init__(self) -> None:
        """Nothing was told yet."""
        self.piece = Piece()
        self._blocks: dict[str, Block] = {}
        self._order: list[str] = []
        self._evidence: dict[str, Evidence] = {}

    def hear(self, said: Data) -> Piece:
        """The piece as it stands now.

        Raises:
            Garbled: that cannot be a piece.
        """
        for data in said.get("blocks", ()):
            block = _BLOCK.read(data)
            self._blocks[block.id] = block
        if "order" in said:
            self._order = said["order"]
            self._blocks = {name: self._known(name) for name in self._order}
        frame = {name: _FRAME[name].read(data) for name, data in said.get("frame", {}).items()}
        blocks = tuple(self._blocks[name] for name in self._order)
        document = replace(self.piece.document, **frame, blocks=blocks)
        parts = {name: part.read(said[name]) for name, part in _PARTS.items() if name in said}
        if "kept" in said:
            read = [_EVIDENCE.read(data) for data in said["evidence"]]
            held = self._evidence | {one.id: one for one in read}
            self._evidence = {name: held[name] for name in said["kept"]}
            parts["evidence"] = tuple(self._evidence.values())
        self.piece = replace(self.piece, document=document, **parts)
        return self.piece

    def _known(self, name: str) -> Block:
        block = self._blocks.get(name)
        if block is None:
            raise Garbled("a block that was never told")
        return block
