"""The measure of a text as people count it: words and grapheme clusters of headline and body."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QTextBoundaryFinder

from deskeditor.domain.document import Document
from deskeditor.domain.document.measure import body_slots, count_words

#: Words a minute that people read aloud, as IReST measured it (Trauzettel-Klosinski and Dietz,
#: 2012): 138 of Arabic, 228 of English.
_READ_ALOUD = {"ar": 138, "en": 228}


@lru_cache(maxsize=4096)
def graphemes(text: str) -> int:
    """Grapheme clusters: a letter with its harakat, or a joined emoji, is one."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    count = 0
    while finder.toNextBoundary() != -1:
        count += 1
    return count


@lru_cache(maxsize=4096)
def words(text: str) -> int:
    """Words, numbers among them."""
    return count_words(text)


def measure(document: Document) -> tuple[int, int]:
    """Words and graphemes of the body; notes to the desk and captions are not counted."""
    texts = [slot.text.text for slot in body_slots(document)]
    return sum(words(text) for text in texts), sum(graphemes(text) for text in texts)


def reading_minutes(count: int, language: str) -> int:
    """Whole minutes it takes to read so many words aloud, at least one where there is any word."""
    return -(-count // _READ_ALOUD.get(language[:2], _READ_ALOUD["ar"]))
