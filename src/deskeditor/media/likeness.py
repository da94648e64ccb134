"""What a picture looks like in 64 bits, so that near duplicates are found (a difference hash).

The picture in grey at 9 × 8; each bit says whether a point is brighter than its neighbour. Made
smaller, recompressed or retouched a little, most bits stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

#: Bits in which near duplicates may differ.
NEAR = 8


def likeness(picture: Image) -> str:
    """The difference hash of an upright picture: 16 hex digits; empty for one of one colour.

    Blank pictures all look alike, and are no duplicates of each other.
    """
    from PIL.Image import Resampling

    grey = picture.convert("RGB").convert("L").resize((9, 8), Resampling.BOX)
    rows = grey.tobytes()
    bits = 0
    for row in range(8):
        for place in range(row * 9, row * 9 + 8):
            bits = bits << 1 | (rows[place] > rows[place + 1])
    return f"{bits:016x}" if max(rows) - min(rows) > 3 else ""
