"""Opening the store: every bad state of the file and the folder becomes one `StoreError`.

Nothing is ever made in the place of something: a new store is finished beside its name and moved
there, so that a zero-length or half-made file is always somebody's damage and never taken for new.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sqlalchemy import inspect

from deskeditor.domain.errors import StoreError
from deskeditor.domain.ports import Clock
from deskeditor.sqlite.driver import WAIT, Mode, connect
from deskeditor.sqlite.faults import told
from deskeditor.sqlite.files import (
    check_file,
    companions,
    make_private,
    put_in_place,
    refuse_network,
)
from deskeditor.store import tables as t
from deskeditor.store.engine import engine
from deskeditor.store.keeping import SqliteKeeper
from deskeditor.store.lock import HomeLock
from deskeditor.store.sqlite import SqliteStore

NAME = "store.db"


def make_home(home: Path) -> None:
    """Make the home folder, for its person only.

    Raises:
        StoreError: it cannot be made or is no folder, or it lies on a network drive.
    """
    with told(home):
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    refuse_network(home)


def open_store(
    home: Path, clock: Clock, *, lock: bool = True, read_only: bool = False, wait: float = WAIT
) -> SqliteStore:
    """Open the store of a home folder, making both where they are missing.

    An older store is backed up and brought up to date. With `read_only` nothing is made, changed
    or locked, and a newer program's store opens too. `wait` is how many seconds another process's
    write may take.

    Raises:
        StoreError: the code says what is wrong: home-read-only, home-not-folder, store-locked,
            store-on-network, store-is-folder, store-empty, store-not-database, store-truncated,
            store-foreign, store-newer, store-damaged, store-read-only, store-busy, disk-full,
            store-missing.
    """
    path = home / NAME
    if read_only:
        return _open_read_only(path, wait)
    make_home(home)
    held = HomeLock(home)
    if lock:
        held.acquire()
    try:
        with told(path):
            prepare(path, clock, wait)
        return SqliteStore(path, wait=wait, on_close=held.release)
    except BaseException:
        held.release()
        raise


def _open_read_only(path: Path, wait: float) -> SqliteStore:
    mode: Mode = "read" if os.access(path.parent, os.W_OK) else "frozen"
    with told(path):
        if not path.exists():
            raise StoreError("store-missing", path=str(path), name=path.name)
        check_file(path)
        _identify(path, mode)
    return SqliteStore(path, read_only=mode, wait=wait)


def prepare(path: Path, clock: Clock, wait: float = WAIT) -> None:
    """Leave a store at `path` that is ours, whole at first sight and up to date."""
    if not path.exists():
        _make(path)
        return
    check_file(path)
    found = _identify(path, "read")  # somebody else's database must not be turned to WAL
    if found > t.SCHEMA:
        raise StoreError("store-newer", found=found, known=t.SCHEMA, name=path.name)
    if found < t.SCHEMA:
        SqliteKeeper(path, clock).backup()
        _migrate(path, wait)
    _check_tables(path)
    _try_writing(path, wait)


def _make(path: Path) -> None:
    """Make a new store beside its name and move it there."""
    if any(side.exists() and side.stat().st_size for side in companions(path)):
        raise StoreError("store-missing", path=str(path), name=path.name)
    ready = path.with_name(path.name + ".new")
    for old in (ready, *companions(ready)):
        with suppress(FileNotFoundError):
            old.unlink()
    make_private(ready)
    _migrate(ready, WAIT, create=True)
    put_in_place(ready, path)


def _migrate(path: Path, wait: float, *, create: bool = False) -> None:
    from deskeditor.store.migrating import migrate  # Alembic: 6 MiB few starts have a use for

    made = engine(path, "create" if create else "write", wait=wait)
    try:
        migrate(made)
    finally:
        made.dispose()


def _identify(path: Path, mode: Mode) -> int:
    """The schema number of a store that says it is ours; a foreign file is refused."""
    connection = connect(path, mode)
    try:
        (ours,) = connection.execute("PRAGMA application_id").fetchone()
        (number,) = connection.execute("PRAGMA user_version").fetchone()
    finally:
        connection.close()
    if ours != t.APPLICATION_ID:
        raise StoreError("store-foreign", path=str(path), name=path.name)
    return int(number)


def _try_writing(path: Path, wait: float) -> None:
    """Meet a store that cannot be written now, not at the first autosave."""
    connection = connect(path, "write", wait=wait)
    try:
        connection.execute("BEGIN IMMEDIATE").fetchall()
        # Beginning is allowed on a read-only file; the first change is what it refuses.
        connection.execute(f"PRAGMA user_version={t.SCHEMA}").fetchall()
        connection.execute("ROLLBACK").fetchall()
    finally:
        connection.close()


def _check_tables(path: Path) -> None:
    """Hold the tables that are there against those that should be."""
    made = engine(path, "read")
    try:
        with made.connect() as db:
            there = set(inspect(db).get_table_names())
            missing = sorted(set(t.metadata.tables) - there)
            number = db.exec_driver_sql("PRAGMA user_version").scalar_one()
            if missing or number != t.SCHEMA:
                raise StoreError("store-damaged", path=str(path), name=path.name)
    finally:
        made.dispose()
