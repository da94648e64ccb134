"""The review desk: the queue, the piece as the reader sees it, the decisions; and submitting."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from deskeditor.domain.article import Article
from deskeditor.domain.document import Address
from deskeditor.domain.errors import KnownError
from deskeditor.domain.events import ReceiptArrived
from deskeditor.domain.findings import Anchor
from deskeditor.domain.people import Role
from deskeditor.domain.ports import BoardComment
from deskeditor.domain.review import Act, Receipt
from deskeditor.domain.review_gates import waiting
from deskeditor.ui.control.live_checks import Checked
from deskeditor.ui.control.open_article import Opened
from deskeditor.ui.control.review_room import CaseView, Queue
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.measure import graphemes
from deskeditor.ui.page import Page
from deskeditor.ui.wiring.controls import Controls
from deskeditor.ui.wiring.measures import show_measures


class ReviewDesk(QObject):
    """Wires what happens between the author and the board."""

    def __init__(self, window: MainWindow, controls: Controls, reader: QWidget) -> None:
        """Everything is connected once, for the life of the window."""
        super().__init__(window)
        self.window = window
        self._words = window.look.words
        self._do = controls
        self.reader = cast("Page", reader)
        self.reader.set_read_only(True)
        self.reader.set_image_source(controls.pictures.pixels)
        self._shown = ""
        self._article: Article | None = None
        controls.pictures.loaded.connect(
            lambda _media: self.reader.set_image_source(controls.pictures.pixels)
        )
        self._wire()

    def _wire(self) -> None:
        review, window = self._do.review, self.window
        review.queue_changed.connect(self._queue)
        review.queue_changed.connect(lambda _queue: self._do.courier.answered())
        review.case_shown.connect(self._case)
        review.refused.connect(self._refused)
        review.decided.connect(self._decided)
        review.queued.connect(self._queued)
        self._do.courier.refused.connect(self._refused)
        self._do.bridge.on(ReceiptArrived, self._receipt)
        self._do.article.opened.connect(self._opened)
        self._do.checks.checked.connect(self._checked)
        window.queue.chosen.connect(review.show)
        window.decision.act_asked.connect(self._act)
        window.panels.review.submitted.connect(self.submit)
        window.panels.quotes.source_vouched.connect(review.vouch)
        window.panels.review.act_asked.connect(self._own_act)
        window.panels.review.comment_chosen.connect(self._go_to_comment)

    def enter(self) -> None:
        """Show the review desk: the case that was read last, or the first of the queue."""
        queue = self._do.review.queue
        self.window.show_page("read")
        self.window.show_panel("review")
        wanted = self._shown or (next(iter(self.window.queue.cards), ""))
        if queue.cases and wanted:
            self._do.review.show(wanted)
        else:
            self.window.decision.hide()
        self._do.review.read()

    def step(self, by: int) -> None:
        """The next or the previous case of the queue."""
        article = self.window.queue.neighbour(self._shown, by)
        if article:
            self._do.review.show(article)

    def claim(self) -> None:
        """Claim the case that is read."""
        self._do.review.act(Act.CLAIM)

    def submit(self, note: str, reasons: dict[str, str]) -> None:
        """Send the open article, as it was checked last."""
        newest, article = self._do.checks.newest, self._do.article.article
        if newest is None or article is None:
            return
        if newest.article is not article:
            self._do.checks.run()
            self.window.notice.say(self._words("review.checking_first"), "info")
            return
        self._do.article.save_now()
        self._do.review.submit(newest, note, reasons)

    def _opened(self, opened: Opened) -> None:
        self.window.panels.review.show_case(None, own=self._do.article.editable)
        if opened.case is not None:
            self._do.review.show(opened.article.id)
        else:
            self._do.review.leave()

    def _queue(self, queue: Queue) -> None:
        window, person = self.window, self._do.desk.person
        window.queue.show_queue(queue, person.login)
        mine = [c for c in queue.cases if person.login not in c.authors | {c.owner}]
        window.rail.rows["desk"].set_count(len(mine), loud=True)
        names = {p.login: p.name for p in queue.people}
        window.panels.history.set_people(names)
        window.panels.review.talk.set_people(names)
        window.sources.set_people(names)
        window.place.set_people(names)
        window.queue.choose(self._shown)
        if window.page == "read" and not self._shown and window.queue.cards:
            self._do.review.show(next(iter(window.queue.cards)))

    def _case(self, view: CaseView | None) -> None:
        window = self.window
        if window.page == "read":
            self._read(view)
            return
        opened = self._do.article.now
        if opened is not None and view is not None and view.case.article == opened.article.id:
            window.panels.review.show_case(view, own=self._do.article.editable)
            window.strip.tabs["review"].set_count(len(view.comments))

    def _read(self, view: CaseView | None) -> None:
        window = self.window
        window.decision.show_case(view, self._do.desk.person)
        window.panels.review.show_case(view, own=False)
        if view is None:
            return
        self._shown = view.case.article
        window.queue.choose(self._shown)
        if view.article != self._article:
            self._article = view.article
            self.reader.set_article(view.article)
            self.reader.set_read_only(True)
        headline = graphemes(view.article.document.header.headline.text)
        publication = self._do.desk.publications.get(view.article.details.publication)
        window.reading_title.show_title(view.article.title, headline, publication.limits.headline)
        window.reading_title.show_state(view.case.state, 0, writable=True)
        show_measures(window, view.article.document)
        self._show_beside(view)

    def _show_beside(self, view: CaseView) -> None:
        """The inspector is about the piece that is read, and nothing in it can be changed."""
        panels = self.window.panels
        for panel in (panels.checks, panels.images, panels.details, panels.history):
            panel.set_writable(False)
        panels.images.show_document(view.article.document)
        panels.details.show_article(view.article)
        self.window.strip.tabs["images"].set_count(len(view.article.document.figures()))
        self.window.strip.tabs["review"].set_count(len(view.comments))
        self.window.actions_table.allow(article=True, writing=False)
        newest = self._do.checks.newest
        person = self._do.desk.person
        wrote = person.login in view.case.authors | {view.case.owner}
        panels.quotes.set_writable(False)
        decides = person.holds(Role.EDITOR, Role.CHIEF) and not wrote
        panels.quotes.set_vouching(decides, waiting(view.case.gates))
        if newest is None or newest.article != view.article:
            panels.checks.forget()
            panels.quotes.forget()
            self.window.in_sight.forget(panels.quotes)
            self._do.checks.begin(view.article)
        drafts, article = self._do.desk.drafts, view.article.id
        self._do.tasks.run(
            "store", lambda: tuple(drafts.history(article)), panels.history.show_history,
            key="history",
        )  # fmt: skip

    def _checked(self, checked: Checked) -> None:
        if self.window.page == "read" and checked.article.id == self._shown:
            self.reader.show_findings((*checked.report.findings, *checked.report.known))

    def _act(self, act: Act, reason: str) -> None:
        advised = self._words("review.advice_given") if act is Act.RECOMMEND else ""
        self._do.review.act(act, reason, recommendation=advised and "other")

    def _own_act(self, act: Act, reason: str) -> None:
        """On the case that is read, or on the open article: the one the panel shows."""
        if self.window.page == "read":
            self._do.review.act(act, reason)
            return
        article = self._do.article.article
        if article is not None:
            self._do.review.act(act, reason, article=article.id)

    def _decided(self, act: Act, _receipt: Receipt) -> None:
        self.window.notice.say(self._words(f"review.done_{act}"), "ok")
        self._do.library.read()
        opened = self._do.article.now
        if opened is not None and self.window.page == "write":
            self._do.article.reread()

    def _queued(self, _operation: str) -> None:
        self.window.notice.say(self._words("review.queued"), "info")
        self._do.article.reread()

    def _receipt(self, event: ReceiptArrived) -> None:
        opened = self._do.article.now
        if opened is not None and event.receipt.article == opened.article.id:
            self.window.notice.say(self._words("review.arrived"), "ok")
            if self.window.page == "write":
                self._do.article.reread()

    def _refused(self, error: KnownError) -> None:
        self.window.notice.say(self._words.error(error), "error")

    def _go_to_comment(self, comment: BoardComment) -> None:
        if comment.anchor is None:
            return
        block, part, start, end = comment.anchor
        anchor = Anchor(Address(block, part), start, end)
        if self.window.page == "read":
            self.reader.go_to(anchor)
