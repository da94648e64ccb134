"""Records of evidence; the files themselves lie in the media folder.

A record is never deleted: taken off an article it is no longer held against its quotations.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from deskeditor.domain.errors import StoreError
from deskeditor.domain.quotes import Evidence, EvidenceKind
from deskeditor.store import articles
from deskeditor.store import tables as t

_FIELDS = tuple(Evidence.__slots__)


def add(db: Connection, record: Evidence) -> None:
    """Keep a record.

    Raises:
        StoreError: the store does not have the article.
    """
    articles.need(db, record.article)
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values["kind"] = record.kind.value
    values["seen_on"] = None if record.seen_on is None else record.seen_on.isoformat()
    db.execute(insert(t.evidence), values)


def _record(row: Row[Any]) -> Evidence:
    values = {name: getattr(row, name) for name in _FIELDS}
    values["kind"] = EvidenceKind(row.kind)
    values["seen_on"] = None if row.seen_on is None else date.fromisoformat(row.seen_on)
    return Evidence(**values)


def of(db: Connection, article: str) -> Sequence[Evidence]:
    """What is held against the quotations of an article, in the order it came."""
    line = t.evidence.c
    query = select(t.evidence).where(line.article == article, ~line.taken_off).order_by(line.seq)
    return [_record(row) for row in db.execute(query)]


def take_off(db: Connection, record: str, *, off: bool) -> None:
    """Hold this evidence against the quotations no longer, or again.

    Raises:
        StoreError: there is no such record.
    """
    done = db.execute(update(t.evidence).where(t.evidence.c.id == record).values(taken_off=off))
    if done.rowcount != 1:
        raise StoreError("evidence-unknown", evidence=record[:8])


def blobs(db: Connection) -> Sequence[str]:
    """The sha256 of every file that is kept as evidence, each once."""
    return list(db.execute(select(t.evidence.c.blob).distinct()).scalars())
