"""The dates of a document: found in every text, resolved against publication or the utterance.

Inside somebody's words «اليوم» is the day they were said. Where the sentence names that day
(«وقال مساء الخميس: "…"»), it is counted from there; else it stays unresolved, with the reason.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from deskeditor.checks.quotes.scan import READ
from deskeditor.domain.dates import DateMention, Precision
from deskeditor.domain.document import Address, Slot
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

_PRECISIONS = {
    Unit.DAY: Precision.DAY, Unit.WEEK: Precision.DAY, Unit.MONTH: Precision.MONTH,
    Unit.YEAR: Precision.YEAR, Unit.VAGUE: Precision.VAGUE,
}  # fmt: skip


def find_dates(
    slots: Iterable[Slot],
    published_on: date | None,
    quotes: tuple[Quote, ...],
    read: Callable[[Slot, tuple[tuple[Anchor, Quote], ...]], Sequence[DateMention]] | None = None,
) -> tuple[DateMention, ...]:
    """Every date expression a reader sees, in reading order.

    Args:
        slots: the texts of the piece.
        published_on: the day relative dates are counted from; None where it is not known.
        quotes: its quotations; only speech has a day of its own.
        read: reads one text with the quotations in it, where somebody remembers the answers.
    """
    spoken: defaultdict[Address, list[tuple[Anchor, Quote]]] = defaultdict(list)
    for quote in quotes:
        if quote.kind is QuoteKind.SPEECH:
            for part in (quote.anchor, *quote.continued):
                spoken[part.address].append((part, quote))
    found: list[DateMention] = []
    for slot in slots:
        if slot.role in READ and slot.text.text:
            held = spoken.get(slot.address, ())
            inside = tuple(sorted(held, key=lambda each: each[0].start)) if held else ()
            if read is not None:
                found.extend(read(slot, inside))
            else:
                said = expressions_in(slot.text.text)
                found.extend(slot_dates(slot, said, published_on, inside))
    return tuple(found)


def slot_dates(
    slot: Slot,
    expressions: tuple[Expression, ...],
    published_on: date | None,
    spoken: Sequence[tuple[Anchor, Quote]],
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


def _quote_at(offset: int, spoken: Sequence[tuple[Anchor, Quote]]) -> Quote | None:
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
