"""The ledger: what people confirmed of quotations, laid over what the machine proposes now.

A confirmation is anchored to exact words. It holds wherever exactly these words stand as a
quotation: first at its own place, then elsewhere in its text, then in another text (a paragraph
was cut or moved). Where other words stand in its place, it falls back to "check again": each fact
by itself, for each is signed on its own words. Words that a person marked by hand carry their
confirmation with the mark.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from deskeditor.domain.document import Address
from deskeditor.domain.findings import Anchor
from deskeditor.domain.quotes import (
    Channel,
    Confirmation,
    Fact,
    Mention,
    Quote,
    QuoteKind,
    Ruling,
    Signed,
    Speaker,
    Standing,
    Verdict,
)

Data = dict[str, Any]
#: Share of a quotation's words that must still stand in another for it to be the same one mended.
LIKENESS = 0.4
#: What must be confirmed of somebody's words.
_NEEDED = (Fact.SPEAKER, Fact.KIND, Fact.CHANNEL)


@dataclass(frozen=True, slots=True)
class Merged:
    """The quotations as they stand, and confirmations whose words are gone from the text."""

    quotes: tuple[Quote, ...]
    gone: tuple[Confirmation, ...] = ()


def merge(proposed: Iterable[Quote], ledger: Iterable[Confirmation]) -> Merged:
    """Lay the ledger over the machine's proposals, in their order."""
    quotes = list(proposed)
    open_ones = list(ledger)
    taken: dict[int, tuple[Confirmation, Standing]] = _marked(open_ones, quotes)
    for near in (_same_place, _same_text, _anywhere):
        for item in tuple(open_ones):
            place = near(item, quotes, taken)
            if place is not None:
                taken[place] = (item, Standing.CONFIRMED)
                open_ones.remove(item)
    for item in tuple(open_ones):
        place = _mended(item, quotes, taken)
        if place is not None:
            taken[place] = (item, Standing.AGAIN)
            open_ones.remove(item)
    for place, (item, standing) in taken.items():
        quotes[place] = laid_over(quotes[place], item, standing)
    return Merged(tuple(quotes), tuple(open_ones))


Taken = dict[int, tuple[Confirmation, Standing]]


def _marked(open_ones: list[Confirmation], quotes: list[Quote]) -> Taken:
    """Quotations marked by hand keep their confirmation wherever the mark moves; takes it out."""
    by_id = {item.id: item for item in open_ones}
    taken: Taken = {}
    for place, quote in enumerate(quotes):
        item = by_id.pop(quote.mark, None) if quote.mark else None
        if item is not None:
            same = item.text == quote.text
            taken[place] = (item, Standing.CONFIRMED if same else Standing.AGAIN)
            open_ones.remove(item)
    return taken


def _free(quotes: list[Quote], taken: Taken, text: str) -> list[int]:
    return [n for n, quote in enumerate(quotes) if n not in taken and quote.text == text]


def _same_place(item: Confirmation, quotes: list[Quote], taken: Taken) -> int | None:
    found = _free(quotes, taken, item.text)
    return next((n for n in found if quotes[n].anchor == item.anchor), None)


def _same_text(item: Confirmation, quotes: list[Quote], taken: Taken) -> int | None:
    """The nearest quotation of the same words in the same text."""
    here = [
        n
        for n in _free(quotes, taken, item.text)
        if quotes[n].anchor.address == item.anchor.address
    ]
    return min(here, key=lambda n: abs(quotes[n].anchor.start - item.anchor.start), default=None)


def _anywhere(item: Confirmation, quotes: list[Quote], taken: Taken) -> int | None:
    """The only quotation of the same words in the piece; of several, none is known to be it."""
    found = _free(quotes, taken, item.text)
    return found[0] if len(found) == 1 else None


def _mended(item: Confirmation, quotes: list[Quote], taken: Taken) -> int | None:
    """The quotation in the same text that has most of its words, the nearest of several."""
    words = frozenset(item.text.split())
    best: tuple[float, int, int] | None = None
    for number, quote in enumerate(quotes):
        if number in taken or quote.anchor.address != item.anchor.address:
            continue
        now = frozenset(quote.text.split())
        like = len(words & now) / max(1, min(len(words), len(now)))
        same_start = quote.anchor.start == item.anchor.start
        if like >= LIKENESS or same_start:
            key = (-like, abs(quote.anchor.start - item.anchor.start), number)
            best = min(best or key, key)
    return None if best is None else best[2]


def laid_over(quote: Quote, item: Confirmation, standing: Standing) -> Quote:
    """The quotation with each fact a person stands behind; of changed words only the hint.

    A speaker a person stands behind is explicit, whatever the sentence says.
    """
    holds = {each.fact for each in item.signatures if each.text == quote.text}
    if standing is Standing.AGAIN and not holds:
        return replace(quote, standing=standing, confirmation=item)
    kind = item.kind if Fact.KIND in holds else quote.kind
    return replace(
        quote,
        kind=kind,
        speaker=_confirmed_speaker(quote, item) if Fact.SPEAKER in holds else quote.speaker,
        channel=item.channel if Fact.CHANNEL in holds else quote.channel,
        cue=_mention(quote, quote.cue, item.cue) if Fact.CUE in holds else quote.cue,
        standing=_whole(item, kind, holds),
        confirmation=item,
        **_relays(quote, item, holds),
    )


