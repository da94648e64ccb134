"""What is asked of a file before anything reads it: that it is there, a file, and not too big.

Nothing here opens more than it must: a 50 MB text is refused by its size alone.
"""

from __future__ import annotations

import re
import stat
from pathlib import Path

from deskeditor.domain.errors import BadInput

MEGABYTE = 1_000_000

#: Bidi embeddings, overrides and isolates: in a file name they can hide its real ending.
_NAME_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069\u0000-\u001f\u007f-\u009f]")


def display_name(path: Path | str) -> str:
    """The file's name as it may be shown: without characters that reorder or control."""
    name = path if isinstance(path, str) else path.name or str(path)
    return _NAME_CONTROLS.sub("", name.encode("utf-8", "replace").decode("utf-8"))


def file_size(path: Path, limit: int) -> int:
    """The size in bytes of a file fit to be read.

    Raises:
        BadInput: missing, a folder, no plain file, forbidden to us, empty, or over `limit` bytes.
    """
    name = display_name(path)
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise BadInput("file-missing", name=name) from error
    except (OSError, ValueError) as error:
        raise BadInput("file-unreadable", name=name) from error
    if stat.S_ISDIR(found.st_mode):
        raise BadInput("file-is-folder", name=name)
    if not stat.S_ISREG(found.st_mode):
        raise BadInput("file-not-regular", name=name)
    if found.st_size == 0:
        raise BadInput("file-empty", name=name)
    if found.st_size > limit:
        size = -(-found.st_size // MEGABYTE)
        raise BadInput("file-too-large", name=name, size=size, limit=limit // MEGABYTE)
    return found.st_size


def read_bytes(path: Path, limit: int) -> bytes:
    """The file's bytes, at most `limit` of them even where it grows while it is read.

    Raises:
        BadInput: as `file_size`, or the file cannot be opened.
    """
    file_size(path, limit)
    name = display_name(path)
    try:
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except OSError as error:
        raise BadInput("file-unreadable", name=name) from error
    if len(raw) > limit:
        raise BadInput(
            "file-too-large", name=name, size=limit // MEGABYTE + 1, limit=limit // MEGABYTE
        )
    return raw
