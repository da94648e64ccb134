"""Links: the words chosen, or those of the link at the caret, led somewhere or nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from deskeditor.formats.published import safe_href
from deskeditor.ui.editor.view import ArticleEditor
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.page import Page

_MAIL = re.compile(r"[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+")
_BARE = re.compile(r"(?:[\w-]+\.)+[A-Za-z]{2,}(?:[/?#:]\S*)?")


def address_of(typed: str) -> str | None:
    """What was typed as an address readers can be led to; None where it is none.

    A name of a site alone becomes https, an address of mail mailto.
    """
    text = typed.strip()
    if _MAIL.fullmatch(text):
        text = f"mailto:{text}"
    elif _BARE.fullmatch(text):
        text = f"https://{text}"
    return safe_href(text)


class LinkDesk(QObject):
    """Wires the link bar."""

    def __init__(self, window: MainWindow, editor: Page) -> None:
        """Nothing is shown before it is asked for."""
        super().__init__(window)
        self.window, self.bar = window, window.link_bar
        self.editor = cast("ArticleEditor", editor)
        self.handlers: dict[str, Callable[[], object]] = {"link": self.open}
        self.bar.chosen.connect(self._chosen)
        self.bar.closed.connect(self._back)
        window.centre.currentChanged.connect(lambda _page: self.bar.hide())

    def open(self) -> None:
        """Ask where the words lead; without words there is nothing to lead."""
        text, address = self.editor.choose_link()
        if text:
            self.bar.open(text, address or self._offered(text))

    @staticmethod
    def _offered(text: str) -> str:
        """An address that is selected or was copied, to be put on with one key."""
        copied = QGuiApplication.clipboard().text().strip()
        for candidate in (text, copied):
            if len(candidate) < 2000 and (found := address_of(candidate)) is not None:
                return found
        return ""

    def _chosen(self, typed: str) -> None:
        address = address_of(typed) if typed else ""
        if address is None:
            self.bar.refuse()
            return
        self.editor.set_link(address)
        self.bar.hide()
        self._back()

    def _back(self) -> None:
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
