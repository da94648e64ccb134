"""Delivery: what waits in the outbox goes to the board; only a receipt makes it done.

Safe to stop anywhere: an act whose receipt was lost is sent again under its operation and the
board answers the same receipt. An act the board refuses is told and handed back; nothing waits for
ever in silence, and nothing is dropped because the board could not be reached.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from deskeditor.domain.errors import BoardUnreachable, Refused, StoreError
from deskeditor.domain.events import ActRefused, BoardReached, Bus, CaseChanged, ReceiptArrived
from deskeditor.domain.ports import BoardFor, Clock, Store
from deskeditor.domain.review import Act, Receipt, State
from deskeditor.domain.rows import OutboxRow

#: Refusals that a newer board will take back: the act waits, the article stays editable.
_WAITS = frozenset({"revision-newer", "request-newer"})


@dataclass(frozen=True, slots=True)
class Refusal:
    """One act that was handed back and why."""

    operation: str
    article: str
    act: Act
    problem: Refused


@dataclass(frozen=True, slots=True)
class Flushed:
    """What one delivery brought about. `unreachable` is why it stopped, None where it did not."""

    sent: tuple[Receipt, ...] = ()
    refused: tuple[Refusal, ...] = ()
    unreachable: BoardUnreachable | None = None
    waiting: int = 0


class Delivery:
    """Carries the outbox to the board. Thread-safe; deliveries do not overlap."""

    def __init__(self, store: Store, board_for: BoardFor, clock: Clock, bus: Bus) -> None:
        """Use these ports; nothing is sent yet."""
        self._store, self._board_for, self._clock, self._bus = store, board_for, clock, bus
        self._one_at_a_time = Lock()

    def flush(self) -> Flushed:
        """Send what waits, in its order, until all is sent or the board cannot be reached.

        Raises:
            StoreError: the store cannot be read or written; what was sent is sent again later.
        """
        with self._one_at_a_time:
            return self._flush()

    def _flush(self) -> Flushed:
        sent: list[Receipt] = []
        refused: list[Refusal] = []
        stuck: set[str] = set()
        lost: BoardUnreachable | None = None
        for row in self._store.outbox():
            if row.request.article in stuck:
                continue
            try:
                sent.append(self._deliver(row))
            except BoardUnreachable as error:
                self._store.held(row.operation, error.code)
                lost = error
                break
            except Refused as error:
                if error.code in _WAITS:
                    self._store.held(row.operation, error.code)
                    stuck.add(row.request.article)
                else:
                    self._hand_back(row, error)
                    refused.append(
                        Refusal(row.operation, row.request.article, row.request.act, error)
                    )
        if lost is None and (sent or refused):
            self._bus.publish(BoardReached(self._clock.now()))
        return Flushed(tuple(sent), tuple(refused), lost, len(self._store.outbox()))

    def _deliver(self, row: OutboxRow) -> Receipt:
        receipt = send(self._store, self._board_for, row)
        self._bus.publish(ReceiptArrived(receipt))
        self._bus.publish(CaseChanged(receipt.article, receipt.state))
        return receipt

    def _hand_back(self, row: OutboxRow, error: Refused) -> None:
        """Out of the outbox, with the reason; the article shows where the board says it stands."""
        article = row.request.article
        self._store.drop(row.operation, error.code)
        state = self._state_at_board(article, row.request.actor)
        if state is not None and self._store.row(article) is not None:
            self._store.set_state(article, state)
            self._bus.publish(CaseChanged(article, state))
        self._bus.publish(ActRefused(article, row.operation, error.code))

    def _state_at_board(self, article: str, login: str) -> State | None:
        try:
            case = self._board_for(login).case(article)
        except BoardUnreachable:
            return None
        return State.DRAFT if case is None else case.state


def send(store: Store, board_for: BoardFor, row: OutboxRow) -> Receipt:
    """Send one act with the revisions the board lacks, and keep the receipt.

    Raises:
        Refused: a rule forbids it, or the board cannot read what was sent.
        BoardUnreachable: it could not be asked.
        StoreError: a revision cannot be read or the receipt not be kept.
    """
    board = board_for(row.request.actor)
    held = board.has(row.revisions) if row.revisions else frozenset()
    manifests = [_manifest(store, name) for name in row.revisions if name not in held]
    line = store.row(row.request.article)
    owner, title = ("", "") if line is None else (line.owner, line.title)
    receipt = board.send(row.request, manifests, owner=owner, title=title)
    store.settle(row.operation, receipt)
    return receipt


def _manifest(store: Store, name: str) -> bytes:
    try:
        return store.manifest(name)
    except StoreError as error:
        if error.code not in ("revision-damaged", "revision-unknown"):
            raise
        raise Refused(error.code, **error.values) from error
