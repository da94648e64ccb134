"""What a person looks for across the desk, and what is found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from deskeditor.domain.review import State
from deskeditor.domain.rows import Shelf


class Field(StrEnum):
    """The parts of an article that can be searched by themselves."""

    TITLE = "title"
    TEXT = "text"
    CAPTION = "caption"
    QUOTE = "quote"
    SPEAKER = "speaker"
    COMMENT = "comment"
    AUTHOR = "author"


class Order(StrEnum):
    """What comes first."""

    NEWEST = "newest"
    BEST = "best"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing looked for: index words in a row, in one field or anywhere.

    `prefix` lets the last word go on: a word still being typed.
    """

    words: tuple[str, ...]
    field: Field | None = None
    prefix: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """A query read: every term must stand there, no excluded one may.

    `since` and `until` bound the moment of the newest text, `[since, until)`, UTC. With `history`
    older texts are searched too. `desk` holds folded words of the desk's name; `due_since` and
    `due_until` bound when a piece must be in, and `late` asks for those that are not in by then.
    Of `follows` some piece must hold every term that this one is a follow-up of; `followed` asks
    for follow-ups of whatever piece.
    """

    terms: tuple[Term, ...] = ()
    states: frozenset[State] = frozenset()
    since: datetime | None = None
    until: datetime | None = None
    history: bool = False
    trashed: bool = False
    shelf: Shelf | None = None
    desk: tuple[str, ...] = ()
    due_since: datetime | None = None
    due_until: datetime | None = None
    late: bool = False
    follows: tuple[Term, ...] = ()
    followed: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """An article in which it stands; `revision` names the older text, empty for the newest."""

    article: str
    title: str
    owner: str
    state: State
    updated: datetime
    revision: str = ""


class SearchIndex(Protocol):
    """What was read of every text, worked out from the store and made anew at any time."""

    def unread(self, limit: int) -> Sequence[tuple[str, datetime]]:
        """Articles whose newest text stands not in the index, oldest first, and its moment."""
        ...

    def put(self, article: str, updated: datetime, texts: Mapping[Field, str]) -> None:
        """Keep the newest text of an article instead of the one before."""
        ...

    def unread_revisions(self, limit: int) -> Sequence[tuple[str, str]]:
        """Revisions that stand not in the index, oldest first: their names and articles."""
        ...

    def put_revision(self, name: str, article: str, texts: Mapping[Field, str]) -> None:
        """Keep the text of a revision."""
        ...

    def find(self, wanted: Wanted, limit: int, order: Order = Order.NEWEST) -> Sequence[Found]:
        """What stands in the index; an article once, with its newest text that has it."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...
