"""What a rule may ask for: the document, its details, the house, the language, shared readings.

Owns the memory of one checker: what was read from a slot once is not read again while the slot
stays as it is. A context belongs to one run and one thread; `Memory` outlives it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from deskeditor.domain.article import Details
from deskeditor.domain.dates import DateMention
from deskeditor.domain.document import Document, Role, Slot
from deskeditor.domain.ports import Dictionary, WordCounts
from deskeditor.domain.publication import Publication
from deskeditor.domain.quotes import Confirmation, Evidence, Quote
from deskeditor.domain.sources import Source
from deskeditor.language.tokens import Token, TokenKind, tokenise

T = TypeVar("T")


class Memory:
    """Readings of slots, kept from run to run and dropped once a slot is gone for two runs."""

    def __init__(self) -> None:
        """Begin empty."""
        self._ground: object = None
        self._fresh: dict[Slot, dict[Hashable, Any]] = {}
        self._stale: dict[Slot, dict[Hashable, Any]] = {}

    def begin(self, ground: object) -> None:
        """Begin a run; everything is forgotten where the ground (house, language) changed."""
        if ground != self._ground:
            self._fresh, self._ground = {}, ground
        self._stale, self._fresh = self._fresh, {}

    def shelf(self, slot: Slot) -> dict[Hashable, Any]:
        """What is remembered of a slot, to read from and to write to."""
        shelf = self._fresh.get(slot)
        if shelf is None:
            shelf = self._fresh[slot] = self._stale.pop(slot, {})
        return shelf


@dataclass(frozen=True, slots=True)
class Readers:
    """Readings that rules of several categories share, given by whoever composes the checks."""

    quotes: Callable[[CheckContext], tuple[Quote, ...]] = lambda _: ()
    sources: Callable[[CheckContext], tuple[Source, ...]] = lambda _: ()
    dates: Callable[[CheckContext], tuple[DateMention, ...]] = lambda _: ()


@dataclass
class CheckContext:
    """One run over one document.

    Attributes:
        dictionary: the spelling dictionary, or None where there is none on this machine.
        counts: frequencies of words and pairs, or None where the table is missing.
        speller: the speller of `checks.spelling`, or None where spelling is not checked.
        evidence: what the desk keeps to hold quotations against.
        ledger: what people confirmed of the quotations.
    """

    document: Document
    details: Details
    publication: Publication
    dictionary: Dictionary | None = None
    counts: WordCounts | None = None
    speller: object | None = None
    evidence: tuple[Evidence, ...] = ()
    ledger: tuple[Confirmation, ...] = ()
    readers: Readers = field(default_factory=Readers)
    memory: Memory = field(default_factory=Memory)

    @cached_property
    def every_slot(self) -> tuple[Slot, ...]:
        """Every slot, empty ones too: masthead lines first, then in reading order."""
        return (*self.details.slots(), *self.document.slots())

    @cached_property
    def all_slots(self) -> tuple[Slot, ...]:
        """Every slot with text, in reading order: masthead lines first, notes to the desk too."""
        return tuple(slot for slot in self.every_slot if slot.text.text)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Every slot with text that a reader will see, in reading order."""
        return tuple(slot for slot in self.all_slots if slot.role is not Role.NOTE)

    @cached_property
    def _shelves(self) -> dict[int, tuple[Slot, dict[Hashable, Any]]]:
        """Shelves of this run by the slot's identity: hashing a slot costs ten times as much."""
        return {}

    def begin(self, ground: object) -> None:
        """Begin the run: what was remembered on another ground is forgotten."""
        self.memory.begin(ground)
        self._shelves.clear()

    def _shelf(self, slot: Slot) -> dict[Hashable, Any]:
        held = self._shelves.get(id(slot))
        if held is None or held[0] is not slot:
            held = self._shelves[id(slot)] = (slot, self.memory.shelf(slot))
        return held[1]

    @cached_property
    def _once(self) -> dict[Hashable, Any]:
        return {}

    def once(self, key: Hashable, make: Callable[[CheckContext], T]) -> T:
        """A reading of the whole document, made once a run."""
        if key not in self._once:
            self._once[key] = make(self)
        found: T = self._once[key]
        return found

    def per_slot(self, key: Hashable, slot: Slot, make: Callable[[Slot], T]) -> T:
        """A reading of one slot, made once and remembered while the slot stays the same.

        It must depend on nothing but the slot, the publication and the document's language.
        """
        shelf = self._shelf(slot)
        if key not in shelf:
            shelf[key] = make(slot)
        found: T = shelf[key]
        return found

    def tokens(self, slot: Slot) -> tuple[Token, ...]:
        """The tokens of a slot."""
        return self.per_slot("tokens", slot, lambda given: tokenise(given.text.text))

    def words(self, slot: Slot) -> tuple[Token, ...]:
        """The Arabic words of a slot."""
        return tuple(token for token in self.tokens(slot) if token.kind is TokenKind.WORD)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotations of the document, read once a run."""
        return self.once("quotes", self.readers.quotes)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the document, read once a run."""
        return self.once("sources", self.readers.sources)

    @property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates of the document, resolved where they can be, read once a run."""
        return self.once("dates", self.readers.dates)
