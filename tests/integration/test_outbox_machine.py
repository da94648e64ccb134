"""Outbox and board under every order of events: resent, doubled, cut, late, reordered."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from deskeditor.board.local import LocalBoard
from deskeditor.domain.article import Article
from deskeditor.domain.errors import BoardUnreachable, Refused
from deskeditor.domain.events import Bus
from deskeditor.domain.publication import Publication
from deskeditor.domain.review import Act, Receipt, Request, State
from deskeditor.services.delivery import Delivery
from deskeditor.services.drafts import Drafts
from deskeditor.services.report import NoReport
from deskeditor.services.review import Reviewing
from helpers.newsroom import BoardRoom, RandomIds, article, new_store, with_text

OPEN = Publication(
    "alrafid", "ص",
    severities={"submit.dateline": "hint", "submit.sources-few": "off",
                "submit.published-on": "hint"},
)  # fmt: skip
Sent = tuple[Request, tuple[bytes, ...]]


class Wire(LocalBoard):
    """The board behind a wire: what goes over it is noted, and it may be cut on either side."""

    def __init__(self, machine: OutboxMachine, login: str) -> None:
        super().__init__(machine.room.path, login, machine.room.clock)
        self._machine = machine

    def has(self, names: object) -> frozenset[str]:
        self._machine.check_wire("ask")
        return super().has(names)  # type: ignore[arg-type]

    def case(self, article: str) -> object:  # type: ignore[override]
        self._machine.check_wire("ask")
        return super().case(article)

    def send(
        self, request: Request, manifests: Sequence[bytes], *, owner: str, title: str
    ) -> Receipt:
        self._machine.check_wire("ask")
        self._machine.sent.append((request, tuple(manifests)))
        receipt = super().send(request, manifests, owner=owner, title=title)
        self._machine.accepted[receipt.operation] = receipt
        self._machine.check_wire("answer")
        return receipt


class OutboxMachine(RuleBasedStateMachine):
    """One desk, one board, and a wire that fails as it likes."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="deskeditor-machine-")
        home = Path(self.folder.name)
        self.room = BoardRoom(home)
        self.home = home / "home"
        self.cut = ""
        self.sent: list[Sent] = []
        self.accepted: dict[str, Receipt] = {}
        self.asked: dict[str, str] = {}
        self.articles: list[Article] = []
        self.texts = 0
        self.open()

    def open(self) -> None:
        self.store = new_store(self.home, self.room.clock)
        bus, ids, clock = Bus(), RandomIds(), self.room.clock
        self.drafts = Drafts(self.store, clock, ids, bus)
        self.reviewing = Reviewing(self.store, self.board, clock, ids, bus)
        self.delivery = Delivery(self.store, self.board, clock, bus)

    def board(self, login: str) -> LocalBoard:
        return Wire(self, login)

    def check_wire(self, side: str) -> None:
        if self.cut == side:
            raise BoardUnreachable("board-missing", path="x", name="x")

    @rule()
    def write(self) -> None:
        one = self.drafts.new("salma", "alrafid")
        sample = article()
        one = replace(one, document=sample.document, details=sample.details)
        self.drafts.keep(one, "salma")
        self.articles.append(one)

    @precondition(lambda self: self.articles)
    @rule(pick=st.randoms(use_true_random=False))
    def type(self, pick: object) -> None:
        place = pick.randrange(len(self.articles))  # type: ignore[attr-defined]
        self.texts += 1
        one = with_text(self.articles[place], f"نص {self.texts} 😀")
        self.drafts.autosave(one, "salma")
        self.articles[place] = one

    @precondition(lambda self: self.articles)
    @rule(pick=st.randoms(use_true_random=False))
    def submit(self, pick: object) -> None:
        one = pick.choice(self.articles)  # type: ignore[attr-defined]
        try:
            operation = self.reviewing.submit(one, "salma", NoReport(), OPEN)
        except Refused as error:
            if error.code != "already-queued":
                raise
        else:
            self.asked[operation] = one.id

    @rule(cut=st.sampled_from(["", "", "ask", "answer"]))
    def deliver(self, cut: str) -> None:
        self.cut = cut
        self.delivery.flush()
        self.cut = ""

    @precondition(lambda self: self.articles)
    @rule(
        pick=st.randoms(use_true_random=False),
        act=st.sampled_from(
            [Act.CLAIM, Act.REQUEST_CHANGES, Act.APPROVE, Act.RELEASE, Act.COMMENT, Act.RECALL]
        ),
        actor=st.sampled_from(["noor", "rana", "salma"]),
        cut=st.sampled_from(["", "", "answer"]),
    )
    def decide(self, pick: object, act: Act, actor: str, cut: str) -> None:
        one = pick.choice(self.articles)  # type: ignore[attr-defined]
        self.cut = cut
        try:
            self.reviewing.act(one.id, act, actor, "سبب")
        except (Refused, BoardUnreachable):
            pass
        finally:
            self.cut = ""

    @precondition(lambda self: self.sent)
    @rule(pick=st.randoms(use_true_random=False))
    def an_old_message_arrives_again(self, pick: object) -> None:
        request, manifests = pick.choice(self.sent)  # type: ignore[attr-defined]
        before = self.room.board().events(request.article)
        board = LocalBoard(self.room.path, request.actor, self.room.clock)
        try:
            receipt = board.send(request, manifests, owner="", title="")
        except Refused:
            assert request.operation not in self.accepted
        else:
            known = self.accepted.setdefault(request.operation, receipt)
            assert receipt == known
        if request.operation in {event.operation for event in before}:
            assert self.room.board().events(request.article) == before

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.open()

    @invariant()
    def nothing_is_lost_or_doubled(self) -> None:
        waiting = {row.operation for row in self.store.outbox()}
        settled = {row.operation: row.receipt for row in self.store.receipts()}
        dropped = {row.operation for row in self.store.refusals()}
        for operation in self.asked:
            homes = (operation in waiting) + (operation in settled) + (operation in dropped)
            assert homes == 1
            if operation in dropped:
                assert operation not in self.accepted
        for operation, receipt in settled.items():
            assert self.accepted[operation] == receipt

    @invariant()
    def every_event_was_asked_for_once(self) -> None:
        for one in self.articles:
            events = self.room.board().events(one.id)
            operations = [event.operation for event in events]
            assert len(set(operations)) == len(operations)
            assert set(operations) <= self.accepted.keys()

    @invariant()
    def the_newest_text_is_the_one_typed(self) -> None:
        for one in self.articles:
            assert self.drafts.open(one.id) == one

    @invariant()
    def nobody_approved_their_own_text(self) -> None:
        for case in self.room.board().cases():
            assert not set(case.approvals) & case.authors

    def teardown(self) -> None:
        self.cut = ""
        assert self.delivery.flush().waiting == 0
        assert self.room.board().verify() == []
        for one in self.articles:
            case, row = self.room.board().case(one.id), self.store.row(one.id)
            assert row is not None
            assert row.state is (State.DRAFT if case is None else case.state)
        self.store.close()
        self.folder.cleanup()


TestOutbox = OutboxMachine.TestCase
TestOutbox.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
