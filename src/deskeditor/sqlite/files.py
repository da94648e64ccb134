"""A database file seen from outside: is it one, is it whole, does it lie where it is safe?

SQLite itself takes a zero-length file for a new database and a truncated one for a good one until
it reads the missing page, so both are looked for before it is asked.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path

from deskeditor.domain.errors import StoreError

MAGIC = b"SQLite format 3\x00"
#: Bytes of the header that are read: up to the "version-valid-for" number at 92.
_HEADER = 100

#: File systems whose locks and shared memory SQLite's WAL must not rely on (sqlite.org/wal.html).
NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "fuse.glusterfs",
     "fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.davfs", "davfs", "lustre", "gfs2", "ocfs2"}
)  # fmt: skip
_MOUNTS = Path("/proc/self/mountinfo")


def check_file(path: Path) -> None:
    """Look at a database file that should be there, without opening it as one.

    Raises:
        StoreError: a folder, zero-length, no database, or cut short.
    """
    if path.is_dir():
        raise StoreError("store-is-folder", path=str(path), name=path.name)
    size = path.stat().st_size
    if size == 0:
        raise StoreError("store-empty", path=str(path), name=path.name)
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if not header.startswith(MAGIC):
        raise StoreError("store-not-database", path=str(path), name=path.name)
    if len(header) < _HEADER or _is_short(path, header, size):
        raise StoreError("store-truncated", path=str(path), name=path.name)


def _is_short(path: Path, header: bytes, size: int) -> bool:
    """Whether pages are missing; a log that still has to be folded in may hold them."""
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        return False
    (page,) = struct.unpack(">H", header[16:18])
    changes, pages = struct.unpack(">II", header[24:32])
    (valid_for,) = struct.unpack(">I", header[92:96])
    page = 65536 if page == 1 else page
    return bool(changes == valid_for and size < pages * page)


def file_system(path: Path, mounts: str | None = None) -> str:
    """The type of the file system `path` lies on, as Linux names it; empty where unknown.

    `mounts` is the text of a mountinfo file (proc(5)); the system's own where None.
    """
    if mounts is None:
        try:
            mounts = _MOUNTS.read_text("utf-8", errors="replace")
        except OSError:
            return ""
    place = Path(os.path.realpath(path))
    best, kind = -1, ""
    for line in mounts.splitlines():
        left, _, right = line.partition(" - ")
        fields, rest = left.split(), right.split()
        if len(fields) < 5 or not rest:
            continue
        mount = Path(fields[4].replace("\\040", " "))
        if place.is_relative_to(mount) and len(mount.parts) >= best:
            best, kind = len(mount.parts), rest[0]
    return kind


def refuse_network(path: Path, mounts: str | None = None) -> None:
    """Refuse a folder on a network drive.

    Raises:
        StoreError: locks there cannot be relied on.
    """
    kind = file_system(path, mounts)
    if kind in NETWORK:
        raise StoreError("store-on-network", path=str(path), kind=kind)


def sync_folder(folder: Path) -> None:
    """Make renames and new names in `folder` durable."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    """Make the bytes of a file durable."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_private(path: Path) -> None:
    """An empty file that only its person can open, whatever the umask; never one that is there.

    SQLite takes it for a new database and gives the log beside it the same permissions.

    Raises:
        OSError: something stands there, or it cannot be made.
    """
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def put_in_place(ready: Path, path: Path) -> None:
    """Move a finished file to its name, durably: after a power cut it is there or it is not."""
    sync_file(ready)
    ready.replace(path)
    sync_folder(path.parent)


def companions(path: Path) -> tuple[Path, ...]:
    """The log and the shared memory beside a database file, there or not."""
    return tuple(path.with_name(path.name + ending) for ending in ("-wal", "-shm"))
