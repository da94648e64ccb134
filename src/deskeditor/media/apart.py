"""Decoding apart: every picture is opened in processes that can be killed, never in the desk's own.

Two of them, started when first asked, kept warm, ended when idle. What takes too long is killed; a
process that a file brought down is replaced; the file is then told to be broken.
"""

from __future__ import annotations

import atexit
import queue
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from deskeditor.apart.frames import Data
from deskeditor.apart.process import Child, Ended
from deskeditor.domain.errors import BadInput, KnownError, StoreError
from deskeditor.domain.media import ImageRecord
from deskeditor.media import wire
from deskeditor.media.images import Rendition, Request

#: Processes at once, and seconds one picture may take by the wall's clock.
WORKERS, PATIENCE = 2, 30.0


class Apart:
    """Asks the processes. Thread-safe; a call blocks until a process is free and has answered."""

    def __init__(self, patience: float = PATIENCE) -> None:
        """Start nothing yet."""
        self._patience = patience
        self._free: queue.LifoQueue[Child | None] = queue.LifoQueue()
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
    def _worker(self) -> Iterator[Child]:
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

    def _ask(self, head: Data, raw: bytes = b"") -> tuple[Data, bytes]:
        for again in (True, False):
            with self._worker() as worker:
                try:
                    said, data = worker.ask(head, raw, patience=self._patience)
                except Ended as error:
                    worker.close()
                    if again and not worker.slow:  # it may have gone to rest just now
                        continue
                    code = "image-too-slow" if worker.slow else "image-damaged"
                    raise BadInput(code, name=head["name"]) from error
            if "code" in said:
                raise _known(said)
            return said, data
        raise AssertionError  # pragma: no cover - the loop returns or raises


def _start() -> Child:
    try:
        return Child("deskeditor.media.worker")
    except OSError as error:  # no memory for a process, or too many of them
        raise StoreError("process-not-started") from error


def _known(said: Data) -> KnownError:
    return BadInput(said["code"], **said["values"])


@cache
def shared() -> Apart:
    """The processes of this program, ended with it."""
    made = Apart()
    atexit.register(made.close)
    return made
