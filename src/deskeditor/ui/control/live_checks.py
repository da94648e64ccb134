"""Checks while somebody writes: a run after each pause, the newest answer only."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from deskeditor.domain.article import Article
from deskeditor.domain.errors import KnownError
from deskeditor.domain.findings import Finding
from deskeditor.domain.publication import Publication
from deskeditor.domain.quotes import Evidence, Twin
from deskeditor.domain.review import ChecklistItem
from deskeditor.domain.sources import Uttered
from deskeditor.ui.desk import Desk, Report
from deskeditor.ui.tasks import Tasks

_log = logging.getLogger(__name__)
#: Milliseconds of quiet before a run.
PAUSE = 350


@dataclass(frozen=True, slots=True)
class Checked:
    """A report with the text and evidence it is about, and the checklist that follows from it.

    `twins` are other wordings of its quotations, in it and in other articles.
    """

    article: Article
    publication: Publication
    report: Report
    checklist: tuple[ChecklistItem, ...]
    evidence: tuple[Evidence, ...] = ()
    twins: tuple[Twin, ...] = ()


class LiveChecks(QObject):
    """Runs the checks on the newest text, on their own thread.

    Signals:
        checked: a `Checked`, never older than one told before.
        running: whether a run waits or is under way.
        suggested: a finding and its suggestions (tuple of words), when they were asked for.
        down: the `KnownError` for which nothing is checked; None once it is again.
    """

    checked = Signal(object)
    running = Signal(bool)
    suggested = Signal(object, object)
    down = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        """Nothing is checked yet."""
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._article: Article | None = None
        self.newest: Checked | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.run)

    def take(self, article: Article) -> None:
        """Check this text after a pause."""
        self._article = article
        self._pause.start()
        self.running.emit(True)

    def begin(self, article: Article | None) -> None:
        """Another article is open: what was found in the last one is gone."""
        self.newest = None
        self._article = article
        if article is not None:
            self.run()

    def run(self) -> None:
        """Check the newest text now."""
        self._pause.stop()
        article = self._article
        if article is None:
            return
        self.running.emit(True)
        self._tasks.run(
            "checks", lambda: self._check(article), self._done, key="check", failed=self._failed
        )

    def ask_suggestions(self, finding: Finding) -> None:
        """Look for replacements of a finding that came without."""
        self._tasks.run(
            "checks",
            lambda: self._desk.checker.suggestions(finding),
            lambda words: self.suggested.emit(finding, words),
            key="suggest",
            failed=self.down.emit,
        )

    def _check(self, article: Article) -> Checked:
        publication = self._desk.publications.get(article.details.publication)
        evidence = self._desk.evidence.of(article.id)
        report, twins = self._desk.checker.check_beside(
            article.document, article.details, publication,
            lambda voices: self._elsewhere(article, voices),
            dismissals=article.dismissals, evidence=evidence, ledger=article.ledger,
            pictures=self._desk.images.shown(article),
        )  # fmt: skip
        checklist = self._desk.reviewing.checklist(article, report, publication)
        return Checked(article, publication, report, checklist, evidence, twins)

    def _elsewhere(self, article: Article, voices: list[str]) -> Sequence[Uttered]:
        """What others wrote; nothing where the store cannot say: a check needs no other text."""
        try:
            return self._desk.register.uttered(voices, article.id)
        except KnownError as error:
            _log.info("checking runs without the wordings of other articles: %s", error.code)
            return ()

    def _failed(self, error: KnownError) -> None:
        """Nothing was checked: the last report stands, and one is told that it is old."""
        self.running.emit(self._pause.isActive())
        self.down.emit(error)

    def _done(self, checked: Checked) -> None:
        self.down.emit(None)
        if self._article is None or checked.article.id != self._article.id:
            return
        self.newest = checked
        self.running.emit(self._pause.isActive())
        self.checked.emit(checked)
