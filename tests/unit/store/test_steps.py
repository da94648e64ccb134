"""The texts of a writer's session: laid down with each save, thinned, bounded, read back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from deskeditor.domain.article import Article
from deskeditor.domain.revision import Why
from deskeditor.store import steps
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import article, new_store, revision, with_text

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ONE = article()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = new_store(tmp_path / "home")
    opened.create(ONE, revision(ONE, ONE.owner, NOON, why=Why.CREATED))
    yield opened
    opened.close()


def typed(store: SqliteStore, text: str, seconds: float, author: str = "salma") -> Article:
    one = with_text(ONE, text)
    store.autosave(one, author, NOON + timedelta(seconds=seconds))
    return one


def earlier(store: SqliteStore, author: str = "salma") -> list[object]:
    upto = store.last_step(ONE.id, author)
    return list(store.earlier(ONE.id, author, upto))


def test_each_save_lays_the_text_before_it_down(store: SqliteStore) -> None:
    assert store.last_step(ONE.id, "salma") == 0
    one = typed(store, "جملة أولى", 10)
    assert earlier(store) == [ONE.document]
    first = store.last_step(ONE.id, "salma")
    two = typed(store, "جملة أولى وثانية 😀", 20)
    typed(store, "جملة أولى وثانية 😀 وثالثة", 30)
    assert earlier(store) == [ONE.document, one.document, two.document]
    assert list(store.earlier(ONE.id, "salma", first)) == [ONE.document]


def test_saves_in_one_breath_are_one_step(store: SqliteStore) -> None:
    typed(store, "ج", 10)
    for number in range(1, 4):
        typed(store, "ج" * (number + 1), 10 + number * 0.9)
    assert len(earlier(store)) == 2


def test_going_back_takes_away_what_came_after(store: SqliteStore) -> None:
    one = typed(store, "أولى", 10)
    typed(store, "أولى ثانية", 20)
    typed(store, "أولى ثانية ثالثة", 30)
    typed(store, "أولى", 40)
    assert earlier(store) == [ONE.document]
    typed(store, "أولى أخرى", 50)
    assert earlier(store) == [ONE.document, one.document]


def test_another_hand_ends_the_session(store: SqliteStore) -> None:
    one = typed(store, "كتبته سلمى", 10)
    typed(store, "كتبته سلمى ونور", 20, "noor")
    assert earlier(store) == []
    assert earlier(store, "noor") == [one.document]


def test_steps_are_bounded_in_number(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "MOST", 3)
    made = [typed(store, "كلمة " * n, n * 10.0).document for n in range(1, 8)]
    assert earlier(store) == made[-4:-1]
    monkeypatch.setattr(steps, "ALL", 2)
    typed(store, "آخر", 100)
    assert len(earlier(store)) == 2


def test_steps_are_bounded_in_bytes(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "BYTES", 1)
    for n in range(1, 5):
        typed(store, "كلمة " * n, n * 10.0)
    assert len(earlier(store)) == 1, "the newest step stays, however large"


def test_a_damaged_step_ends_the_way_back_and_no_save_fails(
    store: SqliteStore, tmp_path: Path
) -> None:
    from deskeditor.sqlite.driver import connect

    one = typed(store, "أولى", 10)
    two = typed(store, "أولى ثانية", 20)
    typed(store, "أولى ثانية ثالثة", 30)
    db = connect(tmp_path / "home" / "store.db", "write")
    db.execute("UPDATE step SET body = x'00' WHERE seq = 2").fetchall()
    db.close()
    assert earlier(store) == [two.document]
    assert one.document not in earlier(store)
    typed(store, "أولى ثانية ثالثة رابعة", 40)
    assert len(earlier(store)) == 2
