"""A rule's page, Markdown set in the window's direction: tables from the right, code isolated."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextOption, QTextTable
from PySide6.QtWidgets import QTextBrowser

_ROW = re.compile(r"^\|.*\|$", re.MULTILINE)
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
        if rtl:
            text = _ROW.sub(lambda found: _reversed(found[0]), text)
        self.setMarkdown(_CODE.sub("`\u2066\\1\u2069`", text))
        self._give_room()
        if rtl:
            self._put_tables_at_start()

    def _give_room(self) -> None:
        """Qt sets Markdown without a gap: some above each heading, a little below each line."""
        block = self.document().firstBlock()
        while block.isValid():
            form = block.blockFormat()
            if form.headingLevel():
                form.setTopMargin(0 if block.blockNumber() == 0 else 10)
            form.setBottomMargin(3)
            QTextCursor(block).setBlockFormat(form)
            block = block.next()

    def _put_tables_at_start(self) -> None:
        """Qt puts tables of Markdown at the left, whatever the page's direction."""
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                form = frame.format()
                form.setAlignment(Qt.AlignmentFlag.AlignRight)
                frame.setFormat(form)


def _reversed(row: str) -> str:
    """A row of a table with its columns from the other side: Qt lays them out from the left."""
    return "| " + " | ".join(reversed([cell.strip() for cell in row.strip("|").split("|")])) + " |"
