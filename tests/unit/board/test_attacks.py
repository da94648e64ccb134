"""Attacks on four eyes: by a client that says what it likes, and by SQL on the board's file."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from deskeditor.domain.errors import Refused
from deskeditor.domain.review import Act, ChecklistItem
from deskeditor.domain.revision import Revision, Why, manifest, name_of
from deskeditor.sqlite.driver import connect, driver
from helpers.newsroom import BoardRoom, article, revision, with_text


@pytest.fixture
def room(tmp_path: Path) -> BoardRoom:
    return BoardRoom(tmp_path)


def after(room: BoardRoom, before: Revision, author: str, text: str = "بعد 😀") -> Revision:
    """A revision by `author` that follows `before`."""
    at, parent = room.clock.now(), name_of(manifest(before))
    return revision(with_text(before.article, text), author, at, parent, why=Why.SUBMITTED)


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as told:
        act()
    return told.value.code


# Deciding on one's own text


def by_an_editor(room: BoardRoom, editor: str = "rana") -> Revision:
    """An article an editor wrote, claimed by somebody else."""
    one = room.submitted(owner=editor)
    room.do(Act.CLAIM, "noor", one)
    return one


@pytest.mark.parametrize("act", [Act.APPROVE, Act.RECOMMEND, Act.REQUEST_CHANGES])
def test_the_author_cannot_decide(room: BoardRoom, act: Act) -> None:
    one = by_an_editor(room)
    assert refused(lambda: room.do(act, "rana", one, "سبب")) == "own-text"


def test_the_author_cannot_claim(room: BoardRoom) -> None:
    one = room.submitted(owner="rana")
    assert refused(lambda: room.do(Act.CLAIM, "rana", one)) == "own-text"


def test_a_chief_who_wrote_cannot_decline_or_approve(room: BoardRoom) -> None:
    one = by_an_editor(room, "zayd")
    assert refused(lambda: room.do(Act.DECLINE, "zayd", one, "سبب")) == "own-text"
    assert refused(lambda: room.do(Act.APPROVE, "zayd", one)) == "own-text"


def test_the_author_of_an_ancestor_cannot_decide(room: BoardRoom) -> None:
    """Rana wrote two revisions back; salma rewrote every word since."""
    first = revision(article(), "rana", room.clock.now())
    second = after(room, first, "salma", "نص آخر")
    third = after(room, second, "salma", "نص ثالث")
    room.send(room.request(Act.SUBMIT, "salma", third), third, first, second)
    room.do(Act.CLAIM, "noor", third)
    assert refused(lambda: room.do(Act.APPROVE, "rana", third)) == "own-text"
    case = room.board().case(first.article.id)
    assert case is not None
    assert case.authors == {"rana", "salma"}


def test_the_author_of_a_merged_branch_cannot_decide(room: BoardRoom) -> None:
    base = revision(article(), "salma", room.clock.now())
    branch = after(room, base, "rana", "فرع رنا")
    merged = replace(
        after(room, base, "salma", "الدمج"),
        parents=(name_of(manifest(base)), name_of(manifest(branch))),
    )
    room.send(room.request(Act.SUBMIT, "salma", merged), base, branch, merged)
    room.do(Act.CLAIM, "noor", merged)
    assert refused(lambda: room.do(Act.APPROVE, "rana", merged)) == "own-text"


def test_the_owner_cannot_decide_though_others_wrote_it_all(room: BoardRoom) -> None:
    """Rana owns the piece; every revision the board sees is salma's."""
    one = revision(article(owner="rana"), "salma", room.clock.now(), why=Why.SUBMITTED)
    room.do(Act.SUBMIT, "salma", one)
    room.do(Act.CLAIM, "noor", one)
    assert refused(lambda: room.do(Act.APPROVE, "rana", one)) == "own-text"


def test_an_editor_who_edited_in_review_cannot_approve(room: BoardRoom) -> None:
    one = room.claimed()
    edited = after(room, one, "noor")
    room.do(Act.EDIT, "noor", edited)
    assert refused(lambda: room.do(Act.APPROVE, "noor", edited)) == "own-text"
    assert room.do(Act.APPROVE, "zayd", edited).state == "approved"


