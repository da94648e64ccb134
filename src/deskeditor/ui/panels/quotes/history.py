"""The history of one quotation, oldest first: written, reworded, confirmed, ruled on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskeditor.domain.quotes import Fact, Quote
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.labels import ElidedLabel, label, picture
from deskeditor.ui.widgets.layouts import clear, column, put, row
from deskeditor.ui.wording import Words, isolated

if TYPE_CHECKING:
    from deskeditor.services.quote_history import Step

_ICONS: Mapping[str, str] = {
    "written": "pencil", "reworded": "swap", "confirmed": "tick", "ruled": "gavel",
    "taken_back": "return", "earlier": "clock",
}  # fmt: skip


class QuoteSteps(QWidget):
    """Emits `closed()` when one goes back to the ledger."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        """Nothing is shown."""
        super().__init__()
        self._look, words = look, look.words
        back = button(words("ledger.history_back"), self.closed.emit, look="flat")
        with_icon(back, look, "back")
        self._text = ElidedLabel("", "quote")
        self._steps: QVBoxLayout = column(gap=10)
        head = label(words("ledger.history_of"), "title")
        put(self, column(row(head, "stretch", back), self._text, self._steps, "stretch", gap=10))

    def begin(self, quote: Quote) -> None:
        """The history of this quotation is on its way."""
        self._text.set_text(f"«{quote.text}»")
        clear(self._steps)
        waiting = label(self._look.words("ledger.history_reading"), "soft", wrap=True)
        self._steps.addWidget(waiting)

    def show_steps(self, steps: tuple[Step, ...], people: Mapping[str, str]) -> None:
        """Show what happened."""
        words = self._look.words
        clear(self._steps)
        if not steps:
            self._steps.addWidget(label(words("ledger.history_none"), "soft", wrap=True))
        for step in steps:
            self._steps.addWidget(self._step(step, people))

    def _step(self, step: Step, people: Mapping[str, str]) -> QWidget:
        words = self._look.words
        mark = picture(self._look.icons.pixmap(_ICONS[step.event], "ink2", 16), 16)
        by = isolated(people.get(step.by, step.by))
        under = words("ledger.step_by", by=by, when=words.when(step.at))
        made = QWidget()
        said = label(told(words, step), wrap=True)
        lines = column(said, label(under, "note", wrap=True), gap=1)
        box = row(column(mark, "stretch"), lines, gap=8)
        box.setStretch(1, 1)
        return put(made, box)


def told(words: Words, step: Step) -> str:
    """One step in a sentence."""
    match step.event:
        case "reworded":
            return words("ledger.step_reworded", text=isolated(" ".join(step.text.split())))
        case "confirmed" if step.fact is not None:
            channel = words(f"panels.channel_{step.channel or 'unknown'}")
            kind = words(f"panels.quote_kind_{step.kind}") if step.kind is not None else channel
            value = isolated(step.speaker) if step.speaker else kind
            if step.fact in (Fact.CUE, Fact.RELAY):
                value = isolated(step.text) if step.text else words("panels.fact_none")
            said = words("panels.fact_said", fact=words(f"panels.{step.fact}"), said=value)
            return words("ledger.step_confirmed", said=said)
        case "confirmed":
            channel = words(f"panels.channel_{step.channel}") if step.channel else ""
            said = words.listed((isolated(step.speaker), channel))
            return words("ledger.step_confirmed", said=said)
        case "ruled":
            verdict = words(f"panels.verdict_{step.verdict}")
            said = words("ledger.step_ruled", verdict=verdict)
            return f"{said} · {isolated(step.text)}" if step.text else said
        case _:
            return words(f"ledger.step_{step.event}")
