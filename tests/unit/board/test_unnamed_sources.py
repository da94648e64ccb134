"""Attacks on the gates of sources without a name, and boards from before gates had names."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from deskeditor.board import cases, revisions, ruling
from deskeditor.board.connection import writing
from deskeditor.bootstrap import build
from deskeditor.domain.document.codec import canonical
from deskeditor.domain.errors import Refused
from deskeditor.domain.review import Act, ChecklistItem, Request, act, link
from deskeditor.domain.review_codec import request_bytes
from deskeditor.domain.review_gates import waiting
from deskeditor.domain.revision import Revision, Why, manifest
from deskeditor.services.publications import Publications
from helpers.attacks import after, refused
from helpers.newsroom import EVERYBODY, BoardRoom, article, revision


@pytest.fixture
def room(tmp_path: Path) -> BoardRoom:
    return BoardRoom(tmp_path)


FIRST, SECOND = "مصدر أمني رفيع", "مسؤولة في الميناء"
TEXT = f"قال {FIRST} إن الرصيف أُغلق 😀، ونفت {SECOND} ذلك عبر WHO."


def line(*names: str, count: int | None = None) -> ChecklistItem:
    """The line of the checklist that says which sources have no name."""
    number = len(names) if count is None else count
    return ChecklistItem(
        "submit.source-anonymous", "approval", passed=not number, count=number, names=names
    )


def submit(room: BoardRoom, *lines: ChecklistItem) -> Revision:
    """An article with two unnamed sources, sent with these lines and claimed."""
    one = revision(article(TEXT), "salma", room.clock.now(), why=Why.SUBMITTED)
    room.send(room.request(Act.SUBMIT, "salma", one, checklist=lines), one)
    room.do(Act.CLAIM, "noor", one)
    return one


def edit(
    room: BoardRoom, before: Revision, text: str, *lines: ChecklistItem, by: str = "salma"
) -> Revision:
    edited = after(room, before, by, text)
    room.send(room.request(Act.EDIT, by, edited, checklist=lines), edited)
    return edited


def vouch(room: BoardRoom, one: Revision, name: str, actor: str = "noor") -> None:
    asked = room.request(Act.RECOMMEND, actor, one, reason="تعرفه رئيسة القسم")
    room.send(replace(asked, recommendation=f"source:{name}"))


def owed(room: BoardRoom, one: Revision) -> set[str]:
    case = room.board().case(one.article.id)
    assert case is not None
    return set(waiting(case.gates))


def approve(room: BoardRoom, one: Revision, by: str = "noor") -> str:
    """The code an approval is refused with; empty where it stands."""
    try:
        room.do(Act.APPROVE, by, one)
    except Refused as error:
        return error.code
    return ""


@pytest.mark.parametrize("name", ["", " ", " \t\u00a0\n"])
def test_an_approval_of_no_name_is_refused(room: BoardRoom, name: str) -> None:
    one = submit(room, line(FIRST, SECOND))
    assert refused(lambda: vouch(room, one, name)) == "source-nameless"
    assert owed(room, one) == {FIRST, SECOND}


@pytest.mark.parametrize(
    "name", ["not in the text", "s:2", "1", "مصدر", f"{FIRST} {SECOND}", "unnamed:" + FIRST]
)
def test_a_name_of_no_unnamed_source_closes_no_gate(room: BoardRoom, name: str) -> None:
    one = submit(room, line(FIRST, SECOND))
    vouch(room, one, name)
    assert owed(room, one) == {FIRST, SECOND}
    assert approve(room, one) == "source-unapproved"
    assert room.board().verify() == []


def test_each_source_is_approved_by_its_own_name(room: BoardRoom) -> None:
    one = submit(room, line(FIRST, SECOND))
    vouch(room, one, FIRST)
    vouch(room, one, f"  {FIRST.replace(' ', '   ')} ")
    vouch(room, one, "مَصدر أمنيّ رفيـع")
    assert owed(room, one) == {SECOND}
    assert approve(room, one) == "source-unapproved"
    vouch(room, one, SECOND)
    assert approve(room, one) == ""
    assert room.board().verify() == []


def test_whoever_wrote_it_or_is_no_editor_closes_no_gate(room: BoardRoom) -> None:
    one = submit(room, line(FIRST))
    for actor, code in (("salma", "own-text"), ("hadi", "role-missing")):
        assert refused(lambda actor=actor: vouch(room, one, FIRST, actor)) == code  # type: ignore[misc]
    assert owed(room, one) == {FIRST}


@pytest.mark.parametrize(
    "lied",
    [line(count=2), line(FIRST, count=2), line(FIRST, " "), line(FIRST, FIRST, count=2),
     replace(line(), passed=False)],
)  # fmt: skip
def test_sources_that_are_counted_and_not_named_are_refused(
    room: BoardRoom, lied: ChecklistItem
) -> None:
    assert refused(lambda: submit(room, lied)) == "checklist-sources-nameless"
    one = submit(room, line(FIRST, SECOND))
    assert refused(lambda: edit(room, one, TEXT, lied)) == "checklist-sources-nameless"


def test_names_open_gates_though_the_line_says_it_passed(room: BoardRoom) -> None:
    one = submit(room, replace(line(FIRST), passed=True, count=0))
    assert approve(room, one) == "source-unapproved"


# Edits


def test_an_edit_brings_the_gates_of_the_sources_it_brings_in(room: BoardRoom) -> None:
    one = submit(room, line())
    edited = edit(room, one, f"{TEXT} وأكد ذلك دبلوماسي غربي.", line("دبلوماسي غربي"))
    assert owed(room, edited) == {"دبلوماسي غربي"}
    assert approve(room, edited) == "source-unapproved"
    vouch(room, edited, "دبلوماسي غربي")
    assert approve(room, edited) == ""
    assert room.board().verify() == []


@pytest.mark.parametrize("lines", [(), (line(),), (line("دبلوماسي غربي"),)])
def test_an_edit_that_keeps_a_source_keeps_its_gate_whatever_it_says(
    room: BoardRoom, lines: tuple[ChecklistItem, ...]
) -> None:
    """Its approval was of the revision that was read, so it is asked for again."""
    one = submit(room, line(FIRST, SECOND))
    vouch(room, one, FIRST)
    edited = edit(room, one, TEXT + " وأُعيد فتحه.", *lines)
    assert owed(room, edited) >= {FIRST, SECOND}
    for name in owed(room, edited):
        vouch(room, edited, name)
    assert approve(room, edited) == ""
    assert room.board().verify() == []


def test_a_source_that_left_the_text_takes_its_gate_along(room: BoardRoom) -> None:
    one = submit(room, line(FIRST, SECOND))
    edited = edit(room, one, f"قال {FIRST} إن الرصيف أُغلق.", line(FIRST))
    assert owed(room, edited) == {FIRST}


def test_a_sending_again_cannot_leave_a_source_out(room: BoardRoom) -> None:
    one = submit(room, line(FIRST, SECOND))
    vouch(room, one, FIRST)
    room.do(Act.REQUEST_CHANGES, "noor", one, "أعيدي الصياغة")
    again = after(room, one, "salma", TEXT)
    room.send(room.request(Act.SUBMIT, "salma", again, checklist=(line(),)), again)
    assert owed(room, again) == {FIRST, SECOND}
    assert room.board().verify() == []


# A client that says nothing of sources


def test_a_publication_that_has_them_approved_takes_no_text_without_the_line(
    room: BoardRoom,
) -> None:
    room.board("zayd").set_vouched("alrafid", wanted=True)
    assert refused(lambda: submit(room)) == "checklist-sources-missing"
    hint = ChecklistItem("submit.genre", "hint", passed=False, count=1)
    assert refused(lambda: submit(room, hint)) == "checklist-sources-missing"
    one = submit(room, line())
    assert refused(lambda: edit(room, one, "بعد 😀")) == "checklist-sources-missing"
    easy = after(room, one, "salma")
    details = replace(easy.article.details, publication="easy")
    easy = replace(easy, article=replace(easy.article, details=details))
    assert refused(lambda: room.do(Act.EDIT, "salma", easy)) == "checklist-sources-missing"
    room.board("zayd").set_vouched("alrafid", wanted=False)
    submit(room)
    assert room.board().verify() == []


def test_only_a_chief_says_which_publications_have_them_approved(room: BoardRoom) -> None:
    for login in ("salma", "noor", "gone", "nobody", ""):
        with pytest.raises(Refused, match="role-missing"):
            room.board(login).set_vouched("alrafid", wanted=True)


def test_a_desk_tells_the_board_it_founds_which_publications_they_are(tmp_path: Path) -> None:
    strict = 'id = "alrafid"\nname = "الرافد"\n[severities]\n"sources.anonymous" = "block"'
    (tmp_path / "a.toml").write_text(strict, "utf-8")
    (tmp_path / "b.toml").write_text('id = "easy"\nname = "الأسبوعية"', "utf-8")
    desk = build(tmp_path / "home", "zayd", "ar")
    desk.publications = Publications(tmp_path)
    desk.found_board(EVERYBODY)
    room = BoardRoom(desk.home)
    assert refused(lambda: submit(room)) == "checklist-sources-missing"
    easy = revision(article(TEXT), "salma", room.clock.now(), why=Why.SUBMITTED)
    details = replace(easy.article.details, publication="easy")
    room.do(Act.SUBMIT, "salma", replace(easy, article=replace(easy.article, details=details)))


# Boards from before unnamed sources had gates


def put_as_before(room: BoardRoom, request: Request, one: Revision) -> None:
    """One act in the board's file as the program wrote it then: without names."""
    plain = json.loads(request_bytes(request)) | {"v": 1}
    for item in plain["checklist"]:
        del item["names"]
    with writing(room.path) as db:
        person = room.board().person(request.actor)
        assert person is not None
        revisions.take_in(db, one.article.id, [manifest(one)], request.actor)
        ready = ruling.ready_case(db, cases.find(db, one.article.id), request, person)
        case, event = act(ready, request, person)
        event = link(cases.last_chain(db, one.article.id), event)
        ledger = ruling.ledger_link(cases.last_ledger(db), event, request.digest(), 1)
        minute = cases.Minute(canonical(plain), request.digest(), 1, ledger)
        cases.append(db, event, minute)
        cases.put(db, case)


