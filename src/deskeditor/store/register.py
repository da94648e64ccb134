"""The register of sources, and the readings of articles that say where each is named.

A reading is worked out from a text and may be made again at any time; what people noted of a
source is kept for good.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, or_, select
from sqlalchemy.dialects.sqlite import insert as upsert

from deskeditor.domain.errors import StoreError
from deskeditor.domain.sources import (
    Appearance,
    Registered,
    SourceKind,
    SourceLine,
    SourceNote,
    Terms,
    Uttered,
)
from deskeditor.store import tables as t

_KEPT = ("id", "name", "title", "affiliation", "contact", "by", "at")


def unread(db: Connection, limit: int) -> Sequence[tuple[str, datetime]]:
    """Articles whose newest text was not read yet, newest first, each with when it was written."""
    article, reading = t.article.c, t.reading.c
    query = (
        select(article.id, article.updated)
        .select_from(t.article.outerjoin(t.reading, reading.article == article.id))
        .where(~article.trashed)
        .where(or_(reading.updated.is_(None), reading.updated != article.updated))
        .order_by(article.updated.desc(), article.id.desc())
        .limit(limit)
    )
    return [(row.id, row.updated) for row in db.execute(query)]


def keep_reading(
    db: Connection,
    article: str,
    updated: datetime,
    seen: Iterable[SourceLine],
    said: Iterable[Uttered],
) -> None:
    """Keep what one text says, instead of what an earlier one said."""
    for table in (t.source_seen, t.utterance):
        db.execute(delete(table).where(table.c.article == article))
    lines = [
        {"article": article, "key": line.key, "name": line.name, "kind": line.kind.value,
         "title": line.title, "mentions": line.mentions}
        for line in seen
    ]  # fmt: skip
    if lines:
        db.execute(insert(t.source_seen), lines)
    words = [
        {"article": article, "voice": each.voice, "speaker": each.speaker,
         "channel": each.channel, "text": each.text}
        for each in said
    ]  # fmt: skip
    if words:
        db.execute(insert(t.utterance), words)
    mark = upsert(t.reading).values(article=article, updated=updated)
    db.execute(mark.on_conflict_do_update(["article"], set_={"updated": updated}))


def lines(db: Connection, words: Sequence[str], limit: int) -> Sequence[SourceLine]:
    """The register: sources whose key holds every one of `words`, the most named first.

    Of several spellings the newest article's is shown: SQLite takes bare columns from the row that
    holds the one `max` of a group.
    """
    seen, article = t.source_seen.c, t.article.c
    named = (
        select(
            seen.key, seen.name, seen.kind, seen.title, func.count().label("articles"),
            func.sum(seen.mentions).label("mentions"), func.max(article.updated).label("last"),
        )
        .join(t.article, article.id == seen.article)
        .where(~article.trashed)
        .where(*(seen.key.contains(word, autoescape=True) for word in words))
        .group_by(seen.key)
        .order_by(func.count().desc(), func.sum(seen.mentions).desc(), seen.key)
        .limit(limit)
    )  # fmt: skip
    found = {row.key: _line(row) for row in db.execute(named)}
    kept = dict(_entries(db, words))
    only = [key for key in kept if key not in found]
    whole = [_laid(found[key], kept.get(key)) for key in found]
    return [*whole, *(_alone(key, kept[key]) for key in only)][:limit]


def _line(row: Row[Any]) -> SourceLine:
    return SourceLine(
        row.key, row.name, SourceKind(row.kind), row.title, row.articles, row.mentions, row.last
    )


def _laid(line: SourceLine, entry: Registered | None) -> SourceLine:
    """A line under what people noted: their name, kind and title stand before what was read."""
    if entry is None:
        return line
    return SourceLine(
        line.key, entry.name, entry.kind, entry.title or line.title, line.articles, line.mentions,
        line.last, entry,
    )  # fmt: skip


def _alone(key: str, entry: Registered) -> SourceLine:
    return SourceLine(key, entry.name, entry.kind, entry.title, entry=entry)


def _entries(db: Connection, words: Sequence[str]) -> Sequence[tuple[str, Registered]]:
    source = t.source.c
    query = select(t.source).where(*(source.key.contains(w, autoescape=True) for w in words))
    rows = db.execute(query.order_by(source.seq)).all()
    notes: dict[str, list[SourceNote]] = {}
    for row in db.execute(select(t.source_note).order_by(t.source_note.c.seq)):
        note = SourceNote(date.fromisoformat(row.day), row.by, row.text)
        notes.setdefault(row.source, []).append(note)
    return [(row.key, _entry(row, notes.get(row.id, ()))) for row in rows]


def _entry(row: Row[Any], notes: Iterable[SourceNote]) -> Registered:
    values = {name: getattr(row, name) for name in _KEPT}
    return Registered(
        kind=SourceKind(row.kind), terms=Terms(row.terms), notes=tuple(notes), **values
    )


def save(db: Connection, key: str, entry: Registered) -> None:
    """Keep an entry under its key; one of the same id gives way. Notes are added, never here.

    Raises:
        StoreError: another entry has this name, or the terms are confidential and notes stand here.
    """
    source = t.source.c
    if entry.terms.confidential and _noted(db, entry.id):
        raise StoreError("source-notes-sealed", name=entry.name)
    other = db.execute(select(source.id).where(source.key == key)).scalar_one_or_none()
    if other not in (None, entry.id):
        raise StoreError("source-known", name=entry.name)
    values: dict[str, Any] = {name: getattr(entry, name) for name in _KEPT}
    values |= {"key": key, "kind": entry.kind.value, "terms": entry.terms.value}
    kept = upsert(t.source).values(values)
    db.execute(kept.on_conflict_do_update(["id"], set_=values))


def add_note(db: Connection, source: str, note: SourceNote) -> None:
    """Add what somebody found.

    Raises:
        StoreError: the register does not have the source, or it speaks on confidential terms.
    """
    kept = select(t.source.c.terms).where(t.source.c.id == source)
    terms = db.execute(kept).scalar_one_or_none()
    if terms is None:
        raise StoreError("source-unknown", source=source[:8])
    if Terms(terms).confidential:
        raise StoreError("source-note-sealed")
    values = {"source": source, "day": note.day.isoformat(), "by": note.by, "text": note.text}
    db.execute(insert(t.source_note), values)


def _noted(db: Connection, source: str) -> bool:
    note = t.source_note.c
    return db.execute(select(note.seq).where(note.source == source).limit(1)).first() is not None


def forget_notes(db: Connection, source: str) -> None:
    """Take the notes of a source out; `secure_delete` leaves nothing of them in the file."""
    db.execute(delete(t.source_note).where(t.source_note.c.source == source))


def terms(db: Connection) -> dict[str, Terms]:
    """On what terms each source of the register speaks, by key."""
    return {
        row.key: Terms(row.terms) for row in db.execute(select(t.source.c.key, t.source.c.terms))
    }


def appearances(db: Connection, key: str, limit: int) -> Sequence[Appearance]:
    """The articles that name a source, newest first; the trash left out."""
    seen, article = t.source_seen.c, t.article.c
    query = (
        select(article.id, article.title, seen.mentions, article.updated)
        .join(t.article, article.id == seen.article)
        .where(seen.key == key, ~article.trashed)
        .order_by(article.updated.desc(), article.id.desc())
        .limit(limit)
    )
    return [Appearance(*row) for row in db.execute(query)]


def uttered(db: Connection, voices: Sequence[str], but: str, limit: int) -> Sequence[Uttered]:
    """What these voices say in other articles than `but`, newest article first."""
    said, article = t.utterance.c, t.article.c
    query = (
        select(said.voice, said.speaker, said.channel, said.text, article.id, article.title)
        .join(t.article, article.id == said.article)
        .where(said.voice.in_(voices), said.article != but, ~article.trashed)
        .order_by(article.updated.desc(), said.seq)
        .limit(limit)
    )
    return [Uttered(*row) for row in db.execute(query)]
