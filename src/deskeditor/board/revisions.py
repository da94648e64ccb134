"""Revisions the board holds. What it knows of one it read from the hashed bytes themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from deskeditor.board import people
from deskeditor.domain.errors import BadInput, Refused
from deskeditor.domain.revision import Revision, name_of, read_manifest

#: The longest manifest the board takes, in bytes: a text of some two million words.
LARGEST = 16 * 1024 * 1024


def held(db: Any, names: Iterable[str]) -> frozenset[str]:
    """Which of these the board holds."""
    query = "SELECT 1 FROM revision WHERE name = ?"
    return frozenset(name for name in names if db.execute(query, (name,)).fetchone())


def raw(db: Any, name: str) -> bytes:
    """The bytes of a revision.

    Raises:
        Refused: the board does not hold it.
    """
    row = db.execute("SELECT manifest FROM revision WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise Refused("revision-unknown", name=name[:12])
    return row[0] if isinstance(row[0], bytes) else str(row[0]).encode()


def read(db: Any, name: str) -> Revision:
    """A revision, its bytes held against its name.

    Raises:
        Refused: unknown, damaged or a newer program's.
    """
    return _read(raw(db, name), name)


def _read(manifest: bytes, name: str | None = None) -> Revision:
    try:
        return read_manifest(manifest, name)
    except BadInput as error:
        raise Refused(error.code, **error.values) from error


def take_in(db: Any, article: str, manifests: Sequence[bytes], sent_by: str) -> None:
    """Keep the manifests that are not held yet, in whatever order they came.

    Raises:
        Refused: one is too large, no manifest, a newer program's, another article's, by an author
            the board does not know, or has a parent that is neither held nor among them.
    """
    open_ones = {name_of(one): one for one in manifests}
    for name in held(db, open_ones):
        del open_ones[name]
    read_ones = {name: _check(db, article, one) for name, one in open_ones.items()}
    while read_ones:
        ready = [n for n, one in read_ones.items() if not read_ones.keys() & set(one.parents)]
        if not ready:
            raise Refused("parent-unknown", name=next(iter(read_ones))[:12])
        for name in ready:
            _insert(db, name, read_ones.pop(name), open_ones[name], sent_by)


def _check(db: Any, article: str, manifest: bytes) -> Revision:
    if len(manifest) > LARGEST:
        raise Refused("revision-too-large", size=len(manifest), limit=LARGEST)
    revision = _read(manifest)
    if revision.article.id != article:
        raise Refused("revision-foreign")
    if people.find(db, revision.author) is None:
        raise Refused("author-unknown", name=revision.author)
    return revision


def _insert(db: Any, name: str, revision: Revision, manifest: bytes, sent_by: str) -> None:
    for parent in revision.parents:
        row = db.execute("SELECT article FROM revision WHERE name = ?", (parent,)).fetchone()
        if row is None or row[0] != revision.article.id:
            raise Refused("parent-unknown", name=parent[:12])
    db.execute(
        "INSERT INTO revision VALUES (?, ?, ?, ?, ?)",
        (name, revision.article.id, revision.author, sent_by, manifest),
    )
    db.executemany(
        "INSERT INTO revision_parent VALUES (?, ?, ?)",
        [(name, place, parent) for place, parent in enumerate(revision.parents)],
    )


_ANCESTRY = """
WITH RECURSIVE line(name) AS (
  SELECT ? UNION SELECT p.parent FROM revision_parent p JOIN line ON p.child = line.name)
SELECT r.name, r.author FROM revision r JOIN line USING (name)
"""


def ancestry(db: Any, name: str) -> dict[str, str]:
    """The revision and all its ancestors, each with its author."""
    return dict(db.execute(_ANCESTRY, (name,)).fetchall())
