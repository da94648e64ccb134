"""A rule's own page, shown over the findings until it is closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import icon_button
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.help_page import HelpPage
from deskeditor.ui.widgets.labels import label
from deskeditor.ui.widgets.layouts import column, put, row

#: The tallest a page is shown before it scrolls, in pixels.
_TALLEST = 320


class RuleHelp(Card):
    """Markdown in a card with a way out."""

    def __init__(self, look: Look) -> None:
        """Empty until a page is shown."""
        name = look.words("panels.explain")
        super().__init__(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # nothing to press: its page is read
        self._page = HelpPage(name)
        close = icon_button(look, "close", look.words("window.close_notice"), self.hide)
        put(self, column(
            row(label(name, "title"), "stretch", close), self._page, margins=(11, 6, 8, 8), gap=2
        ))  # fmt: skip
        self.set_current(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def show_page(self, markdown: str) -> None:
        """Show a page."""
        self._page.show_markdown(markdown)
        document = self._page.document()
        document.setTextWidth(290)
        self._page.setFixedHeight(min(_TALLEST, round(document.size().height()) + 12))
        self.setVisible(bool(markdown))
