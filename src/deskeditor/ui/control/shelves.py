"""The places of the rail: what stands in each, and how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from deskeditor.domain.events import (
    ArticleCreated,
    ArticleMoved,
    ArticleSaved,
    CaseChanged,
    ImageAdded,
    Queued,
    ReceiptArrived,
)
from deskeditor.domain.review import State
from deskeditor.domain.rows import ArticleRow, Shelf
from deskeditor.ui.bridge import Bridge
from deskeditor.ui.desk import Desk
from deskeditor.ui.tasks import Tasks


class Place(StrEnum):
    """A place of the rail."""

    DRAFTS = "drafts"
    SENT = "sent"
    DESK = "desk"
    PUBLISHED = "published"
    IMAGES = "images"
    SOURCES = "sources"
    LIBRARY = "library"
    TEMPLATES = "templates"
    ARCHIVE = "archive"
    TRASH = "trash"


#: States that are the author's to work on, and those that count as published.
OWN = frozenset({State.DRAFT, State.CHANGES_REQUESTED})
OUT = frozenset(
    {State.PUBLISHED, State.PUBLISHED_WITHOUT_REVIEW, State.CORRECTED, State.RETRACTED}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shelves:
    """What stands in each place now; lists are newest first, at most 200 lines each.

    `images` is how many images the desk keeps.
    """

    mine: tuple[ArticleRow, ...] = ()
    published: tuple[ArticleRow, ...] = ()
    trash: tuple[ArticleRow, ...] = ()
    images: int = 0
    templates: tuple[ArticleRow, ...] = ()
    archive: tuple[ArticleRow, ...] = ()

    def rows(self, place: Place) -> tuple[ArticleRow, ...]:
        """The lines of a place that lists articles."""
        match place:
            case Place.DRAFTS:
                return tuple(row for row in self.mine if row.state in OWN)
            case Place.SENT:
                return tuple(row for row in self.mine if row.state not in OWN | OUT)
            case Place.PUBLISHED:
                return self.published
            case Place.TRASH:
                return self.trash
            case Place.TEMPLATES:
                return self.templates
            case Place.ARCHIVE:
                return self.archive
            case _:
                return ()


class Library(QObject):
    """Reads the places again whenever something happened to an article.

    Signals:
        changed: the `Shelves` as they stand.
    """

    changed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, bridge: Bridge) -> None:
        """Nothing is read before `read`."""
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self.shelves = Shelves()
        self._soon = QTimer(self, singleShot=True, interval=150)
        self._soon.timeout.connect(self.read)
        for kind in (ArticleCreated, ArticleMoved, ArticleSaved, CaseChanged, ImageAdded, Queued,
                     ReceiptArrived):  # fmt: skip
            bridge.on(kind, self._later)

    def read(self) -> None:
        """Read every place, off the GUI thread."""
        self._tasks.run("store", self._load, self._arrived, key="shelves")

    def trash(self, article: str) -> None:
        """Put an article into the trash."""
        self._tasks.run("store", lambda: self._desk.drafts.trash(article), lambda _: self.read())

    def untrash(self, article: str) -> None:
        """Take an article out of the trash."""
        self._tasks.run("store", lambda: self._desk.drafts.untrash(article), lambda _: self.read())

    def move(self, article: str, shelf: Shelf) -> None:
        """Keep an article on another shelf."""
        self._tasks.run(
            "store", lambda: self._desk.shelving.move(article, shelf), lambda _: self.read()
        )

    def _later(self, _event: object) -> None:
        self._soon.start()

    def _load(self) -> Shelves:
        drafts, login = self._desk.drafts, self._desk.person.login
        published: list[ArticleRow] = []
        for state in sorted(OUT):
            published.extend(drafts.rows(state=state))
        return Shelves(
            tuple(drafts.rows(owner=login)),
            _newest(published),
            tuple(drafts.rows(owner=login, trashed=True)),
            self._desk.images.count(),
            tuple(self._desk.shelving.templates()),
            tuple(drafts.rows(shelf=Shelf.ARCHIVE)),
        )

    def _arrived(self, shelves: Shelves) -> None:
        if shelves != self.shelves:
            self.shelves = shelves
        self.changed.emit(self.shelves)


def _newest(rows: Sequence[ArticleRow]) -> tuple[ArticleRow, ...]:
    return tuple(sorted(rows, key=lambda row: (row.updated, row.id), reverse=True))
