"""The decision bar under the piece: what this person may do, and in one sentence why not more.

An act that needs words asks for them in the bar itself, never in a dialog.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QStackedLayout, QWidget

from deskeditor.domain.people import Person
from deskeditor.domain.review import NEEDS_REASON, Act, Request, State, refusal
from deskeditor.ui.control.review_room import CaseView
from deskeditor.ui.theme.look import Look
from deskeditor.ui.theme.tokens import DECISION
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.labels import ElidedLabel, label
from deskeditor.ui.widgets.layouts import column, line, put, row
from deskeditor.ui.wording import ltr

#: Acts of the bar from the end of the line: (act, icon, look).
_ACTS: tuple[tuple[Act, str, str], ...] = (
    (Act.CLAIM, "lock", "filled"),
    (Act.RELEASE, "lock", ""),
    (Act.COMMENT, "comment", ""),
    (Act.RECOMMEND, "comment", ""),
    (Act.DECLINE, "", "danger"),
    (Act.REQUEST_CHANGES, "return", ""),
    (Act.APPROVE, "tick", "filled"),
)


class DecisionBar(QFrame):
    """Emits `act_asked(Act, reason)`."""

    act_asked = Signal(object, str)

    def __init__(self, look: Look) -> None:
        """Hidden until a case is read."""
        super().__init__()
        self.setObjectName("decisionBar")
        self.setFixedHeight(DECISION)
        self.setAccessibleName(look.words("review.decision_bar"))
        self._look = look
        self._pending: Act | None = None
        self._title = label("", "title")
        self._under = ElidedLabel("", "note", sentence=True)
        self.buttons: dict[Act, QPushButton] = {}
        self._stack = QStackedLayout()
        self._stack.addWidget(self._acts_page())
        self._stack.addWidget(self._reason_page())
        words = QWidget()
        put(words, column("stretch", self._title, self._under, "stretch", gap=2))
        words.setMinimumWidth(220)
        box = row(words, margins=(16, 0, 16, 0), gap=16)
        box.addLayout(self._stack)
        box.setStretch(0, 1)
        put(self, box)
        self.hide()

    def show_case(self, view: CaseView | None, person: Person) -> None:
        """Allow what the board would allow; the rest is disabled and says why."""
        self.setVisible(view is not None)
        self._stack.setCurrentIndex(0)
        if view is None:
            return
        words, case = self._look.words, view.case
        self._title.setText(words("review.about_revision", name=ltr(case.revision[:8])))
        for act, made in self.buttons.items():
            allowed = act in view.permitted
            made.setEnabled(allowed)
            why = "" if allowed else self._why(view, act, person)
            made.setToolTip(why)
            made.setAccessibleDescription(why)
        self._arrange(view)
        done = len(set(case.approvals))
        approve = words("review.act_approve")
        if case.quorum > 1:
            approve = words("review.approve_of", done=ltr(done), needed=ltr(case.quorum))
        self.buttons[Act.APPROVE].setText(approve)
        self._under.set_text(self._explain(view, person))

    def _arrange(self, view: CaseView) -> None:
        unclaimed = Act.CLAIM in view.permitted or view.case.claimed_by is None
        claimed = view.case.claimed_by is not None
        self.buttons[Act.CLAIM].setVisible(unclaimed)
        self.buttons[Act.RELEASE].setVisible(claimed and Act.RELEASE in view.permitted)
        for act in (Act.APPROVE, Act.REQUEST_CHANGES, Act.RECOMMEND):
            self.buttons[act].setVisible(not unclaimed)
        self.buttons[Act.DECLINE].setVisible(not unclaimed)
        self._barrier.setVisible(not unclaimed)
        if view.case.state not in (State.SUBMITTED, State.IN_REVIEW):
            for act, made in self.buttons.items():
                made.setVisible(act in view.permitted)
            self._barrier.hide()

    def _explain(self, view: CaseView, person: Person) -> str:
        """What the next step means, or why this person cannot take it."""
        act = Act.CLAIM if view.case.state is State.SUBMITTED else Act.APPROVE
        if act in view.permitted:
            return self._look.words(f"review.means_{act}")
        return self._why(view, act, person)

    def _why(self, view: CaseView, act: Act, person: Person) -> str:
        case = view.case
        asked = Request(
            "", case.article, act, person.login, datetime.now(UTC), case.revision, case.seq, "…"
        )
        error = refusal(case, asked, person)
        return self._look.words.error(error) if error is not None else ""

    def _acts_page(self) -> QWidget:
        page = QWidget()
        box = row("stretch", gap=8)
        for act, icon, style in _ACTS:
            made = button(
                self._look.words(f"review.act_{act}"), partial(self._ask, act), look=style
            )
            if icon:
                with_icon(made, self._look, icon, "on_accent" if style == "filled" else "ink")
            made.setFixedHeight(34)
            self.buttons[act] = made
            if act is Act.DECLINE:
                self._barrier = line(upright=True)
                box.addWidget(self._barrier)
            box.addWidget(made)
        return put(page, box)

    def _reason_page(self) -> QWidget:
        words = self._look.words
        page = QWidget()
        self._reason = QLineEdit()
        self._reason.setMinimumWidth(320)
        self._reason_name = label("", "note")
        self._reason_name.setBuddy(self._reason)
        self._yes = button("", self._give, look="filled")
        no = button(words("panels.cancel"), lambda: self._stack.setCurrentIndex(0), look="flat")
        self._reason.returnPressed.connect(self._give)
        self._reason.textChanged.connect(lambda text: self._yes.setEnabled(bool(text.strip())))
        field = column("stretch", self._reason_name, self._reason, "stretch", gap=5)
        level = label("", "note")  # as high as the name of the field: the buttons stand beside it
        box = row(field, column("stretch", level, row(self._yes, no), "stretch", gap=5), gap=8)
        box.setStretch(0, 1)
        return put(page, box)

    def _ask(self, act: Act) -> None:
        if act not in NEEDS_REASON:
            self.act_asked.emit(act, "")
            return
        self._pending = act
        words = self._look.words
        self._reason_name.setText(words(f"review.why_{act}"))
        self._reason.setAccessibleName(words(f"review.why_{act}"))
        self._reason.clear()
        self._yes.setText(words(f"review.act_{act}").rstrip("…"))
        self._yes.setEnabled(False)
        self._stack.setCurrentIndex(1)
        self._reason.setFocus()

    def _give(self) -> None:
        reason = self._reason.text().strip()
        if self._pending is not None and reason:
            act, self._pending = self._pending, None
            self._stack.setCurrentIndex(0)
            self.act_asked.emit(act, reason)
