"""Statements given to the driver itself bind and read what Core's own would."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import bindparam, select

from deskeditor.domain.revision import Why
from deskeditor.store import tables as t
from deskeditor.store.prepared import Prepared
from helpers.newsroom import MovingClock, article, new_store, revision

NOW = MovingClock().now()


def test_moments_come_back_as_they_were_written(tmp_path: Path) -> None:
    store, one = new_store(tmp_path), article()
    store.create(one, revision(one, "salma", NOW, why=Why.CREATED))
    line = t.article.c
    query = select(line.id, line.updated).where(line.updated == bindparam("at", type_=t.Moment))
    prepared = Prepared(query)
    with store._units.read() as db:
        assert prepared.one(db, at=NOW) == [one.id, NOW]
        assert prepared.rows(db, at=MovingClock().now().replace(year=2000)) == []
        assert [list(row) for row in db.execute(query, {"at": NOW})] == prepared.rows(db, at=NOW)
    store.close()
