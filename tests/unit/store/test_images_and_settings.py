from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from deskeditor.domain.media import ImageRecord, Rights
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import new_store

PICTURE = ImageRecord(
    "a" * 64, "image/jpeg", 4000, 3000, 7_000_000_000, "ميناء 1.jpg", credit="تصوير: هادي 😀",
    taken=date(2026, 11, 20), rights=Rights.STAFF,
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = new_store(tmp_path / "home")
    yield opened
    opened.close()


def test_a_picture_comes_back_as_it_was(store: SqliteStore) -> None:
    other = replace(PICTURE, media="b" * 64, taken=None)
    store.add_image(PICTURE)
    store.add_image(other)
    assert list(store.images()) == [other, PICTURE]
    assert list(store.images(["a" * 64, "f" * 64])) == [PICTURE]
    assert store.images([]) == []


def test_a_record_written_again_replaces_what_was_known(store: SqliteStore) -> None:
    store.add_image(PICTURE)
    better = replace(PICTURE, caption="قوارب في الميناء، صباح الاثنين.", alt="قوارب")
    store.add_image(better)
    assert list(store.images()) == [better]


def test_values_are_remembered(store: SqliteStore) -> None:
    assert store.setting("window") is None
    store.remember("window", "كبيرة 😀")
    store.remember("window", "صغيرة")
    assert store.setting("window") == "صغيرة"
