"""The measure of a text as people count it: words and grapheme clusters of headline and body."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QTextBoundaryFinder

from deskeditor.domain.document import Document, Role

#: A word: letters, digits and marks in a row, joined by an inner hyphen, apostrophe or point.
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u0640\u064b-\u065f\u0670'’.,:/-]*[^\W_]+)*")
_READ = frozenset(
    {Role.PARAGRAPH, Role.HEADING, Role.QUOTATION, Role.LIST_ITEM, Role.CELL, Role.ATTRIBUTION}
)  # fmt: skip


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
    return len(_WORD.findall(text))


def measure(document: Document) -> tuple[int, int]:
    """Words and graphemes of the body; notes to the desk and captions are not counted."""
    texts = [slot.text.text for slot in document.slots() if slot.role in _READ]
    return sum(words(text) for text in texts), sum(graphemes(text) for text in texts)
