"""A number, telephone or name that readers would see turned round: one key holds it together."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject

from deskeditor.ui.editor.isolating import turning_at
from deskeditor.ui.editor.view import ArticleEditor
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.page import Page
from deskeditor.ui.widgets.offer import Offer
from deskeditor.ui.widgets.speaking import announce
from deskeditor.ui.wording import ltr

#: A percent or currency sign alone is no reason to interrupt: Arabic papers print both orders.
_QUIET = "%٪‰$€£¥"


class IsolatingDesk(QObject):
    """Wires the offer of an isolate and what holds all such runs of the article."""

    def __init__(self, window: MainWindow, editor: Page) -> None:
        """Looks where the caret comes to rest."""
        super().__init__(window)
        self.window, self._words = window, window.look.words
        self.editor = cast("ArticleEditor", editor)
        self.offer = Offer(
            self.editor,
            self._words("lettering.turns"),
            self._words("lettering.hold"),
            self._hold,
        )
        self._offered = ""
        self.handlers: dict[str, Callable[[], object]] = {
            "insert_isolate": self._hold,
            "isolate_all": self._hold_all,
        }
        self.editor.cursor_moved.connect(lambda _address, _offset: self.look())

    def look(self) -> None:
        """Offer an isolate for the run at the caret; each is offered once while one stays at it."""
        surface = self.editor.surface
        found = None if surface.isReadOnly() else turning_at(surface.textCursor())
        if found is None or self.editor.paste_choice.offered:
            self.offer.hide()
            self._offered = ""
            return
        page = surface.page
        run = "".join(page.characterAt(place) for place in range(*found))
        if run == self._offered or any(sign in run for sign in _QUIET):
            return
        self._offered = run
        text = self._words("lettering.turned", run=ltr(run), seen=ltr(_turned(run)))
        keys = self.window.actions_table["insert_isolate"].shortcut().toString()
        self.offer.offer(text, keys)
        announce(surface, text)

    def _hold(self) -> None:
        self.offer.hide()
        self.editor.toggle_isolate()
        self.editor.setFocus()

    def _hold_all(self) -> None:
        count = self.editor.isolate_all()
        none = self._words("lettering.held_none")
        text = self._words("lettering.held", n=count, count=ltr(count)) if count else none
        self.window.notice.say(text, "ok" if count else "info")


def _turned(run: str) -> str:
    """How a right-to-left line shows a run, told in a left-to-right one."""
    pieces = re.findall(r"[0-9A-Za-z\u0660-\u0669.,:/]+|.", run)
    return "".join(reversed(pieces))
