from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from deskeditor.board.local import LocalBoard
from deskeditor.domain.errors import BoardUnreachable
from deskeditor.domain.media import ImageRecord
from deskeditor.domain.ports import Damage
from deskeditor.domain.review import Act
from deskeditor.domain.rows import OutboxRow
from deskeditor.services.delivery import send
from deskeditor.services.upkeep import Upkeep
from deskeditor.sqlite.driver import connect
from deskeditor.store.keeping import SqliteKeeper
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import BoardRoom, MovingClock, article, new_store, revision


class Shelf:
    """Pictures, of which some are whole."""

    def __init__(self, *whole: str) -> None:
        self._whole = whole

    def verify(self, media: str) -> bool:
        return media in self._whole


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = new_store(tmp_path)
    yield opened
    opened.close()


def test_store_pictures_and_board_are_looked_through(tmp_path: Path, store: SqliteStore) -> None:
    clock = MovingClock()
    for media in ("a" * 64, "b" * 64):
        store.add_image(ImageRecord(media, "image/png", 1, 1, 1))
    keeper = SqliteKeeper(tmp_path / "store.db", clock)
    whole = Upkeep(keeper, clock, store=lambda: store, media=Shelf("a" * 64, "b" * 64))
    assert whole.verify() == ()
    missing = Upkeep(keeper, clock, store=lambda: store, media=Shelf("a" * 64))
    assert missing.verify() == (Damage("damage-media", "media", "b" * 64),)
    assert Upkeep(keeper, clock).verify() == ()


def test_a_receipt_the_board_denies_is_named(tmp_path: Path, store: SqliteStore) -> None:
    """The board's file is replaced by another in which nothing was ever submitted."""
    room = BoardRoom(tmp_path)
    one = article()
    frozen = revision(one, "salma", room.clock.now())
    store.create(one, frozen)
    request = room.request(Act.SUBMIT, "salma", frozen)
    row = OutboxRow(request.operation, request, (request.revision,), request.at)
    store.queue(row)
    send(store, room.board, row)
    keeper = SqliteKeeper(tmp_path / "store.db", room.clock)
    upkeep = Upkeep(keeper, room.clock, store=lambda: store, board=room.board)
    assert upkeep.verify() == ()
    (tmp_path / "other").mkdir()
    other = BoardRoom(tmp_path / "other")
    denied = Upkeep(keeper, room.clock, store=lambda: store, board=other.board)
    assert denied.verify() == (Damage("damage-receipt", "event", row.operation),)


def test_a_boards_fault_comes_with_its_row(tmp_path: Path) -> None:
    room = BoardRoom(tmp_path)
    new_store(tmp_path, room.clock).close()
    connection = connect(room.path, "write")
    connection.execute("DROP TRIGGER revision_no_update").fetchall()
    connection.close()
    upkeep = Upkeep(SqliteKeeper(tmp_path / "store.db", room.clock), room.clock, board=room.board)
    assert upkeep.verify() == (Damage("damage-guard", "trigger", "revision_no_update"),)


def test_a_board_out_of_reach_hides_no_damage_of_the_store(tmp_path: Path) -> None:
    new_store(tmp_path).close()
    clock = MovingClock()

    def gone() -> LocalBoard:
        return LocalBoard(tmp_path / "gone.db", "", clock)

    upkeep = Upkeep(SqliteKeeper(tmp_path / "store.db", clock), clock, board=gone)
    with pytest.raises(BoardUnreachable, match="board-missing"):
        upkeep.verify()
    connection = connect(tmp_path / "store.db", "write")
    connection.execute("DROP TABLE displaced").fetchall()
    connection.close()
    missing, unread = upkeep.verify()
    assert missing == Damage("damage-table-missing", "displaced")
    assert unread == Damage("damage-unread", "board")


def test_a_copy_is_due_once_a_day(tmp_path: Path, store: SqliteStore) -> None:
    clock = MovingClock()
    upkeep = Upkeep(SqliteKeeper(tmp_path / "store.db", clock), clock)
    first = upkeep.backup_if_due()
    assert first is not None
    stamp = clock.time.timestamp()
    os.utime(first, (stamp, stamp))
    assert upkeep.backup_if_due() is None
    clock.time += timedelta(hours=25)
    assert upkeep.backup_if_due() is not None
    assert len(upkeep.backups()) == 2
    assert store.rows() == []


def test_a_copy_comes_back(tmp_path: Path) -> None:
    clock = MovingClock()
    store = new_store(tmp_path, clock)
    store.remember("k", "قبل")
    upkeep = Upkeep(SqliteKeeper(tmp_path / "store.db", clock), clock)
    copy = upkeep.backup()
    store.remember("k", "بعد")
    store.close()
    aside = upkeep.restore(copy)
    store = new_store(tmp_path, clock)
    assert store.setting("k") == "قبل"
    store.close()
    assert aside.exists()
