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
from helpers.repository import ROOT

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


#: What somebody without rights on a folder meets there; as root the child becomes nobody first.
AS_NOBODY = """
import os, sys
from pathlib import Path
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
from deskeditor.bootstrap import SystemClock
from deskeditor.domain.errors import KnownError
from deskeditor.store.open import open_store
try:
    store = open_store(Path(sys.argv[1]), SystemClock(), read_only=len(sys.argv) > 2)
    print(len(store.rows()))
    store.close()
except KnownError as error:
    print(error.code)
"""


def as_nobody(home: Path, *options: str) -> str:
    """What the child says; it finds the program though it may not read its owner's folders."""
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(home), *options],
        capture_output=True, text=True, check=False, cwd="/",
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder that everybody may pass through, and none but its owner may write to."""
    for folder in (tmp_path, *tmp_path.parents):
        if folder.owner() == tmp_path.owner() and folder.stat().st_mode & 0o005 != 0o005:
            folder.chmod(folder.stat().st_mode | 0o055)
    home = tmp_path / "home"
    home.mkdir()
    return home


def test_a_read_only_home_is_told(shared: Path) -> None:
    shared.chmod(0o555)
    assert as_nobody(shared) == "home-read-only"
    assert as_nobody(shared / "new") == "home-read-only"
    assert list(shared.iterdir()) == []


def test_a_read_only_store_is_told_and_can_be_read(shared: Path) -> None:
    begun(shared)[0].close()
    for side in ("store.db-wal", "store.db-shm"):
        (shared / side).unlink(missing_ok=True)
    shared.chmod(0o777)
    (shared / "lock").chmod(0o666)
    (shared / "store.db").chmod(0o444)
    assert as_nobody(shared) == "store-read-only"
    shared.chmod(0o555)
    assert as_nobody(shared, "read-only") == "1"
    assert SqliteKeeper(shared / "store.db", CLOCK).verify() == []
