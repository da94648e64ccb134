"""Decoding apart: every picture is opened in processes that can be killed, never in the desk's own.

Two of them, started when first asked, kept warm, ended when idle. What takes too long is killed; a
process that a file brought down is replaced; the file is then told to be broken.
"""

from __future__ import annotations

import atexit
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from deskeditor.domain.errors import BadInput, KnownError, StoreError
from deskeditor.domain.media import ImageRecord
from deskeditor.media import wire
from deskeditor.media.images import Rendition, Request

#: Processes at once, and seconds one picture may take by the wall's clock.
WORKERS, PATIENCE = 2, 30.0


class _Ended(Exception):
    """The process went before it answered."""


class _Worker:
    """One process and its pipes."""

    def __init__(self) -> None:
        command = [sys.executable, "-I", "-m", "deskeditor.media.worker"]
        self._process = subprocess.Popen(  # noqa: S603 - fixed arguments, no shell
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"},
        )
        self.slow = False

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, head: wire.Data, raw: bytes, patience: float) -> tuple[wire.Data, bytes]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        guard = threading.Timer(patience, self._too_slow)
        guard.daemon = True
        guard.start()
        try:
            wire.send(self._process.stdin, head, raw)  # type: ignore[arg-type]
            found = wire.receive(self._process.stdout)  # type: ignore[arg-type]
        except (OSError, ValueError) as error:
            raise _Ended from error
        finally:
            guard.cancel()
        if found is None:
            raise _Ended
        return found

    def _too_slow(self) -> None:
        self.slow = True
        self.kill()

    def kill(self) -> None:
        if self._process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def close(self) -> None:
        self.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        self._process.wait()


class Apart:
    """Asks the processes. Thread-safe; a call blocks until a process is free and has answered."""

    def __init__(self, patience: float = PATIENCE) -> None:
        """Start nothing yet."""
        self._patience = patience
        self._free: queue.LifoQueue[_Worker | None] = queue.LifoQueue()
        for _ in range(WORKERS):
            self._free.put(None)

    def examine(
        self, raw: bytes, media: str, name: str, size: int
    ) -> tuple[ImageRecord, Rendition]:
        """The record of a picture that came, and its thumbnail.

        Raises:
            BadInput: no picture, an SVG, over the limits, truncated, broken, or too slow.
        """
        head = {"do": "examine", "media": media, "name": name, "size": size}
        said, small = self._ask(head, raw)
        record = wire.read_record(said["record"])
        return record, Rendition(small, said["mime"], 0, 0)

    def render(
        self, path: Path, record: ImageRecord, request: Request, *, words: bool = True
    ) -> Rendition:
        """A rendition of an original that is kept.

        Raises:
            BadInput: it is missing or broken, or takes too long.
        """
        head = {"do": "render", "path": str(path), "record": wire.record_data(record),
                "request": wire.request_data(request), "words": words,
                "name": record.name or record.media[:12]}  # fmt: skip
        said, data = self._ask(head)
        return Rendition(data, said["mime"], said["width"], said["height"])

    def likeness(self, path: Path, name: str) -> str:
        """The likeness of an original kept before likenesses were taken.

        Raises:
            BadInput: it is missing or broken.
        """
        return str(self._ask({"do": "likeness", "path": str(path), "name": name})[0]["likeness"])

    def warm(self) -> None:
        """Have one process ready, so that the first picture does not wait for it."""
        with self._worker():
            pass

    def close(self) -> None:
        """End the processes; the next question starts new ones."""
        for _ in range(WORKERS):
            worker = self._free.get()
            if worker is not None:
                worker.close()
        for _ in range(WORKERS):
            self._free.put(None)

    @contextmanager
    def _worker(self) -> Iterator[_Worker]:
        worker = self._free.get()
        try:
            if worker is not None and not worker.alive:
                worker.close()
                worker = None
            if worker is None:
                worker = _start()
            yield worker
        finally:
            if worker is not None and not worker.alive:
                worker.close()
                worker = None
            self._free.put(worker)

    def _ask(self, head: wire.Data, raw: bytes = b"") -> tuple[wire.Data, bytes]:
        for again in (True, False):
            with self._worker() as worker:
                try:
                    said, data = worker.ask(head, raw, self._patience)
                except _Ended as error:
                    worker.close()
                    if again and not worker.slow:  # it may have gone to rest just now
                        continue
                    code = "image-too-slow" if worker.slow else "image-damaged"
                    raise BadInput(code, name=head["name"]) from error
            if "code" in said:
                raise _known(said)
            return said, data
        raise AssertionError  # pragma: no cover - the loop returns or raises


def _start() -> _Worker:
    try:
        return _Worker()
    except OSError as error:  # no memory for a process, or too many of them
        raise StoreError("process-not-started") from error


def _known(said: wire.Data) -> KnownError:
    return BadInput(said["code"], **said["values"])


@cache
def shared() -> Apart:
    """The processes of this program, ended with it."""
    made = Apart()
    atexit.register(made.close)
    return made
