"""Counting words and graphemes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.language.counting import Counts, after, count, graphemes, words
from helpers.documents import texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل ٢٥ شخصا في ٣ هجمات", 6),
        ("قال إنّ WHO أعلنت 60%", 5),
        ("على37 متهما", 2),
        ("", 0),
        ("، . «»", 0),
        ("زوروا https://example.org/خبر اليوم", 3),
        ("😀", 0),
    ],
)
def test_words(text: str, expected: int) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مُحَمَّدٌ", 4),
        ("👨‍👩‍👧 2-1", 5),
        ("🇮🇶", 1),
        ("العراق\u200f", 6),
        ("سطر\nسطر", 6),
        ("abc", 3),
    ],
)
def test_graphemes(text: str, expected: int) -> None:
    assert graphemes(text) == expected


def test_counts_add_up() -> None:
    assert count("قال نعم 😀") + Counts(1, 2) == Counts(3, 11)


@given(texts, st.integers(0, 12))
def test_what_stands_after_the_limit(text: str, limit: int) -> None:
    cut = after(text, limit)
    assert graphemes(text[:cut]) <= limit
    if cut < len(text):
        assert graphemes(text) > limit
