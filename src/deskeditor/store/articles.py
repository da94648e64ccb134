"""The library's lines and the newest text of each article."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    bindparam,
    delete,
    func,
    insert,
    literal,
    select,
    tuple_,
    update,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from deskeditor.domain.article import Article
from deskeditor.domain.document.measure import body_words
from deskeditor.domain.errors import KnownError, StoreError
from deskeditor.domain.review import State
from deskeditor.domain.revision import Revision, read_article
from deskeditor.domain.rows import ArticleRow, Glance, Shelf
from deskeditor.store import image_uses
from deskeditor.store import tables as t
from deskeditor.store.packing import Packed, packed
from deskeditor.store.prepared import Prepared

_COLUMNS = (
    t.article.c.id, t.article.c.title, t.article.c.owner, t.article.c.state, t.article.c.updated,
    t.article.c.words, t.article.c.desk, t.article.c.trashed, t.article.c.due,
    t.article.c.commissioned, t.article.c.follows, t.article.c.shelf, t.glance.c.errors,
    t.glance.c.checks,
)  # fmt: skip
#: What was found in the newest text stands beside its line; what was found before counts no more.
_LOOKED = t.article.outerjoin(
    t.glance,
    (t.glance.c.article == t.article.c.id) & (t.glance.c.updated == t.article.c.updated),
)


@dataclass(frozen=True, slots=True)
class Journal:
    """The newest text of an article as it was typed, before it becomes a revision."""

    author: str
    at: datetime
    article: Article
    digest: str


def _line(article: Article, at: datetime, words: int | None = None) -> dict[str, Any]:
    return {
        "title": article.title,
        "updated": at,
        "words": body_words(article.document) if words is None else words,
        "desk": article.details.desk,
        "publication": article.details.publication,
        "due": article.details.due,
        "commissioned": article.details.commissioned_words,
        "follows": article.details.follows,
    }


_LINE = (
    "title", "updated", "words", "desk", "publication", "due", "commissioned", "follows",
)  # fmt: skip
_TOUCH = Prepared(
    update(t.article)
    .where(t.article.c.id == bindparam("key"))
    .values({name: bindparam(name, type_=t.article.c[name].type) for name in _LINE})
)
_UPSERT = upsert(t.journal)
_WRITE_JOURNAL = Prepared(
    _UPSERT.on_conflict_do_update(
        index_elements=["article"],
        set_={name: _UPSERT.excluded[name] for name in ("author", "at", "digest", "body")},
    )
)
_JOURNAL = Prepared(
    select(t.journal.c.author, t.journal.c.at, t.journal.c.body).where(
        t.journal.c.article == bindparam("key")
    )
)


def add(db: Connection, article: Article, at: datetime, head: str, shelf: Shelf) -> None:
    """A new line of the library, on a shelf.

    Raises:
        StoreError: the article stands there already.
    """
    if known(db, article.id):
        raise StoreError("article-exists", article=article.id[:8])
    line = _line(article, at)
    state = State.DRAFT.value
    values = {"id": article.id, "owner": article.owner, "state": state, "head": head,
              "shelf": shelf.value}  # fmt: skip
    db.execute(insert(t.article), {**line, **values})
    image_uses.keep(db, article)


def known(db: Connection, article: str) -> bool:
    """Whether the store has this article."""
    found = db.execute(select(t.article.c.id).where(t.article.c.id == article)).first()
    return found is not None


def need(db: Connection, article: str) -> None:
    """Refuse an article the store does not have.

    Raises:
        StoreError: it does not.
    """
    if not known(db, article):
        raise StoreError("article-unknown", article=article[:8])


def touch(db: Connection, article: Article, at: datetime, words: int | None = None) -> None:
    """Bring the article's line up to its newest text; `words` where its body was counted already.

    Raises:
        StoreError: the store does not have the article.
    """
    found, _ = _TOUCH.do(db, key=article.id, **_line(article, at, words))
    if found != 1:
        raise StoreError("article-unknown", article=article.id[:8])
    image_uses.keep(db, article)


def write_journal(db: Connection, article: Article, author: str, at: datetime, now: Packed) -> None:
    """Keep the newest text; `now` is the article, packed."""
    touch(db, article, at, now.words)
    _WRITE_JOURNAL.do(db, article=article.id, author=author, at=at, digest=now.digest, body=now.raw)


def journal_hand(db: Connection, article: str) -> tuple[str, datetime] | None:
    """Who typed the journal, and when; None where there is none."""
    row = db.execute(
        select(t.journal.c.author, t.journal.c.at).where(t.journal.c.article == article)
    ).one_or_none()
    return None if row is None else (row.author, row.at)


def journal_written(db: Connection, article: str) -> tuple[str, datetime, bytes] | None:
    """Who typed the journal, when, and its bytes as they lie there; None where there is none."""
    row = _JOURNAL.one(db, key=article)
    return None if row is None else (row[0], row[1], row[2])


def journal(db: Connection, article: str) -> Journal | None:
    """The article's journal, its bytes held against their digest.

    Raises:
        StoreError: the bytes are not those that were saved.
    """
    row = db.execute(select(t.journal).where(t.journal.c.article == article)).one_or_none()
    return None if row is None else _read(row)


def _read(row: Row[Any]) -> Journal:
    if hashlib.sha256(row.body).hexdigest() != row.digest:
        raise StoreError("journal-damaged", article=row.article[:8])
    try:
        return Journal(row.author, row.at, read_article(json.loads(row.body)), row.digest)
    except KnownError as error:
        raise StoreError(error.code, **error.values) from error


def clear_journal(db: Connection, revision: Revision) -> None:
    """Take the journal away behind a revision of the same or a newer text.

    A journal that says something else is laid aside; one typed after the revision's moment stays.
    """
    where = t.journal.c.article == revision.article.id
    row = db.execute(select(t.journal).where(where)).one_or_none()
    if row is None:
        return
    if row.digest != packed(revision.article)[1]:
        if row.at > revision.at:
            return
        db.execute(insert(t.displaced), row._asdict())
    db.execute(delete(t.journal).where(where))


def displaced(db: Connection, article: str) -> tuple[Journal, ...]:
    """Texts that were typed and that a revision with another text took the place of; newest first.

    Raises:
        StoreError: one of them is damaged.
    """
    rows = db.execute(
        select(t.displaced)
        .where(t.displaced.c.article == article)
        .order_by(t.displaced.c.seq.desc())
    )
    return tuple(_read(row) for row in rows)


def _row(found: Any) -> ArticleRow:
    try:
        state, shelf = State(found.state), Shelf(found.shelf)
    except ValueError as error:
        raise StoreError("store-damaged", name="store.db") from error
    return ArticleRow(
        found.id, found.title, found.owner, state, found.updated, found.words,
        found.desk, bool(found.trashed), found.due, found.commissioned, found.follows, shelf,
        None if found.errors is None else Glance(found.errors, found.checks),
    )  # fmt: skip


def rows(
    db: Connection,
    state: State | None,
    owner: str | None,
    *,
    trashed: bool,
    shelf: Shelf | None,
    limit: int,
    before: tuple[datetime, str] | None,
) -> Sequence[ArticleRow]:
    """Library lines, newest first; of every shelf, one page each, where none is named."""
    if shelf is None:
        each = [
            one for name in Shelf
            for one in rows(db, state, owner, trashed=trashed, shelf=name, limit=limit,
                            before=before)
        ]  # fmt: skip
        return sorted(each, key=lambda one: (one.updated, one.id), reverse=True)[:limit]
    line = t.article.c
    query = select(*_COLUMNS).select_from(_LOOKED)
    query = query.where(line.trashed == trashed, line.shelf == shelf.value)
    if state is not None:
        query = query.where(line.state == state.value)
    if owner is not None:
        query = query.where(line.owner == owner)
    if before is not None:
        last = literal(before[0], t.Moment)
        query = query.where(tuple_(line.updated, line.id) < tuple_(last, before[1]))
    query = query.order_by(line.updated.desc(), line.id.desc()).limit(limit)
    return [_row(found) for found in db.execute(query)]


def row(db: Connection, article: str) -> ArticleRow | None:
    """One line of the library."""
    query = select(*_COLUMNS).select_from(_LOOKED).where(t.article.c.id == article)
    found = db.execute(query).one_or_none()
    return None if found is None else _row(found)


def lines(db: Connection, ids: Sequence[str]) -> Sequence[ArticleRow]:
    """These lines, in the order they are named; one the store does not have is left out."""
    query = select(*_COLUMNS).select_from(_LOOKED).where(t.article.c.id.in_(ids))
    found = {one.id: _row(one) for one in db.execute(query)}
    return [found[one] for one in ids if one in found]


def followers(db: Connection, article: str) -> Sequence[ArticleRow]:
    """The follow-ups of an article, newest first; the trash left out."""
    line = t.article.c
    query = select(*_COLUMNS).select_from(_LOOKED).where(line.follows == article, ~line.trashed)
    return [_row(one) for one in db.execute(query.order_by(line.updated.desc(), line.id))]


def set_shelf(db: Connection, article: str, shelf: Shelf) -> None:
    """Keep the article on another shelf."""
    need(db, article)
    db.execute(update(t.article).where(t.article.c.id == article).values(shelf=shelf.value))


def look_over(db: Connection, article: str, updated: datetime, found: Glance) -> None:
    """Keep what was found in the text written at `updated`."""
    values = {"updated": updated, "errors": found.errors, "checks": found.checks}
    new = upsert(t.glance).values(article=article, **values)
    db.execute(new.on_conflict_do_update(index_elements=["article"], set_=values))


def counts(db: Connection) -> dict[State, int]:
    """Articles in each state, the trash left out."""
    line = t.article.c
    query = select(line.state, func.count()).where(~line.trashed).group_by(line.state)
    return {State(state): number for state, number in db.execute(query)}


def set_state(db: Connection, article: str, state: State) -> None:
    """Remember where the board says the article stands."""
    need(db, article)
    db.execute(update(t.article).where(t.article.c.id == article).values(state=state.value))


def set_trashed(db: Connection, article: str, *, trashed: bool) -> None:
    """Put the article into the trash or take it out; its state stays."""
    need(db, article)
    db.execute(update(t.article).where(t.article.c.id == article).values(trashed=trashed))
