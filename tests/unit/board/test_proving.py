"""Tampering with the guards taken away: `verify` must name the row."""

from __future__ import annotations

import uuid
from dataclasses import replace
from pathlib import Path

import pytest

from deskeditor.board import cases, ruling
from deskeditor.domain.review import Act, Event, State, link
from deskeditor.domain.review_codec import request_bytes
from deskeditor.domain.revision import manifest, name_of
from deskeditor.sqlite.driver import connect
from helpers.newsroom import BoardRoom


@pytest.fixture
def room(tmp_path: Path) -> BoardRoom:
    made = BoardRoom(tmp_path)
    one = made.claimed()
    made.do(Act.COMMENT, "noor", one, "تعليق 😀 2026")
    made.do(Act.APPROVE, "noor", one)
    made.submitted("مادة أخرى")
    return made


def tamper(room: BoardRoom, *statements: str) -> list[str]:
    """What verify says after the triggers were taken off, the statements run, the triggers back."""
    connection = connect(room.path, "write")
    connection.execute("PRAGMA foreign_keys=OFF").fetchall()
    guards = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type='trigger'"
    ).fetchall()
    for name, _ in guards:
        connection.execute(f"DROP TRIGGER {name}").fetchall()
    for statement in statements:
        connection.execute(statement).fetchall()
    for _, sql in guards:
        connection.execute(sql).fetchall()
    connection.close()
    return room.board().verify()


def test_an_untouched_board_is_whole(room: BoardRoom) -> None:
    assert tamper(room) == []


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE event SET reason='تعليق آخر' WHERE n=3", "chain:event:3"),
        ("UPDATE event SET actor='zayd' WHERE n=4", "chain:event:4"),
        ("UPDATE event SET at='2020-01-01T00:00:00+00:00' WHERE n=2", "chain:event:2"),
        ("UPDATE event SET chain=replace(chain, substr(chain,1,1), 'z') WHERE n=2",
         "chain:event:2"),
        ("UPDATE event SET quorum=1 - quorum WHERE n=1", "chain:event:1"),
        ("UPDATE event SET request=replace(request, 'salma', 'hadii') WHERE n=1",
         "event:event:1"),
        ("UPDATE event SET act='none' WHERE n=1", "event:event:1"),
        ("DELETE FROM event WHERE n=3", "gap:event:4"),
        ("DELETE FROM event WHERE n=5", "case:review_case:"),
        ("UPDATE review_case SET approvals='[\"noor\",\"zayd\"]'", "case:review_case:"),
        ("UPDATE review_case SET owner='hadi'", "case:review_case:"),
        ("UPDATE revision SET manifest=replace(manifest, 'قال', 'كتب')", "revision:revision:"),
        ("UPDATE revision SET author='hadi'", "row:revision:"),
        ("DELETE FROM revision", "link:"),
        ("UPDATE person SET roles='[\"chief\"]' WHERE login='salma'", "person:person:salma"),
        ("DELETE FROM person_change WHERE login='noor'", "person:person:noor"),
    ],
)  # fmt: skip
def test_tampering_is_named_with_its_row(room: BoardRoom, statement: str, fault: str) -> None:
    found = tamper(room, statement)
    assert any(one.startswith(fault) for one in found), found


def test_a_guard_taken_away_is_named(room: BoardRoom) -> None:
    connection = connect(room.path, "write")
    connection.execute("DROP TRIGGER event_no_delete").fetchall()
    connection.close()
    assert room.board().verify() == ["guard:trigger:event_no_delete"]


def test_an_approval_put_in_with_sound_hashes_is_judged_again(room: BoardRoom) -> None:
    """Salma writes her own approval into the file, with every hash and trigger content."""
    one = room.submitted("تريد سلمى إجازتها بنفسها")
    room.do(Act.CLAIM, "noor", one)
    request = room.request(Act.APPROVE, "salma", one)
    connection = connect(room.path, "write")
    connection.execute("BEGIN IMMEDIATE").fetchall()
    before = cases.find(connection, one.article.id)
    assert before is not None
    name = name_of(manifest(one))
    forged = Event(
        one.article.id, before.seq + 1, Act.APPROVE, "salma", room.clock.now(), State.APPROVED,
        name, operation=uuid.uuid4().hex,
    )  # fmt: skip
    request = replace(request, operation=forged.operation)
    forged = link(cases.last_chain(connection, one.article.id), forged)
    ledger = ruling.ledger_link(cases.last_ledger(connection), forged, request.digest(), 1)
    minute = cases.Minute(request_bytes(request), request.digest(), 1, ledger)
    cases.append(connection, forged, minute)
    approved = replace(before, state=State.APPROVED, approvals=("salma",), seq=forged.seq)
    cases.put(connection, approved)
    connection.execute("COMMIT").fetchall()
    connection.close()
    assert any(fault.endswith("own-text") for fault in room.board().verify())
