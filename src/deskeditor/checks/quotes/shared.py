"""What the rules about quotations and sources read in common, made once a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache, partial

from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.by_hand import has_marks, with_marked
from deskeditor.checks.quotes.extract import (
    Reading,
    SlotReading,
    assemble,
    is_quotable,
    read_slot,
)
from deskeditor.checks.quotes.following import Followed, follow
from deskeditor.checks.quotes.foreign import Rare
from deskeditor.checks.quotes.scan import Line
from deskeditor.domain.document import Address, Role, Slot
from deskeditor.domain.findings import Finding
from deskeditor.domain.ledger import merge, ruled
from deskeditor.domain.quotes import Comparison, Evidence, Quote, QuoteKind, Verdict
from deskeditor.language.alignment import best, hold

#: A word seen less often in the news (of some 16 million) is hardly known.
_HARDLY = 12
_HEADS = frozenset({Role.HEADLINE, Role.KICKER, Role.HEADING})


def reading_in(context: CheckContext) -> Reading:
    """The document as the finders read it."""
    return context.once("quotes.reading", _read)


def _read(context: CheckContext) -> Reading:
    texts = context.rows("quotes.texts", partial(text_in, context), texts_in(context))
    return assemble(texts, context.memory)


def texts_in(context: CheckContext) -> tuple[Slot, ...]:
    """The texts somebody may be quoted in, in reading order: one for each line of the reading."""
    return context.picked("quotes.quotable", context.standing_slots, is_quotable)


def text_in(context: CheckContext, slot: Slot) -> SlotReading:
    """One text, read by itself."""
    return context.per_slot("quotes.read", slot, read_slot)


def line_in(context: CheckContext, slot: Slot) -> Line:
    """One text as a line."""
    return text_in(context, slot).line


def followed_in(context: CheckContext) -> Followed:
    """Who speaks, followed through the document."""
    return context.once("quotes.followed", _followed)


def _followed(context: CheckContext) -> Followed:
    return follow(reading_in(context), rare_in(context), context.memory)


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
    heads = context.picked("quotes.heads", context.slots, lambda slot: slot.role in _HEADS)
    quotes = quotes_in(context)
    return context.memory.made("quotes.speech", (heads, quotes), lambda: _speech(heads, quotes))


def _speech(heads: tuple[Slot, ...], quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    above = {slot.address for slot in heads}
    return tuple(
        quote
        for quote in quotes
        if quote.kind is QuoteKind.SPEECH and quote.anchor.address not in above
    )


def by_quote(
    context: CheckContext, rule: str, find: Callable[[Quote], Iterable[Finding]]
) -> tuple[Finding, ...]:
    """What a rule finds in somebody's words, one quotation at a time: it hangs on nothing else."""
    rows = context.memory.rows(rule, speech_in(context), lambda quote: tuple(find(quote)))
    return context.memory.flat(rule, rows)


def reads_speech(context: CheckContext) -> tuple[object, ...]:
    """What rules about somebody's words read."""
    return (speech_in(context),)


def slots_by_address(context: CheckContext) -> dict[Address, Slot]:
    """Every slot with text, by its address."""
    return context.once("quotes.slots", lambda given: {s.address: s for s in given.all_slots})


def _held(context: CheckContext) -> tuple[Quote, ...]:
    found = followed_in(context).quotes
    marked = context.gathered("quotes.marked", has_marks, context.document_slots)
    ledger = context.memory.made("quotes.ledger", (context.ledger,), lambda: context.ledger)
    evidence = context.memory.made("quotes.evidence", (context.evidence,), lambda: context.evidence)
    of = (found, ledger, evidence, marked, *((reading_in(context),) if marked else ()))
    return context.memory.made(
        "quotes.held", of, lambda: _laid_over(context, found, marked=bool(marked))
    )


def _laid_over(
    context: CheckContext, found: tuple[Quote, ...], *, marked: bool
) -> tuple[Quote, ...]:
    quotes = found
    if marked:
        quotes = with_marked(found, reading_in(context), context.document_slots)
    if context.ledger:
        quotes = merge(quotes, context.ledger).quotes
    held = with_verdicts(quotes, context.evidence)
    if not context.ledger:  # then nobody has ruled
        return held
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
