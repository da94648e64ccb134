"""The bar over the page: headline, state, version, headline count, may it be written in."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from deskeditor.domain.review import State
from deskeditor.ui.theme.look import Look
from deskeditor.ui.theme.tokens import TITLE
from deskeditor.ui.widgets.chips import Chip, state_chip
from deskeditor.ui.widgets.labels import ElidedLabel, label, set_tone
from deskeditor.ui.widgets.layouts import put, row
from deskeditor.ui.wording import ltr


class TitleBar(QFrame):
    """42 pixels over the page."""

    def __init__(self, look: Look) -> None:
        """Empty until an article is open."""
        super().__init__()
        self.setObjectName("titleBar")
        self.setFixedHeight(TITLE)
        self._look = look
        self._title = ElidedLabel("", "heading")
        self._title.setMaximumWidth(330)
        self._title.setMinimumWidth(60)
        self._chip: QWidget | None = None
        self._version = label("", "note")
        self._count = label("", "note")
        self._locked = Chip(look, "lock", look.words("window.read_only"))
        self._locked.hide()
        self._suggesting = Chip(look, "suggest", look.words("window.suggesting"), tone="accent")
        self._suggesting.hide()
        self._box: QHBoxLayout = row(
            self._title, self._version, "stretch", self._count, self._suggesting, self._locked,
            margins=(0, 0, 0, 0), gap=14,
        )  # fmt: skip
        self._box.setStretch(0, 3)
        put(self, self._box)

    def show_title(self, title: str, headline: int, limit: int) -> None:
        """The title, and the headline's length against its limit, both in graphemes."""
        words = self._look.words
        self._title.set_text(title or words("window.untitled"))
        self._count.setText(words("window.headline_count", count=ltr(f"{headline}/{limit}")))
        set_tone(self._count, "error" if headline > limit else "")
        self._count.setToolTip(words("window.headline_long") if headline > limit else "")

    def show_suggesting(self, on: bool) -> None:
        """Whether what is written is only proposed."""
        self._suggesting.setVisible(on)

    def show_state(self, state: State, version: int, *, writable: bool) -> None:
        """Where it stands, how many revisions (0: not said), whether this person may write."""
        if self._chip is not None:
            self._box.removeWidget(self._chip)
            self._chip.deleteLater()
        self._chip = state_chip(self._look, state)
        self._box.insertWidget(1, self._chip)
        known = self._look.words("window.version", number=ltr(version)) if version else ""
        self._version.setText(known)
        self._locked.setVisible(not writable)
