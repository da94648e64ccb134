"""A damaged desk saved to a new home: what is whole of the store, and the files beside it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from deskeditor.domain.errors import KnownError, StoreError
from deskeditor.domain.ports import Damage
from deskeditor.domain.rescued import Rescued
from deskeditor.media.files import copy_privately, make_private_folder

STORE = "store.db"
#: Made anew or of no use in another home.
_LEFT = re.compile(r"store\.db.*|search\.db.*|lock|backups|logs|renditions|sample-unfinished")
_HASHED = re.compile("[0-9a-f]{64}")


class Rescue:
    """Saves one home to another. Blocks; call it off the GUI thread."""

    def __init__(
        self,
        home: Path,
        salvage: Callable[[Path, Path], Rescued],
        lock: Callable[[], AbstractContextManager[object]],
        verify: Callable[[Path], Sequence[Damage]],
    ) -> None:
        """`salvage` saves a store's file to another; `lock` keeps everybody out of the home.

        `verify` says what is wrong in a home as a whole.
        """
        self._home, self._salvage = home, salvage
        self._lock, self._verify = lock, verify

    def save(self, out: Path) -> Rescued:
        """Save what is whole to the folder `out`, a home of its own then; the old one stays as is.

        The new home is looked through at the end: an original that is missing, a board whose record
        does not hold, are told as lost.

        Raises:
            StoreError: `out` holds something, cannot be written or lies in the home; the disk is
                full (the files copied so far are whole); somebody has the home open; or nothing
                can be read of the store at all.
        """
        try:
            if out.exists() and any(out.iterdir()):
                raise StoreError("folder-not-empty", path=str(out))
            if out.resolve().is_relative_to(self._home.resolve()):
                raise StoreError("folder-within-home", path=str(out))
            make_private_folder(out)
        except OSError as error:
            raise StoreError("folder-not-writable", path=str(out)) from error
        with self._lock():
            saved = self._salvage(self._home / STORE, out / STORE)
            lost = dict.fromkeys((*saved.lost, *self._beside(out)))
        lost.update(dict.fromkeys(self._looked(out)))
        return Rescued(saved.saved, tuple(lost))

    def _looked(self, out: Path) -> Sequence[Damage]:
        try:
            return self._verify(out)
        except KnownError:  # the board's file: the store was just written by us
            return [Damage("damage-unread", "board")]

    def _beside(self, out: Path) -> Iterator[Damage]:
        """Copy the other files of the home; one that is not what its name promises is left."""
        for source in sorted(self._home.rglob("*")):
            place = source.relative_to(self._home)
            if _LEFT.fullmatch(place.parts[0]) or not source.is_file():
                continue
            target = out / place
            try:
                if _HASHED.fullmatch(source.name) and _sha256(source) != source.name:
                    yield Damage("damage-media", "media", source.name)
                    continue
                make_private_folder(target.parent)
                copy_privately(source, target)
            except StoreError as error:
                if error.code == "folder-full":  # the next would not find room either
                    raise
                yield Damage("damage-file", "media", str(place))
            except OSError:
                yield Damage("damage-file", "media", str(place))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
