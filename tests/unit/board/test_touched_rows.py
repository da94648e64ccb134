"""Attacks by SQL on the board's file: its past can be added to and never touched."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from deskeditor.domain.review import Act, ChecklistItem
from deskeditor.sqlite.driver import connect, driver
from helpers.attacks import after
from helpers.newsroom import BoardRoom, article, revision


@pytest.fixture
def room(tmp_path: Path) -> BoardRoom:
    return BoardRoom(tmp_path)


_AS_ZAYD = (
    "act, 'zayd', at, state, revision, reason, recommendation, anchor, 'other', chain, request,"
    " digest, quorum, ledger"
)


@pytest.mark.parametrize("replay", [0, 1])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET actor='zayd'",
        "UPDATE event SET reason='سبب آخر' WHERE seq=1",
        "DELETE FROM event",
        "DELETE FROM event WHERE n=(SELECT max(n) FROM event)",
        "REPLACE INTO event SELECT * FROM event WHERE n=1",
        f"INSERT OR REPLACE INTO event SELECT 99, article, seq, {_AS_ZAYD} FROM event WHERE n=2",
        "UPDATE OR REPLACE event SET n=1 WHERE n=2",
        "UPDATE revision SET author='hadi'",
        "UPDATE revision SET manifest=x'00'",
        "DELETE FROM revision",
        "REPLACE INTO revision SELECT name, article, 'hadi', sent_by, manifest FROM revision",
        "DELETE FROM revision_parent",
        "UPDATE review_case SET state='approved', approvals='[\"noor\"]'",
        "UPDATE review_case SET owner='hadi'",
        "UPDATE review_case SET seq=9",
        "DELETE FROM review_case",
        "REPLACE INTO review_case SELECT * FROM review_case",
        "UPDATE person SET roles='[\"chief\", \"editor\"]' WHERE login='salma'",
        "UPDATE person SET active=1 WHERE login='gone'",
        "DELETE FROM person WHERE login='hadi'",
        "UPDATE person_change SET roles='[\"chief\"]'",
        "DELETE FROM person_change",
        f"INSERT INTO event SELECT 50, article, 9, {_AS_ZAYD} FROM event WHERE n=1",
    ],
)  # fmt: skip
def test_rows_of_the_past_cannot_be_touched(room: BoardRoom, statement: str, replay: int) -> None:
    """With recursive triggers on and off: REPLACE deletes silently where they are off."""
    first = revision(article(), "rana", room.clock.now())
    one = after(room, first, "salma")
    room.send(room.request(Act.SUBMIT, "salma", one), first, one)
    room.do(Act.CLAIM, "noor", one)
    connection = connect(room.path, "write")
    try:
        connection.execute(f"PRAGMA recursive_triggers={replay}").fetchall()
        connection.execute("PRAGMA foreign_keys=OFF").fetchall()
        with pytest.raises(driver().IntegrityError):
            connection.execute(statement).fetchall()
    finally:
        connection.close()
    assert room.board().verify() == []


def test_the_checklist_and_reasons_are_frozen_with_the_event(room: BoardRoom) -> None:
    one = revision(article(), "salma", room.clock.now())
    item = ChecklistItem("submit.genre", "hint", passed=False, count=1)
    room.send(replace(room.request(Act.SUBMIT, "salma", one), checklist=(item,)), one)
    connection = connect(room.path, "read")
    try:
        (raw,) = connection.execute("SELECT request FROM event").fetchone()
    finally:
        connection.close()
    assert json.loads(raw)["checklist"][0]["rule"] == "submit.genre"
