"""Quotations a person marked by hand: words no glyphs stand around, or none the finders read.

The mark (`QuoteMark`) rides in the document, so it follows the words as they move. A span the
machine finds by itself keeps what was found of it and takes the mark's name. Of the others nothing
is known but that somebody said them; a speaker is proposed where the same text names one before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from deskeditor.checks.quotes.extract import Reading
from deskeditor.domain.document import Address, QuoteMark, Slot
from deskeditor.domain.findings import Anchor
from deskeditor.domain.quotes import Mention, Quote, QuoteKind, Speaker


@dataclass(frozen=True, slots=True)
class Marked:
    """One mark: its id, and its words in reading order (several texts where it runs over them)."""

    id: str
    parts: tuple[Anchor, ...]
    text: str


def has_marks(slot: Slot) -> bool:
    """Whether a text bears such a mark."""
    return any(isinstance(span.mark, QuoteMark) for span in slot.text.spans)


def marked_in(slots: Iterable[Slot]) -> tuple[Marked, ...]:
    """Every mark of a document's texts that still has words, in reading order."""
    parts: dict[str, list[Anchor]] = {}
    texts: dict[str, list[str]] = {}
    for slot in slots:
        for span in slot.text.spans:
            if isinstance(span.mark, QuoteMark):
                own = span.mark.id
                parts.setdefault(own, []).append(Anchor(slot.address, span.start, span.end))
                texts.setdefault(own, []).append(slot.text.text[span.start : span.end])
    whole = ((own, anchors, "\n".join(texts[own])) for own, anchors in parts.items())
    return tuple(Marked(own, tuple(anchors), text) for own, anchors, text in whole if text.strip())


def with_marked(
    quotes: tuple[Quote, ...], reading: Reading, slots: Iterable[Slot]
) -> tuple[Quote, ...]:
    """The quotations with those marked by hand among them, in reading order."""
    found = list(quotes)
    order = {line.address: number for number, line in enumerate(reading.lines)}
    for mark in marked_in(slots):
        same = next((n for n, quote in enumerate(found) if _is(quote, mark)), None)
        if same is not None:
            found[same] = replace(found[same], mark=mark.id)
            continue
        made = _quote(mark, reading, found)
        keys = [_key(order, quote.anchor) for quote in found]
        found.insert(bisect_left(sorted(keys), _key(order, made.anchor)), made)
    return tuple(found)


def _key(order: dict[Address, int], anchor: Anchor) -> tuple[int, int]:
    return order.get(anchor.address, len(order)), anchor.start


def _is(quote: Quote, mark: Marked) -> bool:
    """Whether the machine found the marked words: the same span, or one but for its edges."""
    first = mark.parts[0]
    if quote.mark or quote.anchor.address != first.address:
        return False
    return abs(quote.anchor.start - first.start) <= 1 and abs(quote.anchor.end - first.end) <= 1


def _quote(mark: Marked, reading: Reading, found: list[Quote]) -> Quote:
    first = mark.parts[0]
    speaker = _named(first, reading) or _before(first, found)
    return Quote(
        first, mark.text, QuoteKind.SPEECH, speaker, continued=mark.parts[1:], mark=mark.id
    )


def _named(anchor: Anchor, reading: Reading) -> Speaker | None:
    """Whom the last word of saying before it in the same text names; inferred all the same."""
    for number, line in enumerate(reading.lines):
        if line.address != anchor.address:
            continue
        said = [u for u in reading.utterances[number] if u.start < anchor.end]
        phrase = said[-1].phrase if said else None
        if phrase is None or not phrase.name:
            return None
        name = reading.names.full(phrase, number)
        place = Mention(phrase.name, Anchor(line.address, phrase.start, phrase.end))
        return Speaker(name, "inferred", place, reading.names.title(name, phrase))
    return None


def _before(anchor: Anchor, found: list[Quote]) -> Speaker | None:
    """Whoever is quoted last before it in the same text; nobody from afar."""
    here = [q for q in found if q.anchor.address == anchor.address and q.anchor.start < anchor.end]
    last = here[-1].speaker if here else None
    return None if last is None else replace(last, basis="inferred")