def _mention(quote: Quote, before: Mention | None, said: str | None) -> Mention | None:
    """What a person says stands beside the words; other words than were read have no place of
    their own, and stand where the quotation begins.
    """
    if not said:
        return None
    if before is not None and before.text == said:
        return before
    begin = quote.anchor.start
    return Mention(said, Anchor(quote.anchor.address, begin, begin))


def _relays(quote: Quote, item: Confirmation, holds: set[Fact]) -> Data:
    """Who passed the words on, where a person stands behind it."""
    if Fact.RELAY not in holds:
        return {}
    first = _mention(quote, quote.relayed_by, item.relay)
    if first == quote.relayed_by:
        return {}
    return {"relayed_by": first, "relays": () if first is None else (first,)}


def _confirmed_speaker(quote: Quote, item: Confirmation) -> Speaker | None:
    if not item.speaker:
        return None
    before = quote.speaker
    if before is not None and before.name == item.speaker:
        return replace(before, basis="explicit")
    return Speaker(item.speaker, "explicit", before.mention if before else None)


def facts_needed(kind: QuoteKind) -> tuple[Fact, ...]:
    """What must be confirmed of a quotation: of a name or a word in doubt only that it is one."""
    return _NEEDED if kind is QuoteKind.SPEECH else (Fact.KIND,)


def facts_offered(kind: QuoteKind) -> tuple[Fact, ...]:
    """What may be confirmed of a quotation, each by itself; the word of saying and the relay too,
    which no quotation has to have.
    """
    return tuple(Fact) if kind is QuoteKind.SPEECH else (Fact.KIND,)


def _whole(item: Confirmation, kind: QuoteKind, holds: set[Fact]) -> Standing:
    """How the quotation stands with these facts holding."""
    needed = set(facts_needed(kind))
    if needed <= holds:
        return Standing.CONFIRMED
    stale = {each.fact for each in item.signatures} - holds
    return Standing.AGAIN if needed & stale else Standing.PARTLY


def signature_of(quote: Quote, fact: Fact) -> Signed | None:
    """Who stands behind one fact, on whatever words."""
    item = quote.confirmation
    if item is None:
        return None
    return next((each for each in item.signatures if each.fact is fact), None)


def fact_standing(quote: Quote, fact: Fact) -> Standing:
    """Whether somebody stands behind one fact of a quotation, on the words that stand there."""
    signed = signature_of(quote, fact)
    if signed is None:
        return Standing.PROPOSED
    return Standing.CONFIRMED if signed.text == quote.text else Standing.AGAIN


def ruled(quote: Quote, evidence: Iterable[str]) -> Quote:
    """The quotation under a person's verdict, where that still holds.

    It holds while its words are the confirmed ones and its evidence (an id in `evidence`) is there.
    """
    item = quote.confirmation
    if quote.standing is not Standing.CONFIRMED or item is None or item.ruling is None:
        return quote
    if item.ruling.evidence and item.ruling.evidence not in set(evidence):
        return quote
    return replace(quote, verdict=item.ruling.verdict, ruled=True)


# --- the written form -----------------------------------------------------------------------------


def confirmation_data(item: Confirmation) -> Data:
    """One confirmation as JSON data; who signed which fact only where that is not one person."""
    anchor, ruling = item.anchor, item.ruling
    data: Data = {
        "id": item.id,
        "at": [anchor.address.block, anchor.address.part, anchor.start, anchor.end],
        "text": item.text,
        "kind": item.kind.value,
        "speaker": item.speaker,
        "channel": None if item.channel is None else item.channel.value,
        "by": [item.by, item.at.isoformat()],
        "ruling": None
        if ruling is None
        else [ruling.verdict.value, ruling.evidence, ruling.by, ruling.at.isoformat(), ruling.note],
    }
    for name in ("cue", "relay"):
        if (said := getattr(item, name)) is not None:
            data[name] = said
    if item.signed:
        data["signed"] = [
            [each.fact.value, each.by, each.at.isoformat(), each.text] for each in item.signed
        ]
    return data


def read_confirmation(data: Data) -> Confirmation:
    """The confirmation written by `confirmation_data`.

    Raises:
        KeyError, TypeError, ValueError: the data is none.
    """
    block, part, start, end = data["at"]
    by, at = data["by"]
    return Confirmation(
        id=data["id"],
        anchor=Anchor(Address(block, part), start, end),
        text=data["text"],
        kind=QuoteKind(data["kind"]),
        speaker=data["speaker"],
        channel=None if data["channel"] is None else Channel(data["channel"]),
        by=by,
        at=datetime.fromisoformat(at),
        ruling=_read_ruling(data["ruling"]),
        signed=tuple(
            Signed(Fact(fact), who, datetime.fromisoformat(when), text)
            for fact, who, when, text in data.get("signed", ())
        ),
        cue=data.get("cue"),
        relay=data.get("relay"),
    )


def _read_ruling(data: list[str] | None) -> Ruling | None:
    if data is None:
        return None
    verdict, evidence, by, at, note = data
    return Ruling(Verdict(verdict), evidence, by, datetime.fromisoformat(at), note)
