"""Files written whole or not at all, and the originals kept under the sha256 of their bytes.

Every write goes to a temporary file in the folder it belongs to, is synced, renamed and its folder
synced: after a crash or a full disk there is the old file or the new one, never half of one.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import BinaryIO

from deskeditor.domain.errors import KnownError, StoreError
from deskeditor.media.arrivals import Arrivals, Known

_CHUNK = 1 << 20
_NAME = re.compile("[0-9a-f]{64}")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def write_atomically(path: Path, data: bytes, *, mode: int = 0o666) -> None:
    """Put `data` at `path`: durable when the call returns, and untouched where it fails.

    A link is followed, and what is no file (a terminal, a pipe, a device) is written to as it is:
    replacing it would take it away from everybody.

    Raises:
        StoreError: the folder is missing, read-only or full, or the disk fails.
    """
    try:
        target = path.resolve(strict=True)
        special = not target.is_file()
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        target, special = Path(os.path.realpath(path)), False
    except (OSError, RuntimeError) as error:  # a link to itself; a name too long
        raise StoreError("file-not-written", name=path.name) from error
    if special:
        _stream(path, data)
        return
    _write(target, lambda file: file.write(data), mode)


def _stream(path: Path, data: bytes) -> None:
    try:
        with path.open("wb") as file:
            file.write(data)
    except OSError as error:
        raise _known(error, path) from error


def _write(
    path: Path, fill: Callable[[BinaryIO], object], mode: int, passing: Path | None = None
) -> None:
    """`fill` a new file beside `path` (or `passing`), then let it take the name."""
    passing = passing or path.parent / f".{secrets.token_hex(8)}.tmp"
    try:
        handle = os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(handle, "wb") as file:
            fill(file)
            file.flush()
            os.fsync(file.fileno())
        passing.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise _known(error, path) from error
    finally:
        with suppress(OSError):
            passing.unlink(missing_ok=True)


def _known(error: OSError, path: Path) -> KnownError:
    above = path.absolute().parent  # «.» tells nobody where
    folder = above.name or str(above)
    if error.errno in _FULL:
        return StoreError("folder-full", folder=folder, name=path.name)
    if error.errno in _FORBIDDEN:
        return StoreError("folder-not-writable", path=folder)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return StoreError("folder-missing", folder=folder)
    return StoreError("file-not-written", name=path.name)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, where they are not there.

    Raises:
        StoreError: it is a file, or the disk is read-only or full.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _known(error, folder) from error


def make_private_folder(folder: Path) -> None:
    """As `make_folder`; what is made, those above it too, only its person can open.

    Raises:
        StoreError: it is a file, or the disk is read-only or full.
    """
    try:
        for one in (*reversed(folder.absolute().parents), folder):
            if not one.is_dir():
                one.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise _known(error, folder) from error


def copy_privately(source: Path, target: Path) -> None:
    """Copy a file whole or not at all, durably; only its person can open the copy.

    Raises:
        StoreError: the source cannot be read, or the target's folder is read-only or full.
    """
    _write(target, lambda file: _copy(source, file, hashlib.sha256()), 0o600)


def sync_folder(folder: Path) -> None:
    """Make renames in `folder` outlive a power cut."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sha256_of(path: Path) -> str:
    """The sha256 of a file's bytes, 64 hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Originals:
    """Originals in `folder/ab/abcdef…`, never changed; the same bytes are kept once.

    What is on its way in lies in `folder/coming` until it is whole.
    """

    def __init__(self, folder: Path) -> None:
        """Nothing is made before the first file comes."""
        self._folder = folder
        self._arrivals = Arrivals(folder / "coming", self._place)

    def put(self, source: Path | bytes) -> str:
        """Keep a file durably; answers its sha256.

        Raises:
            StoreError: the source cannot be read, or the folder cannot be written.
        """
        name = self.name_of(source)
        place = self._place(name)
        if place.exists() and self.verify(name):
            return name
        self._make(place.parent)
        self._make(self._arrivals.folder)
        kept = hashlib.sha256()
        passing = self._arrivals.passing(name)
        _write(place, lambda file: _copy(source, file, kept), 0o600, passing)
        if kept.hexdigest() != name:
            place.unlink(missing_ok=True)
            raise StoreError("file-changed-meanwhile")
        return name

    def name_of(self, source: Path | bytes) -> str:
        """The sha256 a file would be kept under.

        Raises:
            StoreError: it cannot be read.
        """
        if isinstance(source, bytes):
            return hashlib.sha256(source).hexdigest()
        try:
            return sha256_of(source)
        except OSError as error:
            raise StoreError("file-unreadable", name=source.name) from error

    def path(self, media: str) -> Path | None:
        """Where the original lies, or None where it is missing (or `media` names nothing)."""
        if not _NAME.fullmatch(media):
            return None
        place = self._place(media)
        return place if place.is_file() else None

    def verify(self, media: str) -> bool:
        """Whether the file is there and its bytes are the ones its name promises."""
        place = self.path(media)
        try:
            return place is not None and sha256_of(place) == media
        except OSError:
            return False

    def arriving(self, media: str, known: Known) -> AbstractContextManager[None]:
        """Keep an original inside this, and write what refers to it.

        Where it does not come to that, even because we are killed (then with the next `sweep`), an
        original that was not there before goes again, unless it is `known` by now.
        """
        return self._arrivals.marked(media, known)

    def sweep(self, known: Known) -> int:
        """Take away what a process that was killed left half done; answers how many."""
        return self._arrivals.sweep(known)

    def _place(self, name: str) -> Path:
        return self._folder / name[:2] / name

    def _make(self, folder: Path) -> None:
        """The folder of one first byte, and that it is there outlives a power cut too."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
            sync_folder(self._folder)
        except OSError as error:
            raise _known(error, folder) from error


def _copy(source: Path | bytes, target: BinaryIO, kept: hashlib._Hash) -> None:
    if isinstance(source, bytes):
        kept.update(source)
        target.write(source)
        return
    with source.open("rb") as file:
        while chunk := file.read(_CHUNK):
            kept.update(chunk)
            target.write(chunk)
