from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from deskeditor.domain.article import Article
from deskeditor.domain.document import Document, Figure, Header, Inline, Paragraph
from deskeditor.domain.errors import BoardUnreachable, Refused, StoreError
from deskeditor.domain.events import Bus, CaseChanged, Queued, ReceiptArrived
from deskeditor.domain.media import ImageRecord, Rights
from deskeditor.domain.publication import Publication
from deskeditor.domain.review import Act, Receipt, State
from deskeditor.domain.review_gates import waiting
from deskeditor.domain.sources import Source, SourceKind
from deskeditor.services.checked import Report
from deskeditor.services.delivery import Delivery
from deskeditor.services.drafts import Drafts
from deskeditor.services.report import NoReport
from deskeditor.services.review import Reviewing
from helpers.newsroom import BoardRoom, RandomIds, article, new_store, with_text

PUBLICATION = Publication(
    "alrafid",
    "صحيفة",
    severities={
        "submit.dateline": "hint", "submit.sources-few": "off", "submit.published-on": "hint",
    },
)  # fmt: skip
REASONS = {"submit.length": "طُلبت أقصر"}


class Desk:
    """One home with a store, a board and the services between them."""

    def __init__(self, folder: Path) -> None:
        self.room = BoardRoom(folder)
        self.store = new_store(folder / "home", self.room.clock)
        self.bus = Bus()
        self.heard: list[object] = []
        for kind in (Queued, ReceiptArrived, CaseChanged):
            self.bus.subscribe(kind, self.heard.append)
        ids, clock, board = RandomIds(), self.room.clock, self.room.board
        self.drafts = Drafts(self.store, clock, ids, self.bus)
        self.reviewing = Reviewing(self.store, board, clock, ids, self.bus)
        self.delivery = Delivery(self.store, board, clock, self.bus)

    def begun(self, owner: str = "salma") -> Article:
        one = self.drafts.new(owner, "alrafid")
        sample = article(owner=owner)
        one = replace(one, document=sample.document, details=sample.details)
        self.drafts.keep(one, owner)
        return one

    def submit(self, one: Article, author: str = "salma") -> str:
        return self.reviewing.submit(one, author, NoReport(), PUBLICATION, "ملاحظة", REASONS)

    def submitted(self, owner: str = "salma") -> Article:
        one = self.begun(owner)
        self.submit(one, owner)
        assert self.delivery.flush().waiting == 0
        return one

    def edit(self, one: Article, author: str, report: Report | None = None) -> Receipt:
        return self.reviewing.edit(one, author, report or NoReport(), PUBLICATION, "حُررت")

    def state(self, one: Article) -> State:
        row = self.store.row(one.id)
        assert row is not None
        return row.state


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.store.close()


def test_nothing_is_submitted_before_its_receipt(desk: Desk) -> None:
    one = desk.begun()
    operation = desk.submit(one)
    assert desk.state(one) is State.DRAFT
    assert desk.heard == [Queued(one.id, operation)]
    flushed = desk.delivery.flush()
    assert [receipt.operation for receipt in flushed.sent] == [operation]
    assert desk.state(one) is State.SUBMITTED
    assert desk.heard[1:] == [
        ReceiptArrived(flushed.sent[0]), CaseChanged(one.id, State.SUBMITTED),
    ]  # fmt: skip


def test_the_checklist_and_note_go_with_the_text(desk: Desk) -> None:
    one = desk.begun()
    one = replace(one, details=replace(one.details, commissioned_words=900))
    desk.submit(one)
    (row,) = desk.store.outbox()
    items = {item.rule: item for item in row.request.checklist}
    assert items["submit.length"].reason == "طُلبت أقصر"
    assert row.request.reason == "ملاحظة"
    assert row.revisions[-1] == row.request.revision
    assert set(row.revisions) == {kept.name for kept in desk.drafts.history(one.id)}


def test_a_checklist_that_is_not_done_freezes_nothing(desk: Desk) -> None:
    one = desk.begun()
    before = desk.drafts.history(one.id)
    header = Header(byline=Inline("سلمى"))
    headless = replace(one, document=Document(header, one.document.blocks))
    with pytest.raises(Refused) as told:
        desk.submit(headless)
    assert (told.value.code, told.value.values["rule"]) == ("checklist-blocks", "submit.headline")
    long = replace(one, details=replace(one.details, commissioned_words=900))
    with pytest.raises(Refused, match=r"checklist-reason.*submit\.length"):
        desk.reviewing.submit(long, "salma", NoReport(), PUBLICATION)
    assert desk.drafts.history(one.id) == before
    assert desk.store.outbox() == []


