from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from deskeditor.domain.article import Article
from deskeditor.domain.errors import StoreError
from deskeditor.domain.review import Act, ChecklistItem, Receipt, Request, State
from deskeditor.domain.rows import OutboxRow
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import MovingClock, RandomIds, article, new_store, revision, with_text

CLOCK = MovingClock()
ITEM = ChecklistItem("submit.byline", "reason", passed=False, count=1, reason="خبر وكالة 😀")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = new_store(tmp_path / "home")
    yield opened
    opened.close()


def begun(store: SqliteStore) -> tuple[Article, str]:
    one = article()
    return one, store.create(one, revision(one, "salma", CLOCK.now()))


def row(one: Article, name: str, act: Act = Act.SUBMIT, **values: object) -> OutboxRow:
    operation = RandomIds().new()
    asked = Request(
        operation, one.id, act, "salma", CLOCK.now(), name, 0, checklist=(ITEM,),
        anchor=("b1", "text", 0, 4),
    )  # fmt: skip
    return OutboxRow(operation, replace(asked, **values), (name,), CLOCK.now())  # type: ignore[arg-type]


def receipt(queued: OutboxRow, seq: int, state: State) -> Receipt:
    return Receipt(queued.operation, queued.request.article, seq, state, "c" * 64, CLOCK.now())


def test_what_waits_comes_back_whole_and_in_order(store: SqliteStore) -> None:
    one, name = begun(store)
    rows = [row(one, name), row(one, name, Act.RECALL)]
    for queued in rows:
        store.queue(queued)
    assert list(store.outbox()) == rows


def test_a_submission_is_one_transaction(store: SqliteStore) -> None:
    one, name = begun(store)
    used = row(one, name)
    store.queue(used)
    frozen = revision(with_text(one, "المرسل 😀"), "salma", CLOCK.now(), name)
    clash = row(one, name, Act.RECALL)
    clash = replace(clash, operation=used.operation)
    with pytest.raises(StoreError, match="operation-reused"):
        store.submit(frozen, clash)
    assert store.head(one.id) == name
    assert list(store.outbox()) == [used]


def test_the_same_act_queued_twice_waits_once(store: SqliteStore) -> None:
    one, name = begun(store)
    queued = row(one, name)
    store.queue(queued)
    store.queue(replace(queued, queued_at=CLOCK.now()))
    assert list(store.outbox()) == [queued]


def test_a_receipt_settles_and_moves_the_article(store: SqliteStore) -> None:
    one, name = begun(store)
    queued = row(one, name)
    store.queue(queued)
    got = receipt(queued, 1, State.SUBMITTED)
    store.settle(queued.operation, got)
    assert store.outbox() == []
    assert [kept.receipt for kept in store.receipts(one.id)] == [got]
    line = store.row(one.id)
    assert line is not None
    assert line.state is State.SUBMITTED


def test_an_older_receipt_that_comes_late_moves_nothing(store: SqliteStore) -> None:
    one, name = begun(store)
    first, second = row(one, name), row(one, name, Act.RECALL)
    for queued in (first, second):
        store.queue(queued)
    store.settle(second.operation, receipt(second, 2, State.DRAFT))
    store.settle(first.operation, receipt(first, 1, State.SUBMITTED))
    line = store.row(one.id)
    assert line is not None
    assert line.state is State.DRAFT
    assert len(store.receipts()) == 2


def test_a_held_act_stays_and_counts_its_tries(store: SqliteStore) -> None:
    one, name = begun(store)
    queued = row(one, name)
    store.queue(queued)
    store.held(queued.operation, "board-busy")
    store.held(queued.operation, "board-missing")
    assert list(store.outbox()) == [replace(queued, tries=2, problem="board-missing")]


def test_a_refused_act_keeps_its_reason(store: SqliteStore) -> None:
    one, name = begun(store)
    queued = row(one, name)
    store.queue(queued)
    store.drop(queued.operation, "own-text")
    assert store.outbox() == []
    assert [kept.problem for kept in store.refusals(one.id)] == ["own-text"]
    assert store.refusals("none") == []


def test_a_settled_act_cannot_be_dropped_or_held(store: SqliteStore) -> None:
    one, name = begun(store)
    queued = row(one, name)
    store.queue(queued)
    got = receipt(queued, 1, State.SUBMITTED)
    store.settle(queued.operation, got)
    store.drop(queued.operation, "x")
    store.held(queued.operation, "x")
    assert [(kept.receipt, kept.problem) for kept in store.receipts()] == [(got, "")]


@pytest.mark.parametrize("what", ["settle", "held", "drop"])
def test_an_unknown_operation_is_told(store: SqliteStore, what: str) -> None:
    one, name = begun(store)
    queued = row(one, name)
    ends = {
        "settle": lambda: store.settle(queued.operation, receipt(queued, 1, State.SUBMITTED)),
        "held": lambda: store.held(queued.operation, "x"),
        "drop": lambda: store.drop(queued.operation),
    }
    with pytest.raises(StoreError, match="operation-unknown"):
        ends[what]()


def test_an_act_on_an_article_that_is_not_here_can_be_queued(store: SqliteStore) -> None:
    """An editor decides on the board's cases, whether or not their text lies in this store."""
    queued = row(article(), "a" * 64, Act.CLAIM)
    store.queue(queued)
    store.settle(queued.operation, receipt(queued, 2, State.IN_REVIEW))
    assert store.outbox() == []
