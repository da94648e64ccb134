"""Who sits down where nobody is named."""

from __future__ import annotations

import pytest

from deskeditor.domain.people import Person, Role
from deskeditor.services import machine

REPORTER = frozenset({Role.REPORTER})


def test_the_machine_s_own_user_sits_down_first(monkeypatch: pytest.MonkeyPatch) -> None:
    people = [Person(login, login, REPORTER) for login in ("amal", "salma", "zayd")]
    monkeypatch.setattr(machine, "machine_login", lambda: "salma")
    assert machine.usual(people).login == "salma"
    monkeypatch.setattr(machine, "machine_login", lambda: "nobody")
    assert machine.usual(people).login == "amal"
    gone = [Person("nobody", "nobody", REPORTER, active=False), *people]
    assert machine.usual(gone).login == "amal"
