"""What the window needs of the desk, as protocols: `bootstrap.build()` answers one.

All methods block and may be called from any thread; the window calls them through `ui.tasks`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from deskeditor.domain.article import Article, Details
from deskeditor.domain.document import Document
from deskeditor.domain.events import Bus
from deskeditor.domain.findings import Dismissal, Finding
from deskeditor.domain.media import ImageRecord
from deskeditor.domain.people import Person
from deskeditor.domain.ports import ArticleRow, BoardComment, RevisionRow
from deskeditor.domain.publication import Publication
from deskeditor.domain.quotes import Quote
from deskeditor.domain.review import Act, Case, ChecklistItem, Event, Receipt, State
from deskeditor.domain.revision import Revision, Why
from deskeditor.domain.sources import Source
from deskeditor.language.messages import Catalogue


class Report(Protocol):
    """What one run of the checks found, in reading order."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Findings that nobody set aside."""
        ...

    @property
    def dismissed(self) -> tuple[Finding, ...]:
        """Findings set aside by a dismissal that still stands."""
        ...

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The ledger of quotations."""
        ...

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources with their mentions."""
        ...

    @property
    def failed(self) -> tuple[str, ...]:
        """Ids of the rules that could not run: unknown is not zero."""
        ...


class Drafts(Protocol):
    """Articles on this machine."""

    def new(self, owner: str, publication_id: str) -> Article: ...
    def open(self, article_id: str, /) -> Article: ...
    def autosave(self, article: Article, author: str) -> Any: ...
    def keep(self, article: Article, author: str, why: Why, label: str = "") -> str: ...
    def rows(
        self, *, state: State | None = None, owner: str | None = None, trashed: bool = False
    ) -> Sequence[ArticleRow]: ...  # fmt: skip
    def counts(self) -> Mapping[State, int]: ...
    def history(self, article_id: str, /) -> Sequence[RevisionRow]: ...
    def revision(self, name: str) -> Revision: ...
    def restore(self, article_id: str, name: str, author: str, /) -> Article: ...
    def trash(self, article_id: str, /) -> Any: ...
    def untrash(self, article_id: str, /) -> Any: ...


class Checking(Protocol):
    """The checks; the first call loads the dictionary."""

    def check(
        self,
        document: Document,
        details: Details,
        publication: Publication,
        *,
        dismissals: tuple[Dismissal, ...] = (),
    ) -> Report: ...
    def suggestions(self, finding: Finding) -> tuple[str, ...]: ...


class Images(Protocol):
    """Pictures kept by hash."""

    def add(self, source: Path | bytes, name: str = "") -> ImageRecord: ...
    def path(self, media: str, /) -> Path | None: ...
    def all(self) -> Sequence[ImageRecord]: ...


class Reviewing(Protocol):
    """Submission and the board's decisions. People are named by their logins."""

    def checklist(
        self, article: Article, report: Any, publication: Publication
    ) -> tuple[ChecklistItem, ...]: ...
    def submit(
        self,
        article: Article,
        author: str,
        report: Any,
        publication: Publication,
        note: str = "",
        reasons: Mapping[str, str] = ...,
    ) -> str: ...
    def act(
        self,
        article_id: str,
        act: Act,
        actor: str,
        reason: str = "",
        anchor: tuple[str, str, int, int] | None = None,
        recommendation: str = "",
    ) -> Receipt: ...
    def queue(self) -> Sequence[Case]: ...
    def case(self, article_id: str, /) -> Case | None: ...
    def events(self, article_id: str, /) -> Sequence[Event]: ...
    def comments(self, article_id: str, /) -> Sequence[BoardComment]: ...
    def permitted(self, article_id: str, actor: str, /) -> frozenset[Act]: ...
    def reviewed_article(self, article_id: str, /) -> Article: ...


class Flushed(Protocol):
    """What one delivery did; `waiting` acts are still in the outbox."""

    @property
    def waiting(self) -> int: ...
    @property
    def unreachable(self) -> bool: ...


class Delivery(Protocol):
    """Carries the outbox to the board."""

    def flush(self) -> Any: ...


class Publications(Protocol):
    """The profiles of the publications."""

    def get(self, publication_id: str, /) -> Publication: ...
    def all(self) -> Sequence[Publication]: ...


class Exporting(Protocol):
    """Writes an article in a published form."""

    def export(self, article: Article, publication: Publication, to: str, out: Path) -> Path: ...


class Importing(Protocol):
    """Reads a file into a new article."""

    def import_file(self, path: Path, owner: str, publication_id: str) -> Article: ...


class Settings(Protocol):
    """The typed settings the window reads."""

    language: str
    theme: str
    zoom: float
    login: str


class Desk(Protocol):
    """One person at one desk."""

    @property
    def drafts(self) -> Drafts: ...
    @property
    def checking(self) -> Checking: ...
    @property
    def images(self) -> Images: ...
    @property
    def reviewing(self) -> Reviewing: ...
    @property
    def delivery(self) -> Delivery: ...
    @property
    def importing(self) -> Importing: ...
    @property
    def exporting(self) -> Exporting: ...
    @property
    def publications(self) -> Publications: ...
    @property
    def catalogue(self) -> Catalogue: ...
    @property
    def bus(self) -> Bus: ...
    person: Person
    def people(self) -> Sequence[Person]: ...
    def close(self) -> None: ...
