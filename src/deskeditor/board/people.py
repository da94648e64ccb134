"""The board's people: read, added, changed; every change is noted for good."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from deskeditor.domain.document.codec import moment
from deskeditor.domain.errors import Refused
from deskeditor.domain.people import Person, Role

_SELECT = "SELECT login, name, roles, desk, active FROM person"


def _person(row: Sequence[Any]) -> Person:
    login, name, roles, desk, active = row
    held = frozenset(Role(role) for role in json.loads(roles))
    return Person(login, name, held, desk, active=bool(active))


def everybody(db: Any) -> list[Person]:
    """Everybody, active or not, by login."""
    return [_person(row) for row in db.execute(f"{_SELECT} ORDER BY login")]


def find(db: Any, login: str) -> Person | None:
    """One person, or None."""
    row = db.execute(f"{_SELECT} WHERE login = ?", (login,)).fetchone()
    return None if row is None else _person(row)


def check_chief(db: Any, by: str, person: Person) -> None:
    """The chief invites, and nobody gives roles to themselves.

    Raises:
        Refused: `by` is no active chief, or changes their own roles.
    """
    actor, before = find(db, by), find(db, person.login)
    if actor is None or not actor.holds(Role.CHIEF):
        raise Refused("role-missing", act="invite")
    if by == person.login and before is not None and before.roles != person.roles:
        raise Refused("own-roles", name=person.name)


def put(db: Any, person: Person, by: str, at: datetime) -> None:
    """Add a person or change what is known of one; `by` is empty for the founders."""
    before = find(db, person.login)
    roles = json.dumps(sorted(person.roles))
    values = (person.login, person.name, roles, person.desk, int(person.active))
    db.execute(
        "INSERT INTO person_change(login, name, roles, desk, active, by, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (*values, by, moment(at)),
    )
    if before is None:
        db.execute("INSERT INTO person VALUES (?, ?, ?, ?, ?)", values)
    else:
        db.execute(
            "UPDATE person SET name = ?, roles = ?, desk = ?, active = ? WHERE login = ?",
            (*values[1:], person.login),
        )
