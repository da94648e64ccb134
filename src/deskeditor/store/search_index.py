"""The search index: a file beside the store, worked out from it and made anew at any time.

FTS5 without contents: only which word stands where. The number of a text grows with each reading,
so that the newest come first without sorting. Nothing here is the truth: the file needs no backup,
may be deleted, and is begun again when another program version or a fault made it unusable. What an
article is called, and where it stands, is asked of the store itself, which is attached for reading.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from deskeditor.domain.errors import StoreError
from deskeditor.domain.review import State
from deskeditor.domain.rows import AWAITED, Shelf
from deskeditor.domain.search import Field, Found, Order, Term, Wanted
from deskeditor.language.folding import fold
from deskeditor.language.search_words import asked
from deskeditor.sqlite.driver import connect
from deskeditor.sqlite.faults import told
from deskeditor.sqlite.files import make_private

NAME = "search.db"
#: Stands in the file; another number means another program's words, and the file is begun again.
FORMAT = 1
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_COLUMNS = ", ".join(field.value for field in Field)
_TEXTS = """
CREATE TABLE doc (
    id INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT NOT NULL, revision TEXT NOT NULL,
    updated INTEGER NOT NULL, UNIQUE (article, revision)
)"""
#: Texts come folded and with spaces between their words: there is nothing left to cut but spaces.
_WORDS = f"""
CREATE VIRTUAL TABLE said USING fts5(
    {_COLUMNS}, content='', contentless_delete=1, tokenize='ascii', prefix='2 3 4'
)"""
_TABLES = (_TEXTS, _WORDS, f"PRAGMA user_version={FORMAT}")


class FtsIndex:
    """The index of one store. Thread-safe: one question or one text at a time."""

    def __init__(self, path: Path, store: Path) -> None:
        """Use the file at `path` beside the store at `store`; opened, or made, when first asked."""
        self._path, self._store = path, store
        self._lock = threading.Lock()
        self._db: Any = None

    def _opened(self) -> Any:
        try:
            return self._ready(self._store)
        except StoreError:
            raise
        except Exception:  # noqa: BLE001 - whatever ails a file that holds nothing of its own
            self._forget_file()
            return self._ready(self._store)

    def _ready(self, store: Path) -> Any:
        if not self._path.exists():
            make_private(self._path)
        db = connect(self._path, "create")
        try:
            (number,) = db.execute("PRAGMA user_version").fetchone()
            if number != FORMAT:  # a new file; in another program's the tables stand already
                self._make(db)
            # A text lost with the power is read again: the index need not wait for the disk.
            db.execute("PRAGMA synchronous=NORMAL").fetchall()
            db.execute("ATTACH ? AS desk", (f"{store.absolute().as_uri()}?mode=ro",)).fetchall()
            db.execute("SELECT count(*) FROM doc, said WHERE said.rowid = 0").fetchall()
        except BaseException:
            db.close()
            raise
        return db

    @staticmethod
    def _make(db: Any) -> None:
        db.execute("BEGIN IMMEDIATE").fetchall()
        for statement in _TABLES:
            db.execute(statement).fetchall()
        db.execute("COMMIT").fetchall()

    def _forget_file(self) -> None:
        for side in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                self._path.with_name(self._path.name + side).unlink()

    @contextmanager
    def _held(self) -> Iterator[Any]:
        with self._lock, told(self._path):
            if self._db is None:
                self._db = self._opened()
            yield self._db

    @contextmanager
    def _writing(self) -> Iterator[Any]:
        with self._held() as db:
            db.execute("BEGIN IMMEDIATE").fetchall()
            try:
                yield db
            except BaseException:
                db.execute("ROLLBACK").fetchall()
                raise
            db.execute("COMMIT").fetchall()

    # What was read.

    def unread(self, limit: int) -> Sequence[tuple[str, datetime]]:
        """Articles whose newest text stands not in the index, oldest first, and its moment."""
        with self._held() as db:
            rows = db.execute(
                "SELECT a.id, a.updated FROM desk.article a LEFT JOIN doc d"
                " ON d.article = a.id AND d.revision = '' AND d.updated = a.updated"
                " WHERE d.id IS NULL ORDER BY a.updated, a.id LIMIT ?",
                (limit,),
            ).fetchall()
        return [(name, _moment(updated)) for name, updated in rows]

    def put(self, article: str, updated: datetime, texts: Mapping[Field, str]) -> None:
        """Keep the newest text of an article instead of the one before."""
        with self._writing() as db:
            _write(db, article, "", (updated - _EPOCH) // _MICROSECOND, texts)

    def unread_revisions(self, limit: int) -> Sequence[tuple[str, str]]:
        """Revisions that stand not in the index, oldest first: their names and articles."""
        with self._held() as db:
            rows: list[tuple[str, str]] = db.execute(
                "SELECT r.name, r.article FROM desk.revision r LEFT JOIN doc d"
                " ON d.article = r.article AND d.revision = r.name"
                " WHERE d.id IS NULL ORDER BY r.seq LIMIT ?",
                (limit,),
            ).fetchall()
        return rows

    def put_revision(self, name: str, article: str, texts: Mapping[Field, str]) -> None:
        """Keep the text of a revision."""
        with self._writing() as db:
            _write(db, article, name, 0, texts)

    # What is asked.

    def find(self, wanted: Wanted, limit: int, order: Order = Order.NEWEST) -> Sequence[Found]:
        """What stands in the index; an article once, with its newest text that has it."""
        query, values = _query(wanted, order)
        found: dict[str, Found] = {}
        with self._held() as db:
            for row in db.execute(query, values):
                article, revision, title, owner, state, updated, desk = row
                if wanted.desk and not _within(wanted.desk, desk):
                    continue
                if article not in found:
                    found[article] = Found(
                        article, title, owner, State(state), _moment(updated), revision
                    )
                if len(found) == limit:
                    break
        return tuple(found.values())

    def close(self) -> None:
        """Let go of the file. May be called twice."""
        with self._lock:
            if self._db is not None:
                self._db.close()
                self._db = None


def _write(db: Any, article: str, revision: str, updated: int, texts: Mapping[Field, str]) -> None:
    old = db.execute(
        "SELECT id FROM doc WHERE article = ? AND revision = ?", (article, revision)
    ).fetchone()
    if old is not None:
        db.execute("DELETE FROM said WHERE rowid = ?", old).fetchall()
        db.execute("DELETE FROM doc WHERE id = ?", old).fetchall()
    cursor = db.execute(
        "INSERT INTO doc (article, revision, updated) VALUES (?, ?, ?)",
        (article, revision, updated),
    )
    marks = ", ".join("?" for _ in Field)
    db.execute(
        f"INSERT INTO said (rowid, {_COLUMNS}) VALUES (?, {marks})",  # noqa: S608 - our own names
        (cursor.lastrowid, *(texts.get(field, "") for field in Field)),
    ).fetchall()


@lru_cache(maxsize=256)
def _within(words: tuple[str, ...], desk: str) -> bool:
    """Whether a desk's name has these words, or words that begin so. There are few desks."""
    named = fold(desk).split()
    return all(any(one.startswith(word) for one in named) for word in words)


