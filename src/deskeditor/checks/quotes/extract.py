"""Every quotation of a document: span, kind, speaker, cue, channel, who passed it on.

Pure and linear in the length of the text. What is inferred is marked as inferred; a speaker that
cannot be told is None, never a guess from afar.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from deskeditor.checks.quotes.attribution import Thread, attribute
from deskeditor.checks.quotes.crossing import Crossed, join_paragraphs
from deskeditor.checks.quotes.foreign import Rare, sounds_foreign
from deskeditor.checks.quotes.glyphs import Pair, Paired, pair_glyphs
from deskeditor.checks.quotes.insertions import insertions_in
from deskeditor.checks.quotes.kinds import Introduction, introduction, kind_of, repeats_name
from deskeditor.checks.quotes.lexicon import TRANSITIVE
from deskeditor.checks.quotes.names import Names, outlets_in, titled_in
from deskeditor.checks.quotes.origins import Attributed
from deskeditor.checks.quotes.phrases import Phrase
from deskeditor.checks.quotes.scan import READ, Line, scan
from deskeditor.checks.quotes.utterances import Utterance, read_utterances
from deskeditor.domain.document import Document, Role, Slot
from deskeditor.domain.findings import Anchor
from deskeditor.domain.quotes import Mention, Quote, QuoteKind, Speaker


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as the finders read it: lines, their glyph pairs, everything said, the names."""

    lines: tuple[Line, ...]
    paired: tuple[Paired, ...]
    utterances: tuple[tuple[Utterance, ...], ...]
    names: Names


@dataclass(frozen=True, slots=True)
class Span:
    """One span with what stands around it."""

    line: int
    pair: Pair
    lead: Introduction
    governing: Utterance | None
    kind: QuoteKind
    outer: Pair | None


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
    return assemble(tuple(read_slot(slot) for slot in quotable(document)))


def quotable(document: Document) -> Iterator[Slot]:
    """The texts somebody may be quoted in, in reading order."""
    for slot in document.slots():
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


def extract_quotes(document: Document, rare: Rare | None = None) -> tuple[Quote, ...]:
    """Every quoted span of a document in reading order, nested ones behind what holds them."""
    return quotes_of(read(document), rare)


def quotes_of(reading: Reading, rare: Rare | None = None) -> tuple[Quote, ...]:
    """The quotations of a document that has been read already.

    `rare` tells of a word whether the news hardly knows it: a short span of such words is a name.
    """
    spans = _spans(reading, rare)
    crossed = join_paragraphs(reading.lines, reading.paired)
    thread = Thread(reading.names, reading.lines, reading.utterances)
    found: list[Quote] = []
    for span in spans:
        key = (span.line, span.pair.open)
        if key in crossed.swallowed:
            continue
        found.append(_quote(reading, span, crossed, thread))
    return (*found, *_set_apart(reading, found))


def _spans(reading: Reading, rare: Rare | None) -> list[Span]:
    """Every span with its kind; a name that stands elsewhere as a name is one here too."""
    spans: list[Span] = []
    for number, line in enumerate(reading.lines):
        open_pairs: list[Pair] = []
        for pair in reading.paired[number].pairs:
            while open_pairs and open_pairs[-1].end <= pair.open:
                open_pairs.pop()
            outer = open_pairs[-1] if open_pairs else None
            governing = None if outer else governing_of(line, reading.utterances[number], pair)
            lead = introduction(line, pair, governing, outer.start if outer else 0)
            kind = kind_of(line, pair, lead, governing)
            if rare is not None and sounds_foreign(line, pair, lead, kind, rare):
                kind = QuoteKind.NAME
            spans.append(Span(number, pair, lead, governing, kind, outer))
            open_pairs.append(pair)
    for _ in range(2):
        names = frozenset(_content(reading, s) for s in spans if s.kind is QuoteKind.NAME)
        spans = [_listed(reading, spans, place, names) for place in range(len(spans))]
    return spans


def _content(reading: Reading, span: Span) -> str:
    return reading.lines[span.line].text[span.pair.start : span.pair.end].strip()


def _listed(reading: Reading, spans: list[Span], place: int, names: frozenset[str]) -> Span:
    """A doubtful span that repeats a name, or goes on a list of names, is a name."""
    span = spans[place]
    line = reading.lines[span.line]
    if span.lead.how in ("colon", "complement") or span.kind is QuoteKind.NAME:
        return span
    if line.word_at(span.pair.end) - line.word_at(span.pair.start) > 5:
        return span
    if repeats_name(line, span.pair, names):
        return replace(span, kind=QuoteKind.NAME)
    before = spans[place - 1] if place else None
    if before is None or before.line != span.line or before.kind is not QuoteKind.NAME:
        return span
    between = line.text[before.pair.end + 1 : span.pair.open].strip(" ،ـ")
    tied = between in ("و", "أو", "", "إلى") or (between.endswith("، و") and "." not in between)
    if tied and span.kind is QuoteKind.SCARE:
        changed = replace(span, kind=QuoteKind.NAME)
        spans[place] = changed
        return changed
    return span


def governing_of(line: Line, utterances: tuple[Utterance, ...], pair: Pair) -> Utterance | None:
    """The word of saying in the same sentence that stands nearest before the span."""
    place = bisect_left(utterances, pair.open, key=lambda each: each.start)
    nearest = utterances[place - 1] if place else None
    if nearest is None or nearest.start < line.sentence_start(pair.open):
        return None
    return nearest


def _quote(reading: Reading, span: Span, crossed: Crossed, thread: Thread) -> Quote:
    line = reading.lines[span.line]
    pair = span.pair
    parts = crossed.parts.get((span.line, pair.open), ())
    anchor = Anchor(line.address, pair.start, pair.end)
    texts = [line.text[pair.start : pair.end]]
    continued = []
    for number, start, end in parts:
        continued.append(Anchor(reading.lines[number].address, start, end))
        texts.append(reading.lines[number].text[start:end])
    said = Attributed()
    if span.kind is QuoteKind.SPEECH:
        said = attribute(
            thread, line, pair, number=span.line, lead=span.lead, governing=span.governing,
            outer=span.outer,
        )  # fmt: skip
    return Quote(
        anchor=anchor,
        text="\n".join(texts),
        kind=span.kind,
        speaker=said.speaker,
        cue=said.cue,
        channel=said.channel,
        channel_mention=said.channel_mention,
        relayed_by=said.relays[0] if said.relays else None,
        relays=said.relays,
        insertions=insertions_in(line, pair) if span.kind is QuoteKind.SPEECH else (),
        continued=tuple(continued),
        balanced=pair.balanced or bool(parts),
    )


def _set_apart(reading: Reading, found: list[Quote]) -> tuple[Quote, ...]:
    """Quotation blocks: the whole text is a quotation, said by its attribution."""
    texts = {line.address: line for line in reading.lines}
    held = {quote.anchor.address for quote in found}
    answer: list[Quote] = []
    for line in reading.lines:
        if line.role is not Role.QUOTATION or line.address in held:
            continue
        named = texts.get(replace(line.address, part="attribution"))
        speaker = None
        if named is not None:
            name = named.text.strip().lstrip("—–-ـ ").strip()
            start = named.text.index(name) if name else 0
            anchor = Anchor(named.address, start, start + len(name))
            speaker = Speaker(name, "explicit", Mention(name, anchor)) if name else None
        whole = Anchor(line.address, 0, len(line.text))
        answer.append(Quote(whole, line.text, QuoteKind.SPEECH, speaker))
    return tuple(answer)
