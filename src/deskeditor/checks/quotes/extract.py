"""A document as the finders of quotations read it: lines, glyph pairs, everything said, the names.

Pure and linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from deskeditor.checks.quotes.glyphs import Paired, pair_glyphs
from deskeditor.checks.quotes.lexicon import TRANSITIVE
from deskeditor.checks.quotes.names import Names, outlets_in, titled_in
from deskeditor.checks.quotes.phrases import Phrase
from deskeditor.checks.quotes.scan import READ, Line, scan
from deskeditor.checks.quotes.utterances import Utterance, read_utterances
from deskeditor.domain.document import Document, Slot


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as the finders read it: lines, their glyph pairs, everything said, the names."""

    lines: tuple[Line, ...]
    paired: tuple[Paired, ...]
    utterances: tuple[tuple[Utterance, ...], ...]
    names: Names


@dataclass(frozen=True, slots=True)
class SlotReading:
    """What one text gives by itself; it depends on nothing else and may be remembered."""

    line: Line
    paired: Paired
    utterances: tuple[Utterance, ...]
    titled: tuple[Phrase, ...]
    outlets: tuple[Phrase, ...]


def read_slot(slot: Slot) -> SlotReading:
    """One text cut into words, its glyphs paired, everything said in it and everyone named."""
    text = slot.text.text
    paired = pair_glyphs(text)
    line = _without_inner_breaks(scan(slot.address, slot.role, text), paired)
    said = tuple(read_utterances(0, line, paired.pairs))
    return SlotReading(line, paired, said, titled_in(line), outlets_in(line))


def read(document: Document) -> Reading:
    """Lines, pairs, utterances and names of a document."""
    return assemble(tuple(read_slot(slot) for slot in quotable(document.slots())))


def quotable(slots: Iterable[Slot]) -> Iterator[Slot]:
    """Of a document's texts those somebody may be quoted in, in reading order."""
    for slot in slots:
        if slot.role in READ and slot.text.text.strip():
            yield slot


def assemble(readings: tuple[SlotReading, ...]) -> Reading:
    """The reading of a document from those of its texts, in reading order."""
    said = tuple(_numbered(reading.utterances, number) for number, reading in enumerate(readings))
    names = Names()
    for each in said:
        for utterance in each:
            if utterance.phrase is not None and utterance.cue.lemma not in TRANSITIVE:
                names.add(utterance.phrase, utterance.line)
    for number, reading in enumerate(readings):
        names.add_outlets(reading.outlets, number)
        for phrase in reading.titled:
            names.add_titled(phrase)
    for known in names.heads.values():
        known.sort()
    return Reading(
        tuple(each.line for each in readings), tuple(each.paired for each in readings), said, names
    )


def _numbered(row: tuple[Utterance, ...], number: int) -> tuple[Utterance, ...]:
    """The utterances of a text with the number of its line, the same objects where they have it."""
    if all(each.line == number for each in row):
        return row
    return tuple(replace(each, line=number) for each in row)


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
