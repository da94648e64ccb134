from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from deskeditor.domain.errors import Refused
from deskeditor.domain.people import Person, Role
from deskeditor.domain.review import (
    FOUR_EYES,
    Act,
    Case,
    ChecklistItem,
    Event,
    Request,
    State,
    act,
    link,
    permitted,
)
from deskeditor.domain.review_codec import DamagedRequest, read_request, request_bytes
from deskeditor.domain.review_gates import Gate

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
SALMA = Person("salma", "سلمى", frozenset({Role.REPORTER}))
HADI = Person("hadi", "هادي", frozenset({Role.REPORTER, Role.EDITOR}))
NOOR = Person("noor", "نور", frozenset({Role.EDITOR}))
CHIEF = Person("amal", "أمل", frozenset({Role.CHIEF, Role.PUBLISHER}))
REVISION = "a" * 64


def case(state: State, **more: object) -> Case:
    base = Case("a1", "salma", "عنوان", state, REVISION, 4, 1, frozenset({"salma"}))
    return replace(base, **more)  # type: ignore[arg-type]


def ask(kind: Act, who: Person, at: Case, **more: object) -> tuple[Case, Event]:
    asked = Request("op", "a1", kind, who.login, AT, REVISION, at.seq, "سبب", "approve")
    return act(at, replace(asked, **more), who)  # type: ignore[arg-type]


def code(kind: Act, who: Person, at: Case, **more: object) -> str:
    with pytest.raises(Refused) as caught:
        ask(kind, who, at, **more)
    return caught.value.code


def test_the_whole_round() -> None:
    at, _ = ask(Act.SUBMIT, SALMA, case(State.DRAFT))
    at, _ = ask(Act.CLAIM, NOOR, at)
    at, _ = ask(Act.REQUEST_CHANGES, NOOR, at)
    at, _ = ask(Act.SUBMIT, SALMA, at, revision="b" * 64)
    at, _ = ask(Act.CLAIM, NOOR, at, revision="b" * 64)
    at, event = ask(Act.APPROVE, NOOR, at, revision="b" * 64)
    assert (at.state, at.round, at.seq, at.approvals) == (State.APPROVED, 3, 10, ("noor",))
    assert event.revision == "b" * 64


#: Where an act that is no act of the review room itself begins.
BEGINS = {Act.CLAIM: State.SUBMITTED, Act.REOPEN: State.DECLINED}


@pytest.mark.parametrize("kind", sorted(FOUR_EYES))
def test_nobody_decides_on_text_of_which_they_wrote_an_ancestor(kind: Act) -> None:
    state = BEGINS.get(kind, State.IN_REVIEW)
    boss = replace(CHIEF, login="hadi")
    assert code(kind, boss, case(state, authors=frozenset({"salma", "hadi"}))) == "own-text"
    assert code(kind, boss, case(state, owner="hadi")) == "own-text"


@pytest.mark.parametrize("kind", sorted(FOUR_EYES))
def test_an_author_without_the_role_is_told_that_they_wrote_it(kind: Act) -> None:
    state = BEGINS.get(kind, State.IN_REVIEW)
    assert code(kind, SALMA, case(state, title="تقرير EU 2026 عن المَرفأ 😀")) == "own-text"


def test_an_approval_binds_the_revision_seen_and_its_place_in_the_chain() -> None:
    assert code(Act.APPROVE, NOOR, case(State.IN_REVIEW), revision="b" * 64) == "other-revision"
    assert code(Act.APPROVE, NOOR, case(State.IN_REVIEW), expected_seq=3) == "case-moved-on"


def test_a_quorum_of_two_wants_two_people() -> None:
    at, _ = ask(Act.APPROVE, NOOR, case(State.IN_REVIEW, quorum=2))
    assert at.state is State.IN_REVIEW
    assert code(Act.APPROVE, NOOR, at) == "approved-already"
    at, _ = ask(Act.APPROVE, HADI, at)
    assert at.state is State.APPROVED


