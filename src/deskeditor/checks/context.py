"""What a rule may ask for: the document, its details, the house, the language, shared readings.

Owns the memory of one checker: what was read from a slot once is not read again while the slot
stays as it is. A context belongs to one run and one thread; `Memory` outlives it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from deskeditor.domain.article import Details
from deskeditor.domain.dates import DateMention
from deskeditor.domain.document import Block, Document, Header, Role, Slot, block_slots
from deskeditor.domain.media import Shown
from deskeditor.domain.ports import Dictionary, WordCounts
from deskeditor.domain.publication import Publication
from deskeditor.domain.quotes import Confirmation, Evidence, Quote, Reported
from deskeditor.domain.sources import Source
from deskeditor.language.tokens import Token, TokenKind, tokenise

T = TypeVar("T")


class _Held(NamedTuple):
    """A slot with what is remembered of it."""

    slot: Slot
    shelf: dict[Hashable, Any]


class _Rows(NamedTuple):
    """One reading of many slots, and of them those that say anything."""

    slots: tuple[Slot, ...]
    readings: list[Any]
    told: tuple[tuple[Slot, Any], ...]


class Memory:
    """Readings of slots, kept from run to run and dropped once a slot is gone for two runs."""

    def __init__(self) -> None:
        """Begin empty."""
        self._ground: object = None
        self._near: dict[tuple[str, str, int], _Held] = {}
        self._last: dict[tuple[str, str, int], _Held] = {}
        self._by_value: dict[Slot, dict[Hashable, Any]] | None = None
        self._tally: Counter[str] = Counter()
        self._counted: dict[int, Counter[str]] = {}
        self._cut: dict[int, tuple[object, tuple[Slot, ...]]] = {}
        self._kept: dict[Hashable, tuple[object, Any]] = {}
        self._rows: dict[Hashable, _Rows] = {}

    def begin(self, ground: object) -> None:
        """Begin a run; everything is forgotten where the ground (house, language) changed."""
        if ground is not self._ground and ground != self._ground:
            self._near, self._tally, self._counted = {}, Counter(), {}
            self._kept, self._rows = {}, {}
        self._ground = ground
        self._last, self._near, self._by_value = self._near, {}, None

    def slots(self, document: Document) -> tuple[Slot, ...]:
        """The document's slots, the same objects while their block is the same object.

        Documents share the blocks that stay, so what follows may compare slots by identity.
        """
        cut: dict[int, tuple[object, tuple[Slot, ...]]] = {}
        found: list[Slot] = []
        for whole in (document.header, *document.blocks):
            held = self._cut.get(id(whole))
            if held is None or held[0] is not whole:
                held = (whole, _slots_of(whole))
            cut[id(whole)] = held
            found += held[1]
        self._cut = cut
        return tuple(found)

    def kept(self, key: Hashable, given: object, make: Callable[[], T]) -> T:
        """What was made last under `key`, made anew where `given` is not equal to the last.

        It must depend on nothing but `given` and the ground.
        """
        held = self._kept.get(key)
        if held is None or held[0] != given:
            held = self._kept[key] = (given, make())
        found: T = held[1]
        return found

    def gathered(
        self, key: Hashable, slots: tuple[Slot, ...], read: Callable[[Slot], T | None]
    ) -> tuple[tuple[Slot, T], ...]:
        """Every slot whose reading says anything, with it; only slots that changed are asked.

        While no reading changes the answer is the same object.
        """
        held = self._rows.get(key)
        if held is None or len(held.slots) != len(slots):
            readings = [read(slot) for slot in slots]
            changed = True
        else:
            readings, changed = list(held.readings), False
            both = zip(slots, held.slots, strict=True)
            for place in [at for at, (now, then) in enumerate(both) if now is not then]:
                new = read(slots[place])
                said = bool(new) or bool(readings[place])
                changed = changed or said
                readings[place] = new
        if changed or held is None:
            pairs = zip(slots, readings, strict=True)
            told = tuple((slot, reading) for slot, reading in pairs if reading)
        else:
            told = held.told
        self._rows[key] = _Rows(slots, readings, told)
        return told

    def shelf(self, slot: Slot) -> dict[Hashable, Any]:
        """What is remembered of a slot, to read from and to write to.

        Documents share the texts that stay, so a text is first known by its identity: that costs a
        tenth of comparing it.
        """
        near = (slot.address.block, slot.address.part, id(slot.text))
        held = self._near.get(near) or self._last.get(near)
        if held is not None and held.slot.text is slot.text and held.slot.role is slot.role:
            self._near[near] = held
            return held.shelf
        held = _Held(slot, self._equal(slot))
        self._near[near] = held
        return held.shelf

    def _equal(self, slot: Slot) -> dict[Hashable, Any]:
        """What is remembered of an equal slot of the last run: a document read anew."""
        if self._by_value is None:
            self._by_value = {held.slot: held.shelf for held in self._last.values()}
        return self._by_value.get(slot, {})

    def count(self, counters: Mapping[int, Counter[str]]) -> Counter[str]:
        """The sum of counters, each named by a number; only what changed is counted again."""
        for number in [n for n, held in self._counted.items() if counters.get(n) is not held]:
            self._tally.subtract(self._counted.pop(number))
        for number, counter in counters.items():
            if number not in self._counted:
                self._counted[number] = counter
                self._tally.update(counter)
        return self._tally


def _slots_of(whole: Header | Block) -> tuple[Slot, ...]:
    return tuple(Document(whole).slots()) if isinstance(whole, Header) else block_slots(whole)


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
        return (*self.details.slots(), *self.document_slots)

    @cached_property
    def document_slots(self) -> tuple[Slot, ...]:
        """Every slot of the document, empty ones too, in reading order."""
        return self.memory.slots(self.document)

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
        near = self._shelves.get(id(slot))
        shelf = near[1] if near is not None and near[0] is slot else self._shelf(slot)
        if key not in shelf:
            shelf[key] = make(slot)
        found: T = shelf[key]
        return found

    def gathered(
        self,
        key: Hashable,
        make: Callable[[Slot], T | None],
        slots: tuple[Slot, ...] | None = None,
    ) -> tuple[tuple[Slot, T], ...]:
        """A reading of each of `slots` (all a reader sees) that says anything, as `per_slot`.

        Cheaper than asking for each: slots that stayed the same object are not looked at.
        """
        wanted = self.slots if slots is None else slots
        return self.memory.gathered(key, wanted, lambda slot: self.per_slot(key, slot, make))

    def per_slot_given(
        self, key: Hashable, slot: Slot, given: object, make: Callable[[Slot], T]
    ) -> T:
        """A reading of one slot that also depends on `given`, made anew when that changes."""
        near = self._shelves.get(id(slot))
        shelf = near[1] if near is not None and near[0] is slot else self._shelf(slot)
        held = shelf.get(key)
        if held is None or held[0] != given:
            held = shelf[key] = (given, make(slot))
        found: T = held[1]
        return found

    def tokens(self, slot: Slot) -> tuple[Token, ...]:
        """The tokens of a slot."""
        return self.per_slot("tokens", slot, lambda given: tokenise(given.text.text))

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
