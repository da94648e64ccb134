"""The open article: the newest text, who may write in it, and whether it is on disk.

Autosave follows a pause of 0.4 s, and runs at least every second of writing without a pause; one
that failed is tried again by itself. Closing and changing the article write what is open first, and
whatever arrives for the open article never takes the place of words typed since it was asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from deskeditor.domain.article import Article, Details
from deskeditor.domain.document import Document
from deskeditor.domain.errors import BoardUnreachable, KnownError
from deskeditor.domain.events import ArticleSaved
from deskeditor.domain.findings import Dismissal, Finding
from deskeditor.domain.quotes import Confirmation
from deskeditor.domain.review import Case, State
from deskeditor.domain.revision import Why
from deskeditor.services.suggesting import may_suggest
from deskeditor.ui.bridge import Bridge
from deskeditor.ui.desk import Desk
from deskeditor.ui.tasks import Tasks

#: Milliseconds of quiet before a save, and the longest a change waits while somebody writes on.
PAUSE, LONGEST = 400, 900
#: Milliseconds until a save that failed is tried again.
RETRY = 5000
_OWN = (State.DRAFT, State.CHANGES_REQUESTED)


class SaveKind(StrEnum):
    """Whether the newest text is on disk."""

    NOTHING = "nothing"
    SAVED = "saved"
    CHANGED = "changed"
    SAVING = "saving"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SaveState:
    """The truth about the newest text; `at` is when it was last written, `error` why it is not."""

    kind: SaveKind = SaveKind.NOTHING
    at: datetime | None = None
    error: KnownError | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """An article as it was opened. `version` counts its revisions, `written` is when it changed.

    `step` is the newest text undo can go back to from there, by its number; 0 for none.
    """

    article: Article
    case: Case | None
    version: int
    state: State = State.DRAFT
    written: datetime | None = None
    step: int = 0


class OpenArticle(QObject):
    """Holds the article in the editor.

    Signals:
        opened: an `Opened`, or None when nothing is open any more.
        changed: the article after any change of text, details or dismissals.
        save_changed: a `SaveState`.
        kept: a revision of the open article was made (its name).
        gathering: the text is about to be written or left: who holds typed words hands them in now.
    """

    opened = Signal(object)
    changed = Signal(object)
    save_changed = Signal(object)
    kept = Signal(str)
    gathering = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, bridge: Bridge) -> None:
        """Nothing is open."""
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self.now: Opened | None = None
        self.article: Article | None = None
        self.save = SaveState()
        self._stored: Article | None = None
        self._reading = False
        self._edits = self._asked = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.save_now)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        self._longest.timeout.connect(self.save_now)
        self._retry = QTimer(self, singleShot=True, interval=RETRY)
        self._retry.timeout.connect(self.save_now)
        bridge.on(ArticleSaved, self._saved)

    @property
    def editable(self) -> bool:
        """Whether this person may write in it now: theirs, not at the board, in sight."""
        return self._theirs and not self._reading

    @property
    def writable(self) -> bool:
        """Whether anything may be written on the page: all of it, or only suggestions."""
        return (self._theirs or self.suggesting) and not self._reading

    @property
    def suggesting(self) -> bool:
        """Whether it is somebody else's, and this person may suggest in it."""
        now = self.now
        return now is not None and may_suggest(self._desk.person, now.article.owner, now.state)

    @property
    def _theirs(self) -> bool:
        """Whether the text is this person's to write and not before the board."""
        if self.now is None:
            return False
        return self.now.article.owner == self._desk.person.login and self.now.state in _OWN

    def read_older(self, *, reading: bool) -> None:
        """An older text stands on the page, or no longer: nothing may be written meanwhile."""
        if reading:
            self.save_now()
        self._reading = reading

    def open(self, article_id: str) -> None:
        """Open an article once the present one is written."""
        self.save_now()

        def load() -> Opened:
            return self._load(self._desk.drafts.open(article_id))

        self._asked = self._edits
        self._tasks.run("store", load, self._arrived, key="open")

    def create(self, publication: str) -> None:
        """Begin a new article and open it."""
        self.save_now()
        owner = self._desk.person.login

        def make() -> Opened:
            return self._load(self._desk.drafts.new(owner, publication))

        self._asked = self._edits
        self._tasks.run("store", make, self._arrived, key="open")

    def arrived(self, article: Article) -> None:
        """Open an article that a service just made, such as an imported one."""
        self.save_now()
        self._asked = self._edits
        self._tasks.run("store", lambda: self._load(article), self._arrived, key="open")

    def reread(self) -> None:
        """Read the open article and its case again, after the board answered or a restore."""
        if self.article is not None:
            self.open(self.article.id)

    def forget(self) -> None:
        """Nothing is open any more."""
        self._pause.stop()
        self._longest.stop()
        self._retry.stop()
        self.now = self.article = self._stored = None
        self._reading = False
        self._tell(SaveState())

    def restore(self, revision: str) -> None:
        """Put an older revision on top, as a new one."""
        self.save_now()
        article = self.article
        if article is None or not self._theirs:
            return
        login = self._desk.person.login

        def work() -> Opened:
            return self._load(self._desk.drafts.restore(article.id, revision, login))

        self._asked = self._edits
        self._tasks.run("store", work, self._arrived, key="open")

    def keep(self, label: str = "") -> None:
        """Freeze the present text as a revision."""
        self.gathering.emit()
        article = self.article
        if article is None or not self.editable:
            return
        login = self._desk.person.login
        self._stored = article
        self._tasks.run(
            "store",
            lambda: self._desk.drafts.keep(article, login, Why.SAVED, label),
            self.kept.emit,
            failed=lambda error: self._failed(article, error),
        )

    def take_document(self, document: Document) -> None:
        """The editor's text changed."""
        if self._reading:
            return
        if self.article is not None and document is not self.article.document:
            self._change(replace(self.article, document=document))

    def take_details(self, details: Details) -> None:
        """A detail changed."""
        if self.article is not None and details != self.article.details:
            self._change(replace(self.article, details=details))

    def take_ledger(self, ledger: tuple[Confirmation, ...]) -> None:
        """Somebody confirmed something of a quotation, or took it back."""
        if self.article is not None and ledger != self.article.ledger:
            self._change(replace(self.article, ledger=ledger))

    def dismiss(self, finding: Finding, why: str) -> None:
        """Set a finding aside, with who, when and why."""
        if self.article is not None and self.editable:
            made = Dismissal(
                finding.rule, finding.anchor.address, finding.text,
                self._desk.person.login, datetime.now(UTC), why,
            )  # fmt: skip
            self._change(replace(self.article, dismissals=(*self.article.dismissals, made)))

    def take_back(self, finding: Finding) -> None:
        """Bring a finding back that was set aside."""
        if self.article is not None and self.editable:
            left = tuple(d for d in self.article.dismissals if not d.covers(finding))
            self._change(replace(self.article, dismissals=left))

    def save_now(self) -> None:
        """Write the newest text, where it is not written yet."""
        self.gathering.emit()
        for timer in (self._pause, self._longest, self._retry):
            timer.stop()
        article = self.article
        if article is None or article is self._stored or not (self._theirs or self.suggesting):
            return
        save = self._desk.suggesting.save if self.suggesting else self._desk.drafts.autosave
        self._stored = article
        self._tell(SaveState(SaveKind.SAVING, self.save.at))
        login = self._desk.person.login
        self._tasks.run(
            "store",
            lambda: save(article, login),
            key=f"save {article.id}",
            failed=lambda error: self._failed(article, error),
        )

    def _failed(self, article: Article, error: KnownError) -> None:
        """The text is not on disk: say so, and try again by itself."""
        if self._stored is article:
            self._stored = None
        if self.article is not None and self.article.id == article.id:
            self._retry.start()
        self._tell(SaveState(SaveKind.FAILED, self.save.at, error))

    def _load(self, article: Article) -> Opened:
        """The article with its case; where the board is out of reach, its state as last heard."""
        drafts = self._desk.drafts
        version = len(drafts.history(article.id))
        row = drafts.row(article.id)
        heard = row.state if row is not None else State.DRAFT
        written = row.updated if row is not None else None
        try:
            case = self._desk.reviewing.case(article.id, self._desk.person.login)
        except BoardUnreachable:
            case = None
        step = drafts.last_step(article.id, self._desk.person.login)
        return Opened(article, case, version, case.state if case else heard, written, step)

    def _arrived(self, opened: Opened) -> None:
        self.save_now()
        mine = self.article
        if mine is not None and mine.id == opened.article.id and self._edits != self._asked:
            opened = replace(opened, article=mine)  # typed while the other was on its way
        else:
            self._stored = opened.article
        self.now, self.article, self._reading = opened, opened.article, False
        kind = SaveKind.SAVED if self.writable else SaveKind.NOTHING
        self._tell(SaveState(kind, opened.written))
        self.opened.emit(opened)

    def _change(self, article: Article) -> None:
        self.article = article
        self._edits += 1
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        if self.save.kind is not SaveKind.CHANGED:
            self._tell(SaveState(SaveKind.CHANGED, self.save.at, self.save.error))
        self.changed.emit(article)

    def _saved(self, event: ArticleSaved) -> None:
        if self.article is None or event.article != self.article.id:
            return
        written = self.article is self._stored
        self._tell(SaveState(SaveKind.SAVED if written else SaveKind.CHANGED, event.at))

    def _tell(self, state: SaveState) -> None:
        self.save = state
        self.save_changed.emit(state)
