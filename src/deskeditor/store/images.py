"""What is known of each image; the files themselves lie in the media folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select
from sqlalchemy.dialects.sqlite import insert as upsert

from deskeditor.domain.media import ImageRecord, Rights
from deskeditor.store import tables as t

_FIELDS = tuple(ImageRecord.__slots__)


def add(db: Connection, record: ImageRecord) -> None:
    """Keep a record; the same original again replaces what was known."""
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values["taken"] = None if record.taken is None else record.taken.isoformat()
    values["rights"] = record.rights.value
    statement = upsert(t.image)
    new = {name: statement.excluded[name] for name in _FIELDS if name != "media"}
    db.execute(statement.on_conflict_do_update(index_elements=["media"], set_=new), values)


def _record(row: Row[Any]) -> ImageRecord:
    values = row._asdict()
    del values["seq"]
    values["taken"] = None if row.taken is None else date.fromisoformat(row.taken)
    values["rights"] = Rights(row.rights)
    return ImageRecord(**values)


def found(db: Connection, media: Iterable[str] | None) -> Sequence[ImageRecord]:
    """Records, newest first; only the named ones, where names are given."""
    query = select(t.image).order_by(t.image.c.seq.desc())
    if media is not None:
        query = query.where(t.image.c.media.in_(list(media)))
    return [_record(row) for row in db.execute(query)]