def _moment(number: int) -> datetime:
    return _EPOCH + number * _MICROSECOND


def _query(wanted: Wanted, order: Order) -> tuple[str, tuple[Any, ...]]:
    """The SQL of a query and its values; every word a person typed is a value."""
    where = ["a.trashed = ?"]
    values: list[Any] = [int(wanted.trashed)]
    if not wanted.history:
        where.append("d.revision = ''")
    if wanted.states:
        where.append(f"a.state IN ({', '.join('?' for _ in wanted.states)})")
        values += sorted(state.value for state in wanted.states)
    for column, sign, moment in (
        ("updated", ">=", wanted.since), ("updated", "<", wanted.until),
        ("due", ">=", wanted.due_since), ("due", "<", wanted.due_until),
    ):  # fmt: skip
        if moment is not None:
            where.append(f"a.{column} {sign} ?")
            values.append((moment - _EPOCH) // _MICROSECOND)
    shelf = Shelf.WORK if wanted.late else wanted.shelf
    if shelf is not None:
        where.append("a.shelf = ?")
        values.append(shelf.value)
    if wanted.late:
        where.append(f"a.state IN ({', '.join('?' for _ in AWAITED)})")
        values += sorted(state.value for state in AWAITED)
    if wanted.follows:
        where.append(
            "a.follows IN (SELECT before.article FROM said JOIN doc before ON before.id ="
            " said.rowid WHERE said MATCH ? AND before.revision = '')"
        )
        values.append(_match(wanted.follows))
    elif wanted.followed:
        where.append("a.follows <> ''")
    columns = "d.article, d.revision, a.title, a.owner, a.state, a.updated, a.desk"
    tables = "doc d JOIN desk.article a ON a.id = d.article"
    sorting = "a.updated DESC, d.id DESC"
    match = _match(wanted.terms)
    if match:
        # From the index outwards, newest number first: nothing is sorted.
        tables = "said CROSS JOIN doc d ON d.id = said.rowid" + tables.removeprefix("doc d")
        where.insert(0, "said MATCH ?")
        values.insert(0, match)
        sorting = "said.rowid DESC" if order is Order.NEWEST else "said.rank, said.rowid DESC"
    elif wanted.terms:  # only exclusions: all that has none of them
        where.append("d.id NOT IN (SELECT rowid FROM said WHERE said MATCH ?)")
        values.append(" OR ".join(_expression(term) for term in wanted.terms))
    query = f"SELECT {columns} FROM {tables} WHERE {' AND '.join(where)}"  # noqa: S608 - our words
    return f"{query} ORDER BY {sorting}", tuple(values)


def _match(terms: Sequence[Term]) -> str:
    """The FTS5 expression of the terms; empty where nothing is asked to be there."""
    wanted = [_expression(term) for term in terms if not term.excluded]
    unwanted = [_expression(term) for term in terms if term.excluded]
    if not wanted:
        return ""
    match = " AND ".join(wanted)
    return f"({match}) NOT ({' OR '.join(unwanted)})" if unwanted else match


def _expression(term: Term) -> str:
    """One term: its words in a row, or one word in each form it may have."""
    star = " *" if term.prefix else ""
    if len(term.words) == 1:
        forms = " OR ".join(f'"{form}"{star}' for form in asked(term.words[0]))
        said = f"({forms})"
    else:
        said = "(" + f'"{" ".join(term.words)}"{star}' + ")"
    return f"{term.field.value} : {said}" if term.field is not None else said
