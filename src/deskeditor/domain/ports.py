"""What services need from the outside, as protocols; `bootstrap` picks the adapters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from deskeditor.domain.article import Article
from deskeditor.domain.image_ports import ImageStore
from deskeditor.domain.library_ports import LibraryStore
from deskeditor.domain.people import Person
from deskeditor.domain.quotes import Evidence
from deskeditor.domain.review import Case, Event, Receipt, Request, State
from deskeditor.domain.revision import Revision
from deskeditor.domain.rows import ArticleRow, OutboxRow, RevisionRow, Shelf
from deskeditor.domain.sources import Appearance, Registered, SourceLine, SourceNote, Terms, Uttered
from deskeditor.domain.step_ports import StepStore


class Clock(Protocol):
    """The time of day."""

    def now(self) -> datetime:
        """Now, in UTC, with its zone."""
        ...


class Ids(Protocol):
    """New names for new things."""

    def new(self) -> str:
        """A name nobody else has: 32 hex digits."""
        ...


class Dictionary(Protocol):
    """A spelling dictionary of one language. Bound to the thread that first asks it."""

    def knows(self, word: str) -> bool:
        """Whether the word stands in the dictionary; the empty string does."""
        ...

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words near this one, best first. May take 200 ms."""
        ...


class WordCounts(Protocol):
    """How often words and pairs of neighbours stand in published news."""

    def word(self, word: str) -> int:
        """Occurrences of the word; 0 where it is not in the table."""
        ...

    def pair(self, left: str, right: str) -> int:
        """Occurrences of the two in a row; 0 where the pair is not in the table."""
        ...


class Store(ImageStore, StepStore, LibraryStore, Protocol):
    """The local store. Every write is one transaction and durable when the call returns.

    All methods may be called from any thread; writes run one after another. Errors are
    `StoreError`s.
    """

    def rows(
        self,
        *,
        state: State | None = None,
        owner: str | None = None,
        trashed: bool = False,
        shelf: Shelf | None = Shelf.WORK,
        limit: int = 200,
        before: tuple[datetime, str] | None = None,
    ) -> Sequence[ArticleRow]:
        """Library lines, newest first, keyset-paged by `(updated, id)`; of all shelves for None."""
        ...  # fmt: skip

    def counts(self) -> dict[State, int]:
        """How many articles stand in each state, the trash left out."""
        ...

    def row(self, article: str) -> ArticleRow | None:
        """One line, or None."""
        ...

    def article(self, article: str) -> Article | None:
        """The newest text of an article: its last autosave or revision. None where unknown."""
        ...

    def typed_by(self, article: str) -> tuple[str, datetime] | None:
        """Who typed the newest text, and when, as long as no revision holds it. Else None."""
        ...

    def create(self, article: Article, revision: Revision, shelf: Shelf = Shelf.WORK) -> str:
        """Keep a new article with its first revision; answers the revision's name."""
        ...

    def autosave(self, article: Article, author: str, at: datetime) -> None:
        """Keep the newest text in the article's journal (not a revision)."""
        ...

    def keep(self, revision: Revision) -> str:
        """Freeze a revision; it becomes the article's head. Answers its name."""
        ...

    def entitle(self, name: str, title: str, author: str, at: datetime, *, pinned: bool) -> None:
        """Call a revision something, or pin it; the revision itself does not change.

        Raises:
            StoreError: nobody knows it.
        """
        ...

    def take_over(self, article: str, author: str, at: datetime) -> str | None:
        """Freeze a journal that somebody else wrote, so that they stay an author of the text.

        Answers the article's head afterwards. Does nothing where `author` wrote the journal.
        """
        ...

    def head(self, article: str) -> str | None:
        """The name of the article's newest revision."""
        ...

    def history(self, article: str) -> Sequence[RevisionRow]:
        """Revisions, newest first."""
        ...

    def revision(self, name: str) -> Revision:
        """One revision, its bytes held against its name.

        Raises:
            StoreError: unknown or damaged.
        """
        ...

    def manifest(self, name: str) -> bytes:
        """The bytes of one revision."""
        ...

    def set_state(self, article: str, state: State) -> None:
        """Remember where the board says the article stands."""
        ...

    def set_trashed(self, article: str, *, trashed: bool) -> None:
        """Put an article into the trash or take it out; nothing is deleted."""
        ...

    def submit(self, revision: Revision, row: OutboxRow) -> str:
        """Freeze a revision and queue its submission, in one transaction."""
        ...

    def queue(self, row: OutboxRow) -> None:
        """Queue an act for the board."""
        ...

    def outbox(self) -> Sequence[OutboxRow]:
        """Acts without a receipt, oldest first."""
        ...

    def receipts(self, article: str | None = None) -> Sequence[OutboxRow]:
        """Acts that have their receipt, oldest first; of one article, where it is named."""
        ...

    def refusals(self, article: str | None = None) -> Sequence[OutboxRow]:
        """Acts the board refused and their `problem`, oldest first; of one article, where named."""
        ...

    def settle(self, operation: str, receipt: Receipt) -> None:
        """Keep the board's receipt; the article takes the state it names."""
        ...

    def held(self, operation: str, problem: str) -> None:
        """Note that the board could not take an act, and why; it stays in the outbox."""
        ...

    def drop(self, operation: str, problem: str = "") -> None:
        """Take an act the board refused out of the outbox, and remember why (`problem`)."""
        ...

    def add_evidence(self, record: Evidence) -> None:
        """Keep the record of a piece of evidence; its file is kept before."""
        ...

    def evidence(self, article: str) -> Sequence[Evidence]:
        """What is held against the quotations of an article, in the order it came."""
        ...

    def take_off_evidence(self, record: str, *, off: bool = True) -> None:
        """Hold this evidence against the quotations no longer, or again; nothing is deleted."""
        ...

    def evidence_blobs(self) -> Sequence[str]:
        """The sha256 of every file kept as evidence, each once."""
        ...

    def unread(self, limit: int) -> Sequence[tuple[str, datetime]]:
        """Articles whose newest text was not read for the register, newest first; the trash out.

        Each with the moment its text was written.
        """
        ...

    def keep_reading(
        self,
        article: str,
        updated: datetime,
        seen: Sequence[SourceLine],
        said: Sequence[Uttered],
    ) -> None:
        """Keep whom the text written at `updated` names and what it makes them say."""
        ...

    def sources(self, words: Sequence[str] = (), limit: int = 500) -> Sequence[SourceLine]:
        """The register: sources whose key holds every one of `words`, the most named first."""
        ...

    def save_source(self, key: str, entry: Registered) -> None:
        """Keep what is known of a source, its notes left as they are.

        Raises:
            StoreError: another entry has this name, or confidential terms meet notes in the clear.
        """
        ...

    def add_source_note(self, source: str, note: SourceNote) -> None:
        """Add a note to a source of the register.

        Raises:
            StoreError: the register has no such source, or it speaks on confidential terms.
        """
        ...

    def forget_source_notes(self, source: str) -> None:
        """Take the notes of a source out for good."""
        ...

    def source_terms(self) -> dict[str, Terms]:
        """On what terms each source of the register speaks, by key."""
        ...

    def appearances(self, key: str, limit: int = 50) -> Sequence[Appearance]:
        """The articles that name a source, newest first."""
        ...

    def uttered(self, voices: Sequence[str], but: str, limit: int = 500) -> Sequence[Uttered]:
        """What these voices say in other articles than `but`, newest first."""
        ...

    def setting(self, key: str) -> str | None:
        """A remembered value, such as the window's state; None where there is none."""
        ...

    def remember(self, key: str, value: str) -> None:
        """Remember a value."""
        ...

    def close(self) -> None:
        """Write what is under way and let go of the file. May be called twice."""
        ...


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing wrong in what is kept: where it lies, and its sentence `errors.<code>`.

    Codes begin with `damage-`; their sentences take no values.
    """

    code: str
    table: str
    row: str = ""


class StoreKeeper(Protocol):
    """Looks after a store's file as a whole. Errors are `StoreError`s."""

    def verify(self) -> Sequence[Damage]:
        """What is wrong: schema, pages, links and every hash; empty when whole.

        Raises:
            StoreError: the file is no store of ours, or a newer program's.
        """
        ...

    def backup(self) -> Path:
        """Keep a copy of the store as it is now, of which the newest three stay."""
        ...

    def backups(self) -> Sequence[Path]:
        """The copies kept, newest first."""
        ...

    def restore(self, backup: Path) -> Path:
        """Put a copy in the store's place; answers where the present store was laid aside.

        The store must be closed.
        """
        ...


