"""Submitting, in the panel: the checklist, a reason for each override, a note, one button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from deskeditor.domain.review import ChecklistItem
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.fields import field, text_area
from deskeditor.ui.widgets.labels import label, picture
from deskeditor.ui.widgets.layouts import clear, column, put, row
from deskeditor.ui.wording import isolated, ltr

_MARKS = {
    "block": ("block", "error"), "reason": ("check", "check"), "hint": ("hint", "ink2"),
    "approval": ("shield", "check"),
}  # fmt: skip


class SubmitCard(QFrame):
    """Emits `submitted(note, reasons)`; `item_chosen(rule)` leads to what a line is about."""

    submitted = Signal(str, object)
    item_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        """Cannot submit before a checklist came."""
        super().__init__()
        self._look = look
        self._items: tuple[ChecklistItem, ...] = ()
        self._article = ""
        self._reasons: dict[str, QLineEdit] = {}
        words = look.words
        self._title = label(words("review.checklist"), "title")
        self._count = label("", "soft")
        self._list: QVBoxLayout = column(gap=6)
        self._note = text_area(2, rtl=True)
        self._why = label(words("review.not_checked"), "note", wrap=True)
        self.send = button(words("review.submit"), self._send, look="filled")
        with_icon(self.send, look, "send", "on_accent")
        put(self, column(
            row(self._title, self._count, "stretch"), self._list,
            field(words("review.note"), self._note), self._why, row(self.send, "stretch"), gap=10,
        ))  # fmt: skip
        self.send.setEnabled(False)

    def show_items(self, article: str, items: tuple[ChecklistItem, ...]) -> None:
        """Show the checklist of an article; reasons typed for it stay, those for another go."""
        if article == self._article and items == self._items:
            return
        typed = {rule: edit.text() for rule, edit in self._reasons.items()}
        if article != self._article:
            typed = {}
            self._note.clear()
        self._article, self._items = article, items
        clear(self._list)
        self._reasons = {}
        order = sorted(items, key=lambda i: (i.passed, i.level != "block", i.level != "reason"))
        open_ones = [item for item in order if not item.passed]
        for item in open_ones:
            self._list.addWidget(self._line(item, typed.get(item.rule, "")))
        self._add_passed(order[len(open_ones) :])
        passed = sum(item.passed for item in items)
        self._count.setText(
            self._look.words("panels.ready_count", passed=ltr(passed), whole=ltr(len(items)))
        )
        self._judge()

    def _add_passed(self, passed: list[ChecklistItem]) -> None:
        """What was looked for and not found: folded, its sentences say what would be wrong."""
        if not passed:
            return
        words = self._look.words
        rest = QWidget()
        title = label(words("review.not_found_in_it"), "note")
        put(rest, column(title, *(self._line(item, "") for item in passed), gap=6))
        text = words("review.show_passed", n=len(passed), count=ltr(len(passed)))
        fold = button(text, lambda: rest.setVisible(rest.isHidden()), look="flat")
        self._list.addLayout(row(fold, "stretch"))
        self._list.addWidget(rest)
        rest.hide()

    def _line(self, item: ChecklistItem, typed: str) -> QWidget:
        words = self._look.words
        icon, tone = ("ok", "ok") if item.passed else _MARKS.get(item.level, ("hint", "ink2"))
        text = item.message_en if words.language == "en" else item.message_ar
        made = QWidget()
        mark = picture(self._look.icons.pixmap(icon, tone, 16), 16)
        top = row(mark, label(text or item.rule, wrap=True), gap=8)
        top.setStretch(1, 1)
        if not item.passed and item.count > 1:
            top.addWidget(label(ltr(item.count), "soft"))
        if not item.passed:
            top.addWidget(
                button(words("review.show"), lambda: self.item_chosen.emit(item.rule), look="flat")
            )
        box = column(top, gap=4)
        for name in item.names:
            box.addLayout(row(24, label(isolated(name), "soft", wrap=True), gap=0))
        if not item.passed and item.level == "reason":
            reason = QLineEdit(typed or item.reason)
            reason.setAccessibleName(f"{words('review.reason_for')} {text}")
            reason.textChanged.connect(lambda _text: self._judge())
            self._reasons[item.rule] = reason
            box.addLayout(row(24, label(words("review.reason_for"), "note"), reason))
        return put(made, box)

    def _judge(self) -> None:
        words = self._look.words
        block = next((i for i in self._items if not i.passed and i.level == "block"), None)
        empty = any(not edit.text().strip() for edit in self._reasons.values())
        self.send.setEnabled(bool(self._items) and block is None and not empty)
        if block is not None:
            text = block.message_en if words.language == "en" else block.message_ar
            self._why.setText(words("panels.blocks", what=text))
        elif empty:
            self._why.setText(words("review.reasons_missing"))
        else:
            self._why.setText(words("review.submit_means"))

    @property
    def hindrance(self) -> str:
        """Why it cannot be sent now; empty where it can."""
        return "" if self.send.isEnabled() else self._why.text()

    def _send(self) -> None:
        reasons = {rule: edit.text().strip() for rule, edit in self._reasons.items()}
        self.send.setEnabled(False)
        self.submitted.emit(self._note.toPlainText().strip(), reasons)
