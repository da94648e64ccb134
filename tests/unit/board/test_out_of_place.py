"""Attacks by acts that are stale, doubled or out of place, and by bytes that lie."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deskeditor.domain.errors import Refused
from deskeditor.domain.review import Act, ChecklistItem
from deskeditor.domain.revision import manifest, name_of
from helpers.attacks import after, refused
from helpers.newsroom import BoardRoom, article, revision


@pytest.fixture
def room(tmp_path: Path) -> BoardRoom:
    return BoardRoom(tmp_path)


# Stale, doubled, out of place


def test_an_approval_of_an_older_revision_is_refused(room: BoardRoom) -> None:
    one = room.claimed()
    room.do(Act.EDIT, "salma", after(room, one, "salma"))
    assert refused(lambda: room.do(Act.APPROVE, "noor", one)) == "other-revision"


def test_an_approval_of_a_state_long_gone_is_refused(room: BoardRoom) -> None:
    one = room.claimed()
    request = room.request(Act.APPROVE, "noor", one)
    room.do(Act.COMMENT, "noor", one, "تعليق")
    assert refused(lambda: room.send(request)) == "case-moved-on"


def test_a_second_vote_is_refused(tmp_path: Path) -> None:
    room = BoardRoom(tmp_path, {"alrafid": 2})
    one = room.claimed()
    request = room.request(Act.APPROVE, "noor", one)
    assert room.send(request) == room.send(request)
    assert refused(lambda: room.do(Act.APPROVE, "noor", one)) == "approved-already"
    case = room.board().case(one.article.id)
    assert case is not None
    assert case.approvals == ("noor",)


def test_another_publication_does_not_lower_the_quorum(tmp_path: Path) -> None:
    room = BoardRoom(tmp_path, {"alrafid": 2})
    one = room.claimed()
    easy = after(room, one, "salma")
    details = replace(easy.article.details, publication="easy")
    room.do(Act.EDIT, "salma", replace(easy, article=replace(easy.article, details=details)))
    case = room.board().case(one.article.id)
    assert case is not None
    assert case.quorum == 2


def test_an_operation_cannot_be_reused_for_another_act(room: BoardRoom) -> None:
    one = room.claimed()
    request = room.request(Act.COMMENT, "noor", one, reason="تعليق")
    room.send(request)
    approve = room.request(Act.APPROVE, "noor", one, operation=request.operation)
    assert refused(lambda: room.send(approve)) == "operation-reused"
    reworded = replace(request, reason="تعليق آخر")
    assert refused(lambda: room.send(reworded)) == "operation-reused"


@pytest.mark.parametrize("act", [Act.REQUEST_CHANGES, Act.RECOMMEND, Act.COMMENT])
def test_acts_that_need_words_need_words(room: BoardRoom, act: Act) -> None:
    one = room.claimed()
    assert refused(lambda: room.do(act, "noor", one, " \t\u00a0 ")) == "reason-missing"


def test_recommending_is_not_deciding(room: BoardRoom) -> None:
    one = room.claimed()
    receipt = room.do(Act.RECOMMEND, "hadi", one, "أوصي بالنشر")
    assert receipt.state == "in_review"
    assert refused(lambda: room.do(Act.APPROVE, "hadi", one)) == "role-missing"


@pytest.mark.parametrize(
    ("act", "login"),
    [(Act.APPROVE, "salma"), (Act.APPROVE, "hadi"), (Act.DECLINE, "noor"),
     (Act.CLAIM, "hadi"), (Act.REQUEST_CHANGES, "hadi"), (Act.RELEASE, "hadi")],
)  # fmt: skip
def test_roles_are_the_boards(room: BoardRoom, act: Act, login: str) -> None:
    one = room.submitted() if act is Act.CLAIM else room.claimed()
    assert refused(lambda: room.do(act, login, one, "سبب")) in {"role-missing", "own-text"}


@pytest.mark.parametrize("act", [a for a in Act if a is not Act.SUBMIT])
def test_nothing_can_be_done_to_a_case_that_is_not_there(room: BoardRoom, act: Act) -> None:
    one = revision(article(), "salma", room.clock.now())
    assert refused(lambda: room.do(act, "noor", one, "سبب")) in {"case-unknown", "forged-author"}


def test_publishing_without_approval_is_refused(room: BoardRoom) -> None:
    one = room.claimed()
    assert refused(lambda: room.do(Act.PUBLISH, "zayd", one)) == "wrong-state"


def test_a_checklist_that_blocks_is_refused_by_the_board_too(room: BoardRoom) -> None:
    one = revision(article(), "salma", room.clock.now())
    request = room.request(Act.SUBMIT, "salma", one)
    item = ChecklistItem("submit.headline", "block", passed=False, count=1, reason="لا بأس")
    assert refused(lambda: room.send(replace(request, checklist=(item,)), one)) == (
        "checklist-blocks"
    )
    quiet = replace(item, level="reason", reason=" ")
    assert refused(lambda: room.send(replace(request, checklist=(quiet,)), one)) == (
        "checklist-reason"
    )


# Bytes that are not what they say


def test_a_newer_manifest_is_refused_and_named_so(room: BoardRoom) -> None:
    one = revision(article(), "salma", room.clock.now())
    raw = manifest(one).replace(b'"v":1,"why"', b'"v":99,"why"')
    request = replace(room.request(Act.SUBMIT, "salma", one), revision=name_of(raw))
    with pytest.raises(Refused, match="revision-newer"):
        room.board("salma").send(request, [raw], owner="", title="")


@pytest.mark.parametrize("raw", [b"", b"{}", b"\xff\x00", b"[" * 9999, b'{"v":1}', "نص".encode()])
def test_rubbish_is_refused(room: BoardRoom, raw: bytes) -> None:
    one = revision(article(), "salma", room.clock.now())
    request = replace(room.request(Act.SUBMIT, "salma", one), revision=name_of(raw))
    with pytest.raises(Refused, match="revision-damaged"):
        room.board("salma").send(request, [raw], owner="", title="")


def test_a_manifest_past_the_limit_is_refused(room: BoardRoom) -> None:
    one = revision(article("ض" * 8_400_000), "salma", room.clock.now())
    request = room.request(Act.SUBMIT, "salma", one)
    assert refused(lambda: room.send(request, one)) == "revision-too-large"


def test_a_revision_that_was_not_sent_is_refused(room: BoardRoom) -> None:
    one = revision(article(), "salma", room.clock.now())
    assert refused(lambda: room.send(room.request(Act.SUBMIT, "salma", one))) == (
        "revision-unknown"
    )
