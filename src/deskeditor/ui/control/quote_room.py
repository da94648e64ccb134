"""What a person does with quotations: confirm, mend, rule, take back; attach and take off evidence.

The ledger changes the open article like any other edit of it; evidence is kept at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from deskeditor.domain.article import Article
from deskeditor.domain.errors import KnownError
from deskeditor.domain.events import EvidenceChanged
from deskeditor.domain.quotes import Evidence, Fact, Quote, Verdict
from deskeditor.services.evidence import Where
from deskeditor.services.ledger import Facts
from deskeditor.ui.bridge import Bridge
from deskeditor.ui.control.live_checks import LiveChecks
from deskeditor.ui.control.open_article import OpenArticle
from deskeditor.ui.desk import Desk
from deskeditor.ui.tasks import Tasks


class QuoteRoom(QObject):
    """Signals: `attached(Evidence)`; `reading(bool)` while a file is read."""

    attached = Signal(object)
    reading = Signal(bool)

    def __init__(
        self, desk: Desk, tasks: Tasks, bridge: Bridge, article: OpenArticle, checks: LiveChecks
    ) -> None:
        """Nothing is asked before somebody acts."""
        super().__init__()
        self._desk, self._tasks = desk, tasks
        self._article, self._checks = article, checks
        self._waiting = 0
        bridge.on(EvidenceChanged, self._evidence_changed)

    def confirm(self, quote: Quote, facts: Facts, only: Fact | None = None) -> None:
        """This person stands behind speaker, kind and channel, or behind `only` one of them."""
        login = self._desk.person.login
        self._change(lambda article: self._desk.ledger.confirm(article, quote, login, facts, only))

    def rule(self, quote: Quote, verdict: Verdict, note: str) -> None:
        """This person stands behind a verdict."""
        newest, login = self._checks.newest, self._desk.person.login
        kept = newest.evidence if newest is not None else ()
        self._change(
            lambda article: self._desk.ledger.rule(article, quote, verdict, login, kept, note)
        )

    def take_back(self, quote: Quote) -> None:
        """Nobody stands behind it any more."""
        item = quote.confirmation
        if item is not None:
            self._change(lambda article: self._desk.ledger.take_back(article, item))

    def _change(self, act: Callable[[Article], Article]) -> None:
        article = self._article.article
        if article is None or not self._article.editable:
            return
        try:
            self._article.take_ledger(act(article).ledger)
        except KnownError as error:
            self._tasks.known.emit(error)
            return
        self._checks.run()

    def attach(self, paths: Sequence[Path], where: Where) -> None:
        """Keep files and hold them against the quotations."""
        for path in paths:
            self._keep(partial(self._file, path, where))

    def _file(self, path: Path, where: Where, article: str, login: str) -> Evidence:
        return self._desk.evidence.attach(article, path, login, where)

    def paste(self, text: str, where: Where) -> None:
        """Keep a pasted text."""
        self._keep(lambda piece, login: self._desk.evidence.paste(piece, text, login, where))

    def link(self, url: str, where: Where) -> None:
        """Keep an address; nothing is fetched."""
        self._keep(lambda piece, login: self._desk.evidence.link(piece, url, login, where))

    def take_off(self, evidence: Evidence) -> None:
        """Hold it no longer against the quotations."""
        self._tasks.run(
            "store", lambda: self._desk.evidence.take_off(evidence.article, evidence.id)
        )

    def _keep(self, work: Callable[[str, str], Evidence]) -> None:
        """Keep something for the open article; a file may take half a minute to be read."""
        article, login = self._article.article, self._desk.person.login
        if article is None or not self._article.editable:
            return
        self._count(1)
        self._tasks.run("images", lambda: work(article.id, login), self._done, failed=self._failed)

    def _done(self, made: Evidence) -> None:
        self._count(-1)
        self.attached.emit(made)

    def _failed(self, error: KnownError) -> None:
        self._count(-1)
        self._tasks.known.emit(error)

    def _count(self, by: int) -> None:
        self._waiting += by
        self.reading.emit(self._waiting > 0)

    def _evidence_changed(self, event: EvidenceChanged) -> None:
        article = self._article.article
        if article is not None and article.id == event.article:
            self._checks.run()
