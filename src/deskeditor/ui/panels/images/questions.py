"""Whether a caption says who, what, where and when: four chips, each with its word and its mark."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from deskeditor.domain.captions import QUESTIONS, CaptionTold
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.chips import Chip
from deskeditor.ui.widgets.flow import Flow
from deskeditor.ui.widgets.layouts import clear


class QuestionChips(QWidget):
    """A hint, never a verdict. Hidden where nothing was read yet."""

    def __init__(self, look: Look) -> None:
        """Nothing was read."""
        super().__init__()
        self._look = look
        self._told: CaptionTold | None = None
        self._flow = Flow(gap=6)
        self.setLayout(self._flow)
        self.hide()

    def show_told(self, told: CaptionTold | None) -> None:
        """What the checks read of the caption; None where they did not yet."""
        if told == self._told:
            return
        self._told = told
        clear(self._flow)
        if told is not None:
            for name in QUESTIONS:
                self._flow.addWidget(self._chip(name, said=name not in told.missing))
        self.setVisible(told is not None)

    def _chip(self, name: str, *, said: bool) -> Chip:
        words = self._look.words
        icon, tone = ("ok", "ok") if said else ("check", "check")
        chip = Chip(self._look, icon, words(f"images.asks_{name}"), tone=tone, fill="outline",
                    shape="pill")  # fmt: skip
        state = words("images.asks_said" if said else "images.asks_open")
        chip.setAccessibleName(f"{words(f'images.asks_{name}')}: {state}")
        chip.setToolTip(state)
        return chip
