"""Bidi controls: where they stand, whether they pair, and which direction a text runs.

Follows Unicode Annex 9: isolates (LRI, RLI, FSI) close with PDI, embeddings and overrides (LRE,
RLE, LRO, RLO) with PDF, a line break closes all. One pass; offsets are code points.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

ISOLATES = frozenset("\u2066\u2067\u2068")
EMBEDDINGS = frozenset("\u202a\u202b\u202d\u202e")
POP_ISOLATE, POP_EMBEDDING = "\u2069", "\u202c"
_ALL = ISOLATES | EMBEDDINGS | {POP_ISOLATE, POP_EMBEDDING}


def unbalanced(text: str) -> tuple[int, ...]:
    """Offsets of controls without their pair, in order."""
    if not any(control in text for control in _ALL):
        return ()
    isolates: list[int] = []
    embeddings: list[int] = []
    lonely: list[int] = []
    for offset, char in enumerate(text):
        if char == "\n":
            lonely += isolates + embeddings
            isolates, embeddings = [], []
        elif char in ISOLATES:
            isolates.append(offset)
        elif char in EMBEDDINGS:
            embeddings.append(offset)
        elif char in (POP_ISOLATE, POP_EMBEDDING):
            opened = isolates if char == POP_ISOLATE else embeddings
            if opened:
                opened.pop()
            else:
                lonely.append(offset)
    return tuple(sorted(lonely + isolates + embeddings))


def direction(text: str) -> Literal["rtl", "ltr"] | None:
    """The direction of the first letter that has one (rules P2 and P3), isolates passed over."""
    depth = 0
    for char in text:
        if char in ISOLATES:
            depth += 1
        elif char == POP_ISOLATE:
            depth = max(0, depth - 1)
        elif depth == 0:
            strong = unicodedata.bidirectional(char)
            if strong in ("R", "AL"):
                return "rtl"
            if strong == "L":
                return "ltr"
    return None
