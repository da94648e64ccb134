"""The store's file as a whole: is it sound, a copy kept, a copy put back.

Copies are made by SQLite's own backup, of one moment of a store in use, and are looked at before
they count. The newest three stay.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from deskeditor.domain.errors import StoreError
from deskeditor.domain.ports import Clock, Damage
from deskeditor.sqlite.driver import Mode, connect
from deskeditor.sqlite.faults import code_of, told
from deskeditor.sqlite.files import check_file, companions, make_private, put_in_place, sync_folder
from deskeditor.store import tables as t
from deskeditor.store.lock import HomeLock
from deskeditor.store.scrub import scrub

#: How many copies stay.
KEEP = 3
FOLDER = "backups"
#: Pages copied between two looks at the source; all at once, so that a busy store cannot starve it.
_ALL = -1


class SqliteKeeper:
    """Looks after the store at one path: the `StoreKeeper` port."""

    def __init__(self, path: Path, clock: Clock) -> None:
        """Nothing is opened yet."""
        self._path = path
        self._clock = clock
        self._folder = path.parent / FOLDER

    def verify(self) -> Sequence[Damage]:
        """Every damage found: schema, pages, links and hashes; empty when whole.

        Raises:
            StoreError: there is no file, or it is no store of ours, or a newer program's.
        """
        with told(self._path):
            if not self._path.exists():
                raise StoreError("store-missing", path=str(self._path), name=self._path.name)
            check_file(self._path)
            self._check_ours(self._path, "read")
            return scrub(self._path)

    def backup(self) -> Path:
        """Keep a copy of the store as it is now.

        Raises:
            StoreError: the store cannot be read, or the copy not written.
        """
        if not self._path.exists():
            raise StoreError("store-missing", path=str(self._path), name=self._path.name)
        with told(self._folder):
            self._folder.mkdir(mode=0o700, exist_ok=True)
            moment = self._clock.now().strftime("%Y-%m-%dT%H-%M-%S-%fZ")
            kept = self._folder / f"store-{moment}.db"
            self._copy(self._path, kept)
            for old in self.backups()[KEEP:]:
                old.unlink(missing_ok=True)
        return kept

    def _copy(self, source: Path, to: Path) -> None:
        """Copy a database in use, look at the copy, and only then give it its name."""
        ready = to.with_name(to.name + ".new")
        self._remove(ready)
        try:
            self._copy_pages(source, ready)
            put_in_place(ready, to)
        finally:
            self._remove(ready)

    def _copy_pages(self, source: Path, ready: Path) -> None:
        make_private(ready)
        reader = connect(source, "read")
        try:
            writer = connect(ready, "create")
            try:
                reader.backup(writer, pages=_ALL)
                writer.execute("PRAGMA journal_mode=DELETE").fetchall()
                (answer,) = writer.execute("PRAGMA quick_check(1)").fetchone()
            finally:
                writer.close()
        finally:
            reader.close()
        if answer != "ok":
            raise StoreError("store-damaged", path=str(source), name=source.name)

    def _remove(self, path: Path) -> None:
        for one in (path, *companions(path), path.with_name(path.name + "-journal")):
            with suppress(FileNotFoundError):
                one.unlink()

    def backups(self) -> Sequence[Path]:
        """The copies kept, newest first: their names carry the moment."""
        return sorted(self._folder.glob("store-*.db"), reverse=True)

    def restore(self, backup: Path) -> Path:
        """Put a copy in the store's place; answers where the present store was laid aside.

        Killed anywhere, the folder holds either store under its name.

        Raises:
            StoreError: somebody has the store open, whose next words would go into the file laid
                aside; or the copy is no store of ours, or damaged, or a newer program's.
        """
        with told(backup):
            if not backup.exists():
                raise StoreError("file-missing", path=str(backup), name=backup.name)
            check_file(backup)
            self._check_ours(backup, "frozen")
        held = HomeLock(self._path.parent)
        held.acquire()
        try:
            with told(self._path):
                return self._put_back(backup)
        finally:
            held.release()

    def _put_back(self, backup: Path) -> Path:
        ready = self._path.with_name(self._path.name + ".restored")
        self._remove(ready)
        self._copy_pages(backup, ready)
        aside = self._lay_aside()
        put_in_place(ready, self._path)
        return aside

    def _check_ours(self, path: Path, mode: Mode) -> None:
        connection = connect(path, mode)
        try:
            (ours,) = connection.execute("PRAGMA application_id").fetchone()
            (number,) = connection.execute("PRAGMA user_version").fetchone()
        finally:
            connection.close()
        if ours != t.APPLICATION_ID:
            raise StoreError("store-foreign", path=str(path), name=path.name)
        if number > t.SCHEMA:
            raise StoreError("store-newer", found=number, known=t.SCHEMA, name=path.name)

    def _lay_aside(self) -> Path:
        """Keep the present store under another name; its log must not meet the new file."""
        moment = self._clock.now().strftime("%Y-%m-%dT%H-%M-%S-%fZ")
        aside = self._path.with_name(f"{self._path.name}.before-{moment}")
        if not self._path.exists():
            return aside
        # Named before the log is folded in: SQLite throws the log of a damaged file away.
        for one, name in self._with_log(aside):
            os.link(one, name)
        sync_folder(self._path.parent)
        self._fold_log()
        folded = companions(aside)[0]
        if folded.exists() and not folded.stat().st_size:
            folded.unlink()
        for side in companions(self._path):
            side.unlink(missing_ok=True)
        return aside

    def _with_log(self, aside: Path) -> Iterator[tuple[Path, Path]]:
        yield self._path, aside
        log = companions(self._path)[0]
        if log.exists():
            yield log, companions(aside)[0]

    def _fold_log(self) -> None:
        """Bring the log into the file where it still can be; a damaged one is kept as it is."""
        try:
            connection = connect(self._path, "write")
            try:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                connection.close()
        except Exception as error:
            if code_of(error) is None:
                raise
