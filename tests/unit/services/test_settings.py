from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from deskeditor.services.settings import Settings, SettingsBook
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import new_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = new_store(tmp_path / "home")
    yield opened
    opened.close()


def test_settings_begin_at_their_defaults_and_are_remembered(store: SqliteStore) -> None:
    book = SettingsBook(store)
    assert book.load() == Settings()
    chosen = replace(Settings(), language="en", zoom=1.25, login="سلمى 😀", theme="dark")
    book.save(chosen)
    assert SettingsBook(store).load() == chosen


@pytest.mark.parametrize(
    ("name", "value"),
    [("language", "fr"), ("zoom", 99), ("zoom", "1"), ("zoom", True), ("login", 7),
     ("theme", None), ("autosave_pause", 1.5), ("autosave_pause", 1)],
)  # fmt: skip
def test_an_unsound_value_falls_back_alone(store: SqliteStore, name: str, value: Any) -> None:
    store.remember("settings", json.dumps({"inspector": "images", name: value}))
    assert SettingsBook(store).load() == replace(Settings(), inspector="images")


@pytest.mark.parametrize("raw", ["", "{", "[]", "null", "7"])
def test_damaged_settings_never_keep_the_desk_from_opening(store: SqliteStore, raw: str) -> None:
    store.remember("settings", raw)
    assert SettingsBook(store).load() == Settings()


def test_what_a_newer_program_remembers_stays(store: SqliteStore) -> None:
    store.remember("settings", json.dumps({"later": {"x": 1}, "zoom": 2}))
    book = SettingsBook(store)
    book.save(book.load())
    assert json.loads(store.setting("settings") or "")["later"] == {"x": 1}
