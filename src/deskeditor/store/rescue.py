"""What is whole of a damaged store, in a new store; and what was lost, row by row.

Hashed rows come over where their bytes are what their hash promises, the others as they are. Lines
and links that can be worked out of the texts are made anew from them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from deskeditor.domain.errors import StoreError
from deskeditor.domain.ports import Damage
from deskeditor.domain.rescued import Rescued
from deskeditor.sqlite.driver import WAIT, connect
from deskeditor.sqlite.faults import told
from deskeditor.sqlite.files import companions, make_private, put_in_place
from deskeditor.store import tables as t
from deskeditor.store.engine import engine
from deskeditor.store.migrating import migrate
from deskeditor.store.rebuilt import rebuild
from deskeditor.store.salvage import Salvage
from deskeditor.store.sound import CHECKS

#: Worked out anew from what came over.
_DERIVED = frozenset({"revision_parent", "alembic_version", "reading", "source_seen", "utterance",
                      "image_use", "glance"})  # fmt: skip


def rescue(damaged: Path, fresh: Path) -> Rescued:
    """Save what is whole of the store at `damaged` to a new one at `fresh`, which must not exist.

    The damaged file is only read. Nobody may have it open.

    Raises:
        StoreError: there is nothing of ours to be read in it at all, it is a newer program's, or
            the new store cannot be written; nothing stands at `fresh` then.
    """
    ready = fresh.with_name(fresh.name + ".new")
    copy = fresh.with_name(fresh.name + ".damaged")
    try:
        with told(damaged):
            if not damaged.exists():
                raise StoreError("store-missing", path=str(damaged), name=damaged.name)
            with closing(Salvage(damaged, copy)) as source:
                number = _number(source, damaged)
                make_private(ready)
                _move(ready, number, create=True)
                saved, lost = _fill(source, ready)
        with told(fresh):
            kept, more = _finish(ready, saved)
            _move(ready, t.SCHEMA)
            put_in_place(ready, fresh)
    finally:
        for one in (ready, copy, *companions(ready), *companions(copy)):
            one.unlink(missing_ok=True)
    return Rescued(kept, (*lost, *more))


def _number(source: Salvage, damaged: Path) -> int:
    found, there = source.number(), source.tables()
    if not there & set(t.metadata.tables):
        raise StoreError("store-foreign", path=str(damaged), name=damaged.name)
    if found > t.SCHEMA:
        raise StoreError("store-newer", found=found, known=t.SCHEMA, name=damaged.name)
    return found if found > 0 else t.SCHEMA


def _move(ready: Path, number: int, *, create: bool = False) -> None:
    made = engine(ready, "create" if create else "write", wait=WAIT)
    try:
        migrate(made, number)
    finally:
        made.dispose()


def _fill(source: Salvage, ready: Path) -> tuple[Counter[str], list[Damage]]:
    db = connect(ready, "write")
    saved, lost = Counter[str](), list[Damage]()
    try:
        db.execute("PRAGMA foreign_keys=OFF").fetchall()
        db.execute("BEGIN IMMEDIATE").fetchall()
        for table in _tables(db):
            if table not in source.tables():
                lost.append(Damage("damage-table-missing", table))
                continue
            for row, code in _kept(source, table, _columns(db, table)):
                if code:
                    lost.append(Damage(code, table, _called(row)))
                if code not in ("", "damage-letters"):
                    continue
                kept = _put(db, table, row)
                saved[table] += kept
                if not kept:
                    lost.append(Damage("damage-unkept", table, _called(row)))
        db.execute("COMMIT").fetchall()
    finally:
        db.close()
    return saved, lost


def _kept(source: Salvage, table: str, columns: list[str]) -> Iterator[tuple[dict[str, Any], str]]:
    """Each row with the code of what is wrong with it, empty where nothing is."""
    sound, code = CHECKS.get(table, (None, "damage-pages"))
    for number, values, whole in source.rows(table, columns):
        if number is None:
            yield {}, "damage-pages"
            continue
        row = dict(zip(columns, values, strict=False)) or {"rowid": number}
        if not values:
            yield row, "damage-pages"
        elif sound is not None:
            yield row, "" if sound(row) else code
        else:
            yield row, "" if whole else "damage-letters"


def _called(row: dict[str, Any]) -> str:
    """What a row is known by: its name, its id, or its number in the file."""
    keys = ("name", "id", "operation", "article", "media", "key", "rowid")
    return next((str(row[key]) for key in keys if row.get(key)), "")


def _put(db: Any, table: str, row: dict[str, Any]) -> int:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _ in row)
    # A key that comes twice, a value that is missing: the row is passed over, and told.
    query = f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608 - ours
    return max(0, int(db.execute(query, list(row.values())).rowcount))


def _tables(db: Any) -> list[str]:
    found = db.execute("SELECT name FROM sqlite_schema WHERE type='table'").fetchall()
    return [name for (name,) in found if name not in _DERIVED and not name.startswith("sqlite_")]


def _columns(db: Any, table: str) -> list[str]:
    return [row[1] for row in db.execute(f'PRAGMA table_info("{table}")').fetchall()]


def _finish(ready: Path, saved: Counter[str]) -> tuple[dict[str, int], list[Damage]]:
    """Make lines and links anew, and let go of rows that point at what is lost."""
    db = connect(ready, "write")
    try:
        db.execute("PRAGMA foreign_keys=OFF").fetchall()
        db.execute("BEGIN IMMEDIATE").fetchall()
        lost = rebuild(db)
        while broken := db.execute("PRAGMA foreign_key_check").fetchall():
            for table, row in {(table, row) for table, row, _parent, _key in broken}:
                lost.append(Damage("damage-link", table, str(row)))
                db.execute(f'DELETE FROM "{table}" WHERE rowid=?', (row,)).fetchall()  # noqa: S608
                saved[table] -= 1
        (saved["article"],) = db.execute("SELECT count(*) FROM article").fetchone()
        db.execute("COMMIT").fetchall()
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        db.close()
    return {table: number for table, number in saved.items() if number > 0}, lost
