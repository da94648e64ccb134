"""The frame all panels share: a head with a title and a count, a scrolling body, a foot."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from deskeditor.ui.theme.look import Look
from deskeditor.ui.theme.tokens import TITLE
from deskeditor.ui.widgets.labels import label
from deskeditor.ui.widgets.layouts import column, line, put, row
from deskeditor.ui.wording import ltr


class _Inside(QWidget):
    """What scrolls: the column decides its width and that its height, never what it holds.

    By its own word a column of wrapped lines would be as tall as it is at its narrowest.
    """

    def minimumSizeHint(self) -> QSize:
        """As good as nothing, where the height follows from the width."""
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            return QSize(1, 1)
        return super().minimumSizeHint()


class Panel(QWidget):
    """A titled column; `body` takes the cards from the top."""

    def __init__(self, look: Look, title: str) -> None:
        """`title` is shown in the head and said by screen readers."""
        super().__init__()
        self.look = look
        self.setAccessibleName(title)
        self.title = label(title, "title")
        self.count = label("", "soft")
        self.head = row(self.title, self.count, "stretch", margins=(14, 0, 14, 0), gap=8)
        head = QFrame()
        head.setObjectName("panelHead")
        head.setFixedHeight(TITLE)
        put(head, self.head)
        self.body: QVBoxLayout = column(margins=(13, 12, 13, 12), gap=8)
        inside = _Inside()
        self.outer = column(self.body, "stretch")
        put(inside, self.outer)
        inside.setMinimumWidth(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        self.foot = QFrame()
        self.foot.setObjectName("panelFoot")
        self.foot.hide()
        put(self, column(head, self.area, self.foot, gap=0))

    def set_count(self, count: int | None) -> None:
        """The number beside the title; None shows nothing."""
        self.count.setText("" if count is None else ltr(count))

    def heading(self, text: str, count: int | None = None) -> QWidget:
        """A group's heading with its count."""
        made = QWidget()
        number = label("" if count is None else ltr(count), "soft")
        put(made, row(label(text, "title"), number, "stretch", margins=(0, 6, 0, 0), gap=8))
        return made

    def empty(self, text: str) -> QLabel:
        """One line that says why nothing is here."""
        return label(text, "soft", wrap=True)


def foot(panel: Panel, layout: QVBoxLayout) -> None:
    """Give `panel` a foot."""
    layout.setContentsMargins(14, 12, 14, 12)
    put(panel.foot, layout)
    panel.foot.show()


def rule() -> QFrame:
    """A hairline between the parts of a panel."""
    return line()
