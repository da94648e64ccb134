"""The card of one finding: what it is, what would mend it, and how to set it aside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLineEdit, QWidget

from deskeditor.domain.findings import Edit, Finding, FindingClass, Fix, Severity
from deskeditor.domain.words import Bilingual
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, icon_button
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.labels import ElidedLabel, label, picture
from deskeditor.ui.widgets.layouts import clear, column, put, row
from deskeditor.ui.wording import isolated

#: The longest text shown as words on a card, in code points; longer finds show their message.
_SHORT = 28
#: How many replacements get a button of their own.
_OFFERED = 3


def mark_of(finding: Finding) -> tuple[str, str]:
    """The icon and the token of a finding's class."""
    if finding.severity is Severity.BLOCK:
        return "block", "error"
    if finding.shape is FindingClass.NAME:
        return "name", "name"
    return ("error", "error") if finding.shape is FindingClass.ERROR else ("check", "check")


def fixes_of(finding: Finding) -> tuple[Fix, ...]:
    """The fixes of a finding; bare suggestions become fixes that replace its words."""
    if finding.fixes:
        return finding.fixes
    return tuple(
        Fix(Bilingual(f"ضع «{word}»", f"Use “{word}”"), (Edit(finding.anchor, word),))
        for word in finding.suggestions
    )


def _replacement(finding: Finding, fixes: tuple[Fix, ...]) -> str:
    if finding.suggestions:
        return finding.suggestions[0]
    edits = fixes[0].edits if fixes else ()
    same = len(edits) == 1 and edits[0].anchor == finding.anchor
    return edits[0].text if same else ""


class FindingCard(Card):
    """One finding; opens when it becomes the current one.

    Signals: `fix_chosen(Finding, Fix)`, `dismissed(Finding, why)`, `explain_asked(rule)`.
    """

    fix_chosen = Signal(object, object)
    dismissed = Signal(object, str)
    explain_asked = Signal(str)

    def __init__(self, look: Look, finding: Finding) -> None:
        """Closed: the mark, the words and one button."""
        self._message = look.words.pick(finding.message)
        super().__init__(self._message)
        self.finding = finding
        self._look = look
        self._writable = True
        self._open = False
        self._box = column(margins=(11, 8, 11, 8), gap=6)
        put(self, self._box)
        self._fill()

    def show_finding(self, finding: Finding, *, writable: bool) -> None:
        """The same finding at its new place (its words are the same)."""
        changed = finding.suggestions != self.finding.suggestions or writable != self._writable
        moved = finding.fixes != self.finding.fixes
        self.finding, self._writable = finding, writable
        if changed or (moved and self._open):
            self._fill()

    def set_open(self, opened: bool) -> None:
        """Show the message and every button, or only the line."""
        self.set_current(opened)
        if opened != self._open:
            self._open = opened
            self._fill()

    def _fill(self) -> None:
        clear(self._box)
        fixes = fixes_of(self.finding)
        self._box.addLayout(self._line(fixes))
        if self._open:
            self._box.addWidget(label(self._message, "soft", wrap=True))
            self._box.addLayout(self._buttons(fixes))

    def _line(self, fixes: tuple[Fix, ...]) -> QHBoxLayout:
        icon, tone = mark_of(self.finding)
        made = row(picture(self._look.icons.pixmap(icon, tone, 17), 17), gap=8)
        for part in self._words(fixes):
            made.addWidget(part, 1 if isinstance(part, ElidedLabel) else 0)
        if not any(made.itemAt(i) is not None and isinstance(_widget(made, i), ElidedLabel)
                   for i in range(made.count())):  # fmt: skip
            made.addStretch(1)
        if self._open:
            made.addWidget(label(self._look.words(f"panels.class_{_class(self.finding)}"), "note"))
        elif fixes and self._writable:
            made.addWidget(self._fix_button(fixes[0]))
        return made

    def _words(self, fixes: tuple[Fix, ...]) -> list[QWidget]:
        text = " ".join(self.finding.text.split())
        new = _replacement(self.finding, fixes)
        if not text or len(text) > _SHORT or "\n" in self.finding.text:
            return [ElidedLabel("" if self._open else self._message, sentence=True)]
        if not new or len(new) > _SHORT:
            return [
                label(isolated(text), "word"),
                ElidedLabel(self._message, "note", sentence=True),
            ]
        arrow = picture(self._look.icons.pixmap("forward", "ink2", 14), 14)
        return [label(isolated(text), "word"), arrow, label(isolated(new), "wordStrong")]

    def _buttons(self, fixes: tuple[Fix, ...]) -> QBoxLayout:
        words = self._look.words
        box = column(gap=6)
        line = row(gap=6)
        if self._writable:
            for place, fix in enumerate(fixes[:_OFFERED]):
                line.addWidget(self._fix_button(fix, first=place == 0))
                if place == 1:
                    line.addStretch(1)
                    box.addLayout(line)
                    line = row(gap=6)
            line.addWidget(button(words("panels.dismiss"), self._ask_why, look="flat"))
        line.addStretch(1)
        explain = icon_button(
            self._look, "help", words("panels.explain"),
            lambda: self.explain_asked.emit(self.finding.rule),
        )  # fmt: skip
        line.addWidget(explain)
        box.addLayout(line)
        return box

    def _fix_button(self, fix: Fix, *, first: bool = False) -> QWidget:
        text = self._look.words.pick(fix.label)
        made = button(text, look="filled" if first else "", name=f"{text}: {self._message}")
        made.setMaximumWidth(190)
        if made.fontMetrics().horizontalAdvance(text) > 160:
            made.setText(made.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, 160))
            made.setToolTip(text)
        made.clicked.connect(lambda _checked=False: self.fix_chosen.emit(self.finding, fix))
        return made

    def _ask_why(self) -> None:
        words = self._look.words
        why = QLineEdit()
        why.setAccessibleName(words("panels.dismiss_why"))
        asked = QFrame()
        yes = button(words("panels.dismiss_yes"), look="filled")
        no = button(words("panels.cancel"), self._fill, look="flat")

        def done() -> None:
            self.dismissed.emit(self.finding, why.text().strip())

        yes.clicked.connect(done)
        why.returnPressed.connect(done)
        title = label(words("panels.dismiss_why"), "note")
        put(asked, column(title, why, row(yes, no, "stretch"), gap=4))
        self._box.addWidget(asked)
        why.setFocus()


def _widget(box: QHBoxLayout, place: int) -> QWidget | None:
    item = box.itemAt(place)
    return item.widget() if item is not None else None


def _class(finding: Finding) -> str:
    return "block" if finding.severity is Severity.BLOCK else str(finding.shape)
