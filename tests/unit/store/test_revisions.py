from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deskeditor.domain.errors import StoreError
from deskeditor.domain.revision import Why, manifest, name_of
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import MovingClock, article, new_store, revision, with_text

CLOCK = MovingClock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = new_store(tmp_path / "home")
    yield opened
    opened.close()


def test_a_revision_is_named_by_its_bytes(store: SqliteStore) -> None:
    one = article()
    first = revision(one, "salma", CLOCK.now(), why=Why.IMPORTED)
    name = store.create(one, first)
    assert name == name_of(manifest(first))
    assert store.manifest(name) == manifest(first)
    assert store.revision(name) == first


def test_history_is_newest_first_with_parents(store: SqliteStore) -> None:
    one = article()
    a = store.create(one, revision(one, "salma", CLOCK.now(), why=Why.CREATED))
    b = store.keep(revision(with_text(one, "ب 😀"), "salma", CLOCK.now(), a))
    c = store.keep(revision(with_text(one, "ت"), "hadi", CLOCK.now(), a))
    d = store.keep(revision(with_text(one, "ث"), "salma", CLOCK.now(), c, b, why=Why.MERGED))
    rows = store.history(one.id)
    assert [(row.name, row.parents) for row in rows] == [
        (d, (c, b)), (c, (a,)), (b, (a,)), (a, ()),
    ]  # fmt: skip
    assert store.head(one.id) == d
    assert store.history("none") == []
    assert store.head("none") is None


def test_the_same_revision_twice_is_one(store: SqliteStore) -> None:
    one = article()
    first = store.create(one, revision(one, "salma", CLOCK.now()))
    second = revision(with_text(one, "ب"), "salma", CLOCK.now(), first)
    assert store.keep(second) == store.keep(second)
    assert len(store.history(one.id)) == 2


def test_a_revision_of_an_unknown_article_is_refused(store: SqliteStore) -> None:
    with pytest.raises(StoreError, match="article-unknown"):
        store.keep(revision(article(), "salma", CLOCK.now()))


def test_a_parent_must_be_here_and_of_the_same_article(store: SqliteStore) -> None:
    one, other = article(), article()
    store.create(one, revision(one, "salma", CLOCK.now()))
    foreign = store.create(other, revision(other, "salma", CLOCK.now()))
    for parent in ("0" * 64, foreign):
        with pytest.raises(StoreError, match="parent-unknown"):
            store.keep(revision(with_text(one, "ب"), "salma", CLOCK.now(), parent))
    assert len(store.history(one.id)) == 1


def test_an_unknown_revision_is_told(store: SqliteStore) -> None:
    for ask in (store.revision, store.manifest):
        with pytest.raises(StoreError, match="revision-unknown"):
            ask("f" * 64)


def test_a_flipped_bit_is_seen_by_the_hash(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    one = article("نص فيه كلمة مَدرسة 😀")
    name = store.create(one, revision(one, "salma", CLOCK.now()))
    store.close()
    path = tmp_path / "store.db"
    raw = path.read_bytes()
    path.write_bytes(raw.replace("مَدرسة".encode(), "مَدرسه".encode()))
    store = new_store(tmp_path)
    try:
        with pytest.raises(StoreError, match="revision-damaged"):
            store.revision(name)
    finally:
        store.close()
