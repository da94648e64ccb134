"""Crops stay inside the picture, keep their shape, and show the focal point where they can."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.domain.crops import (
    RATIOS,
    SHAPES,
    Shape,
    around,
    crop_of,
    holds,
    moved,
    scaled,
    with_crop,
)
from deskeditor.domain.document import Figure
from deskeditor.domain.document.blocks import Crop

fractions = st.floats(0, 1)
sides = st.integers(1, 30_000)
shapes: st.SearchStrategy[Shape] = st.sampled_from(SHAPES)


def inside(crop: Crop) -> bool:
    ends = (crop.left + crop.width, crop.top + crop.height)
    return crop.left >= 0 and crop.top >= 0 and max(ends) <= 1.0002


@given(shapes, sides, sides, fractions, fractions)
def test_a_crop_around_a_point_is_inside_and_shows_it(
    shape: Shape, width: int, height: int, x: float, y: float
) -> None:
    crop = around(shape, width, height, (x, y))
    assert inside(crop)
    assert 1.0 in (crop.width, crop.height)
    slack = 0.0002
    assert crop.left - slack <= x <= crop.left + crop.width + slack
    assert crop.top - slack <= y <= crop.top + crop.height + slack


@pytest.mark.parametrize("shape", SHAPES)
def test_the_pixels_have_the_shapes_ratio(shape: Shape) -> None:
    crop = around(shape, 4000, 3000)
    assert crop.width * 4000 / (crop.height * 3000) == pytest.approx(RATIOS[shape], rel=0.001)


@given(shapes, fractions, fractions, st.floats(-2, 2), st.floats(0.001, 100))
def test_moving_and_scaling_stay_inside(
    shape: Shape, x: float, y: float, by: float, factor: float
) -> None:
    crop = around(shape, 4000, 3000, (x, y))
    for changed in (moved(crop, by, -by), scaled(crop, factor), scaled(moved(crop, by, by), 0.5)):
        assert inside(changed)
        assert changed.width / changed.height == pytest.approx(crop.width / crop.height, rel=0.01)


def test_a_drawn_crop_wins_over_the_focal_point() -> None:
    drawn = Crop("square", 0.1, 0.1, 0.3, 0.4)
    figure = Figure("f", "a" * 64, crops=(drawn,), focal=(0.9, 0.5))
    assert crop_of(figure, "square", 4000, 3000) == drawn
    assert not holds(drawn, figure.focal)
    wide = crop_of(figure, "wide", 4000, 3000)
    assert holds(wide, figure.focal)
    assert holds(drawn, None)
    assert with_crop(figure, wide) == (wide, drawn)
