"""Review: the queue, the case being read, submitting and deciding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from deskeditor.domain.article import Article
from deskeditor.domain.errors import KnownError
from deskeditor.domain.events import CaseChanged, ReceiptArrived
from deskeditor.domain.people import Person
from deskeditor.domain.ports import BoardComment
from deskeditor.domain.review import Act, Case, Event, Receipt
from deskeditor.ui.bridge import Bridge
from deskeditor.ui.control.live_checks import Checked
from deskeditor.ui.desk import Desk
from deskeditor.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case as the desk shows it: the reviewed text, what happened, what this person may do."""

    case: Case
    article: Article
    events: tuple[Event, ...]
    comments: tuple[BoardComment, ...]
    permitted: frozenset[Act]
    people: tuple[Person, ...]

    def name(self, login: str) -> str:
        """A person's name for readers; the login where the board does not know them."""
        return next((p.name for p in self.people if p.login == login), login)


@dataclass(frozen=True, slots=True)
class Queue:
    """Cases that wait for somebody, longest waiting first, and the people they belong to."""

    cases: tuple[Case, ...] = ()
    people: tuple[Person, ...] = ()

    def name(self, login: str) -> str:
        """A person's name for readers."""
        return next((p.name for p in self.people if p.login == login), login)


class ReviewRoom(QObject):
    """Asks the board, on its own thread.

    Signals:
        queue_changed: a `Queue`.
        case_shown: a `CaseView`.
        decided: the `Receipt` of an act that stands.
        queued: an operation that waits in the outbox.
        refused: a `KnownError`: why an act does not stand.
    """

    queue_changed = Signal(object)
    case_shown = Signal(object)
    decided = Signal(object, object)
    queued = Signal(str)
    refused = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, bridge: Bridge) -> None:
        """Nothing is asked before `read`."""
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self.queue = Queue()
        self.view: CaseView | None = None
        self._soon = QTimer(self, singleShot=True, interval=150)
        self._soon.timeout.connect(self.read)
        for kind in (CaseChanged, ReceiptArrived):
            bridge.on(kind, lambda _event: self._soon.start())

    def read(self) -> None:
        """Read the queue again, and the case that is shown."""
        self._tasks.run("board", self._load_queue, self._queue_arrived, key="queue")
        if self.view is not None:
            self.show(self.view.case.article)

    def show(self, article: str) -> None:
        """Read one case."""
        self._tasks.run("board", lambda: self._load(article), self._case_arrived, key="case")

    def leave(self) -> None:
        """No case is shown any more."""
        self.view = None

    def submit(self, checked: Checked, note: str, reasons: Mapping[str, str]) -> None:
        """Send the checked text to the board, by way of the outbox."""
        login = self._desk.person.login

        def work() -> str:
            name = self._desk.reviewing.submit(
                checked.article, login, checked.report, checked.publication, note, dict(reasons)
            )
            self._desk.statistics.count(
                checked.publication.id, checked.report, checked.article.document
            )
            return name

        self._tasks.run("store", work, self.queued.emit, failed=self.refused.emit)

    def act(
        self,
        act: Act,
        reason: str = "",
        *,
        recommendation: str = "",
        article: str = "",
        anchor: tuple[str, str, int, int] | None = None,
    ) -> None:
        """Ask the board for an act on the shown case (or on `article`)."""
        target = article or (self.view.case.article if self.view else "")
        if not target:
            return
        login = self._desk.person.login
        shown = self.view.case if self.view is not None else None
        seen = shown.revision if shown is not None and shown.article == target else ""

        def work() -> Receipt:
            return self._desk.reviewing.act(
                target, act, login, reason, anchor, recommendation, seen=seen
            )

        self._ask(act, work)

    def vouch(self, source: str, reason: str) -> None:
        """Approve a source without a name, for the revision that is shown."""
        if self.view is None:
            return
        case, login = self.view.case, self._desk.person.login

        def work() -> Receipt:
            return self._desk.vouching.approve(
                case.article, source, login, reason, seen=case.revision
            )

        self._ask(Act.RECOMMEND, work)

    def _ask(self, act: Act, work: Callable[[], Receipt]) -> None:
        def done(receipt: Receipt) -> None:
            self.decided.emit(act, receipt)
            self.read()

        def failed(error: KnownError) -> None:
            self.refused.emit(error)
            self.read()

        self._tasks.run("board", work, done, failed=failed)

    def _load_queue(self) -> Queue:
        login = self._desk.person.login
        return Queue(tuple(self._desk.reviewing.queue(login=login)), tuple(self._desk.people()))

    def _load(self, article: str) -> CaseView | None:
        reviewing, login = self._desk.reviewing, self._desk.person.login
        case = reviewing.case(article, login)
        if case is None or not case.revision:
            return None
        return CaseView(
            case,
            reviewing.reviewed_article(article, login),
            tuple(reviewing.events(article, login)),
            tuple(reviewing.comments(article, login)),
            reviewing.permitted(article, login),
            tuple(self._desk.people()),
        )

    def _queue_arrived(self, queue: Queue) -> None:
        self.queue = queue
        self.queue_changed.emit(queue)

    def _case_arrived(self, view: CaseView | None) -> None:
        self.view = view
        self.case_shown.emit(view)
