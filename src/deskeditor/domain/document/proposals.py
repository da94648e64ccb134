"""Suggested changes as people speak of them: one proposal, what it puts in and what it takes out.

All marks with one id are one proposal: a replacement is words taken out and words put in beside
them; a paragraph split or made a heading is its words taken out here and put in there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from deskeditor.domain.document.document import Address, Document
from deskeditor.domain.document.inline import Inline, Mark, Span, Suggestion


@dataclass(frozen=True, slots=True)
class Piece:
    """The code points `[start, end)` of one text that a proposal puts in or takes out."""

    address: Address
    start: int
    end: int
    kind: Literal["insert", "delete"]
    text: str


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
    def kind(self) -> Literal["insert", "delete", "replace"]:
        """What it does."""
        kinds = {piece.kind for piece in self.pieces}
        return "replace" if len(kinds) > 1 else kinds.pop()

    @property
    def changes(self) -> Literal["insert", "delete", "replace", "looks", "lines"]:
        """What a person sees change: words, the looks of the same words, or lines alone."""
        put, taken = ("".join(words.split()) for words in (self.inserted, self.deleted))
        if self.kind != "replace" or put != taken:
            return self.kind
        return "looks" if len({piece.address for piece in self.pieces}) == 1 else "lines"


def proposals(document: Document) -> tuple[Proposal, ...]:
    """Every pending proposal, in the order of their first words."""
    first: dict[str, Suggestion] = {}
    pieces: dict[str, list[Piece]] = {}
    for slot in document.slots():
        for span in slot.text.spans:
            mark = span.mark
            if isinstance(mark, Suggestion):
                words = slot.text.text[span.start : span.end]
                piece = Piece(slot.address, span.start, span.end, mark.kind, words)
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


def _kept(text: Inline, keep: Callable[[tuple[Mark, ...]], tuple[Mark, ...] | None]) -> Inline:
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

    return _kept(text, keep)


def original(text: Inline) -> Inline:
    """The text as it was before any pending suggestion."""

    def keep(marks: tuple[Mark, ...]) -> tuple[Mark, ...] | None:
        if any(mark.kind == "insert" for mark in suggestions_on(marks)):
            return None
        return without_suggestions(marks)

    return _kept(text, keep)


def with_mark_everywhere(text: Inline, mark: Mark) -> Inline:
    """The text with `mark` on all of it."""
    return Inline(text.text, (*text.spans, Span(0, len(text), mark))) if text else text
