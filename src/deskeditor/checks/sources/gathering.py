"""Sources put together: who is named in many places, and every other place where the name stands.

Lives on what is remembered of the last reading: a name is looked for again only in lines that
changed, and in lines that have the last word of a name that came or went.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from deskeditor.checks.memory import Memory
from deskeditor.checks.quotes.extract import SlotReading
from deskeditor.checks.quotes.scan import Line, bare
from deskeditor.domain.findings import Anchor
from deskeditor.domain.sources import Source, SourceKind, Terms

#: Words of a name that is looked for at most, and sources of one last name looked at.
_LONGEST, _ALIKE = 8, 4
_UNSOUGHT = frozenset({SourceKind.ANONYMOUS, SourceKind.WITNESS})


class Told(NamedTuple):
    """One mention of one source, as a word of saying brings it; `key` is its name, bare."""

    key: str
    name: str
    kind: SourceKind
    title: str
    anchor: Anchor

    @classmethod
    def of(cls, name: str, kind: SourceKind, title: str, anchor: Anchor) -> Told:
        """The mention of a name."""
        return cls(bare(name), name, kind, title, anchor)


@dataclass(slots=True)
class Entry:
    """One source: `named` are the places that name it as saying, some of them twice."""

    key: str
    name: str
    kind: SourceKind
    title: str = ""
    named: list[Anchor] = field(default_factory=list)


class _Sought(NamedTuple):
    """A name that is looked for: its words and whether it is a person's."""

    key: str
    words: tuple[str, ...]
    person: bool


#: The names that are looked for in every line, by their last word.
_ByLast = Mapping[str, tuple[_Sought, ...]]
#: Where a name stands: its key, where, and the first line of it.
_Match = tuple[str, Anchor]
#: A place in the piece: line, start, end. An address is dear to compare.
_Spot = tuple[int, int, int]


def add(entries: dict[str, Entry], told: Told) -> None:
    """Take in one mention."""
    if not told.name:
        return
    entry = entries.get(told.key)
    if entry is None:
        entry = entries[told.key] = Entry(told.key, told.name, told.kind, told.title)
    entry.title = entry.title or told.title
    entry.named.append(told.anchor)


def gather(
    texts: tuple[SlotReading, ...], entries: tuple[Entry, ...], memory: Memory
) -> tuple[Source, ...]:
    """The entries as sources, in order of their first mention, with every mention."""
    names = memory.made(
        "sources.names", (entries,), lambda: tuple((each.name, each.kind) for each in entries)
    )
    by_last = memory.made("sources.by-last", (names,), lambda: _by_last(names))
    matches = _matches_in(texts, by_last, memory)
    places = memory.rows("sources.places", texts, _place)
    order = memory.made(
        "sources.order", (places,), lambda: {place: at for at, place in enumerate(places)}
    )
    return memory.made(
        "sources.found", (entries, matches, order),
        lambda: _sources(_Asked(entries, matches, order), memory),
    )  # fmt: skip


def _place(text: SlotReading) -> tuple[str, str]:
    address = text.line.address
    return address.block, address.part


def _matches_in(
    texts: tuple[SlotReading, ...], by_last: _ByLast, memory: Memory
) -> tuple[tuple[_Match, ...], ...]:
    """Where the names stand, line by line."""

    def read(text: SlotReading) -> tuple[_Match, ...]:
        return tuple(_matches(text.line, by_last))

    last: _ByLast = memory.kept.get("sources.sought", {})
    rows = memory.rows("sources.matches", texts, read)
    if last is not by_last:
        moved = {
            word for word in last.keys() | by_last.keys() if last.get(word) != by_last.get(word)
        }
        again = {
            number: read(text)
            for number, text in enumerate(texts)
            if not moved.isdisjoint(text.line.bares)
        }
        rows = memory.replaced("sources.matches", again)
        memory.kept["sources.sought"] = by_last
    return rows


class _Asked(NamedTuple):
    """What sources are made of: who is named, where the names stand, each text's number."""

    entries: tuple[Entry, ...]
    matches: tuple[tuple[_Match, ...], ...]
    order: Mapping[tuple[str, str], int]


