"""The dates of a document: found in every text, resolved against publication or the utterance.

Inside somebody's words «اليوم» is the day they were said. Where the sentence names that day
(«وقال مساء الخميس: "…"»), it is counted from there; else it stays unresolved, with the reason.
"""

from __future__ import annotations

from datetime import date

from deskeditor.checks.quotes.scan import READ
from deskeditor.domain.dates import DateMention, Precision
from deskeditor.domain.document import Document, Slot
from deskeditor.domain.findings import Anchor
from deskeditor.domain.quotes import Quote, QuoteKind
from deskeditor.domain.words import Bilingual
from deskeditor.language.dates import Expression, Problem, Resolved, Unit, resolve
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
    document: Document, published_on: date | None, quotes: tuple[Quote, ...]
) -> tuple[DateMention, ...]:
    """Every date expression a reader sees, in reading order.

    Args:
        document: the piece.
        published_on: the day relative dates are counted from; None where it is not known.
        quotes: its quotations; only speech has a day of its own.
    """
    found: list[DateMention] = []
    for slot in document.slots():
        if slot.role in READ and slot.text.text:
            found.extend(slot_dates(slot, published_on, quotes))
    return tuple(found)


def slot_dates(
    slot: Slot, published_on: date | None, quotes: tuple[Quote, ...]
) -> list[DateMention]:
    """The dates of one text."""
    expressions = expressions_in(slot.text.text)
    if not expressions:
        return []
    spoken = [
        (quote, part)
        for quote in quotes
        if quote.kind is QuoteKind.SPEECH
        for part in (quote.anchor, *quote.continued)
        if part.address == slot.address
    ]
    mentions: list[DateMention] = []
    for said in expressions:
        inside = next((q for q, a in spoken if a.start <= said.start < a.end), None)
        if inside is None or not said.relative:
            mentions.append(_mention(slot, said, resolve(said, published_on), NO_PUBLICATION))
            continue
        day = _said_on(slot, inside, expressions, published_on)
        mentions.append(_mention(slot, said, resolve(said, day), NO_UTTERANCE))
    return mentions


def _said_on(
    slot: Slot, quote: Quote, expressions: tuple[Expression, ...], published_on: date | None
) -> date | None:
    """The day a quotation was said, where its own sentence names it between cue and words."""
    if quote.cue is None or quote.cue.anchor.address != slot.address:
        return None
    low, high = quote.cue.anchor.start, quote.anchor.start
    for said in expressions:
        if low <= said.start < high and said.unit is Unit.DAY:
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
