"""Two revisions chosen to be compared, and what changed between them, a line each."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout, QWidget

from deskeditor.domain.rows import RevisionRow
from deskeditor.services.compared import Difference, What
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.labels import label
from deskeditor.ui.widgets.layouts import clear, column, put, row
from deskeditor.ui.wording import isolated, ltr

#: Lines shown of one comparison; the page itself shows every change.
_MOST = 200
#: Code points of a wording that are shown in a line.
_LONGEST = 90


class Comparison(QFrame):
    """Signals: `asked(old, new)`, names of revisions, "" for the text as it stands;
    `chosen(Difference)`; `closed()`.
    """

    asked = Signal(str, str)
    chosen = Signal(object)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        """Nothing is compared."""
        super().__init__()
        self.look = look
        words = look.words
        self.old, self.new = QComboBox(), QComboBox()
        self.old.setAccessibleName(words("panels.compare_from"))
        self.new.setAccessibleName(words("panels.compare_to"))
        for box in (self.old, self.new):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.activated.connect(lambda _at: self._ask())
        self._sum = label("", "soft", wrap=True)
        self._lines: QVBoxLayout = column(gap=4)
        close = button(words("panels.compare_end"), self.closed.emit)
        head = row(label(words("panels.compare_title"), "title"), "stretch", close)
        lines = []
        for key, box in (("panels.compare_from", self.old), ("panels.compare_to", self.new)):
            line = row(label(words(key), "note"), box, gap=8)
            line.setStretch(1, 1)
            lines.append(line)
        put(self, column(
            head,
            *lines,
            self._sum, self._lines, gap=8,
        ))  # fmt: skip
        for box in (self.old, self.new):
            box.setMinimumWidth(150)
        self.cards: list[Card] = []

    def show_rows(self, rows: tuple[RevisionRow, ...]) -> None:
        """Offer these revisions, newest first, and the text as it stands."""
        words, now = self.look.words, datetime.now(UTC)
        for box, with_text in ((self.old, False), (self.new, True)):
            kept = box.currentData()
            box.clear()
            if with_text:
                box.addItem(words("panels.compare_now"), "")
            for place, one in enumerate(rows):
                number = words("panels.revision", number=ltr(len(rows) - place))
                why = words(f"panels.why_{one.why}")
                told = (number, isolated(one.title) if one.title else why, words.when(one.at, now))
                box.addItem(words.listed(told), one.name)
            box.setCurrentIndex(max(0, box.findData(kept)))

    def choose(self, old: str, new: str) -> None:
        """Compare these two."""
        self.old.setCurrentIndex(max(0, self.old.findData(old)))
        self.new.setCurrentIndex(max(0, self.new.findData(new)))
        self._ask()

    def show_differences(self, found: tuple[Difference, ...]) -> None:
        """What changed; none is said too."""
        words = self.look.words
        counts = Counter(one.what for one in found)
        told = (
            f"{words(f'panels.diff_{what}')} {ltr(counts[what])}" for what in What if counts[what]
        )
        self._sum.setText(words.listed(told) if found else words("panels.diff_none"))
        clear(self._lines)
        self.cards = [self._line(one) for one in found[:_MOST]]
        for card in self.cards:
            self._lines.addWidget(card)
        if len(found) > _MOST:
            more = words("panels.diff_more", count=ltr(len(found) - _MOST))
            self._lines.addWidget(label(more, "note", wrap=True))

    def set_current(self, place: int) -> None:
        """Frame the line of this number; -1 frames none."""
        for number, card in enumerate(self.cards):
            card.set_current(number == place)

    def _ask(self) -> None:
        self.asked.emit(self.old.currentData() or "", self.new.currentData() or "")

    def _line(self, one: Difference) -> Card:
        title = self._title(one)
        was, now = (
            self._said("panels.diff_was", self._told(one, one.before)),
            self._said("panels.diff_is", self._told(one, one.after)),
        )
        card = Card(" ".join(filter(None, (title, was, now))), quiet=True)
        lines: list[QWidget] = [label(title, "note", tone="error" if one.quoted else "", wrap=True)]
        lines += [label(text, wrap=True) for text in (was, now) if text]
        put(card, column(*lines, margins=(8, 5, 8, 5), gap=2))
        card.setEnabled(one.address is not None)
        card.chosen.connect(lambda: self.chosen.emit(one))
        return card

    def _told(self, one: Difference, text: str) -> str:
        """A moment as the newsroom's day and time; anything else as it is."""
        if one.name not in ("embargo", "due") or not text:
            return text
        at = datetime.fromisoformat(text)
        return f"{self.look.words.day(at)} {self.look.words.clock(at)}"

    def _title(self, one: Difference) -> str:
        words = self.look.words
        parts = [words(f"panels.diff_{one.what}")]
        if one.what is What.FIELD:
            parts.append(words(f"panels.diff_field_{one.name}"))
        elif one.what is What.IMAGE and one.name:
            parts.append(words(f"panels.diff_image_{one.name}"))
        elif one.name in ("added", "removed", "changed"):
            parts.append(words(f"panels.diff_{one.name}"))
        if one.role is not None and one.what is not What.BLOCK:
            parts.append(words(f"panels.role_{one.role}"))
        if one.quoted:
            parts.append(words("panels.diff_quoted"))
        return words.listed(parts)

    def _said(self, key: str, text: str) -> str:
        if not text.strip():
            return ""
        shown = " ".join(text.split())
        if len(shown) > _LONGEST:
            shown = shown[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
        return self.look.words(key, text=isolated(shown))
