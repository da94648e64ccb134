"""The talk about the text: comment threads, suggestions, facts to be checked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from deskeditor.domain.document import (
    CommentMark,
    Direction,
    Document,
    Fact,
    Passage,
    Proposal,
    Thread,
    passages,
    proposals,
)
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.fields import set_direction, text_area
from deskeditor.ui.widgets.labels import label, picture
from deskeditor.ui.widgets.layouts import clear, column, put, row
from deskeditor.ui.wording import isolated, ltr

#: How long changes are gathered before the list is made anew, in milliseconds.
_GATHER = 250
#: The most entries of one kind that are listed.
MOST = 100
_Talk = tuple[tuple[Thread, ...], tuple[Passage, ...], tuple[Proposal, ...], tuple[Passage, ...]]


class TalkCard(QFrame):
    """Signals: `written(thread id or "", text)` for a new comment or an answer;
    `settled(thread id, done)`; `place_chosen(Passage)`; `proposal_chosen(Proposal)`;
    `decided(proposal id or "", take)`.
    """

    written = Signal(str, str)
    settled = Signal(str, bool)
    place_chosen = Signal(object)
    proposal_chosen = Signal(object)
    decided = Signal(str, bool)

    def __init__(self, look: Look) -> None:
        """Empty until a document comes."""
        super().__init__()
        self._look, self._words = look, look.words
        self._names: Mapping[str, str] = {}
        self._shown: _Talk = ((), (), (), ())
        self._document: Document | None = None
        self._writable, self._current, self._answering = False, "", ""
        self.cards: dict[str, Card] = {}
        self._timer = QTimer(self, singleShot=True, interval=_GATHER)
        self._timer.timeout.connect(self.refresh)
        self.field = text_area(2, rtl=look.words.rtl)
        self._about = label("", "soft", wrap=True)
        self.composer = self._make_composer()
        self._box: QVBoxLayout = column(gap=8)
        put(self, column(self.composer, self._box, gap=8))
        self.hide()

    # --- writing ------------------------------------------------------------------------------

    def _make_composer(self) -> QWidget:
        words = self._words
        self.field.setAccessibleName(words("review.talk_write"))
        send = button(words("review.talk_send"), self._send, look="filled")
        back = button(words("review.talk_cancel"), self._leave)
        made = QFrame()
        put(made, column(self._about, self.field, row(send, back, "stretch"), gap=6))
        made.hide()
        return made

    def begin(self, about: str, thread: str = "") -> None:
        """Ask for a comment on these words, or for an answer in a thread."""
        self._answering = thread
        self._about.setText(self._words("review.talk_about", words=isolated(about)))
        self._about.setVisible(bool(about))
        self.show()
        self.composer.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _send(self) -> None:
        text = self.field.toPlainText().strip()
        if text:
            self.written.emit(self._answering, text)
            self._leave()

    def _leave(self) -> None:
        self.field.clear()
        self.composer.hide()
        self._answering = ""
        self.setVisible(bool(self.cards))

    # --- showing ------------------------------------------------------------------------------

    def set_people(self, names: Mapping[str, str]) -> None:
        """The names of logins."""
        self._names = names

    def set_writable(self, writable: bool) -> None:
        """Whether one may answer and decide."""
        self._writable = writable
        self._make()

    def show_document(self, document: Document) -> None:
        """The newest text; told often, looked at after a pause."""
        if self._document is None or self._document.direction is not document.direction:
            set_direction(self.field, rtl=document.direction is Direction.RTL)
        self._document = document
        if not self._timer.isActive():
            self._timer.start()

    def show_current(self, thread: str) -> None:
        """Frame the thread that is being read."""
        self._current = thread
        for own, card in self.cards.items():
            card.set_current(own == thread)

    def refresh(self) -> None:
        """Make the list anew where the talk has changed."""
        self._timer.stop()
        document = self._document
        if document is None:
            return
        talk = (
            document.threads, passages(document, CommentMark), proposals(document),
            passages(document, Fact),
        )  # fmt: skip
        if talk != self._shown:
            self._shown = talk
            self._make()

    def _make(self) -> None:
        clear(self._box)
        self.cards = {}
        threads, places, changes, facts = self._shown
        open_first = sorted(threads, key=lambda thread: thread.resolved_by is not None)
        self._section("review.comments", [self._thread(t, places) for t in open_first[:MOST]])
        decide = self._all() if changes and self._writable else None
        self._section("review.talk_changes", [self._change(p) for p in changes[:MOST]], decide)
        self._section("review.talk_facts", [self._fact(f) for f in facts[:MOST]])
        self.setVisible(bool(threads or changes or facts) or not self.composer.isHidden())

    def _section(self, key: str, cards: list[Card], more: QHBoxLayout | None = None) -> None:
        if not cards:
            return
        count = label(ltr(len(cards)), "soft")
        self._box.addLayout(row(label(self._words(key), "title"), count, "stretch"))
        if more is not None:
            self._box.addLayout(more)
        for card in cards:
            self._box.addWidget(card)

    def _who(self, login: str) -> str:
        """A person's name; `import` is who reads files in."""
        if login == "import":
            return self._words("review.talk_import")
        return isolated(self._names.get(login, login))

    # --- one entry ----------------------------------------------------------------------------

    def _thread(self, thread: Thread, places: tuple[Passage, ...]) -> Card:
        place = next((p for p in places if p.mark == CommentMark(thread.id)), None)
        card = Card(thread.messages[0].text if thread.messages else "")
        box = column(margins=(11, 8, 11, 8), gap=6)
        words = place.text if place else self._words("review.talk_words_gone")
        quoted = QFrame()
        quoted.setObjectName("anchorQuote")
        put(quoted, row(label(isolated(words), "soft", wrap=True), margins=(9, 0, 9, 0)))
        box.addWidget(quoted)
        for message in thread.messages:
            when = label(self._words.when(message.at), "note")
            box.addLayout(row(label(self._who(message.author), "title"), when, "stretch"))
            box.addWidget(label(isolated(message.text), wrap=True))
        box.addLayout(self._thread_foot(thread, words))
        put(card, box)
        if place is not None:
            card.chosen.connect(partial(self.place_chosen.emit, place))
        card.set_current(thread.id == self._current)
        self.cards[thread.id] = card
        return card

    def _thread_foot(self, thread: Thread, words: str) -> QHBoxLayout:
        foot = row()
        done = thread.resolved_by is not None
        if done:
            said = self._words("review.talk_done_by", name=self._who(thread.resolved_by or ""))
            foot.addWidget(label(said, "note", wrap=True), 1)
        if self._writable:
            key = "review.talk_reopen" if done else "review.talk_settle"
            settle = partial(self.settled.emit, thread.id, not done)
            if not done:
                answer = partial(self.begin, words, thread.id)
                foot.addWidget(button(self._words("review.talk_answer"), answer))
            foot.addWidget(button(self._words(key), settle))
        foot.addStretch(1)
        return foot

    def _change(self, proposal: Proposal) -> Card:
        what = f"{proposal.changes}_{proposal.whole}" if proposal.whole else proposal.changes
        said = self._words(f"review.talk_{what}")
        same = proposal.changes in ("looks", "lines") or proposal.inserted == proposal.deleted
        card = Card(f"{said}: {proposal.deleted} {proposal.inserted}")
        when = label(self._words.when(proposal.at), "note")
        top = row(label(self._who(proposal.author), "title"), when, "stretch")
        box = column(top, label(said, "soft"), margins=(11, 8, 11, 8), gap=6)
        for words, icon, tone in (
            ("" if same else proposal.deleted, "close", "error"),
            (proposal.inserted, "pencil" if same else "plus", "info"),
        ):  # fmt: skip
            if words:
                mark = picture(self._look.icons.pixmap(icon, tone, 14), 14)
                shown = label(isolated(_short(words)), tone=tone, wrap=True)
                line = row(mark, shown, gap=6)
                line.setStretch(1, 1)
                box.addLayout(line)
        if self._writable:
            take = button(
                self._words("review.talk_take"), partial(self.decided.emit, proposal.id, True)
            )
            drop = button(
                self._words("review.talk_refuse"), partial(self.decided.emit, proposal.id, False)
            )
            box.addLayout(row(take, drop, "stretch"))
        put(card, box)
        card.chosen.connect(partial(self.proposal_chosen.emit, proposal))
        self.cards[proposal.id] = card
        return card

    def _all(self) -> QHBoxLayout:
        take = partial(self.decided.emit, "", True)
        drop = partial(self.decided.emit, "", False)
        words = self._words
        return row(
            button(words("review.talk_take_all"), take, look="flat"),
            button(words("review.talk_refuse_all"), drop, look="flat"),
            "stretch",
        )

    def _fact(self, place: Passage) -> Card:
        mark = place.mark
        assert isinstance(mark, Fact)
        checked = mark.state == "checked"
        said = self._words("review.talk_checked" if checked else "review.talk_flagged",
                           name=self._who(mark.by))  # fmt: skip
        card = Card(f"{place.text}: {said}")
        icon, tone = ("tick", "ok") if checked else ("flag", "legal")
        sign = picture(self._look.icons.pixmap(icon, tone, 16), 16)
        top = row(sign, label(isolated(_short(place.text)), wrap=True), gap=8)
        top.setStretch(1, 1)
        foot = row(label(said, "note"), label(self._words.when(mark.at), "note"), "stretch")
        put(card, column(top, foot, margins=(11, 8, 11, 8), gap=4))
        card.chosen.connect(partial(self.place_chosen.emit, place))
        self.cards[f"{place.address.block}.{place.address.part}.{place.start}"] = card
        return card


def _short(words: str, most: int = 160) -> str:
    """Words for a card: a long passage is cut."""
    return words if len(words) <= most else words[:most].rstrip() + "…"
