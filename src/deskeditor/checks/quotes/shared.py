"""What the rules about quotations and sources read in common, made once a run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial
from typing import TypeVar

from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.by_hand import with_marked
from deskeditor.checks.quotes.extract import (
    Reading,
    SlotReading,
    assemble,
    quotable,
    read_slot,
)
from deskeditor.checks.quotes.following import Followed, follow
from deskeditor.checks.quotes.foreign import Rare
from deskeditor.checks.quotes.scan import Line
from deskeditor.checks.quotes.spans import Remember
from deskeditor.domain.document import Address, Role, Slot
from deskeditor.domain.ledger import merge, ruled
from deskeditor.domain.quotes import Comparison, Evidence, Quote, QuoteKind, Verdict
from deskeditor.language.alignment import best, hold

T = TypeVar("T")
#: A word seen less often in the news (of some 16 million) is hardly known.
_HARDLY = 12
_HEADS = frozenset({Role.HEADLINE, Role.KICKER, Role.HEADING})


def reading_in(context: CheckContext) -> Reading:
    """The document as the finders read it."""
    return context.once("quotes.reading", _read)


def _read(context: CheckContext) -> Reading:
    readings = [
        context.per_slot_given("quotes.slot", slot, number, partial(_numbered, context, number))
        for number, slot in enumerate(texts_in(context))
    ]
    return assemble(tuple(readings))


def texts_in(context: CheckContext) -> tuple[Slot, ...]:
    """The texts somebody may be quoted in, in reading order: one for each line of the reading."""
    return context.once("quotes.texts", lambda given: tuple(quotable(given.document_slots)))


def line_in(context: CheckContext, slot: Slot) -> Line:
    """One text as a line."""
    return context.per_slot("quotes.read", slot, read_slot).line


def remember_in(context: CheckContext) -> Remember:
    """Keeps what was read of a line with the text it stands in."""
    slots = texts_in(context)

    def remember(key: str, number: int, given: object, make: Callable[[], T]) -> T:
        return context.per_slot_given(key, slots[number], given, lambda _: make())

    return remember


def followed_in(context: CheckContext) -> Followed:
    """Who speaks, followed through the document."""
    return context.once("quotes.followed", _followed)


def names_in(context: CheckContext) -> object:
    """The same object from run to run while the names of the piece stay the same."""
    return context.once("quotes.digest", _names)


def _names(context: CheckContext) -> object:
    return context.memory.kept("quotes.names", reading_in(context).names.digest(), object)


def _followed(context: CheckContext) -> Followed:
    reading = reading_in(context)
    return follow(reading, rare_in(context), remember_in(context), names_in(context))


def _numbered(context: CheckContext, number: int, slot: Slot) -> SlotReading:
    """One text read, with the number of its line."""
    reading = context.per_slot("quotes.read", slot, read_slot)
    said = tuple(replace(each, line=number) for each in reading.utterances)
    return replace(reading, utterances=said)


def quotes_in(context: CheckContext) -> tuple[Quote, ...]:
    """The quotations of the piece, held against the evidence at hand."""
    return context.once("quotes.found", _held)


def rare_in(context: CheckContext) -> Rare | None:
    """Which words the news hardly knows; None where no counts are at hand."""
    counts = context.counts
    if counts is None:
        return None
    return lambda word: counts.word(word) < _HARDLY


def speech_in(context: CheckContext) -> tuple[Quote, ...]:
    """Quotations that are somebody's words, headlines and subheads left out."""
    roles = {slot.address: slot.role for slot in context.slots}
    return tuple(
        quote
        for quote in quotes_in(context)
        if quote.kind is QuoteKind.SPEECH and roles.get(quote.anchor.address) not in _HEADS
    )


def slots_by_address(context: CheckContext) -> dict[Address, Slot]:
    """Every slot with text, by its address."""
    return context.once("quotes.slots", lambda given: {s.address: s for s in given.all_slots})


def _held(context: CheckContext) -> tuple[Quote, ...]:
    reading = reading_in(context)
    found = with_marked(followed_in(context).quotes, reading, context.document_slots)
    quotes = merge(found, context.ledger).quotes
    held = with_verdicts(quotes, context.evidence)
    at_hand = [each.id for each in context.evidence]
    return tuple(ruled(quote, at_hand) for quote in held)


def with_verdicts(quotes: tuple[Quote, ...], evidence: tuple[Evidence, ...]) -> tuple[Quote, ...]:
    """Quotations held against every readable evidence; unreadable evidence proves nothing."""
    readable = [each for each in evidence if each.text and each.text.strip()]
    if not readable:
        return quotes
    return tuple(
        _with_verdict(quote, readable) if quote.kind is QuoteKind.SPEECH else quote
        for quote in quotes
    )


@lru_cache(maxsize=2048)
def _hold(
    quoted: str, text: str, evidence: str, insertions: tuple[tuple[int, int], ...]
) -> Comparison:
    """One comparison, made once: a keystroke elsewhere changes neither side of it."""
    return hold(quoted, text, evidence_id=evidence, insertions=insertions)


def _with_verdict(quote: Quote, readable: list[Evidence]) -> Quote:
    start = quote.anchor.start
    insertions = tuple((i.start - start, i.end - start) for i in quote.insertions)
    found = best(_hold(quote.text, each.text or "", each.id, insertions) for each in readable)
    if found is None:
        return quote
    held = None if found.verdict is Verdict.NOT_FOUND else found
    return replace(quote, verdict=found.verdict, comparison=held)
