"""The rows of a damaged file, as many as can still be read.

A table is read in one go up to the page that cannot be read, and backwards from its end to the last
such page; between the two each row is asked for by its number, so that a bad page costs the rows on
it and no others.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from deskeditor.sqlite.driver import connect
from deskeditor.sqlite.faults import code_of
from deskeditor.sqlite.files import MAGIC, companions

#: What stands at the beginning of every store of ours: magic, pages of 4096 bytes, WAL.
_BEGINS = MAGIC + b"\x10\x00\x02\x02\x00\x40\x20\x20"
#: Further on in the first hundred bytes: the format of the schema, and UTF-8.
_FURTHER = ((44, b"\0\0\0\4"), (56, b"\0\0\0\1"))
#: How many numbers in a row may fail where nobody knows the newest row's: the pages go on for ever.
_BEHIND = 20_000
#: How many numbers are asked for at most where it is known: a damaged number may be any.
_MOST = 10_000_000


class Salvage:
    """A copy of a damaged store, opened for reading; the file itself is never opened."""

    def __init__(self, damaged: Path, copy: Path) -> None:
        """Copy the file and its log to `copy` and mend the first bytes, which are always the same.

        Raises:
            Exception: what the driver says where nothing at all can be read.
        """
        pairs = ((damaged, copy), (companions(damaged)[0], companions(copy)[0]))
        for source, target in pairs:
            if source.exists():
                shutil.copyfile(source, target)
        with copy.open("r+b") as file:
            for place, always in ((0, _BEGINS), *_FURTHER):
                file.seek(place)
                file.write(always)
        self._db = connect(copy, "read")
        # A file that was cut short is refused without this, the pages that are there too.
        self._db.execute("PRAGMA writable_schema=ON").fetchall()
        self._db.text_factory = self._text
        self._unread = False

    def _text(self, raw: bytes) -> str:
        try:
            return raw.decode()
        except UnicodeDecodeError:
            self._unread = True
            return raw.decode("utf-8", "replace")

    def number(self) -> int:
        """The schema number the file says; 0 where it says none."""
        (found,) = self._db.execute("PRAGMA user_version").fetchone()
        return int(found)

    def tables(self) -> set[str]:
        """The tables that are known to the file."""
        found = self._db.execute("SELECT name FROM sqlite_schema WHERE type='table'").fetchall()
        return {name for (name,) in found}

    def rows(self, table: str, columns: list[str]) -> Iterator[tuple[int | None, list[Any], bool]]:
        """Every row that can be read: its number, its values, and whether all letters could be.

        A row that is known to be there and cannot be read comes without values. Without a number
        comes, once and last, that nobody knows what else the table held.
        """
        names = ", ".join(f'"{name}"' for name in columns)
        query = f'SELECT rowid, {names} FROM "{table}"'  # noqa: S608 - names of our own tables
        last = 0
        for row in self._until_damage(f"{query} ORDER BY rowid"):
            if row is None:
                break
            last = row[0]
            yield last, row[1:], self._whole()
        else:
            return
        end = self._behind(table)
        for row in self._until_damage(f"{query} WHERE rowid>? ORDER BY rowid DESC", last):
            if row is not None:
                end = row[0]
                yield end, row[1:], self._whole()
        if end is None or end - last > _MOST:
            yield from self._onwards(query, last)
            yield None, [], False
            return
        for number in range(last + 1, end):
            values, damaged = self._one(query, number)
            if values is not None or damaged:
                yield number, values or [], self._whole()

    def _behind(self, table: str) -> int | None:
        """The number behind the newest row's; None where it cannot be read."""
        query = f'SELECT max(rowid) FROM "{table}"'  # noqa: S608 - a name of our own tables
        for row in self._until_damage(query):
            if row is not None and row[0] is not None:
                return int(row[0]) + 1
        return None

    def _onwards(self, query: str, last: int) -> Iterator[tuple[int, list[Any], bool]]:
        """The rows behind `last` where no end is known; what fails before one of them is told."""
        failed: list[int] = []
        number = last
        while len(failed) < _BEHIND:
            number += 1
            values, _damaged = self._one(query, number)
            if values is None:
                failed.append(number)
                continue
            yield from ((one, [], False) for one in failed)
            failed.clear()
            yield number, values, self._whole()

    def _one(self, query: str, number: int) -> tuple[list[Any] | None, bool]:
        """The values of one row, or None; and whether the page it would lie on is damaged."""
        try:
            row = self._next(self._db.execute(f"{query} WHERE rowid=?", (number,)))
        except Exception as error:
            if not _is_damage(error):
                raise
            return None, True
        return (None if row is None else row[1:]), False

    def _until_damage(self, query: str, *values: int) -> Iterator[list[Any] | None]:
        """The rows of a query; None, at last, where a page of it cannot be read."""
        try:
            cursor = self._db.execute(query, values)
            while (row := self._next(cursor)) is not None:
                yield row
        except Exception as error:
            if not _is_damage(error):
                raise
            yield None

    def _next(self, cursor: Any) -> list[Any] | None:
        row = cursor.fetchone()
        return None if row is None else list(row)

    def _whole(self) -> bool:
        unread, self._unread = self._unread, False
        return not unread

    def close(self) -> None:
        """Let go of the copy; the file stays."""
        self._db.close()


def _is_damage(error: Exception) -> bool:
    return code_of(error) in ("store-damaged", "store-not-database", "store-disk-fault")
