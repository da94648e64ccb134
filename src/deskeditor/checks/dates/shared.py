"""The dates of a piece as rules and services ask for them, read once a run."""

from __future__ import annotations

from datetime import date
from functools import partial

from deskeditor.checks.context import CheckContext
from deskeditor.checks.dates.mentions import Spoken, slot_dates, spoken_in
from deskeditor.checks.quotes.shared import quotes_in, texts_in
from deskeditor.domain.dates import DateMention
from deskeditor.domain.document import Slot
from deskeditor.language.dates import Expression
from deskeditor.language.dates import find_dates as expressions_in


def dates_in(context: CheckContext) -> tuple[DateMention, ...]:
    """The date mentions of the piece, resolved where they can be."""
    return context.once("dates.found", _read)


def _read(context: CheckContext) -> tuple[DateMention, ...]:
    published = context.details.published_on
    dated = context.gathered("dates.said", partial(said_in, context), texts_in(context))
    told = context.memory.rows(
        "dates.told", dated,
        lambda pair: tuple(slot_dates(pair[0], pair[1], published, ())), published,
    )  # fmt: skip
    rows = context.memory.rows("dates.relative", dated, _relative)
    hanging = context.memory.made("dates.hanging", (rows,), lambda: frozenset(filter(None, rows)))
    day = context.memory.made("dates.published", (published,), lambda: published)
    of = (told, hanging, quotes_in(context), day)
    return context.memory.made("dates.found", of, lambda: _found(context, dated, told, hanging))


def _relative(dated: tuple[Slot, tuple[Expression, ...]]) -> tuple[str, str] | None:
    """Where a text stands that has an expression which counts from some day."""
    address = dated[0].address
    return (address.block, address.part) if any(said.relative for said in dated[1]) else None


def _found(
    context: CheckContext,
    dated: tuple[tuple[Slot, tuple[Expression, ...]], ...],
    told: tuple[tuple[DateMention, ...], ...],
    hanging: frozenset[tuple[str, str]],
) -> tuple[DateMention, ...]:
    """The mentions of every text; a relative one may stand in somebody's words, and counts from
    the day of these.
    """
    published = context.details.published_on
    spoken = spoken_in(quotes_in(context), hanging)
    found: list[DateMention] = []
    for (slot, said), alone in zip(dated, told, strict=True):
        inside = spoken.get((slot.address.block, slot.address.part), ())
        if not inside:
            found.extend(alone)
            continue
        found.extend(
            context.per_slot_given(
                "dates.mentions", slot, (published, inside),
                partial(_spoken, said, published, inside),
            )
        )  # fmt: skip
    return tuple(found)


def _spoken(
    said: tuple[Expression, ...], published: date | None, inside: Spoken, slot: Slot
) -> tuple[DateMention, ...]:
    return tuple(slot_dates(slot, said, published, inside))


def said_in(context: CheckContext, slot: Slot) -> tuple[Expression, ...]:
    """The date expressions of one text, as they stand."""
    return context.per_slot("dates.said", slot, lambda given: expressions_in(given.text.text))