def test_a_resubmission_that_hides_its_past_frees_nobody(room: BoardRoom) -> None:
    """Rana edits, changes are asked for, salma resubmits a revision without any parent."""
    one = room.claimed()
    edited = after(room, one, "rana")
    room.do(Act.EDIT, "rana", edited)
    room.do(Act.REQUEST_CHANGES, "noor", edited, "أعيدي الصياغة")
    bare = revision(with_text(one.article, "بلا أصل"), "salma", room.clock.now())
    room.do(Act.SUBMIT, "salma", bare)
    room.do(Act.CLAIM, "noor", bare)
    assert refused(lambda: room.do(Act.APPROVE, "rana", bare)) == "own-text"


def test_an_edit_that_hides_what_it_edits_is_refused(room: BoardRoom) -> None:
    one = room.claimed()
    bare = revision(with_text(one.article, "بلا أصل"), "noor", room.clock.now())
    assert refused(lambda: room.do(Act.EDIT, "noor", bare)) == "not-descendant"


# Saying to be somebody else


def test_an_act_in_another_name_is_refused(room: BoardRoom) -> None:
    one = room.claimed()
    request = room.request(Act.APPROVE, "noor", one)
    assert refused(lambda: room.send(request, login="salma")) == "not-you"


def test_a_revision_in_another_name_is_refused(room: BoardRoom) -> None:
    """Rana submits her own text as salma's, so as to approve it herself."""
    forged = revision(article(owner="salma"), "salma", room.clock.now(), why=Why.SUBMITTED)
    request = room.request(Act.SUBMIT, "rana", forged)
    assert refused(lambda: room.send(request, forged)) == "forged-author"


def test_an_edit_in_another_name_is_refused(room: BoardRoom) -> None:
    one = room.claimed()
    forged = after(room, one, "salma")
    request = room.request(Act.EDIT, "noor", forged)
    assert refused(lambda: room.send(request, forged)) == "forged-author"


@pytest.mark.parametrize("login", ["nobody", "", "gone"])
def test_strangers_and_those_who_left_can_do_nothing(room: BoardRoom, login: str) -> None:
    one = room.claimed()
    for act in (Act.CLAIM, Act.APPROVE, Act.COMMENT, Act.RELEASE, Act.PUBLISH):
        assert refused(lambda act=act: room.do(act, login, one, "سبب")) == "not-active"  # type: ignore[misc]
    mine = revision(article(owner=login or "x"), login, room.clock.now())
    request = room.request(Act.SUBMIT, login, mine)
    assert refused(lambda: room.send(request, mine)) == "not-active"


def test_an_editor_deactivated_between_claim_and_vote_cannot_vote(room: BoardRoom) -> None:
    one = room.claimed()
    noor = room.board().person("noor")
    assert noor is not None
    room.board("zayd").put_person(replace(noor, active=False))
    assert refused(lambda: room.do(Act.APPROVE, "noor", one)) == "not-active"


def test_an_ancestor_by_nobody_the_board_knows_is_refused(room: BoardRoom) -> None:
    ghost = revision(article(), "ghost", room.clock.now())
    one = after(room, ghost, "salma")
    request = room.request(Act.SUBMIT, "salma", one)
    assert refused(lambda: room.send(request, ghost, one)) == "author-unknown"


# Taking over what is another's


def test_a_stranger_cannot_submit_in_anothers_case(room: BoardRoom) -> None:
    one = room.claimed()
    room.do(Act.REQUEST_CHANGES, "noor", one, "سبب")
    theirs = after(room, one, "hadi")
    assert refused(lambda: room.do(Act.SUBMIT, "hadi", theirs)) == "not-author"


def test_a_stranger_cannot_edit_or_recall_anothers_case(room: BoardRoom) -> None:
    one = room.submitted()
    assert refused(lambda: room.do(Act.RECALL, "hadi", one)) == "not-author"
    room.do(Act.CLAIM, "noor", one)
    assert refused(lambda: room.do(Act.EDIT, "hadi", after(room, one, "hadi"))) == "not-author"


def test_the_owner_cannot_be_changed(room: BoardRoom) -> None:
    one = room.claimed()
    room.do(Act.REQUEST_CHANGES, "noor", one, "سبب")
    stolen = after(room, one, "salma")
    stolen = replace(stolen, article=replace(stolen.article, owner="hadi"))
    assert refused(lambda: room.do(Act.SUBMIT, "salma", stolen)) == "owner-changed"


