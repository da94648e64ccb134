"""The queue of the review desk: longest waiting first, each with its author, wait and state."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from deskeditor.domain.review import Case
from deskeditor.ui.control.review_room import Queue
from deskeditor.ui.theme.look import Look
from deskeditor.ui.theme.tokens import TITLE
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.chips import Chip, state_chip
from deskeditor.ui.widgets.labels import ElidedLabel, label
from deskeditor.ui.widgets.layouts import clear, column, put, row
from deskeditor.ui.wording import ltr

#: Hours after which a wait is said in red and bold.
_LONG = 24


class QueueColumn(QFrame):
    """Emits `chosen(article)`."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        """Empty until the queue comes."""
        super().__init__()
        self.setObjectName("queue")
        self._look = look
        words = look.words
        self.setAccessibleName(words("window.place_desk"))
        self._count = label("", "soft")
        head = QFrame()
        head.setObjectName("panelHead")
        head.setFixedHeight(TITLE)
        oldest = label(words("review.oldest_first"), "note")
        put(head, row(label(words("window.place_desk"), "title"), self._count, "stretch", oldest,
                      margins=(14, 0, 14, 0)))  # fmt: skip
        self._list: QVBoxLayout = column(gap=0)
        inside = QWidget()
        put(inside, column(self._list, "stretch"))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        put(self, column(head, self._scroll, gap=0))
        self.cards: dict[str, Card] = {}
        self.hide()

    def show_queue(self, queue: Queue, login: str, now: datetime | None = None) -> None:
        """Show the cases: first those this person could decide, then the others."""
        clear(self._list)
        self.cards = {}
        now = now or datetime.now(UTC)
        self._count.setText(ltr(len(queue.cases)))
        mine = [c for c in queue.cases if login not in c.authors and login != c.owner]
        theirs = [c for c in queue.cases if c not in mine]
        if not queue.cases:
            none = label(self._look.words("review.queue_empty"), "soft", wrap=True)
            none.setContentsMargins(14, 14, 14, 14)
            self._list.addWidget(none)
        for case in mine:
            self._list.addWidget(self._card(queue, case, now, own=False))
        if theirs:
            title = label(self._look.words("review.only_to_read"), "note")
            title.setContentsMargins(14, 14, 14, 4)
            self._list.addWidget(title)
        for case in theirs:
            self._list.addWidget(self._card(queue, case, now, own=True))

    def choose(self, article: str) -> None:
        """Mark the case that is read."""
        for name, card in self.cards.items():
            card.set_current(name == article)
            if name == article:
                self._scroll.ensureWidgetVisible(card)

    def neighbour(self, article: str, by: int) -> str:
        """The case before or after one; empty where the queue is empty."""
        order = list(self.cards)
        if not order:
            return ""
        at = order.index(article) if article in order else -(by > 0)
        return order[(at + by) % len(order)]

    def _card(self, queue: Queue, case: Case, now: datetime, *, own: bool) -> Card:
        look, words = self._look, self._look.words
        card = Card(case.title, quiet=True)
        since = case.submitted_at or now
        hours = (now - since).total_seconds() / 3600
        waited = words("review.waits", since=words.waited(since, now))
        wait = label(waited, "note", tone="error" if hours >= _LONG else "")
        chips = row(state_chip(look, case.state), gap=6)
        if case.quorum > 1:
            done = f"{len(set(case.approvals))}/{case.quorum}"
            chips.addWidget(Chip(look, "tick", ltr(done)))
        if own:
            chips.addWidget(Chip(look, "lock", words("review.own_text")))
        elif case.claimed_by:
            chips.addWidget(Chip(look, "lock", queue.name(case.claimed_by)))
        chips.addStretch(1)
        who = ElidedLabel(queue.name(case.owner), "note")
        middle = row(who, wait)
        middle.setStretch(0, 1)
        put(
            card,
            column(ElidedLabel(case.title, "row"), middle, chips, margins=(14, 10, 14, 11), gap=6),
        )
        card.chosen.connect(lambda: self.chosen.emit(case.article))
        self.cards[case.article] = card
        return card
