"""What is known of each image; the files themselves lie in the media folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, case, exists, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from deskeditor.domain.image_ports import ImagePage, ImageQuery
from deskeditor.domain.media import (
    Consent,
    Hiding,
    ImageRecord,
    Lease,
    Medium,
    Override,
    Region,
    Rights,
)
from deskeditor.store import tables as t

_FIELDS = tuple(ImageRecord.__slots__)
#: Columns in which words are sought.
_SOUGHT = ("name", "caption", "credit", "creator", "place", "people", "headline")


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _read_day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _packed(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


#: How the fields that are no plain text or number stand in their columns.
_WRITE: Mapping[str, Callable[[Any], Any]] = {
    "taken": _day,
    "rights": str,
    "consent": str,
    "medium": str,
    "people": lambda people: _packed(list(people)),
    "leases": lambda leases: _packed(
        [[one.allow, _day(one.start), _day(one.end), one.note] for one in leases]
    ),
    "regions": lambda regions: _packed(
        [[one.left, one.top, one.width, one.height, str(one.how)] for one in regions]
    ),
    "overrides": lambda overrides: _packed(
        [[one.failure, one.by, one.at.isoformat(), one.reason, one.about] for one in overrides]
    ),
}
_READ: Mapping[str, Callable[[Any], Any]] = {
    "taken": _read_day,
    "rights": Rights,
    "consent": Consent,
    "medium": Medium,
    "people": lambda raw: tuple(json.loads(raw)),
    "leases": lambda raw: tuple(
        Lease(allow, _read_day(start), _read_day(end), note)
        for allow, start, end, note in json.loads(raw)
    ),
    "regions": lambda raw: tuple(
        Region(left, top, width, height, Hiding(how))
        for left, top, width, height, how in json.loads(raw)
    ),
    "overrides": lambda raw: tuple(
        Override(failure, by, datetime.fromisoformat(at), reason, *about)
        for failure, by, at, reason, *about in json.loads(raw)
    ),
}


def add(db: Connection, record: ImageRecord) -> None:
    """Keep a record; the same original again replaces what was known."""
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {name: write(values[name]) for name, write in _WRITE.items()}
    statement = upsert(t.image)
    new: dict[str, Any] = {name: statement.excluded[name] for name in _FIELDS if name != "media"}
    # Whoever read the record before its likeness was taken must not write that away.
    taken = statement.excluded.likeness
    new["likeness"] = case((taken == "", t.image.c.likeness), else_=taken)
    db.execute(statement.on_conflict_do_update(index_elements=["media"], set_=new), values)


def _record(row: Row[Any]) -> ImageRecord:
    values = row._asdict()
    del values["seq"]
    return ImageRecord(**values | {name: read(values[name]) for name, read in _READ.items()})


def found(db: Connection, media: Iterable[str] | None) -> Sequence[ImageRecord]:
    """Records, newest first; only the named ones, where names are given."""
    query = select(t.image).order_by(t.image.c.seq.desc())
    if media is not None:
        query = query.where(t.image.c.media.in_(list(media)))
    return [_record(row) for row in db.execute(query)]


def page(db: Connection, wanted: ImageQuery, limit: int, before: int | None) -> ImagePage:
    """Some records that `wanted` asks for, newest first, behind the number `before`."""
    query = _asked(select(t.image), wanted).order_by(t.image.c.seq.desc()).limit(limit + 1)
    if before is not None:
        query = query.where(t.image.c.seq < before)
    rows = list(db.execute(query))
    more = rows[limit - 1].seq if len(rows) > limit else None
    return ImagePage(tuple(_record(row) for row in rows[:limit]), more)


def count(db: Connection, wanted: ImageQuery) -> int:
    """How many records `wanted` asks for."""
    number: int = db.execute(_asked(select(func.count()).select_from(t.image), wanted)).scalar_one()
    return number


def _asked(query: Select[Any], wanted: ImageQuery) -> Select[Any]:
    image, use = t.image.c, t.image_use.c
    if wanted.rights is not None:
        query = query.where(image.rights == wanted.rights.value)
    if wanted.article:
        query = query.where(exists().where(use.media == image.media, use.article == wanted.article))
    if wanted.unused:
        query = query.where(~exists().where(use.media == image.media))
    if wanted.unlikened:
        query = query.where(image.likeness == "")
    for word in wanted.words.split():
        like = [image[name].contains(word, autoescape=True) for name in _SOUGHT]
        query = query.where(or_(*like))
    return query


def set_likeness(db: Connection, media: str, likeness: str) -> None:
    """Write what an image looks like, and nothing else of its record."""
    db.execute(update(t.image).where(t.image.c.media == media).values(likeness=likeness))


def likenesses(db: Connection) -> Sequence[tuple[str, str]]:
    """Media and likeness of every image whose likeness is known."""
    image = t.image.c
    query = select(image.media, image.likeness).where(image.likeness != "")
    return [(row.media, row.likeness) for row in db.execute(query)]
