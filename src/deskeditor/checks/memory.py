"""What a checker remembers from one run to the next, so that an edit costs what it changed.

Readings of single texts are kept on the text's shelf; whatever is read of many things at once is
kept in rows: only rows whose thing is another object than last time are read again, and where they
say the same as before the very same answer comes back. So whoever builds on an answer compares
objects, not contents, and stops where nothing changed. Not thread-safe.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from itertools import chain, starmap
from operator import is_
from typing import Any, Generic, NamedTuple, TypeVar

from deskeditor.domain.document import Block, Document, Header, Slot, block_slots

T = TypeVar("T")
S = TypeVar("S")


class _Held(NamedTuple):
    """A slot with what is remembered of it."""

    slot: Slot
    shelf: dict[Hashable, Any]


class _Rows(NamedTuple):
    """Things, what they were read with, and what was read of each."""

    items: tuple[Any, ...]
    given: object
    readings: tuple[Any, ...]


class _Made(NamedTuple):
    """What was made, and of what."""

    of: tuple[object, ...]
    value: Any


class _Compared(NamedTuple):
    """Two rows and where they differ; they are held so that no other takes their identity."""

    old: tuple[Any, ...]
    new: tuple[Any, ...]
    change: Change


class Change(NamedTuple):
    """Where two rows of things differ: `old[low:old_end]` became `new[low:new_end]`."""

    low: int
    old_end: int
    new_end: int


def change(old: tuple[Any, ...], new: tuple[Any, ...]) -> Change:
    """The stretch outside which two rows hold the same things.

    Stretches are compared whole: that passes over things that are one object without a step of
    Python each, and an edit changes one of hundreds.
    """
    shorter = min(len(old), len(new))
    low = _alike(lambda start, end: old[start:end] == new[start:end], shorter)
    past, now = len(old), len(new)
    back = _alike(
        lambda start, end: old[past - end : past - start] == new[now - end : now - start],
        shorter - low,
    )
    return Change(low, past - back, now - back)


def _alike(same: Callable[[int, int], bool], most: int) -> int:
    """How many things in a row are the same, of `most`; `same` compares a stretch of them."""
    if same(0, most):
        return most
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        if same(low, middle):
            low = middle
        else:
            high = middle
    return low


class Memory:
    """Readings, kept from run to run; those of a slot are dropped once it is gone for two runs."""

    def __init__(self) -> None:
        """Begin empty."""
        self._ground: object = None
        self._near: dict[tuple[str, str, int], _Held] = {}
        self._last: dict[tuple[str, str, int], _Held] = {}
        self._by_value: dict[Slot, dict[Hashable, Any]] | None = None
        self._forget()

    def _forget(self) -> None:
        self._near, self._last = {}, {}
        self._standing: tuple[Slot, ...] = ()
        self._rows: dict[Hashable, _Rows] = {}
        self._made: dict[Hashable, _Made] = {}
        self._changes: dict[tuple[int, int], _Compared] = {}
        self._places: dict[int, int] = {}
        #: What outlives a run and is kept by whoever owns it, by its name.
        self.kept: dict[Hashable, Any] = {}

    def begin(self, ground: object) -> None:
        """Begin a run; everything is forgotten where the ground (house, language) changed."""
        if ground is not self._ground and ground != self._ground:
            self._forget()
        self._ground = ground
        self._by_value = None
        self._changes, self._places = {}, {}

    def shared(self, document: Document) -> Document:
        """The document with the blocks of the last one where they are equal, not only the same.

        A document that was read anew or came from another process shares no block with the last.
        """
        last: Document | None = self.kept.get("document")
        if last is not None and last is not document:
            header = last.header if last.header == document.header else document.header
            blocks = _with_old(last.blocks, document.blocks)
            if header is not document.header or blocks is not document.blocks:
                document = replace(document, header=header, blocks=blocks)
        self.kept["document"] = document
        return document

    def slots(self, document: Document) -> tuple[Slot, ...]:
        """The document's slots, the same objects while their block is the same object."""
        cut = self.rows("slots", (document.header, *document.blocks), _slots_of)
        return self.flat("slots", cut)

    def settle(self, slots: tuple[Slot, ...]) -> None:
        """Say which slots stand in this run: shelves of the others are dropped with the next."""
        low, old_end, new_end = change(self._standing, slots)
        standing = set(map(_key, slots[low:new_end]))
        gone = [key for key in map(_key, self._standing[low:old_end]) if key not in standing]
        self._last = {key: self._near.pop(key) for key in gone if key in self._near}
        self._standing = slots

    def rows(
        self,
        key: Hashable,
        items: tuple[S, ...],
        read: Callable[[S], T],
        given: object = None,
    ) -> tuple[T, ...]:
        """A reading of each thing; things that are the same objects as last time are not read.

        It must depend on nothing but the thing, `given` and the ground. While no reading changes
        the answer is the same object.
        """
        held = self._rows.get(key)
        if held is not None and held.given is given:
            if held.items is items:
                return held.readings
            low, old_end, new_end = self.change(held.items, items)
            if old_end - low == 1 == new_end - low:  # an edit changes one thing: the common case
                readings = held.readings
                new, old = read(items[low]), readings[low]
                if new is not old and new != old:
                    readings = (*readings[:low], new, *readings[low + 1 :])
                self._rows[key] = _Rows(items, given, readings)
                return readings
        return self._kept_rows(key, items, lambda _, item: read(item), given, numbered=False)

    def numbered(
        self,
        key: Hashable,
        items: tuple[S, ...],
        read: Callable[[int, S], T],
        given: object = None,
    ) -> tuple[T, ...]:
        """As `rows`, where a reading also hangs on where among the others the thing stands.

        What stands outside the stretch that changed must not hang on what changed in it but by
        `given`: it is not read again, though its number may be another.
        """
        return self._kept_rows(key, items, read, given, numbered=True)

    def _kept_rows(
        self,
        key: Hashable,
        items: tuple[S, ...],
        read: Callable[[int, S], T],
        given: object,
        *,
        numbered: bool,
    ) -> tuple[T, ...]:
        held = self._rows.get(key)
        if held is None or (held.given is not given and held.given != given):
            readings = tuple(starmap(read, enumerate(items)))
            if held is not None and readings == held.readings:
                readings = held.readings
        elif held.items is items:
            return held.readings
        else:
            readings = self._again(held, items, read, numbered=numbered)
        self._rows[key] = _Rows(items, given, readings)
        return readings

    def replaced(self, key: Hashable, readings: Mapping[int, T]) -> tuple[T, ...]:
        """Rows read just now, with other readings for some things, by their number."""
        held = self._rows[key]
        new = list(held.readings)
        for number, reading in readings.items():
            new[number] = reading
        if tuple(new) != held.readings:
            self._rows[key] = held = held._replace(readings=tuple(new))
        return held.readings

    def _again(
        self, held: _Rows, items: tuple[S, ...], read: Callable[[int, S], T], *, numbered: bool
    ) -> tuple[Any, ...]:
        low, old_end, new_end = self.change(held.items, items)
        old = held.readings[low:old_end]
        fresh = enumerate(items[low:new_end], low)
        if numbered or (old_end - low == 1 and new_end - low == 1):
            new = tuple(starmap(read, fresh))
        else:
            known = dict(zip(map(id, held.items[low:old_end]), old, strict=True))
            new = tuple(
                known[id(item)] if id(item) in known else read(number, item)
                for number, item in fresh
            )
        if new == old:
            return held.readings
        return held.readings[:low] + new + held.readings[old_end:]

    def change(self, old: tuple[Any, ...], new: tuple[Any, ...]) -> Change:
        """Where two rows of things differ; worked out once a run for the same two.

        An edit changes one thing in each of many rows, in rows of one length mostly the same: that
        place is looked at first. Things that are equal may then pass for the same.
        """
        key = (id(old), id(new))
        found = self._changes.get(key)
        if found is None:
            size = len(old)
            at = self._places.get(size, -1)
            if (
                0 <= at < size == len(new)
                and old[:at] == new[:at]
                and old[at + 1 :] == new[at + 1 :]
            ):
                where = Change(at, at + 1, at + 1)
            else:
                where = change(old, new)
                self._places[size] = where.low
            found = self._changes[key] = _Compared(old, new, where)
        return found.change

    def made(self, key: Hashable, of: tuple[object, ...], make: Callable[[], T]) -> T:
        """What was last made of the very same objects, else made anew.

        It must depend on nothing but `of` and the ground. Where what is made anew equals the last,
        the last one comes back.
        """
        held = self._made.get(key)
        if held is not None and _same(held.of, of):
            found: T = held.value
            return found
        value = make()
        if held is not None and type(held.value) is type(value) and held.value == value:
            value = held.value
        self._made[key] = _Made(of, value)
        return value

    def flat(self, key: Hashable, rows: tuple[Iterable[T], ...]) -> tuple[T, ...]:
        """Rows of many things each as one row of all of them."""
        return self.made(("flat", key), (rows,), lambda: tuple(chain.from_iterable(rows)))

    def gathered(
        self,
        key: Hashable,
        items: tuple[S, ...],
        read: Callable[[S], T | None],
        given: object = None,
    ) -> tuple[tuple[S, T], ...]:
        """Every thing whose reading says anything, with it.

        While nothing that says anything changes the answer is the same object.
        """

        def pair(item: S) -> tuple[S, T] | None:
            reading = read(item)
            return (item, reading) if reading else None

        pairs = self.rows(key, items, pair, given)
        return self.made(("told", key), (pairs,), lambda: tuple(filter(None, pairs)))

    def shelf(self, slot: Slot) -> dict[Hashable, Any]:
        """What is remembered of a slot, to read from and to write to.

        Documents share the texts that stay, so a text is known by its identity: that costs a
        tenth of comparing it.
        """
        near = _key(slot)
        held = self._near.get(near) or self._last.get(near)
        if held is None or held.slot.text is not slot.text or held.slot.role is not slot.role:
            held = _Held(slot, self._equal(slot))
        self._near[near] = held
        return held.shelf

    def _equal(self, slot: Slot) -> dict[Hashable, Any]:
        """What is remembered of an equal slot of the last run: a document read anew."""
        if self._by_value is None:
            self._by_value = {held.slot: held.shelf for held in self._last.values()}
        return self._by_value.get(slot, {})

    def count(self, key: Hashable, counters: tuple[Mapping[T, int], ...]) -> Tally[T]:
        """The sum of counters; only what changed is counted again."""
        held: tuple[tuple[Mapping[T, int], ...], dict[T, int]] | None = self.kept.get(
            ("count", key)
        )
        old, times = held if held is not None else ((), {})
        moved: defaultdict[T, int] = defaultdict(int)
        low, old_end, new_end = self.change(old, counters)
        for counter in counters[low:new_end]:
            for one, number in counter.items():
                moved[one] += number
        for counter in old[low:old_end]:
            for one, number in counter.items():
                moved[one] -= number
        changed = frozenset(one for one, number in moved.items() if number)
        for one in changed:
            times[one] = times.get(one, 0) + moved[one]
            if not times[one]:
                del times[one]
        self.kept["count", key] = (counters, times)
        return Tally(times, changed)


class Tally(NamedTuple, Generic[T]):
    """How often each thing stands, and those whose number changed since it was asked last."""

    times: Mapping[T, int]
    changed: frozenset[T]


def _with_old(old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[Block, ...]:
    """`new` with the objects of `old` at both ends as far as they are equal."""
    low, old_end, new_end = change(old, new)
    return (*old[:low], *new[low:new_end], *old[old_end:])


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return len(one) == len(other) and all(map(is_, one, other))


def _key(slot: Slot) -> tuple[str, str, int]:
    return slot.address.block, slot.address.part, id(slot.text)


def _slots_of(whole: Header | Block) -> tuple[Slot, ...]:
    return tuple(Document(whole).slots()) if isinstance(whole, Header) else block_slots(whole)
