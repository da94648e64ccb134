"""The history panel: revisions on a line of time; each can be read, compared and restored."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from deskeditor.domain.rows import RevisionRow
from deskeditor.ui.panels.history.comparison import Comparison
from deskeditor.ui.panels.history.naming import Naming
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, icon_button
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.labels import label
from deskeditor.ui.widgets.layouts import clear, column, put, row
from deskeditor.ui.widgets.panel import Panel
from deskeditor.ui.wording import isolated, ltr

#: Hex digits of a revision's name that people see.
_SHORT = 8
#: Cards made before «show the rest»: each takes some milliseconds.
_FIRST = 30


class HistoryPanel(Panel):
    """Signals: `read_asked(name)`, `restore_asked(name)`, `keep_asked()`,
    `entitled(name, title, pinned)`.

    `comparison` has signals of its own; it shows while two texts are compared.
    """

    read_asked = Signal(str)
    restore_asked = Signal(str)
    keep_asked = Signal()
    entitled = Signal(str, str, bool)

    def __init__(self, look: Look) -> None:
        """Empty until a history comes."""
        super().__init__(look, look.words("panels.history"))
        self._keep = button(look.words("panels.keep"), self.keep_asked.emit)
        self.head.addWidget(self._keep)
        self.comparison = Comparison(look)
        self.comparison.hide()
        self.body.addWidget(self.comparison)
        self._list: QVBoxLayout = column(gap=8)
        self.body.addLayout(self._list)
        self._names: dict[str, str] = {}
        self._rows: tuple[RevisionRow, ...] = ()
        self._cards: dict[str, Card] = {}
        self._writable = self._whole = False

    def set_people(self, names: dict[str, str]) -> None:
        """Names for logins."""
        self._names = names

    def set_writable(self, writable: bool) -> None:
        """Whether a revision can be made or restored."""
        self._writable = writable
        self._keep.setEnabled(writable)
        self._fill()

    @property
    def rows(self) -> tuple[RevisionRow, ...]:
        """The revisions shown, newest first."""
        return self._rows

    def show_history(self, rows: tuple[RevisionRow, ...]) -> None:
        """Show revisions, newest first."""
        if not self._rows or not rows or rows[0].article != self._rows[0].article:
            self._whole = False
        self._rows = rows
        self.set_count(len(rows))
        self.comparison.show_rows(rows)
        self._fill()

    def _fill(self) -> None:
        clear(self._list)
        self._cards = {}
        if not self._rows:
            self._list.addWidget(self.empty(self.look.words("panels.no_history")))
        numbered = list(enumerate(self._rows))
        pinned = [pair for pair in numbered if pair[1].pinned]
        if pinned:
            self._list.addWidget(self.heading(self.look.words("panels.pinned"), len(pinned)))
        order = [*pinned, *(pair for pair in numbered if not pair[1].pinned)]
        for place, entry in order if self._whole else order[:_FIRST]:
            card = self._card(entry, number=len(self._rows) - place, newest=place == 0)
            self._cards[entry.name] = card
            self._list.addWidget(card)
        more = len(order) - len(self._cards)
        if more:
            text = self.look.words("panels.show_rest", n=more, count=ltr(more))
            self._list.addWidget(button(text, self._show_all, look="flat"))

    def _show_all(self) -> None:
        self._whole = True
        self._fill()

    def _card(self, entry: RevisionRow, *, number: int, newest: bool) -> Card:
        words = self.look.words
        why = words(f"panels.why_{entry.why}")
        who = self._names.get(entry.author, entry.author)
        card = Card(f"{number} {why} {who}")
        card.setObjectName(f"revision_{entry.name[:_SHORT]}")
        dot = QFrame()
        dot.setObjectName("timelineDot")
        dot.setFixedSize(12, 12)
        now = datetime.now(UTC)
        title = words("panels.revision", number=ltr(number))
        pin = icon_button(
            self.look, "pin", words("panels.unpin" if entry.pinned else "panels.pin"),
            lambda: self.entitled.emit(entry.name, entry.title, not entry.pinned),
        )  # fmt: skip
        pin.setCheckable(True)
        pin.setChecked(entry.pinned)
        top = row(dot, label(title, "title"), label(why, "soft"), "stretch",
                  label(words.when(entry.at, now), "note"), pin)  # fmt: skip
        name = words("panels.fingerprint", name=ltr(entry.name[:_SHORT]))
        naming = Naming(self.look, entry.title)
        naming.named.connect(lambda said: self.entitled.emit(entry.name, said, entry.pinned))
        under = row(label(f"{isolated(who)} · {name}", "note", wrap=True), naming.ask, gap=4)
        under.setStretch(0, 1)
        box = column(top, under, naming, margins=(11, 8, 11, 8), gap=4)
        if entry.label:
            box.addWidget(label(isolated(entry.label), wrap=True))
        if entry.title:
            box.addWidget(label(isolated(entry.title), "title", wrap=True))
        read = button(words("panels.read"), lambda: self._read(entry.name), look="flat")
        before = entry.parents[0] if entry.parents else ""
        changes = button(
            words("panels.changes"), lambda: self.compare(before, entry.name), look="flat"
        )
        changes.setEnabled(bool(before))
        present = button(
            words("panels.against_now"), lambda: self.compare(entry.name, ""), look="flat"
        )
        restore = button(words("panels.restore"), lambda: self.restore_asked.emit(entry.name))
        restore.setEnabled(self._writable)
        restore.setVisible(not newest)
        box.addLayout(row(read, changes, present, "stretch", restore, gap=4))
        put(card, box)
        card.chosen.connect(lambda: self._read(entry.name))
        return card

    def compare(self, old: str, new: str) -> None:
        """Compare two revisions by their names; "" is the text as it stands."""
        self.comparison.show()
        self.comparison.choose(old, new)
        self.area.ensureVisible(0, 0)

    def _read(self, name: str) -> None:
        for other, card in self._cards.items():
            card.set_current(other == name)
        self.read_asked.emit(name)