def test_the_same_article_is_not_queued_twice(desk: Desk) -> None:
    one = desk.begun()
    desk.submit(one)
    with pytest.raises(Refused, match="already-queued"):
        desk.submit(one)


def test_an_unknown_article_cannot_be_submitted(desk: Desk) -> None:
    with pytest.raises(StoreError, match="article-unknown"):
        desk.submit(article())


def test_the_whole_round(desk: Desk) -> None:
    one = desk.submitted()
    act = desk.reviewing.act
    act(one.id, Act.CLAIM, "noor")
    act(one.id, Act.COMMENT, "noor", "من أين الرقم؟ 😀", ("b1", "text", 0, 4))
    act(one.id, Act.REQUEST_CHANGES, "noor", "أضيفي المصدر")
    assert desk.state(one) is State.CHANGES_REQUESTED
    better = with_text(one, "نص فيه المصدر 2026 😀")
    desk.drafts.autosave(better, "salma")
    desk.submit(better)
    desk.delivery.flush()
    act(one.id, Act.CLAIM, "noor")
    act(one.id, Act.RECOMMEND, "hadi", "جاهزة", None, "approve")
    receipt = act(one.id, Act.APPROVE, "noor")
    assert (receipt.state, desk.state(one)) == (State.APPROVED, State.APPROVED)
    assert desk.reviewing.reviewed_article(one.id) == better
    assert desk.reviewing.approval_covers(better)
    (comment,) = desk.reviewing.comments(one.id)
    assert (comment.actor, comment.text, comment.anchor) == (
        "noor", "من أين الرقم؟ 😀", ("b1", "text", 0, 4),
    )  # fmt: skip
    events = desk.reviewing.events(one.id)
    assert events[6].recommendation == "approve"
    assert [event.act for event in events][-1] is Act.APPROVE


def test_one_changed_letter_is_not_approved(desk: Desk) -> None:
    one = desk.submitted()
    for act in (Act.CLAIM, Act.APPROVE):
        desk.reviewing.act(one.id, act, "noor")
    assert desk.reviewing.approval_covers(one)
    assert not desk.reviewing.approval_covers(with_text(one, "حرف آخر"))
    assert not desk.reviewing.approval_covers(desk.begun())


def test_an_edit_after_approval_voids_it(desk: Desk) -> None:
    one = desk.submitted()
    for act in (Act.CLAIM, Act.APPROVE):
        desk.reviewing.act(one.id, act, "noor")
    changed = with_text(one, "عُدّل بعد الإجازة 😀")
    receipt = desk.edit(changed, "salma")
    assert receipt.state is State.IN_REVIEW
    assert desk.reviewing.reviewed_article(one.id) == changed
    assert not desk.reviewing.approval_covers(one)
    case = desk.reviewing.case(one.id)
    assert case is not None
    assert case.approvals == ()


def test_a_decision_is_on_the_text_that_was_shown(desk: Desk) -> None:
    """The author's edit comes between the editor's reading and the click."""
    one = desk.submitted()
    desk.reviewing.act(one.id, Act.CLAIM, "noor")
    shown = desk.reviewing.case(one.id)
    assert shown is not None
    desk.edit(with_text(one, "جملة لم تقرأها المحررة 😀"), "salma")
    with pytest.raises(Refused, match="other-revision"):
        desk.reviewing.act(one.id, Act.APPROVE, "noor", seen=shown.revision)
    case = desk.reviewing.case(one.id)
    assert case is not None
    assert (case.state, case.approvals) == (State.IN_REVIEW, ())
    receipt = desk.reviewing.act(one.id, Act.APPROVE, "noor", seen=case.revision)
    assert receipt.state is State.APPROVED


def test_an_editor_who_edits_cannot_approve_and_another_can(desk: Desk) -> None:
    one = desk.submitted()
    desk.reviewing.act(one.id, Act.CLAIM, "noor")
    desk.edit(with_text(one, "حررته نور"), "noor")
    with pytest.raises(Refused, match="own-text"):
        desk.reviewing.act(one.id, Act.APPROVE, "noor")
    assert desk.reviewing.act(one.id, Act.APPROVE, "rana").state is State.APPROVED


def test_the_sources_an_edit_brings_in_go_with_it_to_the_board(desk: Desk) -> None:
    one = desk.submitted()
    desk.reviewing.act(one.id, Act.CLAIM, "noor")
    unnamed = Source("مصدر أمني 😀", SourceKind.ANONYMOUS)
    strict = replace(PUBLICATION, severities={"sources.anonymous": "block"})
    changed = with_text(one, "قال مصدر أمني 😀 إن WHO سلّمتها.")
    desk.reviewing.edit(changed, "salma", Report(sources=(unnamed, unnamed)), strict)
    case = desk.reviewing.case(one.id)
    assert case is not None
    assert waiting(case.gates) == ("مصدر أمني 😀",)
    with pytest.raises(Refused, match="source-unapproved"):
        desk.reviewing.act(one.id, Act.APPROVE, "noor")


