"""The library's lines and the links between revisions, made anew from the texts themselves."""

from __future__ import annotations

import json
from typing import Any

from deskeditor.domain.article import Article
from deskeditor.domain.document.measure import body_words
from deskeditor.domain.ports import Damage
from deskeditor.domain.review import State
from deskeditor.domain.revision import (
    Revision,
    Why,
    manifest,
    name_of,
    read_article,
    read_manifest,
)
from deskeditor.domain.rows import Shelf
from deskeditor.store import tables as t

_MOMENT = t.Moment()


def _number(value: Any) -> int:
    return int(_MOMENT.process_bind_param(value, None) or 0)


def rebuild(db: Any) -> list[Damage]:
    """Mend links, heads and lines in the caller's transaction; answers what stays lost.

    Every revision and journal that is there must be sound.
    """
    known: dict[str, tuple[str, ...]] = {}
    newest: dict[str, tuple[str, Revision]] = {}
    for name, raw in db.execute("SELECT name, manifest FROM revision ORDER BY seq").fetchall():
        one = read_manifest(raw)
        known[name] = one.parents
        newest[one.article.id] = name, one
        db.execute(
            "UPDATE revision SET article=?, author=?, at=?, why=?, label=? WHERE name=?",
            (one.article.id, one.author, _number(one.at), one.why.value, one.label, name),
        ).fetchall()
    lost = _links(db, known)
    known_uses = db.execute("SELECT 1 FROM sqlite_schema WHERE name='image_use'").fetchone()
    shelves = any(row[1] == "shelf" for row in db.execute("PRAGMA table_info(article)").fetchall())
    journals = {
        article: (author, at, read_article(json.loads(body)))
        for article, author, at, body in db.execute(
            "SELECT article, author, at, body FROM journal"
        ).fetchall()
    }
    for article, (author, at, text) in journals.items():
        if article not in newest:  # all that is left of it is what was typed last
            newest[article] = _first(db, text, author, at)
    for article, (name, one) in newest.items():
        journal = journals.get(article)
        text, at = (journal[2], journal[1]) if journal else (one.article, _number(one.at))
        _line(db, text, at, name)
        if known_uses:  # an older store learns them when it is brought up to date
            _uses(db, text)
        if shelves:
            _about(db, text)
    if shelves:
        lost += _unshelved(db)
    states = [state.value for state in State]
    marks = ", ".join("?" for _ in states)
    for (article,) in db.execute(
        f"UPDATE article SET state='{State.DRAFT.value}', trashed=0"  # noqa: S608 - our own words
        f" WHERE state NOT IN ({marks}) OR trashed NOT IN (0, 1) RETURNING id",
        states,
    ).fetchall():
        lost.append(Damage("damage-row", "article", article))
    return lost


def _links(db: Any, known: dict[str, tuple[str, ...]]) -> list[Damage]:
    db.execute("DELETE FROM revision_parent").fetchall()
    lost: list[Damage] = []
    for name, parents in known.items():
        for place, one in enumerate(parents):
            if one in known:
                db.execute(
                    "INSERT INTO revision_parent (child, place, parent) VALUES (?, ?, ?)",
                    (name, place, one),
                ).fetchall()
            else:
                lost.append(Damage("damage-parent", "revision", name))
    return lost


def _first(db: Any, text: Article, author: str, at: int) -> tuple[str, Revision]:
    moment = _MOMENT.process_result_value(at, None)
    assert moment is not None
    one = Revision(text, author, moment, Why.SAVED)
    raw = manifest(one)
    db.execute(
        "INSERT INTO revision (name, article, author, at, why, label, manifest)"
        " VALUES (?, ?, ?, ?, ?, '', ?)",
        (name_of(raw), text.id, author, at, one.why.value, raw),
    ).fetchall()
    return name_of(raw), one


def _line(db: Any, text: Article, at: int, newest: str) -> None:
    """The article's line, as its newest text says; state, trash and a sound head stay."""
    said = (text.owner, text.title, at, body_words(text.document), text.details.desk,
            text.details.publication)  # fmt: skip
    db.execute(
        "INSERT INTO article (id, owner, title, updated, words, desk, publication, state, head)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET owner=excluded.owner,"
        " title=excluded.title, updated=excluded.updated, words=excluded.words,"
        " desk=excluded.desk, publication=excluded.publication",
        (text.id, *said, State.DRAFT.value, newest),
    ).fetchall()
    db.execute(
        "UPDATE article SET head=? WHERE id=? AND NOT EXISTS"
        " (SELECT 1 FROM revision r WHERE r.name=article.head AND r.article=article.id)",
        (newest, text.id),
    ).fetchall()


def _about(db: Any, text: Article) -> None:
    about = text.details
    due = None if about.due is None else _number(about.due)
    db.execute(
        "UPDATE article SET due=?, commissioned=?, follows=? WHERE id=?",
        (due, about.commissioned_words, about.follows, text.id),
    ).fetchall()


def _unshelved(db: Any) -> list[Damage]:
    """Articles on a shelf that nobody knows are put back to work."""
    known = [shelf.value for shelf in Shelf]
    marks = ", ".join("?" for _ in known)
    query = (
        f"UPDATE article SET shelf='{Shelf.WORK}'"  # noqa: S608 - our own words
        f" WHERE shelf NOT IN ({marks}) RETURNING id"
    )
    return [Damage("damage-row", "article", one) for (one,) in db.execute(query, known).fetchall()]


def _uses(db: Any, text: Article) -> None:
    for media in {figure.media for figure in text.document.figures() if figure.media}:
        db.execute(
            "INSERT OR IGNORE INTO image_use (media, article) VALUES (?, ?)", (media, text.id)
        ).fetchall()