def test_an_edit_voids_every_approval_and_makes_its_writer_an_author() -> None:
    at, _ = ask(Act.EDIT, NOOR, case(State.APPROVED, approvals=("noor",)), revision="c" * 64)
    assert (at.state, at.approvals, at.revision) == (State.IN_REVIEW, (), "c" * 64)
    assert code(Act.APPROVE, NOOR, at, revision="c" * 64) == "own-text"


@pytest.mark.parametrize("kind", [Act.REQUEST_CHANGES, Act.DECLINE, Act.RECOMMEND, Act.COMMENT])
def test_acts_that_need_words_are_refused_without(kind: Act) -> None:
    assert code(kind, CHIEF, case(State.IN_REVIEW), reason="  ") == "reason-missing"


def test_an_inactive_editor_and_a_borrowed_name_are_refused() -> None:
    assert code(Act.APPROVE, replace(NOOR, active=False), case(State.IN_REVIEW)) == "not-active"
    assert code(Act.APPROVE, NOOR, case(State.IN_REVIEW), actor="amal") == "not-active"


def test_a_reporter_cannot_decide_and_an_editor_cannot_decline_or_publish() -> None:
    other = replace(SALMA, login="ziad")
    assert code(Act.APPROVE, other, case(State.IN_REVIEW)) == "role-missing"
    assert code(Act.DECLINE, NOOR, case(State.IN_REVIEW)) == "role-missing"
    assert code(Act.PUBLISH, NOOR, case(State.APPROVED)) == "role-missing"
    assert code(Act.SUBMIT, other, case(State.DRAFT)) == "not-author"


def test_a_failing_checklist_holds_the_piece_back() -> None:
    block = ChecklistItem("structure.headline-missing", "block", passed=False)
    ask_why = ChecklistItem("dates.unresolved", "reason", passed=False)
    draft = case(State.DRAFT)
    assert code(Act.SUBMIT, SALMA, draft, checklist=(block,)) == "checklist-blocks"
    assert code(Act.SUBMIT, SALMA, draft, checklist=(ask_why,)) == "checklist-reason"
    at, _ = ask(Act.SUBMIT, SALMA, draft, checklist=(replace(ask_why, reason="أكّده المصدر"),))
    assert at.state is State.SUBMITTED


def test_an_open_gate_stops_an_approval() -> None:
    assert (
        code(Act.APPROVE, NOOR, case(State.IN_REVIEW, gates={"legal": Gate.REQUIRED}))
        == "gate-open"
    )


def test_a_chief_goes_round_the_quorum_with_a_reason_and_never_round_a_gate() -> None:
    held = case(State.IN_REVIEW, quorum=2)
    at, event = ask(Act.PUBLISH_UNREVIEWED, CHIEF, held)
    assert (at.state, event.reason) == (State.PUBLISHED_WITHOUT_REVIEW, "سبب")
    assert code(Act.PUBLISH_UNREVIEWED, NOOR, held) == "role-missing"
    assert code(Act.PUBLISH_UNREVIEWED, CHIEF, held, reason=" ") == "reason-missing"
    assert code(Act.PUBLISH_UNREVIEWED, CHIEF, case(State.SUBMITTED)) == "wrong-state"
    for gates, why in (
        ({"legal": Gate.REQUIRED}, "gate-open"),
        ({"unnamed:مصدر في WHO": Gate.REQUIRED}, "source-unapproved"),
    ):
        assert code(Act.PUBLISH_UNREVIEWED, CHIEF, replace(held, gates=gates)) == why


@pytest.mark.parametrize(
    "state", [State.PUBLISHED, State.PUBLISHED_WITHOUT_REVIEW, State.CORRECTED]
)
def test_what_is_out_is_retracted_by_a_chief_though_they_wrote_it(state: State) -> None:
    out = case(state, owner="amal", authors=frozenset({"amal"}))
    at, _ = ask(Act.RETRACT, CHIEF, out)
    assert at.state is State.RETRACTED
    assert permitted(at, CHIEF) == frozenset()
    assert code(Act.RETRACT, NOOR, out) == "role-missing"
    assert code(Act.RETRACT, CHIEF, out, reason="") == "reason-missing"
    assert code(Act.RETRACT, CHIEF, out, revision="b" * 64) == "other-revision"


