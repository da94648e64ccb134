from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from deskeditor.board.local import LocalBoard, found_board
from deskeditor.domain.errors import BoardUnreachable, Refused
from deskeditor.domain.people import Role
from deskeditor.domain.review import Act, State
from deskeditor.domain.revision import Why, manifest, name_of
from deskeditor.sqlite.driver import connect
from helpers.attacks import refused
from helpers.newsroom import (
    EVERYBODY,
    NOOR,
    SALMA,
    TEXT,
    BoardRoom,
    MovingClock,
    article,
    person,
    revision,
    with_text,
)


@pytest.fixture
def room(tmp_path: Path) -> BoardRoom:
    return BoardRoom(tmp_path)


def test_a_board_has_its_founders(room: BoardRoom) -> None:
    assert list(room.board().people()) == sorted(EVERYBODY, key=lambda one: one.login)
    assert room.board().person("noor") == NOOR
    assert room.board().person("nobody") is None
    found_board(room.path, room.clock, [person("late", Role.CHIEF)])
    assert room.board().person("late") is None


def test_the_boards_file_is_for_its_person_only_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        room = BoardRoom(tmp_path)
        room.submitted()
    finally:
        os.umask(before)
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


def test_the_whole_way_from_submission_to_publication(room: BoardRoom) -> None:
    one = room.submitted()
    receipts = [
        room.do(Act.CLAIM, "noor", one),
        room.do(Act.COMMENT, "noor", one, "من أين الرقم ٢٥؟ 😀"),
        room.do(Act.REQUEST_CHANGES, "noor", one, "أضيفي المصدر."),
    ]
    better = revision(
        with_text(one.article, TEXT + " وفق البيان."), "salma", room.clock.now(),
        name_of(manifest(one)), why=Why.SUBMITTED,
    )  # fmt: skip
    receipts += [
        room.do(Act.SUBMIT, "salma", better),
        room.do(Act.CLAIM, "noor", better),
        room.do(Act.RECOMMEND, "hadi", better, "جاهزة"),
        room.do(Act.APPROVE, "noor", better),
        room.do(Act.PUBLISH, "zayd", better),
    ]
    states = [receipt.state for receipt in receipts]
    assert states == [
        State.IN_REVIEW, State.IN_REVIEW, State.CHANGES_REQUESTED, State.SUBMITTED,
        State.IN_REVIEW, State.IN_REVIEW, State.APPROVED, State.PUBLISHED,
    ]  # fmt: skip
    case = room.board().case(one.article.id)
    assert case is not None
    assert (case.seq, case.round, case.approvals) == (9, 2, ("noor",))
    assert case.revision == name_of(manifest(better))
    assert [e.seq for e in room.board().events(one.article.id)] == list(range(1, 10))
    assert room.board().events(one.article.id)[2].reason == "من أين الرقم ٢٥؟ 😀"
    assert room.board().verify() == []


def test_the_same_operation_gives_the_same_receipt(room: BoardRoom) -> None:
    one = revision(article(), "salma", room.clock.now(), why=Why.SUBMITTED)
    request = room.request(Act.SUBMIT, "salma", one)
    first = room.send(request, one)
    again = room.send(replace(request, at=room.clock.now()), one)
    assert again == first
    assert len(room.board().events(one.article.id)) == 1


def test_the_board_stamps_its_own_time(room: BoardRoom) -> None:
    one = revision(article(), "salma", room.clock.now(), why=Why.SUBMITTED)
    request = room.request(Act.SUBMIT, "salma", one)
    wrong = replace(request, at=request.at.replace(year=2036))
    receipt = room.send(wrong, one)
    assert receipt.at.year == 2026
    assert room.board().events(one.article.id)[0].at == receipt.at


def test_queues_are_by_state_and_waiting_time(room: BoardRoom) -> None:
    first, second = room.submitted("الأول 😀"), room.submitted("الثاني")
    room.do(Act.CLAIM, "noor", first)
    third = room.submitted("الثالث")
    ids = [one.article.id for one in (first, second, third)]
    assert [case.article for case in room.board().cases()] == ids
    assert [c.article for c in room.board().cases([State.SUBMITTED])] == ids[1:]
    assert room.board().cases([State.PUBLISHED]) == []


def test_the_board_says_what_it_holds(room: BoardRoom) -> None:
    one = room.submitted()
    name = name_of(manifest(one))
    assert room.board().has([name, "f" * 64]) == {name}
    assert room.board().manifest(name) == manifest(one)
    with pytest.raises(Refused, match="revision-unknown"):
        room.board().manifest("f" * 64)
    assert room.board().case("none") is None


def test_an_edit_voids_the_approval(room: BoardRoom) -> None:
    one = room.claimed()
    room.do(Act.APPROVE, "noor", one)
    edited = revision(
        with_text(one.article, "بعد التعديل 😀"), "zayd", room.clock.now(),
        name_of(manifest(one)), why=Why.REVIEW_EDIT,
    )  # fmt: skip
    receipt = room.do(Act.EDIT, "zayd", edited)
    case = room.board().case(one.article.id)
    assert case is not None
    assert receipt.state is State.IN_REVIEW
    assert case.approvals == ()
    assert case.authors == {"salma", "zayd"}
    with pytest.raises(Refused, match="wrong-state"):
        room.do(Act.PUBLISH, "zayd", edited)


def test_a_quorum_of_two_needs_two_people(tmp_path: Path) -> None:
    room = BoardRoom(tmp_path, {"alrafid": 2})
    one = room.claimed()
    assert room.do(Act.APPROVE, "noor", one).state is State.IN_REVIEW
    with pytest.raises(Refused, match="approved-already"):
        room.do(Act.APPROVE, "noor", one)
    assert room.do(Act.APPROVE, "rana", one).state is State.APPROVED
    assert room.board().verify() == []


