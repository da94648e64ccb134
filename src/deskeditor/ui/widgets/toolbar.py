"""The toolbar: at most ten icons, the way to every command, and one filled button at the end."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QToolButton

from deskeditor.ui.actions import TOOLBAR, Actions
from deskeditor.ui.theme.look import Look
from deskeditor.ui.theme.tokens import TOOLBAR as HEIGHT
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.labels import key_label
from deskeditor.ui.widgets.layouts import line, put, row
from deskeditor.ui.wording import ltr

KINDS = (
    "paragraph", "heading", "subheading", "quotation", "list", "numbers", "insert_note",
)  # fmt: skip


class Toolbar(QFrame):
    """Emits `kind_chosen(kind)`."""

    kind_chosen = Signal(str)

    def __init__(self, look: Look, actions: Actions) -> None:
        """Made from the table of actions."""
        super().__init__()
        self.setObjectName("toolbar")
        self.setFixedHeight(HEIGHT)
        words = look.words
        self.setAccessibleName(words("window.toolbar"))
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(words("window.kinds"))
        self.kinds.setFixedWidth(116)
        for kind in KINDS:
            self.kinds.addItem(words(f"window.kind_{kind}"), kind)
        self.kinds.activated.connect(self._chosen)
        self._paragraph = actions["paragraph"]
        self._paragraph.enabledChanged.connect(lambda _on: self._settle_kinds())
        left: QHBoxLayout = row(gap=4)
        for name in TOOLBAR:
            if name == "|":
                bar = line(upright=True)
                bar.setFixedHeight(22)
                left.addSpacing(4)
                left.addWidget(bar)
                left.addSpacing(4)
            elif name == "kinds":
                left.addWidget(self.kinds)
            elif name in actions.all:
                left.addWidget(_tool(actions, name))
        box = row(left, "stretch", self._search(look, actions), "stretch", margins=(12, 0, 12, 0))
        self.submit = _filled(look, actions)
        box.addWidget(self.submit)
        put(self, box)

    def _search(self, look: Look, actions: Actions) -> QPushButton:
        made = button(look.words("window.search"), actions["palette"].trigger, look="search")
        with_icon(made, look, "search", "ink2")
        made.setFixedWidth(320)
        key = key_label("Ctrl+K")
        inside = row("stretch", key, margins=(8, 0, 8, 0))
        key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        put(made, inside)
        return made

    def _chosen(self, index: int) -> None:
        self.kind_chosen.emit(self.kinds.itemData(index))

    def show_kind(self, kind: str, fixed: str = "") -> None:
        """The kind of the line under the caret; `fixed` names one that can be of no other kind."""
        place = self.kinds.findData(kind)
        self.kinds.setPlaceholderText(fixed)
        self.kinds.setCurrentIndex(place)
        self._settle_kinds()

    def _settle_kinds(self) -> None:
        """The kinds can be chosen where the page may be written in and the line can change."""
        free = self._paragraph.isEnabled() and self.kinds.currentIndex() >= 0
        self.kinds.setEnabled(free)


def _tool(actions: Actions, name: str) -> QToolButton:
    action = actions[name]
    made = QToolButton()
    made.setDefaultAction(action)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    made.setIconSize(QSize(20, 20))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    keys = action.shortcut().toString()
    made.setToolTip(f"{action.text()} {ltr(keys)}" if keys else action.text())
    made.setAccessibleName(action.text())
    return made


def _filled(look: Look, actions: Actions) -> QPushButton:
    action = actions["submit"]
    made = button(look.words("window.send_for_review"), action.trigger, look="filled")
    made.setEnabled(action.isEnabled())
    action.enabledChanged.connect(made.setEnabled)
    return made
