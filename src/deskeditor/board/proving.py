"""Proving the board's past: every link worked out again, every act judged again.

A row altered breaks a hash; a row taken away leaves a gap or a broken link; a row put in with
sound hashes is an act the rules would not have allowed. Roles are taken as held, for they may have
changed since; authorship, states, reasons and quorum are judged as they stood.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from deskeditor.board import cases, revisions, ruling
from deskeditor.board.schema import trigger_names
from deskeditor.domain.errors import KnownError
from deskeditor.domain.people import Person, Role
from deskeditor.domain.review import Case, Event, act, link
from deskeditor.domain.review_codec import read_request


def faults(db: Any) -> list[str]:
    """Each fault as `code:table:row`, in the order of the events."""
    found = [*_guards(db), *_revisions(db), *_people(db)]
    ledger, last = "", 0
    replay: dict[str, Case | None] = {}
    chains: dict[str, str] = {}
    query = f"SELECT {cases.EVENT}, request, digest, quorum, ledger, n FROM event ORDER BY n"  # noqa: S608
    for row in db.execute(query).fetchall():
        minute, number = cases.Minute(*row[12:16]), row[16]
        try:
            event = cases.event(row)
        except (ValueError, TypeError, IndexError):
            found.append(f"event:event:{number}")
            continue
        said = _links(event, chains.get(event.article, ""), number, last)
        if ruling.ledger_link(ledger, event, minute.digest, minute.quorum) != minute.ledger:
            said.append("chain")
        said += _judged(db, replay, event, minute)
        found.extend(_told(code, number) for code in dict.fromkeys(said))
        ledger, last, chains[event.article] = minute.ledger, number, event.chain
    return found + list(_cases(db, replay))


def _told(code: str, number: int) -> str:
    code, _, rule = code.partition(" ")
    return f"{code}:event:{number} {rule}".rstrip()


def _links(event: Event, chain: str, number: int, last: int) -> list[str]:
    said = []
    if number != last + 1:
        said.append("gap")
    if link(chain, event).chain != event.chain:
        said.append("chain")
    return said


def _judged(
    db: Any, replay: dict[str, Case | None], event: Event, minute: cases.Minute
) -> list[str]:
    """The act judged again on the case as it stood; the case moves on in `replay`."""
    try:
        request = replace(read_request(minute.request), at=event.at)
        if request.digest() != minute.digest or request.operation != event.operation:
            return ["event"]
        person = Person(event.actor, event.actor, frozenset(Role))
        case = ruling.ready_case(db, replay.get(event.article), request, person)
        after, again = act(replace(case, quorum=minute.quorum), request, person)
    except KnownError as error:
        return [f"rule {error.code}"]
    replay[event.article] = after
    return [] if replace(again, chain=event.chain) == event else ["event"]


def _cases(db: Any, replay: dict[str, Case | None]) -> Iterator[str]:
    stand = {case.article: case for case in cases.listed(db, None)}
    for article, case in replay.items():
        if case is not None and stand.get(article) != case:
            yield f"case:review_case:{article}"
    for article in stand.keys() - replay.keys():
        yield f"case:review_case:{article}"


def _guards(db: Any) -> Iterator[str]:
    there = {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type='trigger'")}
    for name in sorted(trigger_names() - there):
        yield f"guard:trigger:{name}"
    for (line,) in db.execute("PRAGMA quick_check(20)").fetchall():
        if line != "ok":
            yield f"pages:file:{line}"
    for table, row, _parent, _key in db.execute("PRAGMA foreign_key_check").fetchall():
        yield f"link:{table}:{row}"


def _revisions(db: Any) -> Iterator[str]:
    query = "SELECT name, article, author FROM revision ORDER BY rowid"
    for name, article, author in db.execute(query).fetchall():
        try:
            one = revisions.read(db, name)
        except KnownError:
            yield f"revision:revision:{name}"
            continue
        links = db.execute(
            "SELECT parent FROM revision_parent WHERE child = ? ORDER BY place", (name,)
        ).fetchall()
        parents = tuple(parent for (parent,) in links)
        if (one.article.id, one.author, one.parents) != (article, author, parents):
            yield f"row:revision:{name}"


def _people(db: Any) -> Iterator[str]:
    query = (
        "SELECT p.login FROM person p LEFT JOIN person_change c ON c.n ="
        " (SELECT max(n) FROM person_change WHERE login = p.login)"
        " WHERE (p.name, p.roles, p.desk, p.active) IS NOT (c.name, c.roles, c.desk, c.active)"
    )
    for (login,) in db.execute(query).fetchall():
        yield f"person:person:{login}"
