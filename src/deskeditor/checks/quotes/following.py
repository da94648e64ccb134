"""Every quotation of a document: span, kind, speaker, cue, channel, who passed it on.

A line is followed with what the lines before it hand on: who spoke last and whose statement it is.
It is followed anew only where its own words, that, or the names of the piece have changed. What is
inferred is marked as inferred; a speaker that cannot be told is None, never a guess from afar.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from deskeditor.checks.memory import Memory
from deskeditor.checks.quotes.attribution import MEMORY, Thread, attribute
from deskeditor.checks.quotes.crossing import Crossed, join_paragraphs
from deskeditor.checks.quotes.extract import Reading, SlotReading, read
from deskeditor.checks.quotes.foreign import Rare
from deskeditor.checks.quotes.insertions import insertions_in
from deskeditor.checks.quotes.names import Names
from deskeditor.checks.quotes.origins import Attributed, Voice
from deskeditor.checks.quotes.spans import Row, Span, spans_of
from deskeditor.domain.document import Document, Role
from deskeditor.domain.findings import Anchor
from deskeditor.domain.quotes import Mention, Quote, QuoteKind, Speaker

_NOTHING: Mapping[int, Attributed] = MappingProxyType({})


class Handed(NamedTuple):
    """What one line hands on to the next: the last voices, and who issued the last statement."""

    voices: tuple[Voice, ...] = ()
    issuer: str = ""


class Heard(NamedTuple):
    """One line followed: its text, its quotations, the origin of each utterance by its start."""

    text: SlotReading
    quotes: tuple[Quote, ...]
    origins: Mapping[int, Attributed]
    handed: Handed


class _Piece(NamedTuple):
    """What a quotation goes on with in a later line."""

    anchor: Anchor
    text: str


class _Asked(NamedTuple):
    """What one line is followed with: its text, its spans, their pieces in later lines."""

    text: SlotReading
    spans: tuple[Span, ...]
    pieces: tuple[tuple[int, tuple[_Piece, ...]], ...] = ()


class Followed(NamedTuple):
    """A document followed: its quotations in reading order, then each line's own.

    `asked` and `told` are what it was followed with: the lines, and what they knew of the names.
    """

    quotes: tuple[Quote, ...]
    lines: tuple[Heard, ...]
    asked: tuple[_Asked, ...] = ()
    told: object = None


def extract_quotes(document: Document, rare: Rare | None = None) -> tuple[Quote, ...]:
    """Every quoted span of a document in reading order, nested ones behind what holds them."""
    return quotes_of(read(document), rare)


def quotes_of(reading: Reading, rare: Rare | None = None) -> tuple[Quote, ...]:
    """The quotations of a document that has been read already.

    `rare` tells of a word whether the news hardly knows it: a short span of such words is a name.
    """
    return follow(reading, rare, Memory()).quotes


def follow(reading: Reading, rare: Rare | None, memory: Memory) -> Followed:
    """Follow who speaks through a document that has been read already.

    A line is followed anew where it changed, where it is told other names, or where the lines
    before it hand on something else; `reading.names` learns who issued the last statement.
    """
    rows = spans_of(reading, rare, memory)
    asked = _asked(reading, rows, memory)
    last: Followed | None = memory.kept.get("quotes.followed")
    low, old_end, new_end = 0, 0, len(asked)
    before: tuple[Heard, ...] = ()
    if last is not None and last.told is reading.told:
        low, old_end, new_end = memory.change(last.asked, asked)
        before = last.lines
    lines = list(before[:low])
    handed = lines[-1].handed if lines else Handed()
    for number in range(low, len(asked)):
        old = number - new_end + old_end
        if number >= new_end and before and (before[old - 1].handed if old else Handed()) == handed:
            lines += before[old:]
            break
        heard = _heard(reading.names, number, asked[number], handed)
        handed = heard.handed
        lines.append(heard)
    reading.names.issuer = lines[-1].handed.issuer if lines else ""
    followed = _followed(reading, tuple(lines), asked, memory)
    memory.kept["quotes.followed"] = followed
    return followed


def _followed(
    reading: Reading, lines: tuple[Heard, ...], asked: tuple[_Asked, ...], memory: Memory
) -> Followed:
    said = memory.rows("quotes.said", lines, lambda heard: heard.quotes)
    found = memory.flat("quotes.said", said)
    apart = memory.gathered(
        "quotes.apart", reading.texts, lambda text: text.line.role is Role.QUOTATION
    )
    if apart:
        found = memory.made(
            "quotes.whole", (found, reading.texts), lambda: (*found, *_set_apart(reading, found))
        )
    return Followed(found, lines, asked, reading.told)


def _asked(reading: Reading, rows: tuple[Row, ...], memory: Memory) -> tuple[_Asked, ...]:
    """What each line is followed with, the same objects where that is equal to the last."""
    asked = memory.rows("quotes.asked", rows, lambda row: _Asked(row.text, row.spans))
    if not memory.gathered("quotes.opens", reading.texts, lambda text: text.opens):
        return asked
    of = (reading.texts, rows)
    over = memory.made("quotes.over", of, lambda: _running_over(reading.texts, rows))
    held: dict[int, _Asked] = memory.kept.get("quotes.over", {})
    now = {n: held[n] if held.get(n) == each else each for n, each in over.items()}
    memory.kept["quotes.over"] = now
    whole = list(asked)
    for number, each in now.items():
        whole[number] = each
    return tuple(whole)


def _running_over(texts: tuple[SlotReading, ...], rows: tuple[Row, ...]) -> dict[int, _Asked]:
    """The lines with a quotation that runs over several of them, by their number."""
    crossed = join_paragraphs(texts)
    swallowed: defaultdict[int, set[int]] = defaultdict(set)
    for number, opened in crossed.swallowed:
        swallowed[number].add(opened)
    found: dict[int, _Asked] = {}
    for number in {line for line, _ in crossed.parts} | swallowed.keys():
        row, gone = rows[number], swallowed[number]
        spans = tuple(s for s in row.spans if s.pair.open not in gone)
        found[number] = _Asked(row.text, spans, _pieces(texts, crossed, row, number))
    return found


def _pieces(
    texts: tuple[SlotReading, ...], crossed: Crossed, row: Row, number: int
) -> tuple[tuple[int, tuple[_Piece, ...]], ...]:
    """What the spans of a line go on with, by the place of their glyph."""
    return tuple(
        (
            span.pair.open,
            tuple(
                _Piece(Anchor(texts[at].line.address, start, end), texts[at].line.text[start:end])
                for at, start, end in crossed.parts[number, span.pair.open]
            ),
        )
        for span in row.spans
        if (number, span.pair.open) in crossed.parts
    )


def _heard(names: Names, number: int, asked: _Asked, handed: Handed) -> Heard:
    if not asked.spans and not asked.text.utterances:
        return Heard(asked.text, (), _NOTHING, handed)
    names.issuer = handed.issuer
    line = asked.text.line
    thread = Thread(names, number, line, asked.text.utterances, list(handed.voices))
    pieces = dict(asked.pieces)
    quotes = tuple(_quote(s, pieces.get(s.pair.open, ()), thread) for s in asked.spans)
    thread.advance(len(line.text) + 1)
    handed = Handed(tuple(thread.voices[-MEMORY:]), names.issuer)
    return Heard(asked.text, quotes, thread.done, handed)


def _quote(span: Span, pieces: tuple[_Piece, ...], thread: Thread) -> Quote:
    line = thread.line
    pair = span.pair
    said = Attributed()
    if span.kind is QuoteKind.SPEECH:
        said = attribute(
            thread, line, pair, number=thread.number, lead=span.lead, governing=span.governing,
            outer=span.outer,
        )  # fmt: skip
    return Quote(
        anchor=Anchor(line.address, pair.start, pair.end),
        text="\n".join((line.text[pair.start : pair.end], *(piece.text for piece in pieces))),
        kind=span.kind,
        speaker=said.speaker,
        cue=said.cue,
        channel=said.channel,
        channel_mention=said.channel_mention,
        relayed_by=said.relays[0] if said.relays else None,
        relays=said.relays,
        insertions=insertions_in(line, pair) if span.kind is QuoteKind.SPEECH else (),
        continued=tuple(piece.anchor for piece in pieces),
        balanced=pair.balanced or bool(pieces),
    )


def _set_apart(reading: Reading, found: tuple[Quote, ...]) -> tuple[Quote, ...]:
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
