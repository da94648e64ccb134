from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from deskeditor.board.local import LocalBoard
from deskeditor.domain.article import Article
from deskeditor.domain.errors import BoardUnreachable, Refused
from deskeditor.domain.events import ActRefused, BoardReached, Bus, CaseChanged
from deskeditor.domain.review import Act, Receipt, Request, State
from deskeditor.domain.revision import Revision, Why, manifest, name_of
from deskeditor.domain.rows import OutboxRow
from deskeditor.services.delivery import Delivery
from helpers.newsroom import BoardRoom, article, new_store, revision


class Line:
    """A store and a board with a wire between them that a test can cut."""

    def __init__(self, folder: Path) -> None:
        self.room = BoardRoom(folder)
        self.store = new_store(folder / "home", self.room.clock)
        self.bus = Bus()
        self.heard: list[object] = []
        for kind in (ActRefused, BoardReached, CaseChanged):
            self.bus.subscribe(kind, self.heard.append)
        self.sent: list[int] = []
        self.cut: Callable[[str], None] = lambda _when: None
        self.delivery = Delivery(self.store, self.board, self.room.clock, self.bus)

    def board(self, login: str) -> LocalBoard:
        return Wire(self, login)

    def queued(self, author: str = "salma", owner: str = "salma", seq: int = 0) -> Article:
        one = article(owner=owner)
        now = self.room.clock.now()
        self.store.create(one, revision(one, owner, now, why=Why.CREATED))
        head = self.store.head(one.id)
        assert head is not None
        frozen = revision(one, author, now, head, why=Why.SUBMITTED)
        self.submit(frozen, (head,), seq)
        return one

    def submit(self, frozen: Revision, before: Sequence[str], seq: int) -> OutboxRow:
        request = self.room.request(Act.SUBMIT, frozen.author, frozen, expected_seq=seq)
        name = name_of(manifest(frozen))
        row = OutboxRow(request.operation, request, (*before, name), request.at)
        self.store.submit(frozen, row)
        return row

    def state(self, one: Article) -> State:
        row = self.store.row(one.id)
        assert row is not None
        return row.state


class Wire(LocalBoard):
    """The board over a wire that may be cut before it is asked or before it answers."""

    def __init__(self, line: Line, login: str) -> None:
        super().__init__(line.room.path, login, line.room.clock)
        self._line = line

    def send(
        self, request: Request, manifests: Sequence[bytes], *, owner: str, title: str
    ) -> Receipt:
        self._line.cut("before")
        self._line.sent.append(len(manifests))
        receipt = super().send(request, manifests, owner=owner, title=title)
        self._line.cut("after")
        return receipt


def cut_at(moment: str) -> Callable[[str], None]:
    def cut(when: str) -> None:
        if when == moment:
            raise BoardUnreachable("board-missing", path="x", name="x")

    return cut


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    made = Line(tmp_path)
    yield made
    made.store.close()


def test_an_empty_outbox_is_nothing(line: Line) -> None:
    flushed = line.delivery.flush()
    assert (flushed.sent, flushed.refused, flushed.waiting) == ((), (), 0)
    assert line.heard == []


def test_what_waits_is_sent_in_its_order(line: Line) -> None:
    made = [line.queued() for _ in range(3)]
    flushed = line.delivery.flush()
    assert [receipt.article for receipt in flushed.sent] == [one.id for one in made]
    assert all(line.state(one) is State.SUBMITTED for one in made)
    assert isinstance(line.heard[-1], BoardReached)


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_cut_wire_loses_and_doubles_nothing(line: Line, moment: str) -> None:
    one, two = line.queued(), line.queued()
    line.cut = cut_at(moment)
    for tries in (1, 2):
        flushed = line.delivery.flush()
        assert (flushed.sent, flushed.waiting) == ((), 2)
        assert flushed.unreachable is not None
        assert line.store.outbox()[0].tries == tries
        assert line.state(one) is State.DRAFT
    line.cut = lambda _when: None
    flushed = line.delivery.flush()
    assert (len(flushed.sent), flushed.waiting, flushed.unreachable) == (2, 0, None)
    for article_ in (one, two):
        assert len(line.room.board().events(article_.id)) == 1
    assert line.room.board().verify() == []