class _Made(NamedTuple):
    """Sources by their key with the first line and start of each, and what they were made of."""

    of: _Asked
    sources: Mapping[str, tuple[tuple[int, int], Source]]


def _sources(asked: _Asked, memory: Memory) -> tuple[Source, ...]:
    """The entries as sources; only those that stand otherwise than last time are made anew."""
    last: _Made | None = memory.kept.get("sources.made")
    keep: Mapping[str, tuple[tuple[int, int], Source]] = {}
    if last is not None and last.of.order is asked.order:
        low, old_end, new_end = memory.change(last.of.matches, asked.matches)
        rows = (*last.of.matches[low:old_end], *asked.matches[low:new_end])
        moved = {key for row in rows for key, _ in row}
        named = {entry.key: entry for entry in last.of.entries}
        keep = {
            entry.key: last.sources[entry.key]
            for entry in asked.entries
            if entry.key not in moved and named.get(entry.key) == entry
        }
    fresh = [entry for entry in asked.entries if entry.key not in keep]
    made = {**keep, **_gathered(fresh, asked)}
    memory.kept["sources.made"] = _Made(asked, made)
    found = [made[entry.key] for entry in asked.entries]
    found.sort(key=_first)
    return tuple(source for _, source in found)


def _gathered(entries: list[Entry], asked: _Asked) -> dict[str, tuple[tuple[int, int], Source]]:
    """Entries with every place where their name stands; what shares an edge with a place that
    names them already is that place.
    """
    named: dict[str, dict[_Spot, Anchor]] = {}
    for entry in entries:
        spots = named[entry.key] = {}
        for anchor in entry.named:
            address = anchor.address
            line = asked.order.get((address.block, address.part), 0)
            spots[line, anchor.start, anchor.end] = anchor
    edges = {key: {(line, edge) for line, *both in spots for edge in both}
             for key, spots in named.items()}  # fmt: skip
    for line, row in enumerate(asked.matches):
        for key, anchor in row:
            known = edges.get(key)
            if known is None:
                continue
            if (line, anchor.start) not in known and (line, anchor.end) not in known:
                named[key][line, anchor.start, anchor.end] = anchor
    found: dict[str, tuple[tuple[int, int], Source]] = {}
    for entry in entries:
        placed = sorted(named[entry.key].items())
        terms = Terms.BACKGROUND if entry.kind is SourceKind.ANONYMOUS else Terms.ON_RECORD
        mentions = tuple(anchor for _, anchor in placed)
        source = Source(entry.name, entry.kind, entry.title, terms=terms, mentions=mentions)
        found[entry.key] = placed[0][0][:2], source
    return found


def _first(found: tuple[tuple[int, int], Source]) -> tuple[int, int]:
    return found[0]


def _by_last(names: tuple[tuple[str, SourceKind], ...]) -> _ByLast:
    """The names worth looking for: nobody unnamed, nothing endless."""
    found: defaultdict[str, list[_Sought]] = defaultdict(list)
    for name, kind in names:
        words = tuple(bare(word) for word in name.split())
        if kind not in _UNSOUGHT and len(words) <= _LONGEST:
            found[words[-1]].append(_Sought(bare(name), words, kind is SourceKind.PERSON))
    return {last: tuple(named) for last, named in found.items()}


def _matches(line: Line, by_last: _ByLast) -> Iterator[_Match]:
    """Where the names stand in one line, a person's last name alone too."""
    if by_last.keys().isdisjoint(line.bares):
        return
    for index, word in enumerate(line.words):
        for sought in by_last.get(word.bare, ())[:_ALIKE]:
            match = _match(line, index, sought.words, person=sought.person)
            if match is not None:
                yield sought.key, match


def _match(line: Line, index: int, words: tuple[str, ...], *, person: bool) -> Anchor | None:
    first = index - len(words) + 1
    if first >= 0 and tuple(w.bare for w in line.words[first : index + 1]) == words:
        return Anchor(line.address, line.words[first].start, line.words[index].end)
    if person and len(words) > 1 and len(words[-1]) > 3:
        return Anchor(line.address, line.words[index].start, line.words[index].end)
    return None
