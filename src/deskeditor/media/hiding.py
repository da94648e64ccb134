"""Parts of a picture made unrecognisable for good: what is left cannot be turned back.

A part is first brought down to so few cells that nothing of it remains, whatever it is then drawn
like: a soft blur of a face alone can be undone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from deskeditor.domain.media import Hiding, Region

if TYPE_CHECKING:
    from PIL.Image import Image

#: Cells along the longer side of a hidden part.
CELLS = 8


def hidden(picture: Image, regions: Iterable[Region]) -> Image:
    """The picture with these parts burnt over; the one given is left as it is."""
    from PIL.Image import Resampling

    made = None
    for region in regions:
        box = _box(region, picture.width, picture.height)
        if box is None:
            continue
        made = made or _fit(picture.copy())
        part = made.crop(box)
        wide, high = part.size
        longer = max(wide, high)
        cells = (max(1, wide * CELLS // longer), max(1, high * CELLS // longer))
        coarse = part.resize(cells, Resampling.BOX)
        smooth = region.how is Hiding.BLUR
        how = Resampling.BICUBIC if smooth else Resampling.NEAREST
        made.paste(coarse.resize((wide, high), how), box)
    return picture if made is None else made


def _fit(picture: Image) -> Image:
    """Modes whose numbers are no brightness cannot be mixed: a palette becomes colours."""
    if picture.mode in ("P", "1", "PA"):
        return picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    return picture


def _box(region: Region, width: int, height: int) -> tuple[int, int, int, int] | None:
    """The pixels of a part, grown to whole ones; None where nothing of it is in the picture."""
    left, top = max(0, int(region.left * width)), max(0, int(region.top * height))
    right = min(width, int((region.left + region.width) * width) + 1)
    bottom = min(height, int((region.top + region.height) * height) + 1)
    return (left, top, right, bottom) if left < right and top < bottom else None
