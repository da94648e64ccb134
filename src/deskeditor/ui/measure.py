"""The measure of a text as people count it: words and grapheme clusters of headline and body."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QTextBoundaryFinder

from deskeditor.domain.document import Block, Document
from deskeditor.domain.document.document import block_slots
from deskeditor.domain.document.measure import BODY, count_words, text_read

#: Words a minute that people read aloud, as IReST measured it (Trauzettel-Klosinski and Dietz,
#: 2012): 138 of Arabic, 228 of English.
_READ_ALOUD = {"ar": 138, "en": 228}


#: Arabic's marks, which stand on the letter before them; and what, with them, nearly all texts are
#: made of: letters, digits and punctuation that are each a cluster of their own.
_MARKS = "\u064b-\u065f\u0670"
_PLAIN = re.compile(
    rf"(?:[ -~\u00ab\u00bb\u060c\u061b\u061f\u0621-\u064a\u0660-\u066d\u0671-\u06d3"
    rf"\u2010-\u2027][{_MARKS}]*)*+"
)
_MARK = re.compile(f"[{_MARKS}]")


@lru_cache(maxsize=4096)
def graphemes(text: str) -> int:
    """Grapheme clusters: a letter with its harakat, or a joined emoji, is one.

    A text of Arabic and ASCII alone is counted by its marks, fifty times faster.
    """
    if _PLAIN.fullmatch(text):
        return len(text) - len(_MARK.findall(text))
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    count = 0
    while finder.toNextBoundary() != -1:
        count += 1
    return count


@lru_cache(maxsize=4096)
def words(text: str) -> int:
    """Words, numbers among them."""
    return count_words(text)


class Measure:
    """Words and graphemes of one document after another.

    A block that was in the document before is not counted again: after a key, all but one are.
    """

    def __init__(self) -> None:
        """Nothing is counted yet."""
        self._known: dict[int, tuple[Block, int, int]] = {}

    def of(self, document: Document) -> tuple[int, int]:
        """Words and graphemes of the body; notes to the desk and captions are not counted."""
        known, self._known = self._known, {}
        counted = characters = 0
        for block in document.blocks:
            found = known.get(id(block))
            if found is None or found[0] is not block:
                found = (block, *_block_measure(block))
            self._known[id(block)] = found
            counted += found[1]
            characters += found[2]
        return counted, characters


def _block_measure(block: Block) -> tuple[int, int]:
    texts = [text_read(slot.text) for slot in block_slots(block) if slot.role in BODY]
    return sum(map(words, texts)), sum(map(graphemes, texts))


#: Of the text one writes: shared by all that tell its length.
_writing = Measure()


def measure(document: Document) -> tuple[int, int]:
    """Words and graphemes of the body; notes to the desk and captions are not counted."""
    return _writing.of(document)


def reading_minutes(count: int, language: str) -> int:
    """Whole minutes it takes to read so many words aloud, at least one where there is any word."""
    return -(-count // _READ_ALOUD.get(language[:2], _READ_ALOUD["ar"]))
