"""Connections to a board's file: opened for each call, so that what is said of it is true now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from deskeditor.board.schema import APPLICATION_ID, SCHEMA, bring_up
from deskeditor.domain.errors import BoardUnreachable, StoreError
from deskeditor.sqlite.driver import connect
from deskeditor.sqlite.faults import told
from deskeditor.sqlite.files import (
    check_file,
    companions,
    make_private,
    put_in_place,
    refuse_network,
)


@contextmanager
def _reached(path: Path) -> Iterator[None]:
    """Faults of the file, said as the board being out of reach."""
    try:
        with told(path):
            yield
    except StoreError as error:
        code = error.code.replace("store-", "board-").replace("home-", "board-")
        raise BoardUnreachable(code, **error.values) from error


@contextmanager
def reading(path: Path) -> Iterator[Any]:
    """A connection that sees one moment of the board.

    Raises:
        BoardUnreachable: the file is missing, no board, damaged, newer or held.
    """
    with _reached(path):
        db = _open(path)
        try:
            db.execute("BEGIN")
            yield db
            db.execute("COMMIT")
        finally:
            db.close()


@contextmanager
def writing(path: Path) -> Iterator[Any]:
    """A connection in one immediate transaction: committed at the end, undone on any error.

    Raises:
        BoardUnreachable: as for `reading`, or the disk is full.
    """
    with _reached(path):
        db = _open(path)
        try:
            db.execute("BEGIN IMMEDIATE")
            yield db
            db.execute("COMMIT")
        finally:
            if db.in_transaction:
                db.execute("ROLLBACK")
            db.close()


def _open(path: Path) -> Any:
    if not path.exists():
        raise BoardUnreachable("board-missing", path=str(path), name=path.name)
    check_file(path)
    db = connect(path, "write")
    try:
        _identify(db, path)
    except BaseException:
        db.close()
        raise
    return db


def _identify(db: Any, path: Path) -> None:
    (ours,) = db.execute("PRAGMA application_id").fetchone()
    if ours != APPLICATION_ID:
        raise BoardUnreachable("board-foreign", path=str(path), name=path.name)
    (found,) = db.execute("PRAGMA user_version").fetchone()
    if found > SCHEMA:
        raise BoardUnreachable("board-newer", found=found, known=SCHEMA, name=path.name)
    if found < SCHEMA:
        bring_up(db)


def make(path: Path) -> None:
    """Make an empty board; one that stands there stays as it is.

    Raises:
        BoardUnreachable: it cannot be made there.
    """
    with _reached(path):
        if path.exists():
            return
        refuse_network(path.parent)
        ready = path.with_name(path.name + ".new")
        for old in (ready, *companions(ready)):
            with suppress(FileNotFoundError):
                old.unlink()
        make_private(ready)
        db = connect(ready, "create")
        try:
            bring_up(db)
        finally:
            db.close()
        put_in_place(ready, path)
