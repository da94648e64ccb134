"""Crops around a focal point: what of a picture a shape shows. Fractions 0…1, pure arithmetic."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from deskeditor.domain.document import Figure
from deskeditor.domain.document.blocks import Crop

Shape = Literal["wide", "square", "portrait"]
SHAPES: tuple[Shape, ...] = ("wide", "square", "portrait")
#: Width over height of each shape.
RATIOS: Mapping[Shape, float] = {"wide": 16 / 9, "square": 1.0, "portrait": 4 / 5}
MIDDLE = (0.5, 0.5)
#: The smallest side of a crop that somebody draws, as a fraction of the picture.
SMALLEST = 0.05


def around(shape: Shape, width: int, height: int, focal: tuple[float, float] = MIDDLE) -> Crop:
    """The largest crop of a shape in a picture of these pixels, as near the focal point as fits."""
    ratio = RATIOS[shape] * max(1, height) / max(1, width)  # in fractions, not pixels
    wide, high = (1.0, 1.0 / ratio) if ratio >= 1 else (ratio, 1.0)
    left = _within(focal[0] - wide / 2, wide)
    top = _within(focal[1] - high / 2, high)
    return Crop(shape, round(left, 4), round(top, 4), round(wide, 4), round(high, 4))


def _within(start: float, length: float) -> float:
    return min(max(0.0, start), 1.0 - length)


def crop_of(figure: Figure, shape: Shape, width: int, height: int) -> Crop:
    """The crop somebody drew for a shape, or the one the focal point gives."""
    drawn = next((crop for crop in figure.crops if crop.shape == shape), None)
    return drawn or around(shape, width, height, figure.focal or MIDDLE)


def holds(crop: Crop, focal: tuple[float, float] | None) -> bool:
    """Whether the focal point lies inside the crop; True where nobody set one."""
    if focal is None:
        return True
    x, y = focal
    inside_x = crop.left <= x <= crop.left + crop.width
    return inside_x and crop.top <= y <= crop.top + crop.height


def moved(crop: Crop, dx: float, dy: float) -> Crop:
    """The crop moved by fractions of the picture, kept inside it."""
    left, top = _within(crop.left + dx, crop.width), _within(crop.top + dy, crop.height)
    return Crop(crop.shape, round(left, 4), round(top, 4), crop.width, crop.height)


def scaled(crop: Crop, factor: float) -> Crop:
    """The crop larger or smaller about its middle, its shape kept, inside the picture."""
    most = min(1 / crop.width, 1 / crop.height)
    least = SMALLEST / min(crop.width, crop.height)
    factor = min(max(factor, min(least, most)), most)
    wide, high = crop.width * factor, crop.height * factor
    left = _within(crop.left + (crop.width - wide) / 2, wide)
    top = _within(crop.top + (crop.height - high) / 2, high)
    return Crop(crop.shape, round(left, 4), round(top, 4), round(wide, 4), round(high, 4))


def with_crop(figure: Figure, crop: Crop) -> tuple[Crop, ...]:
    """The figure's crops with this one in the place of its shape's."""
    kept = [one for one in figure.crops if one.shape != crop.shape]
    return tuple(sorted((*kept, crop), key=lambda one: SHAPES.index(one.shape)))
