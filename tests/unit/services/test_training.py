"""Learning from an archive: counts, neighbours and names, and what the checks make of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskeditor.checks.spelling.lexicon import Standing
from deskeditor.checks.spelling.speller import Speller
from deskeditor.language.bigrams import BigramTable
from deskeditor.language.dictionary import HunspellDictionary
from deskeditor.language.wide_words import WideWords
from deskeditor.services.training import learn
from helpers.repository import RESOURCES

ARCHIVE = [
    "وصل الوزير غازمالوف إلى بغداد 😀. وقال غازمالوف إن 25 من WHO وصلوا.",
    "التقى غازمالوف الوفد الى المساء.",
    "غادر غازمالوف بغداد.",
]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> tuple[BigramTable, WideWords, Path]:
    language = RESOURCES / "language"
    home = tmp_path_factory.mktemp("قواميس")
    wide = WideWords.read(language / "wide.words")
    return BigramTable.read(language / "news.bigrams"), wide, home


def test_an_archive_teaches_names_and_pairs(
    base: tuple[BigramTable, WideWords, Path], tmp_path: Path
) -> None:
    news, wide, home = base
    dictionary = HunspellDictionary(home)
    before = Speller(news, dictionary, wide=wide)
    learned = learn(ARCHIVE * 3, before, tmp_path / "home" / "archive.bigrams")
    assert (learned.texts, learned.names) == (9, (("غازمالوف", 12),))
    assert learned.words > 5
    assert learned.pairs > 5
    archive = BigramTable.read(tmp_path / "home" / "archive.bigrams")
    after = Speller(news, dictionary, wide=wide, archive=archive)
    assert before.listing(frozenset()).entry("غازمالوف").standing is Standing.UNKNOWN
    assert after.listing(frozenset()).entry("غازمالوف").standing is Standing.SEEN
    assert after.table is not None
    assert after.table.pair("التقى", "غازمالوف") == 3


def test_an_empty_archive_is_an_empty_table(
    base: tuple[BigramTable, WideWords, Path], tmp_path: Path
) -> None:
    news, wide, home = base
    speller = Speller(news, HunspellDictionary(home), wide=wide)
    learned = learn([], speller, tmp_path / "a")
    assert (learned.texts, learned.tokens, learned.names) == (0, 0, ())
    assert BigramTable.read(tmp_path / "a").word("قال") == 0
    assert learn(["ا" * 1_000_000], speller, tmp_path / "a").words == 0
