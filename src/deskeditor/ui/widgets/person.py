"""Who sits at the desk, and which paper: at the end of the menu row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QPushButton

from deskeditor.domain.people import Person
from deskeditor.ui.theme.look import Look
from deskeditor.ui.theme.tokens import MENU
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.labels import label
from deskeditor.ui.widgets.layouts import put, row
from deskeditor.ui.wording import isolated


class PersonButton(QFrame):
    """Emits `chosen(login)` when somebody else sits down."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        """Nobody is known yet."""
        super().__init__()
        self._look = look
        self._button: QPushButton = button("", look="person", name=look.words("window.person"))
        with_icon(self._button, look, "people", "ink2")
        self._menu = QMenu(self)
        self._menu.setAccessibleName(look.words("window.person"))
        self._button.setMenu(self._menu)
        self._paper = label("", "soft")
        self.setFixedHeight(MENU)
        put(self, row(self._button, label("·", "soft"), self._paper, margins=(8, 0, 16, 0), gap=6))

    def show_person(self, person: Person, people: Sequence[Person], paper: str) -> None:
        """Who sits here, who else could, and the publication's name."""
        words = self._look.words
        self._button.setText(isolated(person.name))
        self._button.setAccessibleName(f"{words('window.person')}: {person.name}")
        self._paper.setText(isolated(paper))
        self._menu.clear()
        for other in people:
            if not other.active:
                continue
            roles = " · ".join(words(f"window.role_{role}") for role in sorted(other.roles))
            action = self._menu.addAction(f"{isolated(other.name)} — {roles}")
            action.setCheckable(True)
            action.setChecked(other.login == person.login)
            action.triggered.connect(
                lambda _checked=False, login=other.login: self.chosen.emit(login)
            )
        self._menu.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if words.rtl else Qt.LayoutDirection.LeftToRight
        )
        self.adjustSize()
        self.updateGeometry()
