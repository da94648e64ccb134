from __future__ import annotations

import stat
from pathlib import Path

import pytest

from deskeditor.domain.errors import StoreError
from deskeditor.sqlite.driver import connect
from deskeditor.store import open as opening
from deskeditor.store import tables as t
from deskeditor.store.engine import engine
from deskeditor.store.migrating import migrate
from deskeditor.store.open import open_store
from helpers.newsroom import MovingClock, article, new_store, revision

CLOCK = MovingClock()


def made(home: Path) -> tuple[Path, str]:
    """A closed store with one article in it."""
    store = new_store(home)
    one = article()
    store.create(one, revision(one, "salma", CLOCK.now()))
    store.close()
    return home / "store.db", one.id


def change(path: Path, *statements: str) -> None:
    connection = connect(path, "write")
    for statement in statements:
        connection.execute(statement).fetchall()
    connection.close()


def refused(home: Path) -> StoreError:
    with pytest.raises(StoreError) as told:
        open_store(home, CLOCK)
    # Whatever was wrong, the next try is not locked out by this one.
    with pytest.raises(StoreError) as again:
        open_store(home, CLOCK)
    assert again.value.code == told.value.code
    return told.value


def test_a_new_home_is_for_its_person_only(tmp_path: Path) -> None:
    home = tmp_path / "بيت 1" / "desk"
    path, _ = made(home)
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_store_opens_again_with_all_that_was_in_it(tmp_path: Path) -> None:
    _, name = made(tmp_path)
    store = new_store(tmp_path)
    assert [row.id for row in store.rows()] == [name]
    store.close()
    store.close()
    with pytest.raises(StoreError, match="store-closed"):
        store.rows()


def test_a_second_instance_is_refused_until_the_first_closes(tmp_path: Path) -> None:
    first = new_store(tmp_path)
    assert refused(tmp_path).code == "store-locked"
    beside = open_store(tmp_path, CLOCK, lock=False)
    beside.close()
    first.close()
    new_store(tmp_path).close()


def test_a_zero_length_store_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    path, _ = made(tmp_path)
    path.write_bytes(b"")
    assert refused(tmp_path).code == "store-empty"
    assert path.read_bytes() == b""


def test_a_store_that_is_no_database_is_not_touched(tmp_path: Path) -> None:
    path, _ = made(tmp_path)
    path.write_bytes("رسالة قديمة 😀".encode() * 999)
    assert refused(tmp_path).code == "store-not-database"
    assert path.read_bytes() == "رسالة قديمة 😀".encode() * 999


def test_another_programs_database_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    change_new = connect(path, "create")
    change_new.execute("CREATE TABLE theirs(a)").fetchall()
    change_new.close()
    before = path.read_bytes()
    assert refused(tmp_path).code == "store-foreign"
    assert path.read_bytes() == before


def test_a_store_cut_short_is_told(tmp_path: Path) -> None:
    path, _ = made(tmp_path)
    path.write_bytes(path.read_bytes()[:9000])
    assert refused(tmp_path).code == "store-truncated"


def test_a_folder_in_the_stores_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "store.db").mkdir()
    assert refused(tmp_path).code == "store-is-folder"


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    path, _ = made(tmp_path)
    change(path, "PRAGMA foreign_keys=OFF", "DROP TABLE journal")
    assert refused(tmp_path).code == "store-damaged"


def test_a_log_without_its_store_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "store.db-wal").write_bytes(b"acknowledged words")
    assert refused(tmp_path).code == "store-missing"
    assert (tmp_path / "store.db-wal").read_bytes() == b"acknowledged words"


def test_a_newer_store_is_refused_and_opens_read_only(tmp_path: Path) -> None:
    path, name = made(tmp_path)
    change(path, f"PRAGMA user_version={t.SCHEMA + 1}")
    before = path.read_bytes()
    told = refused(tmp_path)
    assert (told.code, told.values["found"]) == ("store-newer", t.SCHEMA + 1)
    store = open_store(tmp_path, CLOCK, read_only=True)
    assert store.read_only
    assert store.article(name) is not None
    with pytest.raises(StoreError, match="store-read-only"):
        store.remember("a", "b")
    store.close()
    assert path.read_bytes() == before


def test_reading_only_asks_for_a_store_that_is_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="store-missing"):
        open_store(tmp_path, CLOCK, read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_an_older_store_is_copied_and_brought_up(tmp_path: Path) -> None:
    path, name = made(tmp_path)
    older = engine(path, "write")
    migrate(older, 1)
    older.dispose()
    store = new_store(tmp_path)
    assert store.article(name) is not None
    store.close()
    assert len(list((tmp_path / "backups").glob("store-*.db"))) == 1


@pytest.mark.parametrize("place", ["home", "above"])
def test_a_file_in_the_homes_place_is_told(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("ملف", "utf-8")
    home = tmp_path / "file" if place == "home" else tmp_path / "file" / "home"
    assert refused(home).code == "home-not-folder"


def test_a_network_drive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def anywhere(path: Path) -> None:
        raise StoreError("store-on-network", path=str(path), kind="nfs4")

    monkeypatch.setattr(opening, "refuse_network", anywhere)
    assert refused(tmp_path).code == "store-on-network"
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_first_start_left_is_cleared(tmp_path: Path) -> None:
    (tmp_path / "store.db.new").write_bytes(b"half")
    (tmp_path / "store.db.new-wal").write_bytes(b"half")
    new_store(tmp_path).close()
    assert not (tmp_path / "store.db.new").exists()
    assert (tmp_path / "store.db").stat().st_size > 0
