"""Every quoted span of a document with its kind, read line by line.

A span's kind hangs on its own line and on which names stand in quotation glyphs elsewhere: so many
lines are read anew as that changes.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from deskeditor.checks.memory import Memory
from deskeditor.checks.quotes.extract import Reading, SlotReading
from deskeditor.checks.quotes.foreign import Rare, sounds_foreign
from deskeditor.checks.quotes.kinds import Introduction, introduction, kind_of, repeats_name
from deskeditor.checks.quotes.scan import Line
from deskeditor.checks.quotes.utterances import Utterance
from deskeditor.domain.quotes import QuoteKind
from deskeditor.language.glyphs import Pair


@dataclass(frozen=True, slots=True)
class Span:
    """One span with what stands around it."""

    pair: Pair
    lead: Introduction
    governing: Utterance | None
    kind: QuoteKind
    outer: Pair | None


class Row(NamedTuple):
    """The spans of one line, what stands in them, and which of that are names."""

    text: SlotReading
    spans: tuple[Span, ...] = ()
    said: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


def spans_of(reading: Reading, rare: Rare | None, memory: Memory) -> tuple[Row, ...]:
    """The spans of each line; a name that stands elsewhere as a name is one here too."""
    rows = memory.rows("quotes.spans", reading.texts, partial(_spans, rare=rare))
    for turn in ("quotes.listed", "quotes.listed.again"):
        said = memory.rows(f"{turn}.names", rows, lambda row: row.names)
        names = memory.made(turn, (said,), partial(frozenset[str]().union, *filter(None, said)))
        rows = memory.rows(turn, rows, partial(_named, names=names), names)
    return rows


def _spans(text: SlotReading, rare: Rare | None) -> Row:
    """The spans of one line with the kinds they have by themselves."""
    if not text.paired.pairs:
        return Row(text)
    line = text.line
    spans: list[Span] = []
    open_pairs: list[Pair] = []
    for pair in text.paired.pairs:
        while open_pairs and open_pairs[-1].end <= pair.open:
            open_pairs.pop()
        outer = open_pairs[-1] if open_pairs else None
        governing = None if outer else governing_of(line, text.utterances, pair)
        lead = introduction(line, pair, governing, outer.start if outer else 0)
        kind = kind_of(line, pair, lead, governing)
        if rare is not None and sounds_foreign(line, pair, lead, kind, rare):
            kind = QuoteKind.NAME
        spans.append(Span(pair, lead, governing, kind, outer))
        open_pairs.append(pair)
    return _row(text, spans)


def _row(text: SlotReading, spans: list[Span]) -> Row:
    line = text.line
    said = [line.text[span.pair.start : span.pair.end].strip() for span in spans]
    names = (words for words, s in zip(said, spans, strict=True) if s.kind is QuoteKind.NAME)
    return Row(text, tuple(spans), frozenset(said), frozenset(names))


def _named(row: Row, names: frozenset[str]) -> Row:
    """The row with every doubtful span that is one of `names`, or on a list of them, a name."""
    line, spans = row.text.line, list(row.spans)
    listed = [_listed(line, spans, place, names) for place in range(len(spans))]
    same = all(one is other for one, other in zip(listed, row.spans, strict=True))
    return row if same else _row(row.text, listed)


def _listed(line: Line, spans: list[Span], place: int, names: frozenset[str]) -> Span:
    """A doubtful span that repeats a name, or goes on a list of names, is a name."""
    span = spans[place]
    if span.lead.how in ("colon", "complement") or span.kind is QuoteKind.NAME:
        return span
    if line.word_at(span.pair.end) - line.word_at(span.pair.start) > 5:
        return span
    if repeats_name(line, span.pair, names):
        return replace(span, kind=QuoteKind.NAME)
    before = spans[place - 1] if place else None
    if before is None or before.kind is not QuoteKind.NAME:
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
