"""Code points and UTF-16 units: the one map between Python's counting and Qt's."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deskeditor.ui.editor.positions import to_points, to_units, units
from helpers.documents import texts


def test_a_character_beyond_the_first_plane_is_two_units() -> None:
    text = "قال 😀 ـٍّحجيّ WHO 2-1"
    assert units(text) == len(text) + 1
    assert to_units(text, 5) == 6
    assert to_points(text, 6) == 5
    assert to_points(text, 5) == 4, "inside a pair is the pair's start"


@given(texts, st.integers(0, 80))
def test_there_and_back_is_where_one_was(text: str, place: int) -> None:
    place = min(place, len(text))
    assert to_points(text, to_units(text, place)) == place
    assert to_units(text, place) == len(text[:place].encode("utf-16-le")) // 2
