"""The card of one finding: what it is, what would mend it, and how to set it aside."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from deskeditor.domain.findings import Finding, FindingClass, Fix, Severity
from deskeditor.ui.panels.checks.grouping import fixes_of
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import FitButton, button, icon_button
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.flow import Flow
from deskeditor.ui.widgets.labels import ElidedLabel, label, picture, set_tone
from deskeditor.ui.widgets.layouts import clear, column, put, row
from deskeditor.ui.widgets.speaking import announce
from deskeditor.ui.wording import isolated, ltr, with_isolates

#: The longest text shown as words on a card, in code points; longer finds show their message.
_SHORT = 28
#: The longest words and replacement shown together.
_PAIR = 30
#: How many replacements get a button of their own.
_OFFERED = 3
_MARKS = {
    FindingClass.ERROR: ("error", "error"),
    FindingClass.CHECK: ("check", "check"),
    FindingClass.NAME: ("name", "name"),
    FindingClass.HINT: ("hint", "info"),
}


def mark_of(finding: Finding) -> tuple[str, str]:
    """The icon and the token of a finding's class."""
    return ("block", "error") if finding.severity is Severity.BLOCK else _MARKS[finding.shape]


def _replacement(finding: Finding, fixes: tuple[Fix, ...]) -> str:
    if finding.suggestions:
        return finding.suggestions[0]
    edits = fixes[0].edits if fixes else ()
    same = len(edits) == 1 and edits[0].anchor == finding.anchor
    return edits[0].text if same else ""


