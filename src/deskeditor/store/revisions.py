"""Revisions: frozen manifests by name, their order and their parents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from deskeditor.domain.errors import BadInput, StoreError
from deskeditor.domain.revision import Revision, Why, manifest, name_of, read_manifest
from deskeditor.domain.rows import RevisionRow, Shelf
from deskeditor.store import articles
from deskeditor.store import tables as t
from deskeditor.store.packing import packed


def freeze(db: Connection, revision: Revision) -> str:
    """Keep a revision and make it the article's head; the same one again changes nothing.

    Raises:
        StoreError: the article or a parent is unknown, or a parent is another article's.
    """
    raw = manifest(revision)
    name = name_of(raw)
    if db.execute(select(t.revision.c.name).where(t.revision.c.name == name)).first():
        return name
    articles.need(db, revision.article.id)
    _insert(db, revision, name, raw)
    articles.clear_journal(db, revision)
    if articles.journal_hand(db, revision.article.id) is None:
        articles.touch(db, revision.article, revision.at)
    db.execute(update(t.article).where(t.article.c.id == revision.article.id).values(head=name))
    return name


def create(db: Connection, revision: Revision, shelf: Shelf) -> str:
    """Keep a new article with its first revision, on a shelf."""
    raw = manifest(revision)
    name = name_of(raw)
    articles.add(db, revision.article, revision.at, name, shelf)
    _insert(db, revision, name, raw)
    return name


def _insert(db: Connection, revision: Revision, name: str, raw: bytes) -> None:
    _check_parents(db, revision)
    values = {
        "name": name, "article": revision.article.id, "author": revision.author,
        "at": revision.at, "why": revision.why.value, "label": revision.label, "manifest": raw,
    }  # fmt: skip
    db.execute(insert(t.revision), values)
    for place, one in enumerate(revision.parents):
        db.execute(insert(t.parent), {"child": name, "place": place, "parent": one})


def _check_parents(db: Connection, revision: Revision) -> None:
    found = db.execute(
        select(t.revision.c.name, t.revision.c.article).where(
            t.revision.c.name.in_(revision.parents)
        )
    )
    owners = {name: article for name, article in found}  # noqa: C416 - rows are no pairs
    for one in revision.parents:
        if owners.get(one) != revision.article.id:
            raise StoreError("parent-unknown", name=one[:12])


def take_over(db: Connection, article: str, author: str, at: datetime) -> str | None:
    """Freeze a journal somebody else typed, under their own name; answers the head."""
    typed = articles.journal(db, article)
    before = head(db, article)
    if typed is None or typed.author == author or before is None:
        return before
    moment = max(at, typed.at)
    frozen = Revision(typed.article, typed.author, moment, Why.TAKEN_OVER, (before,))
    return freeze(db, frozen)


def head(db: Connection, article: str) -> str | None:
    """The article's newest revision."""
    name: str | None = db.execute(
        select(t.article.c.head).where(t.article.c.id == article)
    ).scalar_one_or_none()
    return name


def before_journal(db: Connection, article: str) -> tuple[bytes, datetime] | None:
    """The head's text as bytes, and its moment; None where there is none, or a damaged one.

    Only undo asks for it: a save must not fail for what lies before it.
    """
    name = head(db, article)
    if name is None:
        return None
    try:
        revision = read(db, name)
    except StoreError:
        return None
    return packed(revision.article)[0], revision.at


def history(db: Connection, article: str) -> Sequence[RevisionRow]:
    """Revisions, newest first."""
    line = t.revision.c
    parents: dict[str, list[str]] = defaultdict(list)
    links = select(t.parent.c.child, t.parent.c.parent).join(
        t.revision, t.revision.c.name == t.parent.c.child
    )
    for child, one in db.execute(
        links.where(line.article == article).order_by(t.parent.c.child, t.parent.c.place)
    ):
        parents[child].append(one)
    called = t.revision_title.c
    query = select(
        line.name, line.article, line.author, line.at, line.why, line.label,
        called.title, called.pinned,
    ).outerjoin(t.revision_title, called.name == line.name)  # fmt: skip
    found = db.execute(query.where(line.article == article).order_by(line.seq.desc()))
    return [
        RevisionRow(
            r.name, r.article, r.author, r.at, r.why, tuple(parents[r.name]), r.label,
            r.title or "", bool(r.pinned),
        )
        for r in found
    ]  # fmt: skip


def entitle(
    db: Connection, name: str, title: str, author: str, at: datetime, *, pinned: bool
) -> None:
    """Call a revision something, or pin it.

    Raises:
        StoreError: nobody knows it.
    """
    if not db.execute(select(t.revision.c.name).where(t.revision.c.name == name)).first():
        raise StoreError("revision-unknown", name=name[:12])
    db.execute(delete(t.revision_title).where(t.revision_title.c.name == name))
    if title or pinned:
        values = {"name": name, "title": title, "pinned": pinned, "author": author, "at": at}
        db.execute(insert(t.revision_title), values)


def raw(db: Connection, name: str) -> bytes:
    """The bytes of a revision, held against its name.

    Raises:
        StoreError: unknown, or other bytes than its name promises.
    """
    found = db.execute(
        select(t.revision.c.manifest).where(t.revision.c.name == name)
    ).scalar_one_or_none()
    if found is None:
        raise StoreError("revision-unknown", name=name[:12])
    if name_of(found) != name:
        raise StoreError("revision-damaged", name=name[:12])
    return bytes(found)


def read(db: Connection, name: str) -> Revision:
    """One revision.

    Raises:
        StoreError: unknown or damaged.
    """
    try:
        return read_manifest(raw(db, name), name)
    except BadInput as error:
        raise StoreError(error.code, **error.values) from error
