"""A rule's page, Markdown set in the window's direction: tables from the right, code isolated."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextFrameFormat, QTextOption, QTextTable
from PySide6.QtWidgets import QTextBrowser

_CODE = re.compile(r"`([^`\n]+)`")


class HelpPage(QTextBrowser):
    """Shows one page; its links open nothing."""

    def __init__(self, name: str) -> None:
        """`name` is what a screen reader says."""
        super().__init__()
        self.setAccessibleName(name)
        self.setOpenLinks(False)

    def show_markdown(self, markdown: str) -> None:
        """Show a page; its headings are set two steps smaller: this is a panel, no book."""
        text = re.sub(r"^(#+) ", r"##\1 ", markdown, flags=re.MULTILINE)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        option = QTextOption()
        option.setTextDirection(self.layoutDirection())
        document = self.document()
        document.setDefaultTextOption(option)
        self.setMarkdown(_CODE.sub("`\u2066\\1\u2069`", text))
        if rtl:
            self._mirror_tables()

    def _mirror_tables(self) -> None:
        """Qt lays tables of Markdown out from the left, whatever the page's direction."""
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                form = frame.format()
                form.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
                form.setPosition(QTextFrameFormat.Position.InFlow)
                form.setAlignment(Qt.AlignmentFlag.AlignRight)
                frame.setFormat(form)