def test_only_what_is_out_is_retracted_and_only_what_was_declined_reopened() -> None:
    for state in set(State) - {State.PUBLISHED, State.PUBLISHED_WITHOUT_REVIEW, State.CORRECTED}:
        assert code(Act.RETRACT, CHIEF, case(state)) == "wrong-state"
    for state in set(State) - {State.DECLINED}:
        assert code(Act.REOPEN, CHIEF, case(state)) == "wrong-state"


def test_a_decline_taken_back_waits_for_whoever_claims_it_and_no_approval_survives() -> None:
    at, _ = ask(Act.DECLINE, CHIEF, case(State.IN_REVIEW, approvals=("noor",), quorum=2))
    assert code(Act.REOPEN, NOOR, at) == "role-missing"
    assert code(Act.REOPEN, CHIEF, at, reason="") == "reason-missing"
    at, _ = ask(Act.REOPEN, CHIEF, at)
    assert (at.state, at.claimed_by, at.approvals) == (State.SUBMITTED, None, ())
    at, _ = ask(Act.CLAIM, NOOR, at)
    assert at.claimed_by == "noor"


def test_only_who_claimed_or_a_chief_hands_back() -> None:
    held = case(State.IN_REVIEW, claimed_by="noor")
    assert code(Act.RELEASE, replace(NOOR, login="rima"), held) == "claimed-by-other"
    at, _ = ask(Act.RELEASE, CHIEF, held)
    assert (at.state, at.claimed_by) == (State.SUBMITTED, None)


def test_what_a_person_may_do_is_what_the_board_would_take() -> None:
    assert permitted(case(State.IN_REVIEW), SALMA) == {Act.COMMENT, Act.EDIT}
    assert Act.APPROVE in permitted(case(State.IN_REVIEW), NOOR)
    assert permitted(case(State.DRAFT), NOOR) == frozenset()


def test_the_chain_changes_with_any_value_of_any_event() -> None:
    _, event = ask(Act.CLAIM, NOOR, case(State.SUBMITTED))
    first = link("", event)
    assert link("", replace(event, reason="غيره")).chain != first.chain
    assert link("x", event).chain != first.chain
    assert link("", event) == first


def test_two_sendings_of_one_request_share_a_digest_and_another_does_not() -> None:
    asked = Request("op", "a1", Act.APPROVE, "noor", AT, REVISION, 4)
    assert replace(asked, at=datetime(2030, 1, 1, tzinfo=UTC)).digest() == asked.digest()
    assert replace(asked, revision="b" * 64).digest() != asked.digest()


def test_a_lines_names_are_in_the_digest_and_one_without_has_the_digest_of_before() -> None:
    line = ChecklistItem("submit.source-anonymous", "approval", passed=False, count=1)
    asked = Request("op", "a1", Act.SUBMIT, "salma", AT, REVISION, 4, checklist=(line,))
    assert asked.digest() == "18432d5f3d7a2712656384f41d56e3a1aef4ee0b413b4341f7a1f8b3b777a16d"
    named = replace(asked, checklist=(replace(line, names=("مصدر أمني 😀",)),))
    assert named.digest() != asked.digest()
    assert read_request(request_bytes(named)) == named
    other = replace(asked, checklist=(replace(line, names=("مصدر أمني",)),))
    assert other.digest() != named.digest()


def test_a_request_from_before_lines_had_names_is_read_and_a_newer_one_is_not() -> None:
    line = ChecklistItem("submit.source-anonymous", "approval", passed=False, count=1)
    asked = Request("op", "a1", Act.SUBMIT, "salma", AT, REVISION, 4, checklist=(line,))
    data = json.loads(request_bytes(asked))
    del data["checklist"][0]["names"]
    assert read_request(json.dumps(data | {"v": 1}).encode()) == asked
    with pytest.raises(DamagedRequest, match="request-newer"):
        read_request(json.dumps(data | {"v": 3}).encode())
    for wrong in ("مصدر", [1], {"a": 1}, None):
        data["checklist"][0]["names"] = wrong
        with pytest.raises(DamagedRequest, match="request-damaged"):
            read_request(json.dumps(data).encode())
