"""A menu whose keys read as they are printed on keyboards, in Arabic too."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QStyleOptionMenuItem, QWidget

from deskeditor.ui.wording import ltr

#: Arrows say their direction in any language.
_ARROWS = {"Right": "→", "Left": "←", "Up": "↑", "Down": "↓"}


def printed(keys: QKeySequence) -> str:
    """A key as it is printed on keyboards, isolated left to right: `Ctrl+.` stays `Ctrl+.`."""
    parts = keys.toString(QKeySequence.SequenceFormat.PortableText).split("+")
    return ltr("+".join(_ARROWS.get(part, part) for part in parts)) if any(parts) else ""


class WindowMenu(QMenu):
    """Qt lays keys out with the words before them: in Arabic `Ctrl+.` would end as `.+Ctrl`."""

    def __init__(self, owner: QWidget | None = None, title: str = "") -> None:
        """Empty; `title` stands in a menu bar, or on the line that opens it."""
        super().__init__(title, owner)

    def initStyleOption(self, option: QStyleOptionMenuItem, action: QAction) -> None:
        """The words of a line and its key, isolated."""
        super().initStyleOption(option, action)
        words, tab, _keys = option.text.partition("\t")
        if tab:
            option.text = f"{words}\t{printed(action.shortcut())}"
