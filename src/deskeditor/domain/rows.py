"""Lines of what is stored: an article, a revision, an act that waits; none carries a text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from deskeditor.domain.review import Receipt, Request, State

#: States in which a piece is still its author's to hand in.
AWAITED = frozenset({State.DRAFT, State.CHANGES_REQUESTED})


class Shelf(StrEnum):
    """Where an article is kept: at work, as a template for new ones, or laid away."""

    WORK = "work"
    TEMPLATE = "template"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Glance:
    """How many findings the newest text has that must be seen to: errors, and those to check."""

    errors: int = 0
    checks: int = 0


@dataclass(frozen=True, slots=True)
class Folder:
    """A search kept under a name, by one person."""

    id: str
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of the library; never carries a body. `words` counts the body.

    `due` and `commissioned` (words asked for) are as the details say; `follows` is the id of the
    article it is a follow-up of. `glance` is None where the newest text was not checked.
    """

    id: str
    title: str
    owner: str
    state: State
    updated: datetime
    words: int = 0
    desk: str = ""
    trashed: bool = False
    due: datetime | None = None
    commissioned: int | None = None
    follows: str = ""
    shelf: Shelf = Shelf.WORK
    glance: Glance | None = None

    def overdue(self, now: datetime) -> bool:
        """Whether it must be in by now and is still its author's to hand in."""
        at_work = self.shelf is Shelf.WORK and self.state in AWAITED
        return at_work and self.due is not None and self.due < now


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One line of an article's history.

    `label` was given as it was made and is part of it; `title` is what people call it since.
    """

    name: str
    article: str
    author: str
    at: datetime
    why: str
    parents: tuple[str, ...]
    label: str = ""
    title: str = ""
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One act on its way to the board. `problem` is the code of the last refusal, if any."""

    operation: str
    request: Request
    revisions: tuple[str, ...]
    queued_at: datetime
    tries: int = 0
    problem: str = ""
    receipt: Receipt | None = None
