"""What rules are tested with: the counts of the resources and the dictionary of this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskeditor.checks.spelling.speller import Speller
from deskeditor.language.bigrams import BigramTable
from deskeditor.language.dictionary import HunspellDictionary
from deskeditor.language.wide_words import WideWords
from helpers.repository import RESOURCES


@pytest.fixture(scope="session")
def table() -> BigramTable:
    return BigramTable.read(RESOURCES / "language" / "news.bigrams")


@pytest.fixture(scope="session")
def speller(table: BigramTable, tmp_path_factory: pytest.TempPathFactory) -> Speller:
    home: Path = tmp_path_factory.mktemp("قواميس الدار")
    wide = WideWords.read(RESOURCES / "language" / "wide.words")
    return Speller(table, HunspellDictionary(home), wide=wide)
