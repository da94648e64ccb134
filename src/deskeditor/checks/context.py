"""What a rule may ask for: the document, its details, the house, the language, shared readings.

A context belongs to one run and one thread; its `Memory` outlives it, so that what was read once is
not read again while it stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress
from typing import Any, TypeVar

from deskeditor.checks.memory import Memory
from deskeditor.domain.article import Details
from deskeditor.domain.dates import DateMention
from deskeditor.domain.document import Block, Document, Figure, Role, Slot
from deskeditor.domain.document.proposals import is_struck
from deskeditor.domain.media import Shown
from deskeditor.domain.ports import Dictionary, WordCounts
from deskeditor.domain.publication import Publication
from deskeditor.domain.quotes import Confirmation, Evidence, Quote, Reported
from deskeditor.domain.sources import Source
from deskeditor.language.tokens import Token, TokenKind, tokenise

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Readers:
    """Readings that rules of several categories share, given by whoever composes the checks."""

    quotes: Callable[[CheckContext], tuple[Quote, ...]] = lambda _: ()
    sources: Callable[[CheckContext], tuple[Source, ...]] = lambda _: ()
    dates: Callable[[CheckContext], tuple[DateMention, ...]] = lambda _: ()
    reported: Callable[[CheckContext], tuple[Reported, ...]] = lambda _: ()


@dataclass
class CheckContext:
    """One run over one document.

    Attributes:
        dictionary: the spelling dictionary, or None where there is none on this machine.
        counts: frequencies of words and pairs, or None where the table is missing.
        speller: the speller of `checks.spelling`, or None where spelling is not checked.
        evidence: what the desk keeps to hold quotations against.
        ledger: what people confirmed of the quotations.
        pictures: what the desk knows of the images the document shows.
    """

    document: Document
    details: Details
    publication: Publication
    dictionary: Dictionary | None = None
    counts: WordCounts | None = None
    speller: object | None = None
    evidence: tuple[Evidence, ...] = ()
    ledger: tuple[Confirmation, ...] = ()
    pictures: Shown = field(default_factory=Shown)
    readers: Readers = field(default_factory=Readers)
    memory: Memory = field(default_factory=Memory)

    @cached_property
    def every_slot(self) -> tuple[Slot, ...]:
        """Every slot, empty ones too: masthead lines first, then in reading order."""
        lines = self.memory.made("slots.details", (self.details,), self.details.slots)
        if not lines:
            return self.document_slots
        of = (lines, self.document_slots)
        return self.memory.made("slots.every", of, lambda: (*lines, *self.document_slots))

    @cached_property
    def document_slots(self) -> tuple[Slot, ...]:
        """Every slot of the document, empty ones too, in reading order."""
        return self.memory.slots(self.document)

    @cached_property
    def all_slots(self) -> tuple[Slot, ...]:
        """Every slot with text, in reading order: masthead lines first, notes to the desk too.

        The words of a picture that somebody proposes to take out are not among them.
        """
        found = self.picked("slots.all", self.every_slot, lambda slot: bool(slot.text.text))
        return self._standing("slots.all standing", found)

    @cached_property
    def standing_slots(self) -> tuple[Slot, ...]:
        """The document's slots, but for those of pictures that somebody proposes to take out."""
        return self._standing("slots.standing", self.document_slots)

    def _standing(self, key: Hashable, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
        told = self.memory.gathered("figures.struck", self.document.blocks, _is_struck)
        if not told:
            return slots
        gone = frozenset(block.id for block, _ in told)
        return self.memory.made(
            key, (slots, told), lambda: tuple(one for one in slots if one.address.block not in gone)
        )

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Every slot with text that a reader will see, in reading order."""
        return self.picked("slots.seen", self.all_slots, lambda slot: slot.role is not Role.NOTE)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in order that nobody proposes to take out; one object while none changes."""
        told = self.memory.gathered("figures", self.document.blocks, _stands)
        return self.memory.made("figures.told", (told,), lambda: tuple(each for each, _ in told))  # type: ignore[misc]

    @cached_property
    def _shelves(self) -> dict[int, tuple[Slot, dict[Hashable, Any]]]:
        """Shelves of this run by the slot's identity: hashing a slot costs ten times as much."""
        return {}

    def begin(self, ground: object) -> None:
        """Begin the run: what was remembered on another ground is forgotten."""
        self.memory.begin(ground)
        self.document = self.memory.shared(self.document)
        self._shelves.clear()
        self.memory.settle(self.every_slot)

    def picked(
        self, key: Hashable, slots: tuple[Slot, ...], wanted: Callable[[Slot], bool]
    ) -> tuple[Slot, ...]:
        """The slots that are wanted, in their order; the same object where all of them are."""

        def pick() -> tuple[Slot, ...]:
            chosen = self.memory.rows(key, slots, wanted)
            return slots if all(chosen) else tuple(compress(slots, chosen))

        return self.memory.made(key, (slots,), pick)

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
        near = self._shelves.get(id(slot))
        shelf = near[1] if near is not None and near[0] is slot else self._shelf(slot)
        if key not in shelf:
            shelf[key] = make(slot)
        found: T = shelf[key]
        return found

    def rows(
        self,
        key: Hashable,
        make: Callable[[Slot], T],
        slots: tuple[Slot, ...] | None = None,
        given: object = None,
    ) -> tuple[T, ...]:
        """A reading of each of `slots` (all a reader sees) that may depend on `given`, too.

        Slots that stayed the same object are not looked at; while no reading changes, the answer
        is the same object.
        """
        return self.memory.rows(key, self.slots if slots is None else slots, make, given)

    def flat(
        self,
        key: Hashable,
        make: Callable[[Slot], Iterable[T]],
        slots: tuple[Slot, ...] | None = None,
        given: object = None,
    ) -> tuple[T, ...]:
        """What is read of each slot as one row, as `rows`."""
        rows = self.rows(key, lambda slot: tuple(make(slot)), slots, given)
        return self.memory.flat(key, rows)

    def gathered(
        self,
        key: Hashable,
        make: Callable[[Slot], T | None],
        slots: tuple[Slot, ...] | None = None,
        given: object = None,
    ) -> tuple[tuple[Slot, T], ...]:
        """Every slot whose reading says anything, with it, as `rows`."""
        wanted = self.slots if slots is None else slots
        return self.memory.gathered(key, wanted, make, given)

    def per_slot_given(
        self, key: Hashable, slot: Slot, given: object, make: Callable[[Slot], T]
    ) -> T:
        """A reading of one slot that also depends on `given`, made anew when that changes."""
        shelf = self._shelf(slot)
        held = shelf.get(key)
        if held is None or held[0] != given:
            held = shelf[key] = (given, make(slot))
        found: T = held[1]
        return found

    def tokens(self, slot: Slot) -> tuple[Token, ...]:
        """The tokens of a slot."""
        return self.per_slot("tokens", slot, lambda given: tokenise(given.text.text))

    def characters(self, slot: Slot) -> frozenset[str]:
        """The characters a slot has."""
        return self.per_slot("characters", slot, lambda given: frozenset(given.text.text))

    def words(self, slot: Slot) -> tuple[Token, ...]:
        """The Arabic words of a slot."""
        return self.per_slot(
            "words", slot, lambda s: tuple(t for t in self.tokens(s) if t.kind is TokenKind.WORD)
        )

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

    @property
    def reported(self) -> tuple[Reported, ...]:
        """What is reported without quotation glyphs, read once a run."""
        return self.readers.reported(self)


def _is_struck(block: Block) -> bool:
    """Whether a block is a figure that somebody proposes to take out."""
    return isinstance(block, Figure) and is_struck(block)


def _stands(block: Block) -> bool:
    """Whether a block is a figure that nobody proposes to take out."""
    return isinstance(block, Figure) and not is_struck(block)
