"""Work off the GUI thread: named lanes, keyed jobs of which the latest wins, answers by signal.

The only file of the window that knows threads. A lane is one thread that does its jobs in order:
`store` writes and reads drafts, `checks` asks the process that checks,
`board` talks to the board, `images` decodes, `search` tries what people look for, `gallery` reads
records of images and `thumbs`, `thumbs_too` and `thumbs_third` their thumbnails; `vault` serves the
vault, which must never wait behind a long reading before it forgets; `incoming` reads files that
become articles, up to a minute each, and no draft waits for that; `bringing` takes in batches of
pictures and `archive` reads the texts of the whole desk: both take minutes, ask `closed` at each
step and end there. A job under a key
replaces a waiting job of that key and silences a running one, so that an old answer never overtakes
a new one.
"""

from __future__ import annotations

import itertools
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QObject, Qt, Signal

from deskeditor.domain.errors import KnownError

Lane = Literal[
    "store", "checks", "board", "images", "search", "gallery", "thumbs", "thumbs_too",
    "thumbs_third", "vault", "incoming", "bringing", "archive",
]  # fmt: skip
#: Lanes whose waiting jobs must still be done when the window closes: they hold somebody's words.
_KEPT: frozenset[str] = frozenset({"store", "vault"})
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Job:
    key: str
    ticket: int
    work: Callable[[], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[KnownError], None] | None


class _LaneThread:
    """One thread and its waiting jobs, in order."""

    def __init__(self, name: str, answer: Callable[[_Job, Any, Exception | None], None]) -> None:
        self._waiting: list[_Job] = []
        self._changed = threading.Condition()
        self._closing = False
        self._answer = answer
        self._thread = threading.Thread(target=self._run, name=f"desk-{name}", daemon=True)
        self._thread.start()

    def put(self, job: _Job) -> int:
        """Queue a job; answers how many waiting jobs it took the place of."""
        with self._changed:
            before = len(self._waiting)
            if job.key:
                self._waiting = [other for other in self._waiting if other.key != job.key]
            gone = before - len(self._waiting)
            self._waiting.append(job)
            self._changed.notify()
            return gone

    def close(self, *, finish: bool) -> None:
        with self._changed:
            if not finish:
                self._waiting.clear()
            self._closing = True
            self._changed.notify()
        self._thread.join()

    def _take(self) -> _Job | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closing)
            if not self._waiting:
                return None
            return self._waiting.pop(0)

    def _run(self) -> None:
        while (job := self._take()) is not None:
            try:
                value, error = job.work(), None
            except Exception as caught:  # noqa: BLE001 - told to the window, never lost
                value, error = None, caught
            self._answer(job, value, error)


class Tasks(QObject):
    """Runs jobs in lanes and brings their answers back to the GUI thread.

    Signals:
        known: a job without a `failed` of its own met a known error.
        broken: a job met an error that is ours; the text is for the log and the notice.
        busy_changed: whether any lane has work, told after each answer and each new job.
    """

    known = Signal(object)
    broken = Signal(str)
    busy_changed = Signal(bool)
    _answered = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """No thread yet; a lane starts with its first job."""
        super().__init__(parent)
        self._lanes: dict[str, _LaneThread] = {}
        self._tickets = itertools.count(1)
        self._latest: dict[tuple[str, str], int] = {}
        self._closed = False
        self._open = 0
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        lane: Lane,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        *,
        key: str = "",
        failed: Callable[[KnownError], None] | None = None,
    ) -> None:
        """Do `work` in `lane`; `done` gets its answer in the GUI thread, `failed` a known error.

        With a `key`, only the newest job of that key is answered. After `close` nothing runs.
        """
        if self._closed:
            return
        ticket = next(self._tickets)
        if key:
            self._latest[lane, key] = ticket
        wanted = f"{lane}:{key}" if key else ""
        if lane not in self._lanes:
            self._lanes[lane] = _LaneThread(lane, self._answered.emit)
        self._open += 1
        self._open -= self._lanes[lane].put(_Job(wanted, ticket, work, done, failed))
        self.busy_changed.emit(True)

    @property
    def closed(self) -> bool:
        """Whether the window closes: what takes long asks this at each step, from its own thread,
        and ends.
        """
        return self._closed

    @property
    def quiet(self) -> bool:
        """Whether every job was done and its answer delivered."""
        return self._open == 0

    def close(self) -> None:
        """Finish what holds words, drop the rest, wait for the threads. Answers no more."""
        if self._closed:
            return
        self._closed = True
        self._answered.disconnect(self._deliver)
        for name, lane in self._lanes.items():
            lane.close(finish=name in _KEPT)
        self._lanes.clear()

    def _deliver(self, job: _Job, value: Any, error: Exception | None) -> None:
        if self._closed:
            return
        self._open -= 1
        if job.key:
            lane, _, key = job.key.partition(":")
            if self._latest.get((lane, key)) != job.ticket:
                self.busy_changed.emit(not self.quiet)
                return
        if error is None:
            if job.done is not None:
                job.done(value)
        elif isinstance(error, KnownError):
            (job.failed or self.known.emit)(error)
        else:
            _log.error("a task failed", exc_info=error)
            self.broken.emit(type(error).__name__)
        self.busy_changed.emit(not self.quiet)
