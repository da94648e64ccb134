"""The table of counts: written, read, looked up, and refused when damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskeditor.language.bigrams import END, START, BadTable, BigramTable, write_table
from helpers.repository import RESOURCES

WORDS = {"قال": 900, "الوزير": 300, "إلى": 5000, "الى": 40, "مدرسة": 70, "WHO": 5}
PAIRS = {
    ("قال", "الوزير"): 63,
    (START, "قال"): 4,
    ("الوزير", END): 5,
    ("الوزير", "إلى"): 70_000,
    ("قال", "غائب"): 9,
}


@pytest.fixture
def table(tmp_path: Path) -> BigramTable:
    path = tmp_path / "جدول.bigrams"
    write_table(WORDS, PAIRS, path)
    return BigramTable.read(path)


def test_words_and_pairs_come_back(table: BigramTable) -> None:
    assert {word: table.word(word) for word in WORDS} == WORDS
    assert table.pair("قال", "الوزير") == 63
    assert table.pair(START, "قال") == 4
    assert table.pair("الوزير", END) == 5
    assert table.total == sum(WORDS.values())


def test_great_counts_are_kept_to_three_percent(table: BigramTable) -> None:
    assert table.pair("الوزير", "إلى") == pytest.approx(65_000, rel=0.1)


def test_what_is_not_there_counts_nothing(table: BigramTable) -> None:
    assert table.word("😀") == 0
    assert table.pair("الوزير", "قال") == 0
    assert table.pair("قال", "غائب") == 0
    assert "غائب" not in table


def test_words_alike_but_for_hamza_and_endings(table: BigramTable) -> None:
    assert table.alike("الى") == ("إلى",)
    assert table.alike("مدرسه") == ("مدرسة",)
    assert table.alike("😀") == ()


@pytest.mark.parametrize("data", [b"", b"no table", b"\xfd7zXZ\x00"])
def test_damage_is_said(data: bytes) -> None:
    with pytest.raises(BadTable) as caught:
        BigramTable(data)
    assert caught.value.code == "counts-damaged"


def test_a_table_cut_off_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t"
    write_table(WORDS, PAIRS, path)
    with pytest.raises(BadTable):
        BigramTable(path.read_bytes()[:-20])


def test_a_missing_table_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadTable, match="counts-missing"):
        BigramTable.read(tmp_path / "nowhere")


def test_the_shipped_table_is_small_enough() -> None:
    assert (RESOURCES / "language" / "news.bigrams").stat().st_size < 4_000_000