class FindingCard(Card):
    """One finding, at one place or at many; opens when it becomes the current one.

    Signals: `fix_chosen(Finding, Fix)`, `all_asked(Finding)` to mend all of its kind,
    `dismissed(Finding, why)` once for each place, `explain_asked(rule)`,
    `name_kept(Finding)`: the word is right, for the whole desk; `grown()`: more stands on it.
    """

    fix_chosen = Signal(object, object)
    all_asked = Signal(object)
    dismissed = Signal(object, str)
    explain_asked = Signal(str)
    name_kept = Signal(object)
    grown = Signal()

    def __init__(
        self, look: Look, findings: tuple[Finding, ...], count_kind: Callable[[Finding], int]
    ) -> None:
        """Closed: the mark, the words and one button; `count_kind` counts what is of its kind."""
        self._count_kind = count_kind
        self._message = look.words.pick(findings[0].message)
        super().__init__(self._message)
        self.findings = findings
        self.at = 0
        self._look = look
        self._writable = True
        self._open = False
        self._filled: object = None
        self._why: QLineEdit | None = None
        self._box = column(margins=(11, 8, 11, 8), gap=6)
        put(self, self._box)
        # A button is never taller than its hint: a line that broke in two would be cut.
        self.setSizePolicy(self.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Minimum)
        self._fill()

    @property
    def finding(self) -> Finding:
        """The finding at the place that is current."""
        return self.findings[min(self.at, len(self.findings) - 1)]

    def show_findings(self, findings: tuple[Finding, ...], *, writable: bool) -> None:
        """The same finding at its new places (its words are the same)."""
        self.findings, self._writable = findings, writable
        self.at = min(self.at, len(findings) - 1)
        if self._said() != self._filled:
            self._fill()

    def _said(self) -> object:
        """All that the card says; where its words stand is not in it, and moves with each key."""
        one, fixes = self.finding, fixes_of(self.finding)
        labels = tuple((fix.label, _replacement(one, (fix,))) for fix in fixes)
        kind = self._count_kind(one) if self._open and fixes else 0
        return one.severity, one.kind, labels, self.at, len(self.findings), self._writable, kind

    def set_open(self, opened: bool, at: int = 0) -> None:
        """Show the message and every button, or only the line; `at` is the place one stands at."""
        self.set_current(opened)
        moved = opened and at != self.at
        self.at = at if opened else self.at
        if opened != self._open or moved:
            self._open = opened
            self._fill()

    def _fill(self) -> None:
        self._filled, self._why = self._said(), None
        clear(self._box)
        fixes = fixes_of(self.finding)
        if not self._open:
            self._box.addLayout(self._closed(fixes))
            return
        line = self._line(fixes)
        line.addWidget(label(self._look.words(f"panels.class_{_class(self.finding)}"), "note"))
        line.addWidget(icon_button(
            self._look, "help", self._look.words("panels.explain"),
            lambda: self.explain_asked.emit(self.finding.rule),
        ))  # fmt: skip
        self._box.addLayout(line)
        self._box.addWidget(label(with_isolates(self._message), "soft", wrap=True))
        if len(self.findings) > 1:  # a line of its own: in the first it would widen the card
            at, many = ltr(self.at + 1), ltr(len(self.findings))
            place = self._look.words("panels.places_at", at=at, count=many)
            self._box.addWidget(label(place, "note", wrap=True))
        self._box.addLayout(self._buttons(fixes))

    def _closed(self, fixes: tuple[Fix, ...]) -> QLayout:
        """The line, with the first fix at its end or, without room, under it."""
        line = self._line(fixes)
        named = self.finding.shape is FindingClass.NAME
        if not self._writable or not (fixes or named):
            return line
        if any(isinstance(part, ElidedLabel) for part in _widgets(line)):
            first = self._fix_button(0, most=170) if fixes else self._name_button()
            line.addWidget(first)
            return line
        words = put(QWidget(), line)
        return Flow(words, self._fix_button(0), gap=6, last_at_end=True)

    def _name_button(self) -> QWidget:
        text = self._look.words("panels.keep_name")
        made = FitButton(text)
        made.setAccessibleName(f"{text}: {self.finding.text}")
        made.clicked.connect(lambda _checked=False: self.name_kept.emit(self.finding))
        return made

    def _line(self, fixes: tuple[Fix, ...]) -> QHBoxLayout:
        icon, tone = mark_of(self.finding)
        made = row(picture(self._look.icons.pixmap(icon, tone, 17), 17), gap=8)
        parts = self._words(fixes)
        for part in parts:
            made.addWidget(part, 1 if isinstance(part, ElidedLabel) else 0)
        if not any(isinstance(part, ElidedLabel) for part in parts):
            made.addStretch(1)
        if len(self.findings) > 1 and not self._open:
            made.addWidget(label(f"×{ltr(len(self.findings))}", "note"))
        return made

    def _words(self, fixes: tuple[Fix, ...]) -> list[QWidget]:
        text = " ".join(self.finding.text.split())
        new = _replacement(self.finding, fixes)
        if not text or len(text) > _SHORT or "\n" in self.finding.text:
            return [ElidedLabel("" if self._open else with_isolates(self._message), sentence=True)]
        if not new or len(text) + len(new) > _PAIR:
            message = "" if self._open else with_isolates(self._message)
            return [label(isolated(text), "word"), ElidedLabel(message, "note", sentence=True)]
        arrow = picture(self._look.icons.pixmap("forward", "ink2", 14), 14)
        return [label(isolated(text), "word"), arrow, label(isolated(new), "wordStrong")]

    def _buttons(self, fixes: tuple[Fix, ...]) -> QLayout:
        words = self._look.words
        flow = Flow()
        if self._writable:
            if self.finding.shape is FindingClass.NAME:
                flow.addWidget(self._name_button())
            for place in range(len(fixes[:_OFFERED])):
                flow.addWidget(self._fix_button(place, first=place == 0))
                if place == 0:
                    self._add_fix_for_all(flow)
            flow.addWidget(button(words("panels.dismiss"), self.ask_why, look="flat"))
        return flow

    def _add_fix_for_all(self, flow: Flow) -> None:
        count = self._count_kind(self.finding)
        if count > 1:
            text = self._look.words("panels.fix_all", count=ltr(count))
            made = FitButton(text)
            made.setAccessibleName(f"{text}: {self._message}")
            made.clicked.connect(lambda _checked=False: self.all_asked.emit(self.finding))
            flow.addWidget(made)

    def _fix_button(self, place: int, *, first: bool = False, most: int = 0) -> QWidget:
        """The button of the fix at a place, which mends what stands there when it is pressed."""
        text = self._look.words.pick(fixes_of(self.finding)[place].label)
        made = FitButton(text, look="filled" if first else "")
        made.setAccessibleName(f"{text}: {self._message}")
        if most:
            made.setMaximumWidth(most)
        made.clicked.connect(lambda _checked=False: self._choose(place))
        return made

    def _choose(self, place: int) -> None:
        self.fix_chosen.emit(self.finding, fixes_of(self.finding)[place])

    def ask_why(self) -> None:
        """Ask on the card why it is set aside; without a reason it is not."""
        if self._why is not None:  # it is being asked already
            self._why.setFocus()
            return
        words = self._look.words
        why = self._why = QLineEdit()
        why.setAccessibleName(words("panels.dismiss_why"))
        asked = QFrame()
        yes = button(words("panels.dismiss_yes"), look="filled")
        no = button(words("panels.cancel"), self._fill, look="flat")

        def done() -> None:
            if not why.text().strip():
                title.setText(words("panels.dismiss_needs"))
                set_tone(title, "error")
                announce(why, title.text(), urgent=True)
                why.setFocus()
                return
            for finding in {f.anchor.address: f for f in self.findings}.values():
                self.dismissed.emit(finding, why.text().strip())

        yes.clicked.connect(done)
        why.returnPressed.connect(done)
        title = label(words("panels.dismiss_why"), "note", wrap=True)
        put(asked, column(title, why, row(yes, no, "stretch"), gap=8))
        self._box.addWidget(asked)
        why.setFocus()
        self.grown.emit()


def _widgets(box: QHBoxLayout | QVBoxLayout) -> list[QWidget]:
    items = (box.itemAt(place) for place in range(box.count()))
    widgets = (item.widget() for item in items if item is not None)
    return [widget for widget in widgets if widget is not None]


def _class(finding: Finding) -> str:
    return "block" if finding.severity is Severity.BLOCK else str(finding.shape)