def test_a_receipt_that_could_not_be_kept_is_asked_for_again(line: Line) -> None:
    one = line.queued()
    (row,) = line.store.outbox()
    manifests = [line.store.manifest(name) for name in row.revisions]
    receipt = line.room.board("salma").send(row.request, manifests, owner="", title="")
    assert line.delivery.flush().sent == (receipt,)
    assert line.state(one) is State.SUBMITTED


def test_a_refused_act_is_told_and_handed_back(line: Line) -> None:
    one, two = line.queued(seq=5), line.queued()
    flushed = line.delivery.flush()
    (refusal,) = flushed.refused
    assert (refusal.article, refusal.act, refusal.problem.code) == (
        one.id, Act.SUBMIT, "case-moved-on",
    )  # fmt: skip
    assert [receipt.article for receipt in flushed.sent] == [two.id]
    assert (line.state(one), flushed.waiting) == (State.DRAFT, 0)
    (kept,) = line.store.refusals(one.id)
    assert kept.problem == "case-moved-on"
    assert ActRefused(one.id, kept.operation, "case-moved-on") in line.heard


def test_a_refused_article_shows_where_the_board_says_it_stands(line: Line) -> None:
    one = line.queued()
    line.delivery.flush()
    again = revision(
        line.store.revision(str(line.store.head(one.id))).article, "salma",
        line.room.clock.now(), str(line.store.head(one.id)), why=Why.SUBMITTED,
    )  # fmt: skip
    line.store.set_state(one.id, State.DRAFT)
    line.submit(again, (), seq=1)
    assert [refusal.problem.code for refusal in line.delivery.flush().refused] == ["wrong-state"]
    assert line.state(one) is State.SUBMITTED


def test_a_board_older_than_the_text_lets_it_wait(line: Line) -> None:
    one, two = line.queued(), line.queued()

    def too_new(_when: str) -> None:
        raise Refused("revision-newer", found=9, known=1)

    line.cut = too_new
    flushed = line.delivery.flush()
    assert (flushed.sent, flushed.refused, flushed.waiting) == ((), (), 2)
    assert {row.problem for row in line.store.outbox()} == {"revision-newer"}
    assert line.store.article(one.id) == one
    line.cut = lambda _when: None
    assert {receipt.article for receipt in line.delivery.flush().sent} == {one.id, two.id}


def test_a_damaged_revision_does_not_stop_the_others(line: Line, tmp_path: Path) -> None:
    one = article("كلمة مَدرسة وحيدة 😀")
    now = line.room.clock.now()
    frozen = revision(one, "salma", now, why=Why.CREATED)
    line.store.create(one, frozen)
    request = line.room.request(Act.SUBMIT, "salma", frozen)
    line.store.queue(OutboxRow(request.operation, request, (request.revision,), now))
    two = line.queued()
    line.store.close()
    path = tmp_path / "home" / "store.db"
    path.write_bytes(path.read_bytes().replace("مَدرسة".encode(), "مَدرسه".encode()))
    line.store = new_store(tmp_path / "home", line.room.clock)
    line.delivery = Delivery(line.store, line.board, line.room.clock, line.bus)
    flushed = line.delivery.flush()
    assert [receipt.article for receipt in flushed.sent] == [two.id]
    assert [refusal.problem.code for refusal in flushed.refused] == ["revision-damaged"]


def test_only_what_the_board_lacks_is_sent(line: Line) -> None:
    one = line.queued()
    line.cut = cut_at("after")
    line.delivery.flush()
    line.cut = lambda _when: None
    assert line.delivery.flush().sent[0].article == one.id
    assert line.sent == [2, 0]
