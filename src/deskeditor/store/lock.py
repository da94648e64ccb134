"""One instance of the program on one home folder at a time.

A flock on the file `lock`: the kernel lets go of it when the process ends, however it ends, so a
killed program never locks its person out. The file says who holds it, for the sentence only.
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from deskeditor.domain.errors import StoreError
from deskeditor.sqlite.faults import told

NAME = "lock"
#: What a folder answers that nobody can write in: on a disk mounted read-only, without rights.
_UNWRITABLE = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


class HomeLock:
    """The lock of one home folder. Not shared with child processes."""

    def __init__(self, home: Path, *, reading: bool = False) -> None:
        """Lock nothing yet. `reading` is for those who only read: a home that cannot be written
        is held by its lock file as it stands, and not at all where it has none.
        """
        self._path, self._reading = home / NAME, reading
        self._handle: int | None = None

    def acquire(self) -> None:
        """Take the lock, at once or not at all.

        Raises:
            StoreError: another instance holds it (`pid`, and `since` as a moment, as it said), or
                the folder cannot be written.
        """
        with told(self._path.parent):
            handle = self._opened()
        if handle is None:
            return
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = self._holder(handle)
            os.close(handle)
            if isinstance(error, BlockingIOError):
                raise StoreError("store-locked", path=str(self._path.parent), **holder) from error
            raise StoreError("store-on-network", path=str(self._path.parent), kind="?") from error
        self._handle = handle
        self._sign(handle)

    def _opened(self) -> int | None:
        """The lock file, made where it is missing; None where it is not there and cannot be made.

        Raises:
            OSError: the folder cannot be written, and we do not only read.
        """
        try:
            return os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            if not self._reading or error.errno not in _UNWRITABLE:
                raise
        try:
            return os.open(self._path, os.O_RDONLY | os.O_CLOEXEC)
        except OSError:  # nobody who could write was here, or we may not even look
            return None

    def _sign(self, handle: int) -> None:
        """Say who holds it; a full disk costs the name, not the lock."""
        line = {"pid": os.getpid(), "since": datetime.now(UTC).isoformat(timespec="seconds")}
        with suppress(OSError):
            os.ftruncate(handle, 0)
            os.pwrite(handle, json.dumps(line).encode(), 0)

    def _holder(self, handle: int) -> dict[str, object]:
        try:
            line = json.loads(os.pread(handle, 1000, 0))
            since = datetime.fromisoformat(line["since"])
            if since.tzinfo is None:
                since = since.replace(tzinfo=UTC)
            return {"pid": int(line["pid"]), "since": since}
        except (OSError, ValueError, KeyError, TypeError):
            return {"pid": "?", "since": "?"}

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def release(self) -> None:
        """Let go. May be called twice; the file stays."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)
