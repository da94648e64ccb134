"""Searching off the GUI thread: the newest question only, in the open article or all drafts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from deskeditor.domain.document import Document
from deskeditor.domain.errors import KnownError
from deskeditor.language.searching import Query, Search
from deskeditor.services.searching import FoundArticle, Hit, Searching, hits_in
from deskeditor.ui.desk import Desk
from deskeditor.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: hits of `document`, and other drafts where they were asked for."""

    query: Query
    document: Document
    hits: tuple[Hit, ...]
    others: tuple[FoundArticle, ...] = ()
    everywhere: bool = False

    @property
    def places(self) -> int:
        """How many matches there are in all."""
        return len(self.hits) + sum(len(one.hits) for one in self.others)


class Finding(QObject):
    """Asks and answers.

    Signals:
        found: a `Found`, never older than one told before.
        failed: a `KnownError` of the newest question.
        replaced: how many places in how many drafts were replaced.
    """

    found = Signal(object)
    failed = Signal(object)
    replaced = Signal(int, int)

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        """Nothing is asked yet."""
        super().__init__()
        self._desk, self._tasks = desk, tasks
        self._asked = 0

    def stop(self) -> None:
        """Let a search that is under way end; its answer is not told."""
        self._asked += 1

    def ask(
        self,
        query: Query,
        document: Document,
        *,
        besides: str = "",
        everywhere: bool = False,
        done: Callable[[Found], None] | None = None,
    ) -> None:
        """Search `document`, and everywhere also this person's drafts but the one `besides`."""
        self._asked += 1
        ticket, owner = self._asked, self._desk.person.login

        def old() -> bool:
            return self._asked != ticket

        def work() -> Found:
            hits = tuple(hits_in(Search(query), document))
            others: tuple[FoundArticle, ...] = ()
            if everywhere:
                found = Searching(self._desk.drafts).find(query, owner, old)
                others = tuple(one for one in found if one.id != besides)
            return Found(query, document, hits, others, everywhere)

        def answer(found: Found) -> None:
            if not old():
                (done or self.found.emit)(found)

        def failed(error: KnownError) -> None:
            if not old():
                self.failed.emit(error)

        self._tasks.run("search", work, answer, key="find", failed=failed)

    def replace_in(
        self, query: Query, template: str, articles: tuple[str, ...], label: str
    ) -> None:
        """Replace in drafts that are not open, a revision each, with the store's other writes."""
        author = self._desk.person.login

        def work() -> int:
            service = Searching(self._desk.drafts)
            return service.replace_in(query, template, articles, author, label)

        self._tasks.run(
            "store",
            work,
            lambda places: self.replaced.emit(places, len(articles)),
            failed=self.failed.emit,
        )
