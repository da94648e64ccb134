"""Index words: folded, and found under what they are without clitics."""

from __future__ import annotations

import pytest

from deskeditor.language.search_words import GAP, asked, index_words, indexed, readings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("مَدْرَسَةُ الحيّ", ["مدرسه", "الحي"]),
        ("أُمـــة، إلى الأمام!", ["امه", "الي", "الامام"]),
        ("٢٥ و1,500 و3.5%", ["25", "و", "1500", "و", "3", "5"]),
        ("WHO C++ covid-19", ["who", "c", "covid", "19"]),
        ("😀 — «»", []),
    ],
)
def test_words_are_folded_as_people_search(text: str, words: list[str]) -> None:
    assert list(index_words(text)) == words


@pytest.mark.parametrize("word", ["وبالمدرسه", "المدرسه", "مدرسته", "للمدرسه", "فمدرستهم"])
def test_a_word_is_found_behind_its_clitics(word: str) -> None:
    assert "مدرسه" in readings(word)
    assert word not in readings(word)


def test_what_is_asked_with_an_article_is_asked_without_it_too() -> None:
    assert asked("المدرسه") == ("المدرسه", "مدرسه")
    assert asked("بيت") == ("بيت",)
    assert asked("والد") == ("والد",)


def test_no_phrase_runs_across_two_texts() -> None:
    assert indexed(["قطع", "المياه"]).split()[:3] == ["قطع", GAP, "المياه"]
