"""The sources of a piece as rules and services ask for them, read once a run."""

from __future__ import annotations

from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.shared import quotes_in, reading_in
from deskeditor.checks.sources.register import sources_of
from deskeditor.domain.sources import Source


def sources_in(context: CheckContext) -> tuple[Source, ...]:
    """The sources of the piece."""
    return context.once("sources.found", _read)


def _read(context: CheckContext) -> tuple[Source, ...]:
    return sources_of(reading_in(context), quotes_in(context), context.memory)
