"""How a piece reads, as one line of numbers."""

from __future__ import annotations

from deskeditor.domain.reading import Reading
from deskeditor.ui.wording import Words, ltr


def reading_numbers(words: Words, read: Reading) -> str:
    """Sentences and their lengths in words, hidden agents, and the share of nouns."""
    return words(
        "panels.reading_numbers", sentences=ltr(read.sentences), median=ltr(read.median),
        longest=ltr(read.longest), long=ltr(read.long), hidden=ltr(read.hidden),
        percent=ltr(f"{read.nouns_percent:.0f}%"),
    )  # fmt: skip
