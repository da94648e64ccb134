"""Hidden parts are gone from what leaves, for good; near duplicates are found by what they show."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import pytest
from PIL import Image

from deskeditor.domain.document.blocks import Crop
from deskeditor.domain.media import Hiding, Region, distance
from deskeditor.media.hiding import CELLS, hidden
from deskeditor.media.images import Request, examine, render
from deskeditor.media.likeness import NEAR, likeness
from helpers import photos


def stripes() -> Image.Image:
    """A face nobody may know: fine stripes all over."""
    row = bytes(255 * (x // 2 % 2) for x in range(400))
    return Image.frombytes("L", (400, 300), row * 300).convert("RGB")


def colours_in(picture: Image.Image, box: tuple[int, int, int, int]) -> int:
    found = picture.crop(box).convert("RGB").getcolors(1 << 20)
    assert found is not None
    return len(found)


@pytest.mark.parametrize("how", list(Hiding))
def test_nothing_of_a_hidden_part_is_left(how: Hiding) -> None:
    region = Region(0.25, 0.25, 0.5, 0.5, how)
    made = hidden(stripes(), [region])
    row = made.crop((110, 150, 290, 151)).convert("L").tobytes()
    assert max(abs(a - b) for a, b in pairwise(row)) < 20
    assert colours_in(made, (100, 75, 300, 225)) <= CELLS * CELLS * 40
    outside = (0, 0, 90, 60)
    assert made.crop(outside).tobytes() == stripes().crop(outside).tobytes()


def test_the_picture_given_is_left_as_it_is() -> None:
    given = stripes()
    hidden(given, [Region(0, 0, 1, 1)])
    assert given.tobytes() == stripes().tobytes()
    assert hidden(given, [Region(2, 2, 1, 1)]) is given


@pytest.mark.parametrize("mode", ["P", "1", "L", "RGBA", "CMYK"])
def test_every_kind_of_picture_can_be_hidden(mode: str) -> None:
    raw = photos.saved(photos.drawn(mode=mode), "TIFF")
    record = replace(examine(raw, "0" * 64, "t.tif", len(raw)), regions=(Region(0, 0, 1, 1),))
    assert render(raw, record, "png").width == 80


def test_a_rendition_hides_and_cuts_in_the_upright_picture() -> None:
    raw = photos.camera_jpeg()  # turned: red above, blue below, 50 × 80
    record = replace(examine(raw, "0" * 64, "t.jpg", len(raw)), regions=(Region(0, 0, 1, 0.4),))
    crop = Crop("wide", 0.0, 0.5, 1.0, 0.5)
    made = render(raw, record, request=Request("png", 400, crop=crop))
    with Image.open(io.BytesIO(made.data)) as image:
        assert image.size == (50, 40)
        pixel = image.convert("RGB").getpixel((25, 20))
    assert isinstance(pixel, tuple)
    assert pixel[2] > 150
    assert pixel[0] < 80


def test_near_duplicates_are_near_and_others_are_not() -> None:
    base = Image.effect_noise((12, 9), 90).resize((1200, 900), Image.Resampling.BICUBIC)
    again = Image.open(io.BytesIO(photos.saved(base.resize((500, 375)), "JPEG", quality=40)))
    other = Image.effect_noise((12, 9), 90).resize((1200, 900), Image.Resampling.BICUBIC)
    assert distance(likeness(base), likeness(again)) <= NEAR
    assert distance(likeness(base), likeness(other)) > NEAR
    assert likeness(Image.new("RGB", (50, 50), "white")) == ""
