"""The names register and the words marked correct: kept, read back, at once in the checks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deskeditor.domain.article import Details
from deskeditor.domain.document import Document, Inline, Paragraph
from deskeditor.domain.errors import KnownError, StoreError
from deskeditor.domain.lexicon import (
    BadName,
    NameEntry,
    NameKind,
    Scope,
    register_from_data,
    register_to_data,
)
from deskeditor.domain.publication import HouseStyle, Publication
from deskeditor.services.checking import Checking
from deskeditor.services.lexicon import LexiconBook, proposals
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import new_store
from helpers.repository import RESOURCES

DESK = Publication("desk", "الدار", house=HouseStyle(spellings={"أمريكا": "أميركا"}))
TRUMP = NameEntry("ترمب", NameKind.PERSON, "الرئيس الأميركي", "Trump", ("ترامب",))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = new_store(tmp_path / "home")
    yield opened
    opened.close()


def page(text: str) -> Document:
    return Document(blocks=(Paragraph("b0", Inline(text)),))


def test_words_and_names_are_remembered(store: SqliteStore) -> None:
    book = LexiconBook(store)
    assert book.add_word("كوتشيـلوفَا\u200f", Scope.PUBLICATION, "desk") == "كوتشيلوفا"
    book.add_word("WHO😀", Scope.MINE)
    book.set_name(TRUMP, Scope.PUBLICATION, "desk")
    again = LexiconBook(store)
    assert again.words(Scope.PUBLICATION, "desk") == ("كوتشيلوفا",)
    assert again.words(Scope.MINE) == ("WHO😀",)
    assert again.names(Scope.PUBLICATION, "desk") == (TRUMP,)
    assert again.names(Scope.PUBLICATION, "other") == ()
    again.remove_word("كوتشيلوفا", Scope.PUBLICATION, "desk")
    again.remove_name("ترمب", Scope.PUBLICATION, "desk")
    again.remove_name("nobody", Scope.MINE)
    assert LexiconBook(store).words(Scope.PUBLICATION, "desk") == ()
    assert LexiconBook(store).names(Scope.PUBLICATION, "desk") == ()


@pytest.mark.parametrize("word", ["", "  ", "\u200f", "25", "😀"])
def test_what_is_no_word_is_refused(store: SqliteStore, word: str) -> None:
    with pytest.raises(BadName):
        LexiconBook(store).add_word(word, Scope.MINE)
    with pytest.raises(BadName):
        NameEntry("ا" * 1000)


@pytest.mark.parametrize("raw", ["{", "[1]", '{"words": 5}'])
def test_a_damaged_register_is_laid_aside_and_told_once(store: SqliteStore, raw: str) -> None:
    key = "lexicon.publication.desk"
    store.remember(key, raw)
    LexiconBook(store).set_name(TRUMP, Scope.MINE)
    book = LexiconBook(store)
    assert book.enrich(DESK).names == {"ترمب"}  # checking tells nobody, and changes nothing
    assert store.setting(key) == raw
    with pytest.raises(StoreError, match="lexicon-damaged"):
        book.add_word("كوتشيلوفا", Scope.PUBLICATION, "desk")
    assert store.setting(f"{key}.damaged-1") == raw
    assert LexiconBook(store).words(Scope.PUBLICATION, "desk") == ()
    book.add_word("كوتشيلوفا", Scope.PUBLICATION, "desk")
    assert LexiconBook(store).words(Scope.PUBLICATION, "desk") == ("كوتشيلوفا",)
    store.remember(key, "{")
    with pytest.raises(StoreError, match="lexicon-damaged"):
        LexiconBook(store).words(Scope.PUBLICATION, "desk")
    assert [store.setting(f"{key}.damaged-{n}") for n in (1, 2)] == [raw, "{"]


def test_what_is_mine_is_nobody_elses(store: SqliteStore) -> None:
    LexiconBook(store).add_word("قديمة", Scope.MINE)  # when it was everybody's
    here = ["salma"]
    book = LexiconBook(store, who=lambda: here[0])
    book.add_word("كوتشيلوفا", Scope.MINE)
    assert book.enrich(DESK).words == {"قديمة", "كوتشيلوفا"}
    here[0] = "noor"
    assert book.words(Scope.MINE) == ("قديمة",)
    assert book.enrich(DESK).words == {"قديمة"}
    here[0] = "salma"
    assert LexiconBook(store, who=lambda: "salma").words(Scope.MINE) == ("قديمة", "كوتشيلوفا")


def test_what_cannot_be_read_of_a_register_is_passed_over() -> None:
    assert register_from_data([1]).words == frozenset()
    data = {"names": [{"name": ""}, 7, {"name": "بابل", "kind": "place"}], "words": [3, "كلمة"]}
    register = register_from_data(data)
    assert register.names["بابل"].kind is NameKind.PLACE
    assert register_from_data(register_to_data(register)) == register


def test_the_publication_keeps_its_own_choices(store: SqliteStore) -> None:
    book = LexiconBook(store)
    book.set_name(NameEntry("أمريكا", NameKind.PLACE, variants=("أميركا",)), Scope.MINE)
    book.set_name(TRUMP, Scope.MINE)
    full = book.enrich(DESK)
    assert full.house.spellings["أمريكا"] == "أميركا"
    assert full.house.spellings["ترامب"] == "ترمب"
    assert book.enrich(DESK) is full


def test_a_word_marked_correct_takes_effect_at_once(store: SqliteStore, tmp_path: Path) -> None:
    book = LexiconBook(store)
    checking = Checking(RESOURCES / "language", tmp_path / "d", enrich=book.enrich)
    piece = page("وصل الوفد إلى كوتشيلوفا، وعاد من بكوتشيلوفا مع ترامب 😀.")

    def said() -> set[tuple[str, str]]:
        return {(f.rule, f.text) for f in checking.check(piece, Details(), DESK).findings}

    assert ("spelling.unknown-name", "كوتشيلوفا") in said()
    book.add_word("كوتشيلوفا", Scope.MINE)
    assert not [one for one in said() if one[0].startswith("spelling")]
    assert ("style.house-spelling", "ترامب") not in said()
    book.set_name(TRUMP, Scope.PUBLICATION, "desk")
    assert ("style.house-spelling", "ترامب") in said()


class Shut:
    def setting(self, _: str) -> str:
        raise KnownError("store-locked")


def test_checks_run_where_the_register_cannot_be_read() -> None:
    assert LexiconBook(Shut()).enrich(DESK) is DESK  # type: ignore[arg-type]


def test_proposals_put_the_form_of_the_piece_first() -> None:
    assert proposals("وكوتشيلوفا")[:2] == ("وكوتشيلوفا", "كوتشيلوفا")
    assert proposals("بكوتشيلوفا", ["كوتشيلوفا"])[:2] == ("بكوتشيلوفا", "كوتشيلوفا")
