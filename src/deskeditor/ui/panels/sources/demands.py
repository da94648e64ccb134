"""Under the register, for a chief: of which publications unnamed sources are approved."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.labels import label
from deskeditor.ui.widgets.layouts import clear, column, put
from deskeditor.ui.wording import isolated


class DemandsBox(QWidget):
    """Emits `demanded(str, bool)`: a publication by its id, and whether the board asks it."""

    demanded = Signal(str, bool)

    def __init__(self, look: Look) -> None:
        """Nothing is known of the board, and nothing shown."""
        super().__init__()
        self._look = look
        self.boxes: dict[str, QCheckBox] = {}
        self._lines = column(gap=4)
        title = label(look.words("register.demands"), "title")
        hint = label(look.words("register.demands_hint"), "note", wrap=True)
        put(self, column(title, hint, self._lines, margins=(16, 10, 16, 12), gap=4))
        self.hide()

    def show_demands(self, names: Mapping[str, str], wanted: frozenset[str]) -> None:
        """Publications by id with their names; without any there is nothing to see."""
        clear(self._lines)
        self.boxes = {}
        for key, name in names.items():
            box = QCheckBox(self._look.words("register.demand", name=isolated(name)))
            box.setChecked(key in wanted)
            box.clicked.connect(lambda on, key=key: self.demanded.emit(key, on))
            self.boxes[key] = box
            self._lines.addWidget(box)
        self.setVisible(bool(names))
