"""Evidence for the examples of the rules that hold quotations against it."""

from __future__ import annotations

from datetime import UTC, datetime

from deskeditor.domain.quotes import Evidence


def pasted(text: str) -> Evidence:
    """A pasted text as evidence."""
    at = datetime(2024, 1, 1, tzinfo=UTC)
    return Evidence("e1", "0" * 64, "statement.txt", "reporter", at, text=text)
