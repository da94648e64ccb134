"""Attacks on four eyes: deciding on one's own text, or in the name and the case of another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deskeditor.domain.review import Act
from deskeditor.domain.revision import Revision, Why, manifest, name_of
from helpers.attacks import after, refused
from helpers.newsroom import BoardRoom, article, revision, with_text


@pytest.fixture
def room(tmp_path: Path) -> BoardRoom:
    return BoardRoom(tmp_path)


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


def test_whoever_wrote_what_a_follow_up_began_with_cannot_decide(room: BoardRoom) -> None:
    one = revision(article(written_by=("rana",)), "salma", room.clock.now())
    room.send(room.request(Act.SUBMIT, "salma", one), one)
    room.do(Act.CLAIM, "noor", one)
    assert refused(lambda: room.do(Act.APPROVE, "rana", one)) == "own-text"
    bare = after(room, one, "salma", "نص بلا ذكر من كتب أوله")
    about = replace(bare.article.details, written_by=())
    silent = replace(bare, article=replace(bare.article, details=about))
    room.do(Act.REQUEST_CHANGES, "noor", one, "سبب")
    room.send(room.request(Act.SUBMIT, "salma", silent), silent)
    room.do(Act.CLAIM, "noor", silent)
    assert refused(lambda: room.do(Act.APPROVE, "rana", silent)) == "own-text"


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
