"""Finding as people mean it: forms that differ only to a machine are one; no pattern hangs."""

from __future__ import annotations

import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.domain.errors import BadInput
from deskeditor.language.searching import LONGEST, BadQuery, Query, Search

TEXT = "قالَ إنّ المـؤتمرَ في ٢٠٢٦ ضمّ 40 جهةً و«WHO» 😀، والمؤتمر انتهى إلى مستشفًى."


def found(query: Query, text: str = TEXT) -> list[str]:
    return [text[m.start : m.end] for m in Search(query).matches(text)]


def test_tashkeel_tatweel_hamza_and_digits_make_no_difference() -> None:
    assert found(Query("المؤتمر")) == ["المـؤتمرَ", "المؤتمر"]
    assert found(Query("الموتمر")) == ["المـؤتمرَ", "المؤتمر"]
    assert found(Query("2026")) == ["٢٠٢٦"]
    assert found(Query("٤٠")) == ["40"]
    assert found(Query("ان")) == ["إنّ", "ان"]
    assert found(Query("who")) == ["WHO"]
    assert found(Query('"who"')) == ["«WHO»"]
    assert found(Query("😀")) == ["😀"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query("المؤتمر", tashkeel=False), ["المـؤتمر", "المؤتمر"]),
        (Query("المؤتمر", tatweel=False), ["المؤتمر"]),
        (Query("الموتمر", hamza=False), []),
        (Query("2026", digits=False), []),
        (Query("who", case=False), []),
        (Query("قال", tashkeel=False), ["قال"]),
    ],
)
def test_each_switch_makes_its_difference_count(query: Query, expected: list[str]) -> None:
    assert found(query) == expected


def test_a_whole_word_is_no_part_of_another() -> None:
    assert found(Query("مؤتمر", whole_word=True)) == []
    assert found(Query("المؤتمر", whole_word=True)) == ["المـؤتمرَ"]
    assert found(Query("والمؤتمر", whole_word=True)) == ["والمؤتمر"]
    assert found(Query("«WHO»", whole_word=True)) == ["«WHO»"]


def test_a_regular_expression_sees_the_folded_text_and_answers_the_original() -> None:
    assert found(Query(r"\d+", expression=True)) == ["٢٠٢٦", "40"]
    assert found(Query(r"[أإ]ن", expression=True)) == ["إنّ", "ان"]
    assert found(Query(r"الم\w+ر", expression=True)) == ["المـؤتمرَ", "المؤتمر"]
    assert found(Query(r"w.o", expression=True)) == ["WHO"]
    assert found(Query("مُؤ", expression=True)) == ["مـؤ", "مؤ"]
    assert found(Query("مُ?ؤ", expression=True)) == ["مـؤ", "مؤ"]


def test_groups_come_back_with_their_marks() -> None:
    search = Search(Query(r"(?P<verb>قال) (إن)", expression=True))
    (match,) = search.matches(TEXT)
    assert search.replacement(match, r"\2 \g<verb> \\ \9") == "إنّ قالَ \\ "
    assert Search(Query("قال")).replacement(match, r"\1") == r"\1"


def test_an_empty_match_is_none_and_an_empty_query_finds_nothing() -> None:
    assert found(Query("x*", expression=True)) == []
    assert found(Query("")) == []
    assert found(Query("َّ")) == []
    assert found(Query(" "), "و 😀") == [" "]


@pytest.mark.parametrize("pattern", ["(", "[", "*", "(?P<", r"\p{Nobody}", "a{2,1}"])
def test_a_wrong_pattern_is_told(pattern: str) -> None:
    with pytest.raises(BadQuery, match="search-pattern"):
        Search(Query(pattern, expression=True))


def test_a_pattern_has_a_longest_length() -> None:
    with pytest.raises(BadQuery, match="search-too-long"):
        Search(Query("ا" * (LONGEST + 1)))


@pytest.mark.parametrize("pattern", [r"(ا+)+ب", r"(ا|اا)+ب", r"(.*)*ب", r"(\w+\s?)+ب$"])
def test_a_pattern_that_explodes_ends_at_its_deadline_and_lets_others_run(pattern: str) -> None:
    search, text = Search(Query(pattern, expression=True), patience=0.2), "ا" * 5000 + "😀"
    ticks: list[float] = []
    done = threading.Event()

    def tick() -> None:
        while not done.wait(0.01):
            ticks.append(time.monotonic())

    other = threading.Thread(target=tick)
    other.start()
    try:
        started = time.monotonic()
        try:
            search.matches(text)
        except BadInput as error:
            assert error.code == "search-slow"  # noqa: PT017 - some of these end in time
            assert ticks, "the other thread ran while the pattern was tried"
        assert time.monotonic() - started < 5
    finally:
        done.set()
        other.join()


@given(st.text(alphabet="اأإبت ًّـ٢2wW😀()[]*\\", max_size=12), st.text(max_size=60))
def test_whatever_is_asked_matches_lie_in_the_text_in_order(pattern: str, text: str) -> None:
    for expression in (False, True):
        try:
            found = Search(Query(pattern, expression=expression), patience=0.5).matches(text)
        except BadQuery:
            continue
        ends = [0, *(place for m in found for place in (m.start, m.end)), len(text)]
        assert ends == sorted(ends)
        assert all(m.start < m.end for m in found)
