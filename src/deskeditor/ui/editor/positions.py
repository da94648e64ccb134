"""The one place that knows both countings: Python's code points and Qt's UTF-16 units.

A character beyond the Basic Multilingual Plane is one code point and two units. Texts without such
characters, nearly all of them, are answered without counting.
"""

from __future__ import annotations

_LAST_SINGLE = "\uffff"


def _all_single(text: str) -> bool:
    return not text or max(text) <= _LAST_SINGLE


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
