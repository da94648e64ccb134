"""The review panel: submit a piece of one's own, or see what the board says of it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from deskeditor.domain.review import Act, State
from deskeditor.ui.control.live_checks import Checked
from deskeditor.ui.control.review_room import CaseView
from deskeditor.ui.panels.review.case_card import CaseCard
from deskeditor.ui.panels.review.own_acts import OwnActs
from deskeditor.ui.panels.review.submit_card import SubmitCard
from deskeditor.ui.panels.review.threads import TalkCard
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.labels import label
from deskeditor.ui.widgets.panel import Panel
from deskeditor.ui.wording import isolated


class ReviewPanel(Panel):
    """Signals: `submitted(note, reasons)`, `item_chosen(rule)`, `act_asked(Act, reason)`,
    `comment_chosen(BoardComment)`.
    """

    submitted = Signal(str, object)
    item_chosen = Signal(str)
    act_asked = Signal(object, str)
    comment_chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        """Shows the submission until the board knows the piece."""
        super().__init__(look, look.words("panels.review"))
        self._asked = label("", "", wrap=True)
        self._asked.hide()
        self.submit = SubmitCard(look)
        self.submit.submitted.connect(self.submitted)
        self.submit.item_chosen.connect(self.item_chosen)
        self.case = CaseCard(look)
        self.case.comment_chosen.connect(self.comment_chosen)
        self.acts = OwnActs(look)
        self.acts.act_asked.connect(self.act_asked)
        self.talk = TalkCard(look)
        self.body.addWidget(self.talk)
        self.body.addWidget(self._asked)
        self.body.addWidget(self.submit)
        self.body.addWidget(self.acts)
        self.body.addWidget(self.case)
        self.show_case(None, own=False)

    def show_checked(self, checked: Checked) -> None:
        """The newest checklist."""
        self.submit.show_items(checked.article.id, checked.checklist)

    def show_case(self, view: CaseView | None, *, own: bool) -> None:
        """Show a case; `own` says whether this person may send the open piece now."""
        self.submit.setVisible(own)
        self.case.setVisible(view is not None or not own)
        self.case.show_case(view)
        self.set_count(len(view.comments) if view is not None and view.comments else None)
        if view is None:
            self.acts.allow(frozenset(), ("", ""))
        else:
            self.acts.allow(view.permitted, (view.case.article, view.case.revision))
        self._tell_request(view)

    def _tell_request(self, view: CaseView | None) -> None:
        asked = view is not None and view.case.state is State.CHANGES_REQUESTED
        self._asked.setVisible(asked)
        if view is not None and asked:
            last = next((e for e in reversed(view.events) if e.act is Act.REQUEST_CHANGES), None)
            if last is not None:
                name = isolated(view.name(last.actor))
                self._asked.setText(
                    self.look.words("review.changes_asked", name=name, why=isolated(last.reason))
                )