def test_owner_and_title_said_beside_the_revision_count_for_nothing(room: BoardRoom) -> None:
    one = revision(article(), "salma", room.clock.now(), why=Why.SUBMITTED)
    request = room.request(Act.SUBMIT, "salma", one)
    room.board("salma").send(request, [manifest(one)], owner="hadi", title="عنوان آخر")
    case = room.board().case(one.article.id)
    assert case is not None
    assert (case.owner, case.title) == ("salma", one.article.title)


def test_a_revision_of_another_article_is_refused(room: BoardRoom) -> None:
    one, other = room.claimed(), room.submitted("أخرى")
    request = room.request(Act.SUBMIT, "salma", other)
    request = replace(request, article=one.article.id)
    assert refused(lambda: room.send(request, other)) in {"wrong-state", "revision-foreign"}
    fresh = revision(article(), "salma", room.clock.now())
    request = replace(room.request(Act.SUBMIT, "salma", fresh), article="another")
    assert refused(lambda: room.send(request, fresh)) == "revision-foreign"


def test_a_parent_from_another_article_is_refused(room: BoardRoom) -> None:
    other = room.submitted()
    child = replace(
        revision(article(), "salma", room.clock.now()), parents=(name_of(manifest(other)),)
    )
    request = room.request(Act.SUBMIT, "salma", child)
    assert refused(lambda: room.send(request, child)) == "parent-unknown"


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


# SQL on the file


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


# Sources without a name that an editor must approve


UNNAMED = ChecklistItem("submit.source-anonymous", "approval", passed=False, count=2)


def with_unnamed(room: BoardRoom) -> Revision:
    """A claimed article whose checklist says that two sources have no name."""
    one = revision(article(), "salma", room.clock.now(), why=Why.SUBMITTED)
    room.send(room.request(Act.SUBMIT, "salma", one, checklist=(UNNAMED,)), one)
    room.do(Act.CLAIM, "noor", one)
    return one


def vouch(room: BoardRoom, one: Revision, name: str, actor: str = "noor") -> None:
    asked = room.request(Act.RECOMMEND, actor, one, reason="تعرفه رئيسة القسم")
    room.send(replace(asked, recommendation=f"source:{name}"))


def test_nothing_is_approved_before_each_unnamed_source_is(room: BoardRoom) -> None:
    one = with_unnamed(room)

    def approve() -> object:
        return room.do(Act.APPROVE, "noor", one)

    assert refused(approve) == "source-unapproved"
    vouch(room, one, "مصدر أمني رفيع")
    vouch(room, one, "  مصدر   أمني رفيع ")
    assert refused(approve) == "source-unapproved"
    vouch(room, one, "2")
    approve()
    assert room.board().verify() == []


def test_a_name_like_an_open_gates_closes_one_and_no_more(room: BoardRoom) -> None:
    one = with_unnamed(room)
    vouch(room, one, "s:2")
    assert refused(lambda: room.do(Act.APPROVE, "noor", one)) == "source-unapproved"


def test_an_edit_or_another_sending_asks_for_the_approvals_again(room: BoardRoom) -> None:
    one = with_unnamed(room)
    for name in ("مصدر أول", "مصدر ثان"):
        vouch(room, one, name)
    edited = after(room, one, "noor", "عدّلته المحررة")
    room.send(room.request(Act.EDIT, "noor", edited), edited)
    assert refused(lambda: room.do(Act.APPROVE, "rana", edited)) == "source-unapproved"
    for name in ("مصدر أول", "مصدر ثان"):
        vouch(room, edited, name, "rana")
    room.do(Act.APPROVE, "rana", edited)
    assert room.board().verify() == []


def test_whoever_wrote_it_or_is_no_editor_opens_no_gate(room: BoardRoom) -> None:
    one = with_unnamed(room)
    for actor, code in (("salma", "own-text"), ("hadi", "role-missing")):
        assert refused(lambda actor=actor: vouch(room, one, "مصدر", actor)) == code  # type: ignore[misc]
    assert refused(lambda: room.do(Act.APPROVE, "noor", one)) == "source-unapproved"
