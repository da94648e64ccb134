"""The dates of a document: found in every text, resolved against publication or the utterance.

Inside somebody's words «اليوم» is the day they were said. Where the sentence names that day
(«وقال مساء الخميس: "…"»), it is counted from there; else it stays unresolved, with the reason.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable
from datetime import date

from deskeditor.checks.quotes.scan import READ
from deskeditor.domain.dates import DateMention, Precision
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Anchor
from deskeditor.domain.quotes import Quote, QuoteKind
from deskeditor.domain.words import Bilingual
from deskeditor.language.date_resolving import Resolved, resolve
from deskeditor.language.dates import Expression, Problem, Unit
from deskeditor.language.dates import find_dates as expressions_in

NO_PUBLICATION = Bilingual(
    "لا يمكن تحديده: لا تاريخ للنشر", "cannot be resolved: no publication date"
)
NO_UTTERANCE = Bilingual(
    "لا يمكن تحديده: داخل اقتباس يُحسب من يوم القول، ويوم القول غير معروف",
    "cannot be resolved: inside a quotation it is counted from the day the words were said, "
    "and that day is not known",
)
IMPOSSIBLE = Bilingual("لا وجود لهذا اليوم في التقويم", "there is no such day in the calendar")
VAGUE = Bilingual("لا يسمّي يومًا", "names no day")

#: The quotations of one text in order, each with its place there.
Spoken = tuple[tuple[Anchor, Quote], ...]
_PRECISIONS = {
    Unit.DAY: Precision.DAY, Unit.WEEK: Precision.DAY, Unit.MONTH: Precision.MONTH,
    Unit.YEAR: Precision.YEAR, Unit.VAGUE: Precision.VAGUE,
}  # fmt: skip


def find_dates(
    slots: Iterable[Slot],
    published_on: date | None,
    quotes: tuple[Quote, ...],
) -> tuple[DateMention, ...]:
    """Every date expression a reader sees, in reading order.

    Args:
        slots: the texts of the piece.
        published_on: the day relative dates are counted from; None where it is not known.
        quotes: its quotations.
    """
    read = [slot for slot in slots if slot.role in READ and slot.text.text]
    places = [(slot.address.block, slot.address.part) for slot in read]
    spoken = spoken_in(quotes, frozenset(places))
    found: list[DateMention] = []
    for place, slot in zip(places, read, strict=True):
        said = expressions_in(slot.text.text)
        found.extend(slot_dates(slot, said, published_on, spoken.get(place, ())))
    return tuple(found)


def spoken_in(
    quotes: tuple[Quote, ...], wanted: Container[tuple[str, str]]
) -> dict[tuple[str, str], Spoken]:
    """Speech in the wanted texts by their block and part, in order; only speech has its own day."""
    spoken: defaultdict[tuple[str, str], list[tuple[Anchor, Quote]]] = defaultdict(list)
    for quote in quotes:
        if quote.kind is QuoteKind.SPEECH:
            for part in (quote.anchor, *quote.continued):
                place = part.address.block, part.address.part
                if place in wanted:
                    spoken[place].append((part, quote))
    return {
        place: tuple(sorted(held, key=lambda each: each[0].start)) for place, held in spoken.items()
    }


def slot_dates(
    slot: Slot,
    expressions: tuple[Expression, ...],
    published_on: date | None,
    spoken: Spoken,
) -> list[DateMention]:
    """The dates of one text; `spoken` are the quotations in it, in order."""
    mentions: list[DateMention] = []
    for said in expressions:
        inside = _quote_at(said.start, spoken)
        if inside is None or not said.relative:
            mentions.append(_mention(slot, said, resolve(said, published_on), NO_PUBLICATION))
            continue
        day = _said_on(slot, inside, expressions, published_on)
        mentions.append(_mention(slot, said, resolve(said, day), NO_UTTERANCE))
    return mentions


def _quote_at(offset: int, spoken: Spoken) -> Quote | None:
    """The quotation that holds an offset; of nested ones the outer."""
    place = bisect_right(spoken, offset, key=lambda each: each[0].start)
    for anchor, quote in spoken[max(0, place - 4) : place]:
        if offset < anchor.end:
            return quote
    return None


def _said_on(
    slot: Slot, quote: Quote, expressions: tuple[Expression, ...], published_on: date | None
) -> date | None:
    """The day a quotation was said, where its own sentence names it between cue and words."""
    if quote.cue is None or quote.cue.anchor.address != slot.address:
        return None
    low, high = quote.cue.anchor.start, quote.anchor.start
    first = bisect_left(expressions, low, key=lambda each: each.start)
    for said in expressions[first : first + 8]:
        if said.start < high and said.unit is Unit.DAY:
            return resolve(said, published_on).first
    return None


def _mention(slot: Slot, said: Expression, meant: Resolved, unknown: Bilingual) -> DateMention:
    reason = None
    if meant.problem is Problem.NO_DAY_KNOWN:
        reason = unknown
    elif meant.problem is Problem.IMPOSSIBLE:
        reason = IMPOSSIBLE
    elif meant.problem is Problem.VAGUE:
        reason = VAGUE
    return DateMention(
        anchor=Anchor(slot.address, said.start, said.end),
        text=said.text,
        resolved=meant.first,
        reason=reason,
        precision=_PRECISIONS[said.unit],
        until=meant.last,
        relative=said.relative,
    )
