"""What the board said of one case: who decided what, comments, the checklist as it was sent."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from deskeditor.domain import review_gates
from deskeditor.domain.ports import BoardComment
from deskeditor.domain.review import Act, Event, State
from deskeditor.domain.review_gates import Gate
from deskeditor.ui.control.review_room import CaseView
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.chips import Chip, state_chip
from deskeditor.ui.widgets.labels import label, picture
from deskeditor.ui.widgets.layouts import clear, column, put, row
from deskeditor.ui.wording import isolated, ltr

_ICONS: dict[Act, tuple[str, str]] = {
    Act.SUBMIT: ("send", "ink2"),
    Act.RECALL: ("return", "ink2"),
    Act.CLAIM: ("lock", "ink2"),
    Act.RELEASE: ("lock", "ink2"),
    Act.COMMENT: ("comment", "ink2"),
    Act.RECOMMEND: ("comment", "info"),
    Act.REQUEST_CHANGES: ("return", "check"),
    Act.APPROVE: ("ok", "ok"),
    Act.DECLINE: ("error", "error"),
    Act.EDIT: ("pencil", "check"),
    Act.PUBLISH: ("globe", "ok"),
    Act.PUBLISH_UNREVIEWED: ("block", "error"),
    Act.RETRACT: ("close", "error"),
    Act.REOPEN: ("return", "info"),
}


class CaseCard(QFrame):
    """Emits `comment_chosen(BoardComment)`."""

    comment_chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        """Empty until a case comes."""
        super().__init__()
        self._look = look
        self._box: QVBoxLayout = column(gap=8)
        put(self, self._box)

    def show_case(self, view: CaseView | None) -> None:
        """Show one case, or that the board knows nothing of it."""
        clear(self._box)
        words = self._look.words
        if view is None:
            self._box.addWidget(label(words("review.no_case"), "soft", wrap=True))
            return
        self._add_state(view)
        self._add_gates(view)
        self._add_comments(view)
        self._add_events(view)

    def _heading(self, text: str, count: int | None = None) -> QWidget:
        made = QWidget()
        number = label("" if count is None else ltr(count), "soft")
        return put(made, row(label(text, "title"), number, "stretch", margins=(0, 8, 0, 0)))

    def _add_state(self, view: CaseView) -> None:
        words, case = self._look.words, view.case
        chip = state_chip(self._look, case.state)
        round_ = label(words("review.round", count=ltr(case.round)), "soft")
        self._box.addLayout(row(chip, round_, "stretch"))
        done = len(set(case.approvals))
        if case.quorum > 1 or done:
            text = words("review.approvals", done=ltr(done), needed=ltr(case.quorum))
            self._box.addWidget(label(text, wrap=True))
        if case.claimed_by and case.state in (State.SUBMITTED, State.IN_REVIEW):
            name = isolated(view.name(case.claimed_by))
            self._box.addWidget(label(words("review.claimed_by", name=name), "soft", wrap=True))

    def _add_gates(self, view: CaseView) -> None:
        asked = {n: g for n, g in view.case.gates.items() if g is not Gate.NOT_NEEDED}
        if not asked:
            return
        words = self._look.words
        self._box.addWidget(self._heading(words("review.gates")))
        line = row(gap=6)
        for name, gate in review_gates.others(asked).items():
            tone = "ok" if gate is Gate.COMPLETE else "legal"
            text = words(f"review.gate_{name}_{gate}")
            line.addWidget(Chip(self._look, "shield", text, tone=tone))
        line.addStretch(1)
        self._box.addLayout(line)
        self._add_sources(asked)

    def _add_sources(self, asked: Mapping[str, Gate]) -> None:
        """The sources without a name: which wait for an editor, and which were approved."""
        words = self._look.words
        waiting = review_gates.waiting(asked)
        if waiting:
            text = words("review.gate_sources", count=ltr(len(waiting)))
            self._box.addWidget(label(text, tone="check", wrap=True))
        for source in waiting:
            said = words("review.gate_source_waits", name=isolated(source))
            self._box.addWidget(label(said, wrap=True))
        for source in review_gates.approved(asked):
            said = words("review.gate_source_done", name=isolated(source))
            self._box.addWidget(label(said, "note", wrap=True))

    def _add_comments(self, view: CaseView) -> None:
        words = self._look.words
        self._box.addWidget(self._heading(words("review.comments"), len(view.comments)))
        if not view.comments:
            self._box.addWidget(label(words("review.no_comments"), "soft", wrap=True))
        for comment in view.comments:
            self._box.addWidget(self._comment(view, comment))

    def _comment(self, view: CaseView, comment: BoardComment) -> Card:
        card = Card(comment.text)
        who = label(view.name(comment.actor), "title")
        top = row(who, label(self._look.words.when(comment.at), "note"), "stretch")
        box = column(top, margins=(11, 8, 11, 8), gap=6)
        words = _anchored(view, comment)
        if words:
            quoted = QFrame()
            quoted.setObjectName("anchorQuote")
            put(quoted, row(label(isolated(words), "soft", wrap=True), margins=(9, 0, 9, 0)))
            box.addWidget(quoted)
        box.addWidget(label(isolated(comment.text), wrap=True))
        put(card, box)
        card.chosen.connect(lambda: self.comment_chosen.emit(comment))
        return card

    def _add_events(self, view: CaseView) -> None:
        words = self._look.words
        self._box.addWidget(self._heading(words("review.events"), len(view.events)))
        for event in reversed(view.events):
            self._box.addWidget(self._event(view, event))

    def _event(self, view: CaseView, event: Event) -> QWidget:
        words = self._look.words
        icon, tone = _ICONS[event.act]
        made = QWidget()
        mark = picture(self._look.icons.pixmap(icon, tone, 16), 16)
        said = words(f"review.did_{event.act}", name=isolated(view.name(event.actor)))
        top = row(mark, label(said, wrap=True), label(words.when(event.at), "note"), gap=8)
        top.setStretch(1, 1)
        box = column(top, gap=2)
        if event.reason and event.act is not Act.COMMENT:
            box.addLayout(row(24, label(isolated(event.reason), "soft", wrap=True), gap=0))
        return put(made, box)


def _anchored(view: CaseView, comment: BoardComment) -> str:
    """The words a comment is about; empty where it is about the whole or the text moved on."""
    from deskeditor.domain.document import Address

    if comment.anchor is None or comment.revision != view.case.revision:
        return ""
    block, part, start, end = comment.anchor
    text = view.article.document.text_at(Address(block, part))
    return text.text[start:end] if text is not None else ""