def from_before(room: BoardRoom) -> Revision:
    """A board whose one case was sent, spoken for and edited before sources had gates."""
    one = revision(article(TEXT), "salma", room.clock.now(), why=Why.SUBMITTED)
    put_as_before(room, room.request(Act.SUBMIT, "salma", one, checklist=(line(count=2),)), one)
    put_as_before(room, room.request(Act.CLAIM, "noor", one), one)
    for name in (FIRST, "من ليس فيها", " "):
        asked = room.request(Act.RECOMMEND, "noor", one, reason="تعرفه رئيسة القسم")
        put_as_before(room, replace(asked, recommendation=f"source:{name}"), one)
    edited = after(room, one, "salma", TEXT + " 2")
    put_as_before(room, room.request(Act.EDIT, "salma", edited), edited)
    with writing(room.path) as db:
        db.execute("DROP TABLE vouched")
        db.execute("PRAGMA user_version=1")
    return edited


def test_a_board_from_before_is_brought_up_and_stays_whole(room: BoardRoom) -> None:
    """A line without names, an approval of any name, an edit without a checklist: as they were."""
    edited = from_before(room)
    assert room.board().verify() == []
    case = room.board().case(edited.article.id)
    assert case is not None
    assert case.gates == {}
    assert refused(lambda: vouch(room, edited, " ")) == "source-nameless"
    assert approve(room, edited) == ""
    assert room.board().verify() == []


def test_an_edit_today_opens_gates_on_a_board_from_before(room: BoardRoom) -> None:
    named = edit(room, from_before(room), TEXT + " 3", line(FIRST))
    assert owed(room, named) == {FIRST}
    assert approve(room, named) == "source-unapproved"
    vouch(room, named, FIRST)
    assert approve(room, named) == ""
    assert room.board().verify() == []
