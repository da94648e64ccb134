"""The compact list of words, and the counts of three places as one."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from deskeditor.language.bigrams import BadTable, BigramTable, write_table
from deskeditor.language.vocabulary import WIDE_SHARE, Vocabulary
from deskeditor.language.wide_words import WideWords, key, write_wide
from helpers.repository import RESOURCES

SHARES = {"الرئيس": 1e-3, "كوتشيلوفا": 3e-8, "شبكةWHO😀": 1e-6}


@pytest.fixture
def wide(tmp_path: Path) -> WideWords:
    path = tmp_path / "كلمات.words"
    write_wide(SHARES, path)
    return WideWords.read(path)


def test_frequencies_come_back_nearly_as_written(wide: WideWords) -> None:
    assert len(wide) == len(SHARES)
    for word, share in SHARES.items():
        assert wide.frequency(word) == pytest.approx(share, rel=0.07)
    assert wide.frequency("رئيس") == 0.0
    assert wide.frequency("") == 0.0
    assert wide.frequency("\ud800") == 0.0


def test_neighbours_changed_round_have_other_keys() -> None:
    assert len({key("السابق"), key("السباق"), key("اسلابق")}) == 3


def test_what_is_no_list_is_refused(tmp_path: Path) -> None:
    for data in (b"", b"x", lzma.compress(b"deskeditor wide 1 9\n123"), lzma.compress(b"x")):
        with pytest.raises(BadTable):
            WideWords(data)
    with pytest.raises(BadTable):
        WideWords.read(tmp_path / "none")


def test_the_shipped_language_data_stay_under_four_megabytes() -> None:
    assert sum(path.stat().st_size for path in (RESOURCES / "language").iterdir()) < 4_000_000


def test_three_places_add_up(wide: WideWords, tmp_path: Path) -> None:
    write_table({"قال": 70, "الرئيس": 30}, {("قال", "الرئيس"): 9}, tmp_path / "a")
    write_table({"قال": 10, "الرافد": 5}, {("قال", "الرئيس"): 2}, tmp_path / "b")
    news, archive = BigramTable.read(tmp_path / "a"), BigramTable.read(tmp_path / "b")
    words = Vocabulary(news, wide, archive)
    assert (words.total, words.word("قال"), words.pair("قال", "الرئيس")) == (115, 80, 9)
    assert "الرافد" in words
    assert "كوتشيلوفا" in words
    assert "كوتشيلوفات" not in words
    expected = 30 + WIDE_SHARE * 115 * wide.frequency("الرئيس")
    assert words.weight("الرئيس") == pytest.approx(expected)
    assert Vocabulary(news).weight("الرئيس") == 30
