"""Suggested changes as people speak of them: one proposal, what it puts in and what it takes out.

All marks with one id are one proposal: a replacement is words taken out and words put in beside
them; a paragraph split or made a heading is its words taken out here and put in there; a picture, a
table or a break is proposed whole, and one that changes is taken out as it was and put in anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from deskeditor.domain.document.blocks import Block, Figure, Separator, Table
from deskeditor.domain.document.document import HEADER, Address, Document, Role, Slot, block_slots
from deskeditor.domain.document.inline import Inline, Mark, Span, Suggestion

#: What a block is that is proposed whole; nothing for words.
Whole = Literal["", "figure", "table", "separator"]


@dataclass(frozen=True, slots=True)
class Piece:
    """The code points `[start, end)` of one text that a proposal puts in or takes out.

    Where `whole` says so it is a whole block at this address, and `text` what is read in it.
    """

    address: Address
    start: int
    end: int
    kind: Literal["insert", "delete"]
    text: str
    whole: Whole = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One suggested change, by whom and when (UTC), with its pieces in reading order."""

    id: str
    author: str
    at: datetime
    pieces: tuple[Piece, ...]

    def _words(self, kind: str) -> str:
        return " ".join(piece.text for piece in self.pieces if piece.kind == kind)

    @property
    def inserted(self) -> str:
        """The words put in."""
        return self._words("insert")

    @property
    def deleted(self) -> str:
        """The words taken out."""
        return self._words("delete")

    @property
    def whole(self) -> Whole:
        """What block it puts in or takes out whole, if it does."""
        return next((piece.whole for piece in self.pieces if piece.whole), "")

    @property
    def kind(self) -> Literal["insert", "delete", "replace"]:
        """What it does."""
        kinds = {piece.kind for piece in self.pieces}
        return "replace" if len(kinds) > 1 else kinds.pop()

    @property
    def changes(self) -> Literal["insert", "delete", "replace", "looks", "lines"]:
        """What a person sees change: words or blocks, the looks of the same words, or lines."""
        if self.whole:
            return self.kind
        put, taken = ("".join(words.split()) for words in (self.inserted, self.deleted))
        if self.kind != "replace" or put != taken:
            return self.kind
        return "looks" if len({piece.address for piece in self.pieces}) == 1 else "lines"


def suggested(block: Block) -> tuple[Suggestion, ...]:
    """What is proposed about a block whole."""
    return block.suggested if isinstance(block, Figure | Table | Separator) else ()


def is_proposed(block: Block) -> bool:
    """Whether a whole block stands there only if a proposal is taken."""
    return any(mark.kind == "insert" for mark in suggested(block))


def is_struck(block: Block) -> bool:
    """Whether a whole block goes if a proposal is taken."""
    return any(mark.kind == "delete" for mark in suggested(block))


def standing_figures(document: Document) -> tuple[Figure, ...]:
    """The figures in order that nobody proposes to take out."""
    return tuple(figure for figure in document.figures() if not is_struck(figure))


def _whole(block: Block) -> Whole:
    match block:
        case Figure():
            return "figure"
        case Table():
            return "table"
        case _:
            return "separator"


def _found(document: Document) -> Iterator[tuple[Suggestion, Piece]]:
    """Every suggestion with what it is about, in reading order."""
    for slot in document.slots():
        if slot.address.block != HEADER:
            break
        yield from _in_text(slot)
    for block in document.blocks:
        whole = suggested(block)
        slots = block_slots(block)
        for mark in whole:
            read = (slot.text.text for slot in slots if slot.role in (Role.CAPTION, Role.CELL))
            where = slots[0].address if slots else Address(block.id)
            if isinstance(block, Figure):
                where = Address(block.id, "alt")
            words = " ".join(text for text in read if text)
            yield mark, Piece(where, 0, 0, mark.kind, words, _whole(block))
        for slot in slots:
            yield from ((mark, piece) for mark, piece in _in_text(slot) if mark not in whole)


def _in_text(slot: Slot) -> Iterator[tuple[Suggestion, Piece]]:
    for span in slot.text.spans:
        if isinstance(span.mark, Suggestion):
            words = slot.text.text[span.start : span.end]
            yield span.mark, Piece(slot.address, span.start, span.end, span.mark.kind, words)


def proposals(document: Document) -> tuple[Proposal, ...]:
    """Every pending proposal, in the order of their first words."""
    first: dict[str, Suggestion] = {}
    pieces: dict[str, list[Piece]] = {}
    for mark, piece in _found(document):
        pieces.setdefault(mark.id, []).append(piece)
        first.setdefault(mark.id, mark)
    return tuple(
        Proposal(own, first[own].author, first[own].at, tuple(found))
        for own, found in pieces.items()
    )


def suggestions_on(marks: tuple[Mark, ...]) -> tuple[Suggestion, ...]:
    """The suggestions among some marks."""
    return tuple(mark for mark in marks if isinstance(mark, Suggestion))


def without_suggestions(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Marks without the suggestions among them."""
    return tuple(mark for mark in marks if not isinstance(mark, Suggestion))


def kept_runs(text: Inline, keep: Callable[[tuple[Mark, ...]], tuple[Mark, ...] | None]) -> Inline:
    """The runs whose marks `keep` answers, with those marks; None drops the run."""
    pieces: list[str] = []
    spans: list[Span] = []
    done = 0
    for run, marks in text.runs():
        new = keep(marks)
        if new is not None:
            pieces.append(run)
            spans.extend(Span(done, done + len(run), mark) for mark in new)
            done += len(run)
    return Inline("".join(pieces), tuple(spans))


def live(text: Inline) -> Inline:
    """The text as it would read with every suggestion taken, and no suggestion on it."""

    def keep(marks: tuple[Mark, ...]) -> tuple[Mark, ...] | None:
        if any(mark.kind == "delete" for mark in suggestions_on(marks)):
            return None
        return without_suggestions(marks)

    return kept_runs(text, keep)


def original(text: Inline) -> Inline:
    """The text as it was before any pending suggestion."""

    def keep(marks: tuple[Mark, ...]) -> tuple[Mark, ...] | None:
        if any(mark.kind == "insert" for mark in suggestions_on(marks)):
            return None
        return without_suggestions(marks)

    return kept_runs(text, keep)


def with_mark_everywhere(text: Inline, mark: Mark) -> Inline:
    """The text with `mark` on all of it."""
    return Inline(text.text, (*text.spans, Span(0, len(text), mark))) if text else text
