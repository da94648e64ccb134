"""The notice bar: one sentence over the page, in place of a dialog; it never takes the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLabel

from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, icon_button
from deskeditor.ui.widgets.labels import label, restyle
from deskeditor.ui.widgets.layouts import put, row
from deskeditor.ui.widgets.speaking import announce

_ICONS = {"error": "error", "check": "check", "info": "hint", "ok": "ok"}


class NoticeBar(QFrame):
    """Shows one sentence until it is closed or another takes its place."""

    def __init__(self, look: Look) -> None:
        """Hidden until something is to be said."""
        super().__init__()
        self.setObjectName("notice")
        self._look = look
        self._act: Callable[[], object] | None = None
        self._said = ""
        self._mark = QLabel()
        self._text = label(wrap=True)
        self._button = button("", self._do)
        close = icon_button(look, "close", look.words("window.close_notice"), self.hide)
        box = row(self._mark, self._text, self._button, close, margins=(16, 6, 8, 6), gap=10)
        box.setStretch(1, 1)
        put(self, box)
        self.hide()

    @property
    def text(self) -> str:
        """What the bar says now; empty while it is hidden."""
        return "" if self.isHidden() else self._said

    def say(
        self, text: str, tone: str = "error", act: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Show `text`; `act` is one button: its words and what it does."""
        self.setProperty("tone", tone)
        restyle(self)
        self._mark.setPixmap(self._look.icons.pixmap(_ICONS.get(tone, "hint"), tone, 18))
        self._said = text
        self._text.setText(text)
        self._act = act[1] if act else None
        self._button.setVisible(act is not None)
        if act is not None:
            self._button.setText(act[0])
            self._button.setAccessibleName(act[0])
        self.setAccessibleName(text)
        self.show()
        announce(self, text, urgent=tone == "error")

    def _do(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()
