"""The dates of a piece as rules and services ask for them, read once a run."""

from __future__ import annotations

from functools import partial

from deskeditor.checks.context import CheckContext
from deskeditor.checks.dates.mentions import find_dates, slot_dates
from deskeditor.checks.quotes.shared import quotes_in, texts_in
from deskeditor.domain.dates import DateMention
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Anchor
from deskeditor.domain.quotes import Quote
from deskeditor.language.dates import Expression
from deskeditor.language.dates import find_dates as expressions_in


def dates_in(context: CheckContext) -> tuple[DateMention, ...]:
    """The date mentions of the piece, resolved where they can be."""
    return context.once("dates.found", _read)


def _read(context: CheckContext) -> tuple[DateMention, ...]:
    published = context.details.published_on

    def read(slot: Slot, inside: tuple[tuple[Anchor, Quote], ...]) -> tuple[DateMention, ...]:
        return context.per_slot_given(
            "dates.mentions", slot, (published, inside),
            lambda given: tuple(slot_dates(given, said_in(context, given), published, inside)),
        )  # fmt: skip

    dated = context.gathered("dates.said", partial(said_in, context), texts_in(context))
    day = context.memory.made("dates.published", (published,), lambda: published)
    quotes = quotes_in(context)
    return context.memory.made(
        "dates.found", (dated, day, quotes),
        lambda: find_dates([slot for slot, _ in dated], published, quotes, read),
    )  # fmt: skip


def said_in(context: CheckContext, slot: Slot) -> tuple[Expression, ...]:
    """The date expressions of one text, as they stand."""
    return context.per_slot("dates.said", slot, lambda given: expressions_in(given.text.text))
