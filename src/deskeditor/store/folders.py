"""Searches that people keep under a name."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from deskeditor.domain.rows import Folder
from deskeditor.store import tables as t


def of(db: Connection, owner: str) -> Sequence[Folder]:
    """The searches this person keeps, in the order they were kept."""
    line = t.folder.c
    query = select(line.id, line.name, line.query).where(line.owner == owner).order_by(line.seq)
    return [Folder(*row) for row in db.execute(query)]


def keep(db: Connection, owner: str, folder: Folder) -> None:
    """Keep a search, or give one that is kept another name or other words."""
    values = {"name": folder.name, "query": folder.query}
    new = upsert(t.folder).values(id=folder.id, owner=owner, **values)
    db.execute(
        new.on_conflict_do_update(
            index_elements=["id"], set_=values, where=t.folder.c.owner == owner
        )
    )


def drop(db: Connection, owner: str, folder: str) -> None:
    """Keep a search no longer."""
    db.execute(delete(t.folder).where(t.folder.c.id == folder, t.folder.c.owner == owner))
