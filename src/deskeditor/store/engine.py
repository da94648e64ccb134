"""SQLAlchemy engines over our driver, and the one thread that writes.

Every write is one `BEGIN IMMEDIATE` transaction on the writer's own connection: a transaction that
reads first and writes later fails at once with BUSY_SNAPSHOT, whatever the timeout. Reads have
connections of their own and never wait for a write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

from deskeditor.domain.errors import BugError, StoreError
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
    """Units of work on one file: reads wherever they are asked, writes on the writer's thread."""

    def __init__(self, path: Path, *, read_only: Mode | None = None, wait: float = WAIT) -> None:
        """Open nothing yet. `read_only` names the mode of a store nobody may write."""
        self._path = path
        self._read_only = read_only is not None
        self._readers = engine(path, read_only or "read", keep=4, wait=wait)
        self._writer = engine(path, "write", keep=1, wait=wait)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store-writer")
        self._closed = False

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one moment of the store."""
        self._check()
        with told(self._path), self._readers.begin() as connection:
            yield connection

    def write(self, work: Callable[[Connection], Answer]) -> Answer:
        """Do `work` in one transaction on the writer's thread; durable when this returns."""
        self._check()
        if self._read_only:
            raise StoreError("store-read-only", path=str(self._path), name=self._path.name)
        with told(self._path):
            try:
                asked = self._thread.submit(self._in_transaction, work)
            except RuntimeError as error:  # closed by another thread a moment ago
                self._check()
                raise BugError("the store's writer is gone") from error
            return asked.result()

    def _in_transaction(self, work: Callable[[Connection], Answer]) -> Answer:
        with self._writer.begin() as connection:
            return work(connection)

    def _check(self) -> None:
        if self._closed:
            raise StoreError("store-closed", path=str(self._path), name=self._path.name)

    def close(self) -> None:
        """Finish the writes that were asked for, then let go of the file. May be called twice."""
        if self._closed:
            return
        self._closed = True
        self._thread.shutdown(wait=True)
        self._readers.dispose()
        self._writer.dispose()
