"""How far the piece is from being sent: a bar, a count, and what stands in the way."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from deskeditor.domain.review import ChecklistItem
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button
from deskeditor.ui.widgets.labels import ElidedLabel, label, picture
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.wording import ltr


class ReadinessBar(QWidget):
    """Passed, to be explained, blocking: three parts that grow from the start side."""

    def __init__(self, look: Look) -> None:
        """Empty until a checklist comes."""
        super().__init__()
        self._look = look
        self._parts: tuple[tuple[int, str], ...] = ()
        self.setFixedHeight(7)

    def show_parts(self, passed: int, explain: int, block: int) -> None:
        """Numbers of items in each part."""
        self._parts = ((passed, "ok"), (explain, "check"), (block, "error"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the parts from the start of the line."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        tokens = self._look.tokens
        painter.setBrush(QColor(tokens.hairline))
        painter.drawRect(self.rect())
        whole = sum(count for count, _ in self._parts)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        at = 0.0
        for count, tone in self._parts if whole else ():
            wide = self.width() * count / whole
            left = self.width() - at - wide if rtl else at
            painter.setBrush(QColor(getattr(tokens, tone)))
            painter.drawRect(QRectF(left, 0, wide, self.height()))
            at += wide
        painter.end()


class Readiness(QWidget):
    """The foot of the checks panel. Emits `open_asked`: show the checklist."""

    open_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Says that nothing was checked yet."""
        super().__init__()
        self._look = look
        words = look.words
        self._count = label(words("panels.not_checked"), "soft")
        self._bar = ReadinessBar(look)
        self._mark = picture(look.icons.pixmap("hint", "ink2", 16), 16)
        self._why = ElidedLabel(words("panels.not_checked"), sentence=True)
        more = button(words("panels.checklist"), self.open_asked.emit, look="flat")
        head = row(label(words("panels.readiness"), "title"), "stretch", self._count)
        under = row(self._mark, self._why, more, gap=8)
        under.setStretch(1, 1)
        put(self, column(head, self._bar, under, gap=8))

    def show_checklist(self, items: tuple[ChecklistItem, ...]) -> None:
        """Show the count, the bar and the first thing that stands in the way."""
        words = self._look.words
        passed = [item for item in items if item.passed]
        block = [item for item in items if not item.passed and item.level == "block"]
        left = [item for item in items if not item.passed and item.level != "block"]
        self._bar.show_parts(len(passed), len(left), len(block))
        self._count.setText(
            words("panels.ready_count", passed=ltr(len(passed)), whole=ltr(len(items)))
        )
        if block:
            self._say("block", "error", words("panels.blocks", what=self.message(block[0])))
        elif left:
            self._say("check", "check", words("panels.asks", what=self.message(left[0])))
        else:
            self._say("ok", "ok", words("panels.ready"))

    def message(self, item: ChecklistItem) -> str:
        """A checklist line in the window's language."""
        return item.message_en if self._look.words.language == "en" else item.message_ar

    def _say(self, icon: str, tone: str, text: str) -> None:
        self._mark.setPixmap(self._look.icons.pixmap(icon, tone, 16))
        self._why.set_text(text)
