"""Direction controls and the direction of a text."""

from __future__ import annotations

import pytest

from deskeditor.language.bidi import direction, unbalanced


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("قال \u2066WHO\u2069 😀", ()),
        ("قال \u2066WHO 60%", (4,)),
        ("قال\u2069", (3,)),
        ("\u202bقال\u202c \u202e", (6,)),
        ("\u2067سطر\nآخر\u2069", (0, 8)),
        ("قالَ \u200fWHO", ()),
    ],
)
def test_controls_without_their_pair(text: str, places: tuple[int, ...]) -> None:
    assert unbalanced(text) == places


@pytest.mark.parametrize(
    ("text", "expected"),
    [("قال", "rtl"), ("WHO قالت", "ltr"), ("60% 😀", None), ("\u2066WHO\u2069 قالت", "rtl")],
)
def test_direction_is_that_of_the_first_letter(text: str, expected: str | None) -> None:
    assert direction(text) == expected
