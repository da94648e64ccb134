"""Remembered values, by key."""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as upsert

from deskeditor.store import tables as t


def read(db: Connection, key: str) -> str | None:
    """The value, or None."""
    value: str | None = db.execute(
        select(t.setting.c.value).where(t.setting.c.key == key)
    ).scalar_one_or_none()
    return value


def write(db: Connection, key: str, value: str) -> None:
    """Remember a value."""
    statement = upsert(t.setting)
    new = {"value": statement.excluded.value}
    db.execute(
        statement.on_conflict_do_update(index_elements=["key"], set_=new),
        {"key": key, "value": value},
    )
