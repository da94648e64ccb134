"""The tokeniser: what a word is, where it stands, and that bad input costs linear time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from deskeditor.language.tokens import TokenKind, tokenise, words
from helpers.documents import texts


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token.kind.value, token.text) for token in tokenise(text)]


def test_words_numbers_latin_links_and_marks() -> None:
    assert kinds("قال WHO: 60% في ٣٫٥ #بغداد 😀") == [
        ("word", "قال"), ("latin", "WHO"), ("punctuation", ":"), ("number", "60"),
        ("punctuation", "%"), ("word", "في"), ("number", "٣٫٥"), ("link", "#بغداد"),
        ("other", "😀"),
    ]  # fmt: skip


def test_marks_tatweel_and_controls_inside_a_word_belong_to_it() -> None:
    (token,) = words("\u200fالعِـ\u200cراقُ\u200f")
    assert (token.word, token.start, token.end) == ("العراق", 1, 11)


def test_presentation_forms_are_words() -> None:
    (token,) = words("ﻻ")
    assert token.word == "لا"


def test_a_word_glued_to_a_number_is_two_tokens() -> None:
    assert kinds("على37") == [("word", "على"), ("number", "37")]


def test_the_mark_behind_an_address_is_not_the_address() -> None:
    assert kinds("https://example.org/خبر.") == [
        ("link", "https://example.org/خبر"), ("punctuation", "."),
    ]  # fmt: skip
    assert kinds("desk@example.org،")[0] == ("link", "desk@example.org")


def test_line_breaks_are_tokens() -> None:
    assert [token.kind for token in tokenise("أ\nب")][1] is TokenKind.BREAK


@given(texts)
def test_tokens_are_in_order_and_lose_nothing_but_space(text: str) -> None:
    tokens = tokenise(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    kept = {place for t in tokens for place in range(t.start, t.end)}
    assert all(text[place].isspace() for place in set(range(len(text))) - kept)


@pytest.mark.parametrize(
    "piece",
    ["ا", "ً", "😀", "a.b@", "a.", "1,", "ا\u200f", "http://", "@", "ـ", "C+", "؟!", "\ufffd"],
)
def test_hostile_input_is_read_to_its_end(piece: str) -> None:
    # What grows with the square of the length would outlast the test's own time limit by hours.
    text = piece * 400_000
    tokens = tokenise(text)
    assert tokens[-1].end == len(text)
