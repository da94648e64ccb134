"""The last texts of a writer's session, oldest first, for undo after a kill or a restart.

Every autosave lays the text before it down here, thinned to one in two seconds of writing and
bounded in number and bytes. Going back to a text that lies here takes it and what came after it
away: what was undone is not undone again. Another hand's first save ends the session.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from deskeditor.domain.document import Document
from deskeditor.domain.errors import BadInput
from deskeditor.domain.revision import read_article
from deskeditor.store import tables as t
from deskeditor.store.prepared import Prepared

#: At most so many steps of one article, so many bytes of them packed, so many steps of all.
MOST, BYTES, ALL = 100, 1_000_000, 4000
#: Two steps are at least this far apart, unless the writer paused so long between two saves.
APART = timedelta(seconds=2)
_LEVEL = 1


class _Step(NamedTuple):
    seq: int
    author: str
    at: datetime
    digest: str
    size: int


_STEPS = (
    select(t.step.c.seq, t.step.c.author, t.step.c.at, t.step.c.digest, func.length(t.step.c.body))
    .where(t.step.c.article == bindparam("key"))
    .order_by(t.step.c.seq.desc())
)
_ALL_STEPS = Prepared(_STEPS)
_NEWEST = Prepared(_STEPS.limit(1))
_SAME = Prepared(_STEPS.where(t.step.c.digest == bindparam("same")).limit(1))
_ADD = Prepared(insert(t.step))


def _read(row: Sequence[Any] | None) -> _Step | None:
    return None if row is None else _Step(*row)


def lay_down(
    db: Connection,
    article: str,
    author: str,
    before: tuple[bytes, datetime],
    now: tuple[str, datetime],
) -> None:
    """Note a save: `before` is the text it takes the place of and when that was written.

    `now` is the digest of the new text, and its moment.
    """
    digest_now, saved = now
    raw, at = before
    step = t.step.c
    newest = _read(_NEWEST.one(db, key=article))
    if newest is not None and newest.author != author:
        forget(db, article)
        newest = None
    gone_back = newest and _read(_SAME.one(db, key=article, same=digest_now))
    if gone_back is not None:
        db.execute(delete(t.step).where(step.article == article, step.seq >= gone_back.seq))
        return
    digest = hashlib.sha256(raw).hexdigest()
    in_one_breath = newest is not None and at - newest.at < APART and saved - at < APART
    if digest == digest_now or in_one_breath or (newest and newest.digest == digest):
        return
    rows = [_Step(*row) for row in _ALL_STEPS.rows(db, key=article)]
    body = zlib.compress(raw, _LEVEL)
    _, number = _ADD.do(
        db, seq=None, article=article, author=author, at=at, digest=digest, body=body
    )
    _bound(db, article, rows, len(body))
    if number > ALL:
        db.execute(delete(t.step).where(step.seq <= number - ALL))


def _bound(db: Connection, article: str, older: Sequence[_Step], size: int) -> None:
    """Drop the oldest steps beyond the bounds; `older` is newest first, behind one of `size`."""
    for number, row in enumerate(older, 2):
        size += row.size
        if number > MOST or size > BYTES:
            db.execute(delete(t.step).where(t.step.c.article == article, t.step.c.seq <= row.seq))
            return


def forget(db: Connection, article: str) -> None:
    """Take an article's steps away."""
    db.execute(delete(t.step).where(t.step.c.article == article))


def last(db: Connection, article: str, author: str) -> int:
    """The number of the newest step of this author's session; 0 where there is none."""
    query = select(func.max(t.step.c.seq)).where(
        t.step.c.article == article, t.step.c.author == author
    )
    return db.execute(query).scalar_one() or 0


def read(db: Connection, article: str, author: str, upto: int) -> tuple[Document, ...]:
    """This author's texts up to a step, oldest first; what cannot be read ends the way back."""
    step = t.step.c
    query = select(step.body, step.digest).where(
        step.article == article, step.author == author, step.seq <= upto
    )
    found: list[Document] = []
    for row in db.execute(query.order_by(step.seq.desc())):
        try:
            raw = zlib.decompress(row.body)
            if hashlib.sha256(raw).hexdigest() != row.digest:
                break
            found.append(read_article(json.loads(raw)).document)
        except (zlib.error, ValueError, BadInput):
            break
    return tuple(reversed(found))
