"""Shorthand of a person and a publication: kept, merged, bounded, never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deskeditor.domain.errors import BadInput
from deskeditor.services.shorthand import FIRST, LONGEST_TYPED, Entry, Kind, Scope, ShorthandBook
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import new_store

HQ = Entry(Kind.ABBREVIATION, "مم", "مجلس المحافظة 12 WHO 😀")
SIGN = Entry(Kind.SNIPPET, "خاتمة الوكالة", "انتهى.\nنقلاً عن WHO ٢٠٢٦")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = new_store(tmp_path / "home")
    yield opened
    opened.close()


def test_a_person_and_a_publication_have_their_own_and_the_person_counts(
    store: SqliteStore,
) -> None:
    book = ShorthandBook(store)
    assert book.entries(Scope.PUBLICATION, "alrafid") == FIRST
    assert book.entries(Scope.PERSON, "salma") == ()
    book.save(Scope.PUBLICATION, "alrafid", [HQ, SIGN])
    book.save(Scope.PERSON, "salma", [Entry(Kind.CORRECTION, "مم", "مم.")])
    assert book.load("salma", "alrafid").words == {"مم": "مم."}
    assert book.load("hadi", "alrafid").words == {"مم": HQ.text}
    assert book.load("hadi", "alrafid").snippets == {SIGN.typed: SIGN.text}


def test_what_is_empty_is_dropped_and_the_last_of_the_same_counts(store: SqliteStore) -> None:
    book = ShorthandBook(store)
    two = [Entry(Kind.CORRECTION, " مم ", "أول"), HQ, Entry(Kind.CORRECTION, "", "x")]
    assert book.save(Scope.PERSON, "salma", two) == (HQ,)


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (Entry(Kind.ABBREVIATION, "م م", "x"), "shorthand-space"),
        (Entry(Kind.ABBREVIATION, "م" * (LONGEST_TYPED + 1), "x"), "shorthand-long"),
    ],
)
def test_what_could_not_work_is_refused(store: SqliteStore, entry: Entry, code: str) -> None:
    with pytest.raises(BadInput, match=code):
        ShorthandBook(store).save(Scope.PERSON, "salma", [entry])


@pytest.mark.parametrize("damage", ["", "[[1]]", "{}", '[["none","a","b"]]', "null"])
def test_a_damaged_value_is_as_none(store: SqliteStore, damage: str) -> None:
    store.remember("shorthand:person:salma", damage)
    assert ShorthandBook(store).entries(Scope.PERSON, "salma") == ()
