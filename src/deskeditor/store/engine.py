"""SQLAlchemy engines over our driver, and the one connection that writes.

Every write is one `BEGIN IMMEDIATE` transaction on the writer's own connection: a transaction that
reads first and writes later fails at once with BUSY_SNAPSHOT, whatever the timeout. Reads have
connections of their own and never wait for a write. Writes take turns on the threads that ask for
them: handing one over to another thread and back costs a third of what the disk takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Condition, Lock
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

from deskeditor.domain.errors import StoreError
from deskeditor.sqlite.driver import WAIT, Mode, connect, driver
from deskeditor.sqlite.faults import told

Answer = TypeVar("Answer")


def engine(path: Path, mode: Mode, *, keep: int = 0, wait: float = WAIT) -> Engine:
    """An engine on the file; `keep` connections stay open between uses (0: none does)."""
    begin = "BEGIN IMMEDIATE" if mode in ("create", "write") else "BEGIN"

    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    pool = {"poolclass": QueuePool, "pool_size": keep} if keep else {"poolclass": NullPool}
    made = create_engine(
        "sqlite://", module=driver(), creator=lambda: connect(path, mode, wait=wait), **pool
    )
    event.listen(made, "begin", start)
    return made


class Units:
    """Units of work on one file: reads as many as are asked for, writes one after another."""

    def __init__(self, path: Path, *, read_only: Mode | None = None, wait: float = WAIT) -> None:
        """Open nothing yet. `read_only` names the mode of a store nobody may write."""
        self._path = path
        self._read_only = read_only is not None
        self._readers = engine(path, read_only or "read", keep=4, wait=wait)
        # Begins by itself: `write` says BEGIN and COMMIT to the driver.
        self._writers = create_engine(
            "sqlite://",
            module=driver(),
            creator=lambda: connect(path, "write", wait=wait),
            poolclass=NullPool,
        )
        self._writer: Connection | None = None
        self._turn = Lock()
        self._asked = 0
        self._idle = Condition()
        self._closed = False

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one moment of the store."""
        self._check()
        with told(self._path), self._readers.begin() as connection:
            yield connection

    def write(self, work: Callable[[Connection], Answer]) -> Answer:
        """Do `work` in one transaction, when it is its turn; durable when this returns."""
        with self._idle:
            self._check()
            self._asked += 1
        try:
            if self._read_only:
                raise StoreError("store-read-only", path=str(self._path), name=self._path.name)
            with told(self._path), self._turn:
                return self._in_transaction(work)
        finally:
            with self._idle:
                self._asked -= 1
                self._idle.notify_all()

    def _in_transaction(self, work: Callable[[Connection], Answer]) -> Answer:
        if self._writer is None:
            self._writer = self._writers.connect()
        db = self._writer
        file: Any = db.connection.driver_connection
        file.execute("BEGIN IMMEDIATE").fetchall()
        try:
            answer = work(db)
            if db.in_transaction():  # SQLAlchemy was used, and keeps a book of its own
                db.commit()
            else:
                file.execute("COMMIT").fetchall()
        except BaseException:
            if db.in_transaction():
                db.rollback()
            if file.in_transaction:
                file.execute("ROLLBACK").fetchall()
            raise
        return answer

    def _check(self) -> None:
        if self._closed:
            raise StoreError("store-closed", path=str(self._path), name=self._path.name)

    def close(self) -> None:
        """Finish the writes that were asked for, then let go of the file. May be called twice."""
        with self._idle:
            if self._closed:
                return
            self._closed = True
            self._idle.wait_for(lambda: not self._asked)
        self._readers.dispose()
        if self._writer is not None:
            self._writer.close()
        self._writers.dispose()
