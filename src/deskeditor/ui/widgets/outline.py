"""The outline of the open article in the rail: its subheads, each a way to its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.labels import ElidedLabel, label
from deskeditor.ui.widgets.layouts import column, put
from deskeditor.ui.widgets.rail_rows import RailCard

#: The height of one line, in pixels, and how far a lower level stands in.
_LINE, _STEP = 28, 12


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One subhead: its block's id, its words, and how far it stands in (0 for the first level)."""

    block: str
    text: str
    depth: int = 0


class Outline(QWidget):
    """Emits `chosen(block id)`; hidden while there is nothing to lead to."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        """Nothing is open yet."""
        super().__init__()
        title = look.words("reading.outline")
        self.setAccessibleName(title)
        head = label(title, "note")
        head.setContentsMargins(10, 12, 10, 2)
        self._box = column("stretch", gap=0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(put(QWidget(), self._box))
        self._lines: tuple[OutlineLine, ...] = ()
        self._rows: dict[str, Card] = {}
        self._current = ""
        self._words: dict[str, ElidedLabel] = {}
        put(self, column(head, self._area, gap=0))
        self.hide()

    @property
    def lines(self) -> tuple[OutlineLine, ...]:
        """What is shown."""
        return self._lines

    def show_lines(self, lines: Sequence[OutlineLine]) -> None:
        """Show these; where only words have changed, the rows stay."""
        new = tuple(lines)
        if new == self._lines:
            return
        same = [(one.block, one.depth) for one in new] == [
            (one.block, one.depth) for one in self._lines
        ]
        self._lines = new
        if not same:
            self._lay_out()
        for one in new:
            self._words[one.block].set_text(one.text)
            self._rows[one.block].setAccessibleName(one.text)
        self.setVisible(bool(new))

    def _lay_out(self) -> None:
        for row in self._rows.values():
            row.hide()
            self._box.removeWidget(row)
            row.deleteLater()
        self._rows.clear()
        self._words.clear()
        self._current = ""
        for place, one in enumerate(self._lines):
            row, words = RailCard(one.text), ElidedLabel(one.text)
            inset = 10 + one.depth * _STEP
            put(row, column(words, margins=(inset, 0, 10, 0), gap=0))
            row.setFixedHeight(_LINE)
            row.chosen.connect(lambda block=one.block: self.chosen.emit(block))
            self._rows[one.block], self._words[one.block] = row, words
            self._box.insertWidget(place, row)

    def set_current(self, block: str) -> None:
        """Mark the part the caret is in; an unknown id marks none."""
        if block == self._current:
            return
        self._current = block
        for name, row in self._rows.items():
            row.set_current(name == block)
        if block in self._rows:
            self._area.ensureWidgetVisible(self._rows[block], 0, 0)
