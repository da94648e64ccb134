"""The tables of the embedded board and the triggers that keep its past.

Events, revisions and changes of people can be added and never altered or taken away, by any
statement: an INSERT OR REPLACE deletes without asking delete triggers, so a guard stands before
inserts too. Moments are ISO 8601 in UTC, the form that is hashed.
"""

from __future__ import annotations

from typing import Any

#: Stands in every board file at byte 68: "Dskb".
APPLICATION_ID = 0x44736B62

_TABLES = """
CREATE TABLE person(
  login TEXT PRIMARY KEY, name TEXT NOT NULL, roles TEXT NOT NULL, desk TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)));
CREATE TABLE person_change(
  n INTEGER PRIMARY KEY AUTOINCREMENT, login TEXT NOT NULL, name TEXT NOT NULL, roles TEXT NOT NULL,
  desk TEXT NOT NULL, active INTEGER NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL);
CREATE TABLE quorum(
  publication TEXT PRIMARY KEY, approvals INTEGER NOT NULL CHECK (approvals BETWEEN 1 AND 9));
CREATE TABLE revision(
  name TEXT PRIMARY KEY CHECK (length(name) = 64), article TEXT NOT NULL, author TEXT NOT NULL,
  sent_by TEXT NOT NULL REFERENCES person(login), manifest BLOB NOT NULL);
CREATE TABLE revision_parent(
  child TEXT NOT NULL REFERENCES revision(name), place INTEGER NOT NULL,
  parent TEXT NOT NULL REFERENCES revision(name), PRIMARY KEY (child, place));
CREATE TABLE review_case(
  article TEXT PRIMARY KEY, owner TEXT NOT NULL, title TEXT NOT NULL, state TEXT NOT NULL,
  revision TEXT NOT NULL REFERENCES revision(name), seq INTEGER NOT NULL, round INTEGER NOT NULL,
  authors TEXT NOT NULL, approvals TEXT NOT NULL, claimed_by TEXT, claimed_at TEXT,
  submitted_at TEXT, quorum INTEGER NOT NULL, gates TEXT NOT NULL);
CREATE INDEX case_queue ON review_case(state, submitted_at);
CREATE TABLE event(
  n INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT NOT NULL, seq INTEGER NOT NULL,
  act TEXT NOT NULL, actor TEXT NOT NULL REFERENCES person(login), at TEXT NOT NULL,
  state TEXT NOT NULL, revision TEXT NOT NULL REFERENCES revision(name), reason TEXT NOT NULL,
  recommendation TEXT NOT NULL, anchor TEXT, operation TEXT NOT NULL UNIQUE, chain TEXT NOT NULL,
  request BLOB NOT NULL, digest TEXT NOT NULL, quorum INTEGER NOT NULL, ledger TEXT NOT NULL,
  UNIQUE (article, seq))
"""

#: Tables that only grow, with what makes a row the same row.
APPEND_ONLY = {
    "event": "n = NEW.n OR operation = NEW.operation OR (article = NEW.article AND seq = NEW.seq)",
    "person_change": "n = NEW.n",
    "revision": "name = NEW.name",
    "revision_parent": "child = NEW.child AND place = NEW.place",
}
_KEPT = ("person", "review_case")

_GUARDS = """
CREATE TRIGGER event_follows BEFORE INSERT ON event
WHEN NEW.seq <> 1 + (SELECT count(*) FROM event WHERE article = NEW.article)
BEGIN SELECT RAISE(ABORT, 'out of order: event'); END;
CREATE TRIGGER case_moves_with_event BEFORE UPDATE ON review_case
WHEN NEW.article <> OLD.article OR NEW.owner <> OLD.owner OR NOT EXISTS (
  SELECT 1 FROM event e WHERE e.article = NEW.article AND e.seq = NEW.seq
  AND e.state = NEW.state AND e.revision = NEW.revision AND NEW.seq = OLD.seq + 1)
BEGIN SELECT RAISE(ABORT, 'no event for this: review_case'); END;
CREATE TRIGGER case_begins_with_event BEFORE INSERT ON review_case
WHEN EXISTS (SELECT 1 FROM review_case WHERE article = NEW.article) OR NOT EXISTS (
  SELECT 1 FROM event e WHERE e.article = NEW.article AND e.seq = NEW.seq
  AND e.state = NEW.state AND NEW.seq = 1)
BEGIN SELECT RAISE(ABORT, 'no event for this: review_case'); END;
CREATE TRIGGER person_changes_are_noted BEFORE UPDATE ON person
WHEN NEW.login <> OLD.login OR NOT EXISTS (
  SELECT 1 FROM person_change c WHERE c.n = (SELECT max(n) FROM person_change
  WHERE login = NEW.login) AND c.roles = NEW.roles AND c.active = NEW.active
  AND c.name = NEW.name AND c.desk = NEW.desk)
BEGIN SELECT RAISE(ABORT, 'no change noted: person'); END
"""


def _append_only(table: str, same: str) -> list[str]:
    body = f"BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
    there = f"EXISTS (SELECT 1 FROM {table} WHERE {same})"  # noqa: S608 - our own names
    return [
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {body}",
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {there} {body}",
        _no_delete(table),
    ]


def _no_delete(table: str) -> str:
    return (
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}"
        f" BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
    )


def _guards() -> list[str]:
    parts = _GUARDS.strip().split("END;\n")
    return [part if part.endswith("END") else part + "END" for part in parts]


def _first() -> tuple[str, ...]:
    tables = [one.strip() for one in _TABLES.split(";")]
    kept = [_no_delete(table) for table in _KEPT]
    only = [line for table, same in APPEND_ONLY.items() for line in _append_only(table, same)]
    return (*tables, *only, *kept, *_guards())


#: Publications whose unnamed sources an editor must approve, each by its name.
_VOUCHED = ("CREATE TABLE vouched(publication TEXT PRIMARY KEY)",)

#: No table changes: acts came that an older program would take for damage; it refuses the file.
_MORE_ACTS: tuple[str, ...] = ()

#: Steps from an empty file to the newest schema; a new step goes behind the others.
STEPS: tuple[tuple[str, ...], ...] = (_first(), _VOUCHED, _MORE_ACTS)
SCHEMA = len(STEPS)


def trigger_names() -> frozenset[str]:
    """The names of all triggers a sound board has."""
    lines = (line.split() for step in STEPS for line in step if line.startswith("CREATE TRIGGER"))
    return frozenset(words[2] for words in lines)


def bring_up(db: Any) -> None:
    """Bring a board's file to the newest schema, in one transaction that a kill cannot halve."""
    db.execute("BEGIN IMMEDIATE")
    try:
        (now,) = db.execute("PRAGMA user_version").fetchone()
        for step in STEPS[now:]:
            for line in step:
                db.execute(line)
        db.execute(f"PRAGMA application_id={APPLICATION_ID}")
        db.execute(f"PRAGMA user_version={SCHEMA}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