def test_only_a_chief_sets_the_quorum(room: BoardRoom) -> None:
    for login in ("salma", "noor", "nobody", ""):
        with pytest.raises(Refused, match="role-missing"):
            room.board(login).set_quorum("alrafid", 1)
    room.board("zayd").set_quorum("alrafid", 2)
    room.board("zayd").set_quorum("alrafid", 3)
    one = room.submitted()
    case = room.board().case(one.article.id)
    assert case is not None
    assert case.quorum == 3


def test_a_refused_submission_leaves_nothing(room: BoardRoom) -> None:
    one = revision(article(), "salma", room.clock.now(), why=Why.SUBMITTED)
    request = replace(room.request(Act.SUBMIT, "salma", one), expected_seq=7)
    with pytest.raises(Refused, match="case-moved-on"):
        room.send(request, one)
    assert room.board().case(one.article.id) is None
    assert room.board().has([name_of(manifest(one))]) == frozenset()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [("missing", "board-missing"), ("empty", "board-empty"), ("rubbish", "board-not-database"),
     ("foreign", "board-foreign"), ("newer", "board-newer"), ("busy", "board-busy"),
     ("folder", "board-is-folder"), ("short", "board-truncated")],
)  # fmt: skip
def test_a_board_out_of_reach_is_told(
    room: BoardRoom, monkeypatch: pytest.MonkeyPatch, spoil: str, code: str
) -> None:
    path = room.path
    holder = connect(path, "write")
    if spoil == "foreign":
        holder.execute("PRAGMA application_id=1").fetchall()
    elif spoil == "newer":
        holder.execute("PRAGMA user_version=99").fetchall()
    elif spoil == "busy":
        monkeypatch.setattr("deskeditor.sqlite.driver.connect.__kwdefaults__", {"wait": 0.0})
        holder.execute("BEGIN EXCLUSIVE").fetchall()
    if spoil != "busy":
        holder.close()
    if spoil in ("missing", "folder"):
        path.unlink()
    if spoil == "folder":
        path.mkdir()
    content = {"empty": b"", "rubbish": b"no" * 9000}
    if spoil in content:
        path.write_bytes(content[spoil])
    if spoil == "short":
        path.write_bytes(path.read_bytes()[:9000])
    one = revision(article(), "salma", room.clock.now(), why=Why.SUBMITTED)
    board = LocalBoard(path, "salma", MovingClock())
    request = BoardRoom.request(_Unasked(), Act.SUBMIT, "salma", one)  # type: ignore[arg-type]
    with pytest.raises(BoardUnreachable) as told:
        board.send(request, [manifest(one)], owner="", title="")
    holder.close()
    assert told.value.code == code


class _Unasked:
    """Stands for a board that is not asked while a request is made."""

    clock = MovingClock()

    def board(self) -> _Unasked:
        return self

    def case(self, _article: str) -> None:
        return None


def test_people_are_invited_by_the_chief_only(room: BoardRoom) -> None:
    guest = person("huda", Role.REPORTER)
    for login in ("salma", "noor", "gone", "", "nobody"):
        with pytest.raises(Refused, match="role-missing"):
            room.board(login).put_person(guest)
    room.board("zayd").put_person(guest)
    assert room.board().person("huda") == guest
    room.board("zayd").put_person(replace(guest, active=False))
    changed = room.board().person("huda")
    assert changed is not None
    assert not changed.active


def test_nobody_gives_roles_to_themselves(room: BoardRoom) -> None:
    chief = room.board().person("zayd")
    assert chief is not None
    with pytest.raises(Refused, match="own-roles"):
        room.board("zayd").put_person(replace(chief, roles=frozenset(Role)))
    room.board("zayd").put_person(replace(chief, name="زيد الراوي"))
    with pytest.raises(Refused, match="role-missing"):
        room.board("salma").put_person(replace(SALMA, roles=frozenset({Role.EDITOR})))


def test_a_decline_taken_back_and_a_piece_let_out_unreviewed_are_proved(room: BoardRoom) -> None:
    """Each leaves its event with the reason, and the past is judged again with it."""
    one = room.claimed()
    room.do(Act.DECLINE, "zayd", one, "ليست خبراً")
    assert refused(lambda: room.do(Act.REOPEN, "noor", one, "بل خبر")) == "role-missing"
    room.do(Act.REOPEN, "zayd", one, "صدر بيان WHO 2026 😀")
    room.do(Act.RECALL, "salma", one)
    room.do(Act.SUBMIT, "salma", one)
    room.do(Act.CLAIM, "noor", one)
    room.do(Act.PUBLISH_UNREVIEWED, "zayd", one, "تحذير من سيل، لا ينتظر")
    assert refused(lambda: room.do(Act.APPROVE, "noor", one)) == "wrong-state"
    told = room.do(Act.RETRACT, "zayd", one, "نعتذر: لم يقع السيل")
    events = room.board().events(one.article.id)
    assert told.state is State.RETRACTED
    assert [event.state for event in events if event.act is Act.PUBLISH_UNREVIEWED] == [
        State.PUBLISHED_WITHOUT_REVIEW
    ]
    assert events[-1].reason == "نعتذر: لم يقع السيل"
    assert room.board().verify() == []


def test_a_chief_who_wrote_lets_nothing_out_alone(room: BoardRoom) -> None:
    one = room.submitted(owner="zayd")
    room.do(Act.CLAIM, "noor", one)
    assert refused(lambda: room.do(Act.PUBLISH_UNREVIEWED, "zayd", one, "عاجل")) == "own-text"
