"""Lines of what is stored: an article, a revision, an act that waits; none carries a text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from deskeditor.domain.review import Receipt, Request, State


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of the library; never carries a body. `words` counts the body."""

    id: str
    title: str
    owner: str
    state: State
    updated: datetime
    words: int = 0
    desk: str = ""
    trashed: bool = False


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
