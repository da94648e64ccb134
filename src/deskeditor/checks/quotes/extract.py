"""A document as the finders of quotations read it: lines, glyph pairs, everything said, the names.

Pure and linear in the length of the text. With a memory only lines that changed are read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from deskeditor.checks.memory import Memory
from deskeditor.checks.quotes.lexicon import TRANSITIVE
from deskeditor.checks.quotes.names import Names, Spoken, outlets_in, titled_in
from deskeditor.checks.quotes.phrases import Phrase
from deskeditor.checks.quotes.scan import READ, Line, scan
from deskeditor.checks.quotes.utterances import Utterance, read_utterances
from deskeditor.domain.document import Address, Document, Slot
from deskeditor.language.glyphs import Paired, pair_glyphs


class Named(NamedTuple):
    """Everyone one text names: who speaks, whoever bears a title, the outlets."""

    address: Address
    speakers: tuple[Spoken, ...]
    titled: tuple[Spoken, ...]
    outlets: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class SlotReading:
    """What one text gives by itself; it depends on nothing else and may be remembered.

    `opens`: whether a quotation is left open in it.
    """

    line: Line
    paired: Paired
    utterances: tuple[Utterance, ...]
    named: Named | None
    opens: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as the finders read it: what each of its texts gives, and the names.

    `told` stays the same object as long as no line is told anything else of the names.
    """

    texts: tuple[SlotReading, ...]
    names: Names
    told: object

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines, in reading order."""
        return tuple(each.line for each in self.texts)

    @property
    def utterances(self) -> tuple[tuple[Utterance, ...], ...]:
        """What is said in each line."""
        return tuple(each.utterances for each in self.texts)


def read_slot(slot: Slot) -> SlotReading:
    """One text cut into words, its glyphs paired, everything said in it and everyone named."""
    text = slot.text.text
    paired = pair_glyphs(text)
    line = _without_inner_breaks(scan(slot.address, slot.role, text), paired)
    said = tuple(read_utterances(line, paired.pairs))
    speakers = tuple(
        Spoken.of(each.phrase)
        for each in said
        if each.phrase is not None and each.cue.lemma not in TRANSITIVE
    )
    titled, outlets = tuple(map(Spoken.titled, titled_in(line))), outlets_in(line)
    some = bool(speakers or titled or outlets)
    named = Named(slot.address, speakers, titled, outlets) if some else None
    opens = any(not pair.balanced for pair in paired.pairs)
    return SlotReading(line, paired, said, named, opens)


def read(document: Document) -> Reading:
    """Lines, pairs, utterances and names of a document."""
    return assemble(tuple(map(read_slot, quotable(document.slots()))), Memory())


def quotable(slots: Iterable[Slot]) -> Iterator[Slot]:
    """Of a document's texts those somebody may be quoted in, in reading order."""
    for slot in slots:
        if is_quotable(slot):
            yield slot


def is_quotable(slot: Slot) -> bool:
    """Whether somebody may be quoted in a text."""
    return slot.role in READ and bool(slot.text.text.strip())


def assemble(texts: tuple[SlotReading, ...], memory: Memory) -> Reading:
    """The reading of a document from those of its texts, in reading order."""
    named = memory.rows("quotes.named", texts, lambda each: each.named)
    names = memory.made("quotes.names", (named,), lambda: _names(named))
    told = memory.made("quotes.digest", (names,), names.digest)
    return Reading(texts, names, told)


def _names(named: tuple[Named | None, ...]) -> Names:
    names = Names()
    lines = [(number, each) for number, each in enumerate(named) if each is not None]
    for number, each in lines:
        for spoken in each.speakers:
            names.add(spoken, number, each.address)
    for number, each in lines:
        names.add_outlets(each.outlets, number, each.address)
        for spoken in each.titled:
            names.add_titled(spoken)
    for known in names.heads.values():
        known.sort()
    return names


def _without_inner_breaks(line: Line, paired: Paired) -> Line:
    """A full stop inside a quotation does not end the sentence that quotes."""
    if not line.breaks or not paired.pairs:
        return line
    inside: set[int] = set()
    place = 0
    for pair in paired.pairs:
        while place < len(line.breaks) and line.breaks[place] <= pair.start:
            place += 1
        ahead = place
        while ahead < len(line.breaks) and line.breaks[ahead] <= pair.end:
            inside.add(line.breaks[ahead])
            ahead += 1
        place = ahead
    return replace(line, breaks=tuple(b for b in line.breaks if b not in inside))
