"""Small pictures for our own screen, kept beside the originals and made anew where they are lost.

Nothing here is precious: a file is written without waiting for the disk, and a broken one is made
again.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from contextlib import suppress
from pathlib import Path

from deskeditor.domain.media import ImageRecord


class Thumbnails:
    """Small pictures in `folder/ab/abcdef….320`, by original, size and hidden parts."""

    def __init__(self, folder: Path) -> None:
        """Nothing is made before the first is kept."""
        self._folder = folder

    def get(self, record: ImageRecord, side: int) -> bytes | None:
        """The bytes of a small picture, or None where it must be made."""
        try:
            return self._place(record, side).read_bytes() or None
        except OSError:
            return None

    def put(self, record: ImageRecord, side: int, data: bytes) -> None:
        """Keep a small picture; a disk that cannot is no reason to stop."""
        place = self._place(record, side)
        passing = place.with_name(f".{secrets.token_hex(6)}.tmp")
        with suppress(OSError):
            try:
                _write(passing, data)
            except FileNotFoundError:  # the first of its folder
                place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                _write(passing, data)
            passing.replace(place)
            return
        with suppress(OSError):
            passing.unlink(missing_ok=True)

    def tidy(self) -> None:
        """Take away what was half written; whoever writes just now makes it again."""
        with suppress(OSError):
            for half in self._folder.glob("*/.*.tmp"):
                half.unlink(missing_ok=True)

    def _place(self, record: ImageRecord, side: int) -> Path:
        hidden = repr(record.regions).encode() if record.regions else b""
        mark = hashlib.sha256(hidden).hexdigest()[:8] if hidden else ""
        return self._folder / record.media[:2] / f"{record.media}.{side}{mark}"


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb", buffering=0) as file:
        rest = memoryview(data)
        while rest:
            rest = rest[file.write(rest) :]
