"""The find bar: what is looked for, what makes no difference, how many, and the replacement.

It stands between the title and the page, takes the focus when it opens and gives it back.
"""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from deskeditor.language.searching import LONGEST, Query
from deskeditor.ui.panels.find.results import Results
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, icon_button
from deskeditor.ui.widgets.fields import set_problem
from deskeditor.ui.widgets.labels import label, set_tone
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.widgets.speaking import announce
from deskeditor.ui.wording import ltr

#: Milliseconds of quiet after a key before a search.
PAUSE = 120
#: The switches of a `Query`, in their order on the bar.
SWITCHES = ("tashkeel", "hamza", "tatweel", "digits", "case", "whole_word", "expression")


class FindBar(QFrame):
    """Emits what is wanted; shows what it is told.

    Signals: `asked()` when the query changed; `stepped(by)`; `replace_asked(template)` for the
    current match; `replace_all_asked(template)`; `closed()`.
    """

    asked = Signal()
    stepped = Signal(int)
    replace_asked = Signal(str)
    replace_all_asked = Signal(str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        """Hidden until `open`."""
        super().__init__()
        self.setObjectName("findBar")
        words = look.words
        self._words = words
        self.setAccessibleName(words("find.bar"))
        self.field, self.template = self._field("find.what"), self._field("find.with")
        self.field.setMaxLength(LONGEST)
        self.count = label("", "soft")
        self.count.setMinimumWidth(96)
        self.switches = {name: self._switch(name) for name in SWITCHES}
        self.everywhere = self._switch("everywhere")
        self.results = Results(look)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.asked)
        self.field.textChanged.connect(lambda _text: self._pause.start())
        self._compose(look)
        self.hide()

    def _field(self, name: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(self._words(name))
        made.setPlaceholderText(self._words(name))
        return made

    def _switch(self, name: str) -> QPushButton:
        made = button(self._words(f"find.{name}"), look="chip", tip=self._words(f"find.{name}_tip"))
        made.setCheckable(True)
        made.setChecked(name not in ("whole_word", "expression", "everywhere"))
        made.clicked.connect(lambda _checked=False: self.asked.emit())
        return made

    def _compose(self, look: Look) -> None:
        words = self._words
        self.previous = icon_button(
            look, "up", words("window.action_find_previous"), lambda: self.stepped.emit(-1)
        )
        self.next = icon_button(
            look, "down", words("window.action_find_next"), lambda: self.stepped.emit(1)
        )
        close = icon_button(look, "close", words("find.close"), self.close_bar)
        self.one = button(words("find.replace_one"), self._replace_one)
        self.all = button(words("find.replace_all"), self._replace_all)
        first = row(self.field, self.count, self.previous, self.next, close, gap=6)
        self.second = QWidget()
        put(self.second, row(self.template, self.one, self.all, gap=6))
        third = row(*self.switches.values(), "stretch", self.everywhere, gap=4)
        put(self, column(first, self.second, third, self.results, margins=(12, 8, 12, 8), gap=6))

    # What the wiring reads and tells.

    @property
    def query(self) -> Query:
        """What is looked for now."""
        switches = {name: chip.isChecked() for name, chip in self.switches.items()}
        assert switches.keys() <= {one.name for one in fields(Query)}
        return Query(self.field.text(), **switches)

    def open(self, text: str, *, replacing: bool, writable: bool) -> None:
        """Show the bar with the focus in its field; a selected `text` is looked for at once."""
        self.second.setVisible(replacing and writable)
        if text:
            self.field.setText(text)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.asked.emit()

    def show_count(self, current: int, places: int) -> None:
        """Which of how many; `current` counts from 0, -1 is none."""
        set_problem(self.field, problem=False)
        if not self.field.text():
            text = ""
        elif not places:
            text = self._words("find.none")
        elif current < 0:
            text = self._words("find.places", n=places, count=ltr(places))
        else:
            text = self._words("find.of", at=ltr(current + 1), count=ltr(places))
        set_tone(self.count, "check" if self.field.text() and not places else "soft")
        self._tell(text)
        for control in (self.previous, self.next, self.one, self.all):
            control.setEnabled(places > 0)

    def show_problem(self, sentence: str) -> None:
        """Say why nothing could be looked for."""
        set_problem(self.field, problem=True)
        set_tone(self.count, "error")
        self._tell(sentence)

    def _tell(self, text: str) -> None:
        self.count.setText(text)
        self.count.setToolTip(text)
        if text != self.field.accessibleDescription():
            self.field.setAccessibleDescription(text)
            announce(self.field, text)

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, with Shift back; in the replacement it replaces; Escape closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if self.template.hasFocus() and not shift:
                self._replace_one()
            else:
                self.stepped.emit(-1 if shift else 1)
        elif event.matches(QKeySequence.StandardKey.Cancel):
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def close_bar(self) -> None:
        """Hide and give the focus back."""
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Told however it was hidden."""
        super().hideEvent(event)
        if self.isHidden():
            self._pause.stop()
            self.closed.emit()

    def _replace_one(self) -> None:
        self.replace_asked.emit(self.template.text())

    def _replace_all(self) -> None:
        self.replace_all_asked.emit(self.template.text())
