"""Cases and events as rows of the board's file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from deskeditor.domain.document.codec import moment
from deskeditor.domain.review import Act, Case, Event, State
from deskeditor.domain.review_gates import Gate

_CASE = (
    "article, owner, title, state, revision, seq, round, authors, approvals, claimed_by,"
    " claimed_at, submitted_at, quorum, gates"
)
EVENT = (
    "article, seq, act, actor, at, state, revision, reason, recommendation, anchor, operation,"
    " chain"
)


def _when(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value)


def _written(value: datetime | None) -> str | None:
    return None if value is None else moment(value)


def _case(row: Sequence[Any]) -> Case:
    return Case(
        article=row[0], owner=row[1], title=row[2], state=State(row[3]), revision=row[4],
        seq=row[5], round=row[6], authors=frozenset(json.loads(row[7])),
        approvals=tuple(json.loads(row[8])), claimed_by=row[9], claimed_at=_when(row[10]),
        submitted_at=_when(row[11]), quorum=row[12],
        gates={name: Gate(gate) for name, gate in json.loads(row[13]).items()},
    )  # fmt: skip


def find(db: Any, article: str) -> Case | None:
    """The case of an article, or None."""
    row = db.execute(f"SELECT {_CASE} FROM review_case WHERE article = ?", (article,)).fetchone()  # noqa: S608
    return None if row is None else _case(row)


def listed(db: Any, states: Iterable[State] | None) -> list[Case]:
    """Cases in these states, longest waiting first."""
    wanted = list(State) if states is None else list(states)
    marks = ", ".join("?" * len(wanted))
    query = f"SELECT {_CASE} FROM review_case WHERE state IN ({marks})"  # noqa: S608 - marks only
    return [_case(row) for row in db.execute(f"{query} ORDER BY submitted_at, article", wanted)]


def put(db: Any, case: Case) -> None:
    """Write a case as it stands after its newest event, which is there already."""
    values = (
        case.article, case.owner, case.title, case.state.value, case.revision, case.seq,
        case.round, json.dumps(sorted(case.authors)), json.dumps(case.approvals), case.claimed_by,
        _written(case.claimed_at), _written(case.submitted_at), case.quorum,
        json.dumps(dict(case.gates)),
    )  # fmt: skip
    if case.seq == 1:
        marks = ", ".join("?" * len(values))
        db.execute(f"INSERT INTO review_case({_CASE}) VALUES ({marks})", values)  # noqa: S608
        return
    names = ", ".join(f"{name.strip()} = ?" for name in _CASE.split(",")[1:])
    query = f"UPDATE review_case SET {names} WHERE article = ?"  # noqa: S608 - our own names
    db.execute(query, (*values[1:], case.article))


def event(row: Sequence[Any]) -> Event:
    """The event of a row whose first columns are `EVENT`."""
    anchor = None if row[9] is None else json.loads(row[9])
    return Event(
        article=row[0], seq=row[1], act=Act(row[2]), actor=row[3],
        at=datetime.fromisoformat(row[4]), state=State(row[5]), revision=row[6], reason=row[7],
        recommendation=row[8],
        anchor=None if anchor is None else (anchor[0], anchor[1], anchor[2], anchor[3]),
        operation=row[10], chain=row[11],
    )  # fmt: skip


def events(db: Any, article: str) -> list[Event]:
    """The article's events, oldest first."""
    query = f"SELECT {EVENT} FROM event WHERE article = ? ORDER BY seq"  # noqa: S608
    return [event(row) for row in db.execute(query, (article,))]


def by_operation(db: Any, operation: str) -> tuple[Event, str] | None:
    """The event an operation left and the digest of its request, or None."""
    query = f"SELECT {EVENT}, digest FROM event WHERE operation = ?"  # noqa: S608
    row = db.execute(query, (operation,)).fetchone()
    return None if row is None else (event(row), row[12])


def last_chain(db: Any, article: str) -> str:
    """The chain of the article's newest event; empty before the first."""
    query = "SELECT chain FROM event WHERE article = ? ORDER BY seq DESC LIMIT 1"
    row = db.execute(query, (article,)).fetchone()
    return "" if row is None else str(row[0])


def last_ledger(db: Any) -> str:
    """The link of the newest event of all; empty before the first."""
    row = db.execute("SELECT ledger FROM event ORDER BY n DESC LIMIT 1").fetchone()
    return "" if row is None else str(row[0])


@dataclass(frozen=True, slots=True)
class Minute:
    """What is kept beside an event: the request it answers, its digest, the quorum, the link."""

    request: bytes
    digest: str
    quorum: int
    ledger: str


def append(db: Any, one: Event, minute: Minute) -> None:
    """Add an event with what is kept beside it."""
    db.execute(
        f"INSERT INTO event({EVENT}, request, digest, quorum, ledger)"  # noqa: S608 - our own names
        f" VALUES ({', '.join('?' * 16)})",
        (
            one.article, one.seq, one.act.value, one.actor, moment(one.at), one.state.value,
            one.revision, one.reason, one.recommendation,
            None if one.anchor is None else json.dumps(one.anchor), one.operation, one.chain,
            minute.request, minute.digest, minute.quorum, minute.ledger,
        ),
    )  # fmt: skip