@dataclass(frozen=True, slots=True)
class BoardComment:
    """A comment of the review: `at` UTC, `anchor` as (block, part, start, end) or None."""

    article: str
    actor: str
    at: datetime
    text: str
    revision: str
    anchor: tuple[str, str, int, int] | None


class Board(Protocol):
    """The board of journalists: it holds the people, the cases and the rules.

    Raises `BoardUnreachable` when it cannot be reached and `Refused` when a rule forbids.
    """

    def people(self) -> Sequence[Person]:
        """Everybody the board knows, active or not."""
        ...

    def person(self, login: str) -> Person | None:
        """One person, or None."""
        ...

    def vouched(self) -> frozenset[str]:
        """The publications whose texts come with their unnamed sources, to be approved."""
        ...

    def set_vouched(self, publication: str, *, wanted: bool) -> None:
        """Whether a publication is one of them from now on; only a chief may say so."""
        ...

    def send(
        self, request: Request, manifests: Sequence[bytes], *, owner: str, title: str
    ) -> Receipt:
        """Carry out one act; `manifests` are revisions the board may not have yet, parents first.

        The actor is the person the connection was opened for; a request naming another is refused.
        The same operation again answers the same receipt.
        """
        ...

    def has(self, revisions: Iterable[str]) -> frozenset[str]:
        """Which of these revisions the board holds already."""
        ...

    def case(self, article: str) -> Case | None:
        """What the board knows of one article."""
        ...

    def cases(self, states: Iterable[State] | None = None) -> Sequence[Case]:
        """Cases in these states (all where none are named), longest waiting first."""
        ...

    def events(self, article: str) -> Sequence[Event]:
        """The article's events, oldest first."""
        ...

    def manifest(self, revision: str) -> bytes:
        """The bytes of a revision the board holds."""
        ...

    def verify(self) -> list[str]:
        """What is wrong with the chain of events, a sentence code a fault; empty when whole."""
        ...


#: Opens the board for the person of this login; the empty login may only read.
BoardFor = Callable[[str], Board]
