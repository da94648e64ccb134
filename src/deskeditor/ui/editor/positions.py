"""The one place that knows both countings: Python's code points and Qt's UTF-16 units.

A character beyond the Basic Multilingual Plane is one code point and two units. Texts without such
characters, nearly all of them, are answered without counting. A paragraph on the page may also hold
guards: invisible characters that keep an isolate together on the screen and are no text at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate

from PySide6.QtGui import QTextBlock

from deskeditor.ui.editor.marks import GUARD

#: The characters that open and close a left-to-right isolate.
OPEN, CLOSE = "\u2066", "\u2069"

_LAST_SINGLE = "\uffff"
_PAIRED = re.compile("[\U00010000-\U0010ffff]")


def _all_single(text: str) -> bool:
    return _PAIRED.search(text) is None


def units(text: str) -> int:
    """Length of `text` in UTF-16 units."""
    if _all_single(text):
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def to_units(text: str, points: int) -> int:
    """The UTF-16 offset of the code point offset `points` in `text`; beyond the end is the end."""
    if _all_single(text):
        return max(0, min(points, len(text)))
    return units(text[: max(0, points)])


def to_points(text: str, offset: int) -> int:
    """The code point offset of the UTF-16 offset `offset`; inside a pair it is the pair's start."""
    if _all_single(text):
        return max(0, min(offset, len(text)))
    counted = 0
    for place, character in enumerate(text):
        counted += 2 if character > _LAST_SINGLE else 1
        if counted > offset:
            return place
    return len(text)


def guards(block: QTextBlock) -> list[int]:
    """Where a paragraph's guards stand, in units from its start."""
    text = block.text()
    if OPEN not in text and CLOSE not in text:
        return []
    found: list[int] = []
    runs = block.begin()
    while not runs.atEnd():
        run = runs.fragment()
        if run.charFormat().property(GUARD):
            first = run.position() - block.position()
            found.extend(range(first, first + run.length()))
        runs += 1
    return found


def _bare_text(text: str, found: list[int]) -> str:
    """The text without the characters at these units."""
    raw = text.encode("utf-16-le", "surrogatepass")
    kept, start = bytearray(), 0
    for guard in found:
        kept += raw[2 * start : 2 * guard]
        start = guard + 1
    return (bytes(kept) + raw[2 * start :]).decode("utf-16-le", "surrogatepass")


def _at(text: str, unit: int) -> str:
    return text[to_points(text, unit)]


def units_in(block: QTextBlock, points: int) -> int:
    """The UTF-16 offset in a paragraph of a code point offset in its text.

    At an isolate's first character it is after the opening guard, so that what is put there is in.
    """
    return units_of(block)(points)


def units_of(block: QTextBlock) -> Callable[[int], int]:
    """`units_in` of one paragraph for many offsets: the paragraph is read once."""
    text, found = block.text(), guards(block)
    bare = _bare_text(text, found) if found else text
    last = len(bare)
    if _all_single(bare):
        if not found:
            return lambda points: max(0, min(points, last))
        begins: list[int] | range = range(last + 1)
    else:
        begins = list(accumulate((1 + (c > _LAST_SINGLE) for c in bare), initial=0))
    closing = {guard for guard in found if _at(text, guard) == CLOSE}

    def answer(points: int) -> int:
        offset = begins[max(0, min(points, last))]
        for guard in found:
            if guard > offset or (guard == offset and guard in closing):
                break
            offset += 1
        return offset

    return answer


def points_in(block: QTextBlock, offset: int) -> int:
    """The code point offset in a paragraph's text of a UTF-16 offset in the paragraph."""
    text, found = block.text(), guards(block)
    if not found:
        return to_points(text, offset)
    before = sum(1 for guard in found if guard < offset)
    return to_points(_bare_text(text, found), offset - before)
