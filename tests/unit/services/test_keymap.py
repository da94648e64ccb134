"""Keys of people: kept by login, damaged values as none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deskeditor.services.keymap import KeyMap, conflicts
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import new_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = new_store(tmp_path / "home")
    yield opened
    opened.close()


def test_each_person_has_their_own(store: SqliteStore) -> None:
    book = KeyMap(store)
    book.save("salma", {"find": "Ctrl+Alt+F", "strong": ""})
    assert book.load("salma") == {"find": "Ctrl+Alt+F", "strong": ""}
    assert book.load("hadi") == {}


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"find": 3}', "😀"])
def test_a_damaged_value_is_as_none(store: SqliteStore, damage: str) -> None:
    store.remember("keys:salma", damage)
    assert KeyMap(store).load("salma") == {}


def test_conflicts_name_all_that_share_keys() -> None:
    pairs = [("a", "Ctrl+K"), ("b", ""), ("c", "Ctrl+K"), ("d", ""), ("e", "F3")]
    assert conflicts(pairs) == {"Ctrl+K": ("a", "c")}
