"""Acts on their way to the board: queued, tried, held, settled by a receipt, or handed back.

Nothing is deleted: a settled act keeps its receipt, a refused one its reason.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from deskeditor.domain.errors import BadInput, StoreError
from deskeditor.domain.review import Receipt
from deskeditor.domain.review_codec import (
    read_receipt,
    read_request,
    receipt_bytes,
    request_bytes,
)
from deskeditor.domain.rows import OutboxRow
from deskeditor.store import articles
from deskeditor.store import tables as t

WAITING, SETTLED, DROPPED = "waiting", "settled", "dropped"


def queue(db: Connection, row: OutboxRow) -> None:
    """Queue an act; the same act again changes nothing.

    Raises:
        StoreError: another act was queued under that operation.
    """
    before = db.execute(
        select(t.outbox.c.request).where(t.outbox.c.operation == row.operation)
    ).scalar_one_or_none()
    if before is not None:
        if read_request(before).digest() != row.request.digest():
            raise StoreError("operation-reused", operation=row.operation[:8])
        return
    values = {
        "operation": row.operation, "article": row.request.article, "status": WAITING,
        "request": request_bytes(row.request), "revisions": json.dumps(row.revisions),
        "queued_at": row.queued_at, "tries": row.tries, "problem": row.problem,
    }  # fmt: skip
    db.execute(insert(t.outbox), values)


def _row(found: Row[Any]) -> OutboxRow:
    try:
        request = read_request(found.request)
        receipt = None if found.receipt is None else read_receipt(found.receipt)
    except BadInput as error:
        raise StoreError(error.code, operation=found.operation[:8]) from error
    return OutboxRow(
        found.operation, request, tuple(json.loads(found.revisions)), found.queued_at,
        found.tries, found.problem, receipt,
    )  # fmt: skip


def waiting(db: Connection) -> Sequence[OutboxRow]:
    """Acts without a receipt, oldest first."""
    query = select(t.outbox).where(t.outbox.c.status == WAITING).order_by(t.outbox.c.seq)
    return [_row(found) for found in db.execute(query)]


def ended(db: Connection, status: str, article: str | None) -> Sequence[OutboxRow]:
    """Acts that were settled or dropped, oldest first; of one article, where it is named."""
    query = select(t.outbox).where(t.outbox.c.status == status).order_by(t.outbox.c.seq)
    if article is not None:
        query = query.where(t.outbox.c.article == article)
    return [_row(found) for found in db.execute(query)]


def settle(db: Connection, operation: str, receipt: Receipt) -> None:
    """Keep the receipt and bring the article to the state it names, unless a later one spoke."""
    _need(db, operation)
    db.execute(
        update(t.outbox)
        .where(t.outbox.c.operation == operation)
        .values(status=SETTLED, receipt=receipt_bytes(receipt), problem="")
    )
    kept = (row.receipt for row in ended(db, SETTLED, receipt.article))
    newest = max((one.seq for one in kept if one is not None), default=0)
    if receipt.seq >= newest and articles.known(db, receipt.article):
        articles.set_state(db, receipt.article, receipt.state)


def held(db: Connection, operation: str, problem: str) -> None:
    """Note one more try and why it did not go through."""
    _need(db, operation)
    db.execute(
        update(t.outbox)
        .where(t.outbox.c.operation == operation, t.outbox.c.status == WAITING)
        .values(tries=t.outbox.c.tries + 1, problem=problem)
    )


def drop(db: Connection, operation: str, problem: str) -> None:
    """Take a refused act out of what waits, with the reason; a settled one stays settled."""
    _need(db, operation)
    query = update(t.outbox).where(t.outbox.c.operation == operation, t.outbox.c.status == WAITING)
    said = {"problem": problem} if problem else {}
    db.execute(query.values(status=DROPPED, **said))


def _need(db: Connection, operation: str) -> None:
    found = db.execute(select(t.outbox.c.seq).where(t.outbox.c.operation == operation)).first()
    if found is None:
        raise StoreError("operation-unknown", operation=operation[:8])
