"""Faults of the outside while the store is in use: each one a known error, nothing lost."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from deskeditor.domain.article import Article
from deskeditor.domain.errors import BoardUnreachable, StoreError
from deskeditor.domain.review import Act
from deskeditor.domain.revision import Why
from deskeditor.sqlite.driver import connect
from deskeditor.store.keeping import SqliteKeeper
from deskeditor.store.open import open_store
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import TEXT, BoardRoom, MovingClock, article, new_store, revision, with_text

CLOCK = MovingClock()


def begun(home: Path) -> tuple[SqliteStore, Article]:
    store = new_store(home, CLOCK)
    one = article()
    store.create(one, revision(one, "salma", CLOCK.now(), why=Why.CREATED))
    return store, one


def limit_pages(store: SqliteStore, pages: int) -> None:
    """Let the file grow to so many pages and no further, as a full disk would."""
    store._units.write(lambda db: db.exec_driver_sql(f"PRAGMA max_page_count={pages}").fetchall())


def test_a_full_disk_is_told_and_what_was_saved_stays(tmp_path: Path) -> None:
    store, one = begun(tmp_path)
    saved = with_text(one, "آخر ما وسعه القرص 😀 2026")
    store.autosave(saved, "salma", CLOCK.now())
    limit_pages(store, 1)
    with pytest.raises(StoreError, match="disk-full"):
        store.autosave(with_text(one, TEXT * 5000), "salma", CLOCK.now())
    with pytest.raises(StoreError, match="disk-full"):
        store.keep(revision(with_text(one, TEXT * 5000), "salma", CLOCK.now()))
    assert store.article(one.id) == saved
    limit_pages(store, 1_000_000)
    store.autosave(with_text(one, "بعد إفراغ القرص"), "salma", CLOCK.now())
    assert store.article(one.id) == with_text(one, "بعد إفراغ القرص")
    store.close()
    assert SqliteKeeper(tmp_path / "store.db", CLOCK).verify() == []


def test_a_full_disk_at_the_board_leaves_nothing_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = BoardRoom(tmp_path)
    one = revision(article(TEXT * 500), "salma", CLOCK.now(), why=Why.SUBMITTED)
    request = room.request(Act.SUBMIT, "salma", one)

    def full(path: Path, *rest: object, **more: object) -> object:
        connection = connect(path, *rest, **more)  # type: ignore[arg-type]
        connection.execute("PRAGMA max_page_count=1").fetchall()
        return connection

    with monkeypatch.context() as patched:
        patched.setattr("deskeditor.board.connection.connect", full)
        with pytest.raises(BoardUnreachable, match="disk-full"):
            room.send(request, one)
    assert room.board().cases() == []
    assert room.send(request, one).seq == 1
    assert room.board().verify() == []


def test_a_store_another_program_writes_is_told_in_time(tmp_path: Path) -> None:
    begun(tmp_path)[0].close()
    store = open_store(tmp_path, CLOCK, wait=0.05)
    other = connect(tmp_path / "store.db", "write")
    other.execute("BEGIN IMMEDIATE").fetchall()
    with pytest.raises(StoreError, match="store-busy"):
        store.remember("k", "v")
    assert len(store.rows()) == 1
    other.execute("ROLLBACK").fetchall()
    store.remember("k", "v")
    other.close()
    store.close()


def test_many_threads_write_and_read_at_once(tmp_path: Path) -> None:
    store, one = begun(tmp_path)

    def write(number: int) -> None:
        store.autosave(with_text(one, f"{number} {TEXT}"), "salma", CLOCK.now())

    def read(_: int) -> None:
        assert store.article(one.id) is not None
        assert len(store.rows()) == 1

    with ThreadPoolExecutor(4) as pool:
        done = [pool.submit(work, number) for number in range(25) for work in (write, read)]
    for each in done:
        each.result()
    store.close()
    assert SqliteKeeper(tmp_path / "store.db", CLOCK).verify() == []


#: What somebody without rights on a folder meets there. Root has rights everywhere: as root the
#: child gives up the power to pass over permissions, and stays who it is (Python and the program
#: may lie in folders that only root may enter).
POWERLESS = ("setpriv", "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search,-fowner")
OPENS = """
import sys
from pathlib import Path
from deskeditor.services.machine import SystemClock
from deskeditor.domain.errors import KnownError
from deskeditor.store.open import open_store
try:
    store = open_store(Path(sys.argv[1]), SystemClock(), read_only=len(sys.argv) > 2)
    print(len(store.rows()))
    store.close()
except KnownError as error:
    print(error.code)
"""


def without_rights(home: Path, *options: str) -> str:
    """What a child says that permissions bind, whoever runs the tests."""
    powerless = POWERLESS if os.getuid() == 0 else ()
    done = subprocess.run(
        [*powerless, sys.executable, "-c", OPENS, str(home), *options],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "home"
    made.mkdir()
    return made


def test_a_read_only_home_is_told(home: Path) -> None:
    home.chmod(0o555)
    assert without_rights(home) == "home-read-only"
    assert without_rights(home / "new") == "home-read-only"
    assert list(home.iterdir()) == []


def test_a_read_only_store_is_told_and_can_be_read(home: Path) -> None:
    begun(home)[0].close()
    for side in ("store.db-wal", "store.db-shm"):
        (home / side).unlink(missing_ok=True)
    (home / "store.db").chmod(0o444)
    assert without_rights(home) == "store-read-only"
    home.chmod(0o555)
    assert without_rights(home, "read-only") == "1"
    assert SqliteKeeper(home / "store.db", CLOCK).verify() == []
