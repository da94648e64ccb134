"""Every quotation of a document: span, kind, speaker, cue, channel, who passed it on.

A line is followed with what the lines before it hand on: who spoke last and whose statement it is.
It is followed anew only where its own words, that, or the names of the piece have changed. What is
inferred is marked as inferred; a speaker that cannot be told is None, never a guess from afar.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from deskeditor.checks.quotes.attribution import MEMORY, Thread, attribute
from deskeditor.checks.quotes.crossing import Crossed, join_paragraphs
from deskeditor.checks.quotes.extract import Reading, read
from deskeditor.checks.quotes.foreign import Rare
from deskeditor.checks.quotes.insertions import insertions_in
from deskeditor.checks.quotes.origins import Attributed, Voice
from deskeditor.checks.quotes.spans import Remember, Row, Span, forget, spans_of
from deskeditor.domain.document import Document, Role
from deskeditor.domain.findings import Anchor
from deskeditor.domain.quotes import Mention, Quote, QuoteKind, Speaker


class Handed(NamedTuple):
    """What one line hands on to the next: the last voices, and who issued the last statement."""

    voices: tuple[Voice, ...] = ()
    issuer: str = ""


class Heard(NamedTuple):
    """One line followed: its quotations, the origin of each utterance by its start."""

    quotes: tuple[Quote, ...]
    origins: Mapping[int, Attributed]
    handed: Handed


class _Piece(NamedTuple):
    """What a quotation goes on with in a later line."""

    anchor: Anchor
    text: str


_Pieces = dict[int, tuple[_Piece, ...]]


class Followed(NamedTuple):
    """A document followed: its quotations in reading order, then each line's own."""

    quotes: tuple[Quote, ...]
    lines: tuple[Heard, ...]


def extract_quotes(document: Document, rare: Rare | None = None) -> tuple[Quote, ...]:
    """Every quoted span of a document in reading order, nested ones behind what holds them."""
    return quotes_of(read(document), rare)


def quotes_of(reading: Reading, rare: Rare | None = None) -> tuple[Quote, ...]:
    """The quotations of a document that has been read already.

    `rare` tells of a word whether the news hardly knows it: a short span of such words is a name.
    """
    return follow(reading, rare).quotes


def follow(
    reading: Reading,
    rare: Rare | None = None,
    remember: Remember = forget,
    names: object = None,
) -> Followed:
    """Follow who speaks through a document that has been read already.

    Args:
        reading: the document's lines; its names learn who issued the last statement.
        rare: tells of a word whether the news hardly knows it.
        remember: keeps what was read of a line.
        names: equal to that of an earlier reading only where the names of the piece are equal.
    """
    rows = spans_of(reading, rare, remember)
    crossed = join_paragraphs(reading.lines, reading.paired)
    swallowed: defaultdict[int, set[int]] = defaultdict(set)
    for number, opened in crossed.swallowed:
        swallowed[number].add(opened)
    handed = Handed()
    lines: list[Heard] = []
    for number, row in enumerate(rows):
        if not row.spans and not reading.utterances[number]:
            lines.append(Heard((), {}, handed))
            continue
        gone = frozenset(swallowed.get(number, ()))
        spans = tuple(s for s in row.spans if s.pair.open not in gone) if gone else row.spans
        pieces = _pieces(reading, crossed, row, number) if crossed.parts else {}
        heard = remember(
            "quotes.heard", number, (number, names, handed, spans, pieces),
            partial(_heard, reading, number, spans, pieces, handed),
        )  # fmt: skip
        handed = heard.handed
        lines.append(heard)
    reading.names.issuer = handed.issuer
    found = [quote for heard in lines for quote in heard.quotes]
    return Followed((*found, *_set_apart(reading, found)), tuple(lines))


def _pieces(reading: Reading, crossed: Crossed, row: Row, number: int) -> _Pieces:
    """What the spans of a line go on with, by the place of their glyph."""
    return {
        span.pair.open: tuple(
            _Piece(Anchor(reading.lines[at].address, start, end), reading.lines[at].text[start:end])
            for at, start, end in crossed.parts[number, span.pair.open]
        )
        for span in row.spans
        if (number, span.pair.open) in crossed.parts
    }


def _heard(
    reading: Reading, number: int, spans: tuple[Span, ...], pieces: _Pieces, handed: Handed
) -> Heard:
    reading.names.issuer = handed.issuer
    thread = Thread(reading.names, reading.lines, reading.utterances, list(handed.voices))
    thread.begin(number)
    quotes = tuple(_quote(reading, s, pieces.get(s.pair.open, ()), thread) for s in spans)
    thread.advance(number, len(reading.lines[number].text) + 1)
    origins = {start: said for (_, start), said in thread.done.items()}
    return Heard(quotes, origins, Handed(tuple(thread.voices[-MEMORY:]), reading.names.issuer))


def _quote(reading: Reading, span: Span, pieces: tuple[_Piece, ...], thread: Thread) -> Quote:
    line = reading.lines[span.line]
    pair = span.pair
    said = Attributed()
    if span.kind is QuoteKind.SPEECH:
        said = attribute(
            thread, line, pair, number=span.line, lead=span.lead, governing=span.governing,
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


def _set_apart(reading: Reading, found: list[Quote]) -> tuple[Quote, ...]:
    """Quotation blocks: the whole text is a quotation, said by its attribution."""
    if not any(line.role is Role.QUOTATION for line in reading.lines):
        return ()
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
