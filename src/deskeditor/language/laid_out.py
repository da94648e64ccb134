"""Tables laid out for look-ups in a file of the person's own, which is mapped, not read.

The program carries its tables packed; unpacked they would take 35 MiB and a third of a second in
each process. They are unpacked once into the folder given here; from then on a process holds only
the pages it looks at. Without a folder that can be written they are unpacked into memory.

The file: a line of JSON that names its source's hash, the sections and the checksum of all of them,
then the sections, each beginning at a multiple of eight bytes.
"""

from __future__ import annotations

import hashlib
import json
import logging
import mmap
import os
import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal
from zlib import crc32

#: Raised by one when what is written here changes its form.
_FORM = 1
_HEAD, _STEP, _CHUNK = 4096, 8, 1 << 20
#: So many drawers keys are laid into, by their first 16 bits.
_DRAWERS = 1 << 16
#: Makes the sections, by name, of a packed table.
Unpack = Callable[[bytes], Mapping[str, bytes]]
Sections = Mapping[str, memoryview]
_log = logging.getLogger(__name__)


def laid_out(data: bytes, name: str, folder: Path | None, unpack: Unpack) -> Sections:
    """The sections of a packed table, as bytes; `unpack` makes them from `data`.

    `name` is the table's, for its file in `folder`; None lays it out in memory. Numbers are as
    this machine keeps them: the file is never carried elsewhere.
    """
    if folder is None:
        return {key: memoryview(part) for key, part in unpack(data).items()}
    digest = hashlib.sha256(data).hexdigest()
    source = f"{_FORM} {sys.byteorder} {digest}"
    path = folder / f"{name}-{digest[:12]}.table"
    found = _mapped(path, source)
    if found is not None:
        return found
    made = unpack(data)
    try:
        _write(path, source, made)
        _clear(folder, name, path)
    except OSError as error:
        _log.info("%s is kept in memory: %s", name, type(error).__name__)
    found = _mapped(path, source)
    return found or {key: memoryview(part) for key, part in made.items()}


def numbers(code: Literal["I", "Q"], values: Iterable[int]) -> bytes:
    """Numbers as bytes of a section, each of four (`I`) or eight bytes."""
    return array(code, values).tobytes()


def drawers(keys: Sequence[int], shift: int) -> bytes:
    """For keys in order: where those begin whose bits from `shift` on are 0, 1, … and the end.

    A search then has a handful of keys to look at, not all of them.
    """
    return numbers("I", (bisect_left(keys, drawer << shift) for drawer in range(_DRAWERS + 1)))


def _padding(size: int) -> int:
    return -size % _STEP


def _write(path: Path, source: str, sections: Mapping[str, bytes]) -> None:
    """Write the file beside its name, then move it there."""
    checksum = 0
    for part in sections.values():
        checksum = crc32(part, checksum)
    sizes = [[key, len(part)] for key, part in sections.items()]
    head = json.dumps({"source": source, "sections": sizes, "checksum": checksum}).encode()
    for folder in (path.parent.parent, path.parent):  # a home that is not there yet: private too
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    own = path.with_name(f"{path.name}.part{os.getpid()}")
    try:
        with own.open("wb") as file:
            file.write(head.ljust(_HEAD - 1) + b"\n")
            for part in sections.values():
                file.write(part)
                file.write(bytes(_padding(len(part))))
        own.replace(path)
    finally:
        own.unlink(missing_ok=True)


def _clear(folder: Path, name: str, kept: Path) -> None:
    """Remove what was laid out of earlier tables of this name."""
    for old in folder.glob(f"{name}-*.table"):
        if old != kept:
            with suppress(OSError):  # another process still holds it
                old.unlink()


def _mapped(path: Path, source: str) -> Sections | None:
    """The sections of a file made from this source, mapped; None where it is not whole or missing.

    The checksum is taken by reading, so that no page counts as looked at.
    """
    try:
        with path.open("rb") as file:
            head = json.loads(file.read(_HEAD))
            places = _places(head, source, path.stat().st_size)
            if places is None or _checksum(path, places) != head["checksum"]:
                return None
            pages = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            if hasattr(mmap, "MADV_RANDOM"):  # no neighbours of what is looked at
                pages.madvise(mmap.MADV_RANDOM)
            whole = memoryview(pages)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return {key: whole[start:end] for key, start, end in places}


def _places(head: dict[str, Any], source: str, size: int) -> list[tuple[str, int, int]] | None:
    """Where each section begins and ends in a file of this size; None where they do not fill it."""
    if head["source"] != source:
        return None
    places, start = [], _HEAD
    for key, length in head["sections"]:
        places.append((str(key), start, start + int(length)))
        start += int(length) + _padding(int(length))
    return places if start == size else None


def _checksum(path: Path, places: list[tuple[str, int, int]]) -> int:
    checksum = 0
    with path.open("rb") as file:
        for _, start, end in places:
            file.seek(start)
            left = end - start
            while left:
                part = file.read(min(_CHUNK, left))
                if not part:
                    return -1
                left -= len(part)
                checksum = crc32(part, checksum)
    return checksum
