"""Delivery in the background: every half minute, and at once when something was queued."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from deskeditor.domain.errors import KnownError
from deskeditor.domain.events import BoardReached, Queued
from deskeditor.services.delivery import Flushed
from deskeditor.ui.bridge import Bridge
from deskeditor.ui.desk import Desk
from deskeditor.ui.tasks import Tasks

#: Milliseconds between two tries.
EVERY = 30_000


@dataclass(frozen=True, slots=True)
class Outbox:
    """What the status line says: acts waiting (None: not counted yet) and the last contact."""

    waiting: int | None = None
    reached: datetime | None = None


class Courier(QObject):
    """Empties the outbox.

    Signals:
        outbox_changed: an `Outbox`.
        refused: the `Refused` of an act the board would not take.
    """

    outbox_changed = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, bridge: Bridge) -> None:
        """Nothing is sent before `start`."""
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self.outbox = Outbox()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.send)
        bridge.on(Queued, self._queued)
        bridge.on(BoardReached, self._reached)

    def start(self) -> None:
        """Send now and keep sending."""
        self._timer.start()
        self.send()

    def send(self) -> None:
        """One delivery, off the GUI thread."""
        self._tasks.run("board", self._desk.delivery.flush, self._done, failed=self._failed)

    def answered(self) -> None:
        """The board answered something else just now, such as what stands in the queue."""
        self._tell(Outbox(self.outbox.waiting, datetime.now(UTC)))

    def _queued(self, _event: Queued) -> None:
        self._tell(Outbox((self.outbox.waiting or 0) + 1, self.outbox.reached))
        self.send()

    def _reached(self, event: BoardReached) -> None:
        self._tell(Outbox(self.outbox.waiting, event.at))

    def _done(self, flushed: Flushed) -> None:
        self._tell(Outbox(flushed.waiting, self.outbox.reached))
        for refusal in flushed.refused:
            self.refused.emit(refusal.problem)

    def _failed(self, _error: KnownError) -> None:
        self._tell(self.outbox)

    def _tell(self, outbox: Outbox) -> None:
        self.outbox = outbox
        self.outbox_changed.emit(outbox)
