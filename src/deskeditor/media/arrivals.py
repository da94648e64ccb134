"""What is on its way in: a mark beside the originals until what refers to one is written.

A process that is killed in between leaves its mark behind, unlocked. Whoever finds one asks whether
anything refers to the original by now, and if nothing does takes it away, with what was half
written. Nothing else is ever touched: an original without a mark may belong to anybody.
"""

from __future__ import annotations

import fcntl
import os
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from deskeditor.domain.errors import KnownError

#: Asks whether anything refers to an original.
Known = Callable[[str], bool]
_MARK = re.compile("[0-9a-f]{64}")
#: Stands in a mark whose original was not there before.
_NEW = b"new"


class Arrivals:
    """Marks in `folder`, each named as its original; shared locks say who is still at work."""

    def __init__(self, folder: Path, original: Callable[[str], Path]) -> None:
        """`original` answers where an original lies or would lie. Nothing is made yet."""
        self.folder, self._original = folder, original

    @contextmanager
    def marked(self, media: str, known: Known) -> Iterator[None]:
        """Keep the mark of one original while it comes in.

        Where that fails, and nothing refers to it, the original goes again. A disk that takes no
        mark, or locks none, is no reason to stop: what follows tells whether it is full.
        """
        handle = self._mark(media)
        done = False
        try:
            yield
            done = True
        finally:
            if handle is not None:
                if done:
                    self._path(media).unlink(missing_ok=True)
                os.close(handle)
            if not done:
                self._settle(media, known)

    def passing(self, media: str) -> Path:
        """A name for a file that is being written, which its mark takes with it."""
        return self.folder / f"{media}.{secrets.token_hex(6)}.tmp"

    def sweep(self, known: Known) -> int:
        """Settle every mark that nobody holds; answers how many there were."""
        try:
            names = {one.name[:64] for one in self.folder.iterdir() if _MARK.match(one.name)}
        except OSError:
            return 0
        return sum(self._settle(name, known) for name in sorted(names))

    def _path(self, media: str) -> Path:
        return self.folder / media

    def _mark(self, media: str) -> int | None:
        """The handle that holds the lock; None where there can be no mark."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = self._held(media, fcntl.LOCK_SH)
        except OSError:
            return None
        if handle is not None and not self._original(media).exists():
            try:
                os.pwrite(handle, _NEW, 0)
                os.fsync(handle)
            except OSError:
                self._path(media).unlink(missing_ok=True)
                os.close(handle)
                return None
        return handle

    def _held(self, media: str, how: int) -> int | None:
        """The mark's file under a lock, and still the one of that name; None where it is taken."""
        path = self._path(media)
        while True:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                fcntl.flock(handle, how)
                if os.stat(path).st_ino == os.fstat(handle).st_ino:  # noqa: PTH116
                    return handle
            except FileNotFoundError:  # it was done just now: make another
                pass
            except BlockingIOError:
                os.close(handle)
                return None
            except OSError:
                os.close(handle)
                raise
            os.close(handle)

    def _settle(self, media: str, known: Known) -> bool:
        """Take away what came in half; whether anything was settled."""
        try:
            handle = self._held(media, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        if handle is None:
            return False
        try:
            fresh = os.pread(handle, len(_NEW), 0) == _NEW
            if fresh and not known(media):
                self._original(media).unlink(missing_ok=True)
            for half in self.folder.glob(f"{media}.*.tmp"):
                half.unlink(missing_ok=True)
            self._path(media).unlink(missing_ok=True)
        except (OSError, KnownError):  # the store cannot say: the next sweep asks again
            return False
        finally:
            os.close(handle)
        return True
