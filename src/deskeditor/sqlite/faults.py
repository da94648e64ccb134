"""What SQLite and the file system say, turned to one known error.

Owns the list of faults of the outside world; a fault that is not on it is ours and passes as it is.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deskeditor.domain.errors import StoreError

#: SQLite primary result codes (https://sqlite.org/rescode.html) that a person can act on.
_BY_CODE = {
    5: "store-busy",  # BUSY
    6: "store-busy",  # LOCKED
    8: "store-read-only",  # READONLY
    10: "store-disk-fault",  # IOERR
    11: "store-damaged",  # CORRUPT
    13: "disk-full",  # FULL
    14: "store-cannot-open",  # CANTOPEN
    23: "store-read-only",  # AUTH
    26: "store-not-database",  # NOTADB
}
#: Errors raised while a connection is opened carry no code, only words.
_BY_WORDS = {
    "unable to open database file": "store-cannot-open",
    "file is not a database": "store-not-database",
    "disk image is malformed": "store-damaged",
    "unsupported file format": "store-damaged",
    "malformed database schema": "store-damaged",
    "could not decode to utf-8": "store-damaged",
    "database or disk is full": "disk-full",
    "readonly database": "store-read-only",
    "database is locked": "store-busy",
    "disk i/o error": "store-disk-fault",
}
_BY_ERRNO = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EROFS: "home-read-only",
    errno.EACCES: "home-read-only",
    errno.EPERM: "home-read-only",
    errno.ENOTDIR: "home-not-folder",
    errno.EEXIST: "home-not-folder",
    errno.ENAMETOOLONG: "home-not-folder",
    errno.ELOOP: "home-not-folder",
    errno.EISDIR: "store-is-folder",
    errno.ENOENT: "file-missing",
    errno.EIO: "store-disk-fault",
}


def code_of(error: BaseException) -> str | None:
    """The known error's code for what the driver or the file system raised; None where it is ours.

    SQLAlchemy's wrappers are looked through by their `orig`.
    """
    error = getattr(error, "orig", None) or error
    if isinstance(error, UnicodeDecodeError):  # the driver's, at letters of a damaged page
        return "store-damaged"
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0)
    number = getattr(error, "sqlite_errorcode", None)
    if isinstance(number, int) and number & 0xFF in _BY_CODE:
        return _BY_CODE[number & 0xFF]
    if type(error).__module__.startswith("sqlcipher3"):
        words = str(error).lower()
        return next((code for part, code in _BY_WORDS.items() if part in words), None)
    return None


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Whatever goes wrong outside while the block runs, raised as one `StoreError` about `path`."""
    try:
        yield
    except Exception as error:
        code = code_of(error)
        if code is None:
            raise
        raise StoreError(code, path=str(path), name=path.name) from error
