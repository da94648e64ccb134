"""The talk about the text: comments, suggestions and facts, between the page and the panel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, cast

from PySide6.QtCore import QObject, SignalInstance

from deskeditor.domain.article import Article
from deskeditor.domain.document import Address, Passage, Proposal
from deskeditor.domain.findings import Anchor
from deskeditor.ui.control.open_article import Opened
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.wiring.controls import Controls

#: What only who owns an article does with it.
_OWNERS = (
    "save", "trash", "submit", "apply_fix", "fix_all", "confirm_quote", "confirm_speaker",
    "confirm_kind", "confirm_channel", "mend_quote", "mend_channel", "mend_kind",
    "confirm_cue", "confirm_relay", "mend_cue", "mend_relay",
    "mark_quote", "attach_evidence",
)  # fmt: skip


class TalkPage(Protocol):
    """What this wiring needs of the article editor."""

    @property
    def thread_entered(self) -> SignalInstance:
        """The caret stands in a thread's words: its id, or nothing."""
        ...

    def go_to(self, anchor: Anchor) -> bool:
        """Select a place."""
        ...

    def selected_text(self) -> str:
        """The words selected."""
        ...

    def flush(self) -> None:
        """Tell gathered changes now."""
        ...

    def set_suggesting(self, on: bool, author: str = "") -> None:
        """Write suggestions, or plainly."""
        ...

    def accept(self, own: str) -> bool:
        """Take a suggestion."""
        ...

    def refuse(self, own: str) -> bool:
        """Refuse a suggestion."""
        ...

    def accept_all(self) -> bool:
        """Take every suggestion."""
        ...

    def refuse_all(self) -> bool:
        """Refuse every suggestion."""
        ...

    def suggestion_here(self) -> str:
        """The id of the suggestion at the caret, or nothing."""
        ...

    def add_comment(self, text: str, author: str) -> str:
        """Begin a thread."""
        ...

    def reply(self, thread: str, text: str, author: str) -> bool:
        """Answer in a thread."""
        ...

    def resolve(self, thread: str, by: str) -> bool:
        """Settle a thread."""
        ...

    def reopen(self, thread: str) -> bool:
        """Take a thread up again."""
        ...

    def flag(self, by: str) -> bool:
        """Flag words to be checked."""
        ...

    def check(self, by: str) -> bool:
        """Mark words checked."""
        ...


class TalkDesk(QObject):
    """Wires what people say to one another in the text."""

    def __init__(self, window: MainWindow, controls: Controls, editor: object) -> None:
        """Everything is connected once, for the life of the window."""
        super().__init__(window)
        self.window, self._do = window, controls
        self.page = cast("TalkPage", editor)
        self.card = window.panels.review.talk
        self._guest = False
        self.handlers: dict[str, Callable[[], object]] = {
            "comment": self.comment,
            "flag_fact": lambda: self.page.flag(self._login),
            "check_fact": lambda: self.page.check(self._login),
            "suggesting": self.suggest,
            "accept_change": lambda: self.page.accept(self.page.suggestion_here()),
            "refuse_change": lambda: self.page.refuse(self.page.suggestion_here()),
            "accept_changes": self.page.accept_all,
            "refuse_changes": self.page.refuse_all,
        }
        controls.article.opened.connect(self._opened)
        controls.article.changed.connect(self._changed)
        self.page.thread_entered.connect(self.card.show_current)
        card = self.card
        card.written.connect(self._written)
        card.settled.connect(self._settled)
        card.decided.connect(self._decided)
        card.place_chosen.connect(self._go_to)
        card.proposal_chosen.connect(self._go_to_change)

    def _guard(self) -> None:
        """In somebody else's article all that is written is a suggestion; it cannot be switched."""
        action, guest = self.window.actions_table["suggesting"], self._do.article.suggesting
        if guest or self._guest:
            action.setChecked(guest)
            self.suggest()
        self._guest = guest
        action.setEnabled(self._do.article.writable and not guest)
        for name in _OWNERS if guest else ():
            self.window.actions_table[name].setEnabled(False)

    @property
    def _login(self) -> str:
        return self._do.desk.person.login

    def comment(self) -> None:
        """Ask for a comment on what is selected."""
        self.window.show_panel("review")
        self.card.begin(self.page.selected_text())

    def suggest(self) -> None:
        """Write suggestions from now on, or plainly again."""
        on = self.window.actions_table["suggesting"].isChecked()
        self.page.set_suggesting(on, self._login)
        self.window.title.show_suggesting(on)

    def _opened(self, opened: Opened) -> None:
        self._guard()
        self.card.set_writable(self._do.article.writable)
        self.card.show_document(opened.article.document)
        self.card.refresh()

    def _changed(self, article: Article) -> None:
        self.card.show_document(article.document)

    def _written(self, thread: str, text: str) -> None:
        if thread:
            self.page.reply(thread, text, self._login)
        else:
            self.page.add_comment(text, self._login)
        self.page.flush()
        self.card.refresh()

    def _settled(self, thread: str, done: bool) -> None:
        if done:
            self.page.resolve(thread, self._login)
        else:
            self.page.reopen(thread)
        self.page.flush()
        self.card.refresh()

    def _decided(self, own: str, take: bool) -> None:
        if own:
            (self.page.accept if take else self.page.refuse)(own)
        else:
            (self.page.accept_all if take else self.page.refuse_all)()
        self.page.flush()
        self.card.refresh()

    def _go_to(self, place: Passage) -> None:
        self._show(place.address, place.start, place.end)

    def _go_to_change(self, proposal: Proposal) -> None:
        first = proposal.pieces[0]
        self._show(first.address, first.start, first.end)

    def _show(self, address: Address, start: int, end: int) -> None:
        self.page.go_to(Anchor(address, start, end))