def test_who_only_typed_is_an_author_too(desk: Desk) -> None:
    """Rana types into salma's draft on the same machine and saves no version."""
    one = desk.begun()
    desk.drafts.autosave(with_text(one, "كتبته رنا كله"), "rana")
    desk.submit(desk.drafts.open(one.id))
    desk.delivery.flush()
    desk.reviewing.act(one.id, Act.CLAIM, "noor")
    with pytest.raises(Refused, match="own-text"):
        desk.reviewing.act(one.id, Act.APPROVE, "rana")


def test_a_refused_act_is_told_and_does_not_wait(desk: Desk) -> None:
    one = desk.submitted("rana")
    with pytest.raises(Refused, match="own-text"):
        desk.reviewing.act(one.id, Act.CLAIM, "rana")
    assert desk.store.outbox() == []
    assert [row.problem for row in desk.store.refusals(one.id)] == ["own-text"]
    with pytest.raises(Refused, match="case-unknown"):
        desk.reviewing.act("none", Act.CLAIM, "noor")


def test_what_is_permitted_follows_the_case(desk: Desk) -> None:
    one = desk.begun()
    assert desk.reviewing.permitted(one.id, "salma") == {Act.SUBMIT}
    assert desk.reviewing.permitted(one.id, "gone") == frozenset()
    assert desk.reviewing.permitted(one.id, "nobody") == frozenset()
    desk.submit(one)
    desk.delivery.flush()
    assert Act.RECALL in desk.reviewing.permitted(one.id, "salma")
    assert Act.CLAIM in desk.reviewing.permitted(one.id, "noor")
    assert Act.CLAIM not in desk.reviewing.permitted(one.id, "salma")
    assert [case.article for case in desk.reviewing.queue()] == [one.id]


def test_offline_a_submission_waits_and_acts_are_told(desk: Desk, tmp_path: Path) -> None:
    one = desk.begun()
    aside = tmp_path / "aside.db"
    desk.room.path.rename(aside)
    desk.submit(one)
    flushed = desk.delivery.flush()
    assert flushed.unreachable is not None
    assert (flushed.unreachable.code, flushed.waiting, flushed.sent) == ("board-missing", 1, ())
    assert desk.state(one) is State.DRAFT
    with pytest.raises(BoardUnreachable):
        desk.reviewing.act(one.id, Act.CLAIM, "noor")
    aside.rename(desk.room.path)
    assert len(desk.delivery.flush().sent) == 1
    assert desk.state(one) is State.SUBMITTED


def test_a_recalled_article_can_be_submitted_again(desk: Desk) -> None:
    one = desk.submitted()
    desk.reviewing.act(one.id, Act.RECALL, "salma")
    assert desk.state(one) is State.DRAFT
    desk.submit(one)
    desk.delivery.flush()
    case = desk.reviewing.case(one.id)
    assert case is not None
    assert (case.state, case.round) == (State.SUBMITTED, 2)


def test_the_text_under_review_is_not_what_is_typed_now(desk: Desk) -> None:
    one = desk.submitted()
    desk.drafts.autosave(with_text(one, "كُتب بعد الإرسال"), "salma")
    assert desk.reviewing.reviewed_article(one.id) == one
    with pytest.raises(Refused, match="case-unknown"):
        desk.reviewing.reviewed_article("none")


def test_pictures_are_held_against_their_records(desk: Desk) -> None:
    one = desk.begun()
    media = "a" * 64
    figure = Figure("f", media, Inline("قوارب صيد في ميناء الشرق صباح اليوم"), "قوارب", "هادي")
    blocks = (Paragraph("b1", Inline("نص")), figure)
    shown = replace(one, document=replace(one.document, blocks=blocks))
    failed = {
        item.rule
        for item in desk.reviewing.checklist(shown, NoReport(), PUBLICATION)
        if not item.passed
    }
    assert "submit.image-unknown" in failed
    desk.store.add_image(
        ImageRecord(
            media,
            "image/png",
            900,
            900,
            1,
            rights=Rights.STAFF,
            creator="هادي",
            taken=date(2026, 1, 1),
        )
    )
    items = desk.reviewing.checklist(shown, NoReport(), PUBLICATION)
    assert not any(i.rule.startswith("submit.image") and not i.passed for i in items)
