"""Labels: always plain text, so that no article can format the window."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from deskeditor.ui.wording import ltr


def restyle(widget: QWidget) -> None:
    """Let the sheet see a changed property."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def start_side() -> Qt.AlignmentFlag:
    """Where a line begins in this window, whatever language a text is in."""
    rtl = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def in_line(text: str) -> str:
    """`text` as a sentence of the window: begun with the mark of the window's direction.

    Qt takes a label's direction from its first strong letter, which may be a quoted word of the
    other language, and does not look into isolates.
    """
    rtl = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return ("\u200f" if rtl else "\u200e") + text if text else ""


class Label(QLabel):
    """A plain label that begins at the start of the line, in the window's direction."""

    def __init__(self, text: str = "") -> None:
        """Plain text only."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(start_side())
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        """A wrapped label asks for one line: its height follows from the width it gets."""
        if self.wordWrap():
            return QSize(0, self.fontMetrics().height())
        return super().minimumSizeHint()

    def setText(self, text: str) -> None:
        """Show `text`; words of an article in it are isolated by whoever passes them."""
        super().setText(in_line(text))


def label(text: str = "", role: str = "", *, tone: str = "", wrap: bool = False) -> QLabel:
    """A plain label; `role` and `tone` are read by the sheet."""
    made = Label(text)
    made.setProperty("role", role)
    made.setProperty("tone", tone)
    if wrap:
        made.setWordWrap(True)
        made.setMinimumWidth(40)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def key_label(keys: str) -> QLabel:
    """A key as it is printed on keyboards, left to right."""
    made = label(ltr(keys), "key")
    made.setFixedHeight(19)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def picture(pixmap: QPixmap, size: int = 20) -> QLabel:
    """An icon that nobody presses; screen readers skip it."""
    made = QLabel()
    made.setPixmap(pixmap)
    made.setFixedSize(size, size)
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Change the colour role of a label."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        restyle(widget)


class ElidedLabel(QLabel):
    """One line that ends in … where there is no room; the whole text is the tool tip."""

    def __init__(self, text: str = "", role: str = "", *, sentence: bool = False) -> None:
        """A label that may shrink to nothing; a `sentence` is the window's, not an article's."""
        super().__init__()
        self._sentence = sentence
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(start_side())
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._whole = ""
        self._shown = ""
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show `text` from the window's start of the line."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self._elide()

    def minimumSizeHint(self) -> QSize:
        """No width is too small."""
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        width = self.fontMetrics().horizontalAdvance(self._whole) + 4
        return QSize(width, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut again for the new width."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = max(0, self.width() - 2)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setToolTip(self._whole if shown != self._whole else "")
        if shown != self._shown or not self.text():
            self._shown = shown
            self.setText(in_line(shown) if self._sentence else shown)
