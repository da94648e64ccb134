"""The current finding by key: set it aside with a reason, or take its word as right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from deskeditor.domain.findings import Category, Finding, FindingClass
from deskeditor.domain.lexicon import Scope
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.page import Page
from deskeditor.ui.wiring.controls import Controls
from deskeditor.ui.wiring.walking import say_none
from deskeditor.ui.wording import isolated

if TYPE_CHECKING:
    from deskeditor.ui.editor.view import ArticleEditor


class SettingAside(QObject):
    """Wires what a person decides about the finding under the caret, or else the open one."""

    def __init__(self, window: MainWindow, controls: Controls, editor: Page) -> None:
        """Everything is connected once, for the life of the window."""
        super().__init__(window)
        self.window, self._do = window, controls
        self.editor = cast("ArticleEditor", editor)
        self.handlers: dict[str, Callable[[], object]] = {
            "dismiss": self.dismiss,
            "keep_word": self.keep_word,
        }

    def _current(self) -> Finding | None:
        surface = self.editor.surface
        here = surface.finding_at(surface.textCursor())
        if isinstance(here, Finding) and here.shape is not FindingClass.KNOWN:
            return here
        return self.window.panels.checks.current

    def dismiss(self) -> None:
        """Ask on its card why the finding is set aside."""
        finding = self._current()
        if finding is None:
            say_none(self.window, self._do.checks)
            return
        self.window.show_panel("checks")
        self.window.panels.checks.ask_why(finding)

    def keep_word(self) -> None:
        """The word is right: a name for the whole desk, any other word for this person."""
        finding = self._current()
        if finding is None:
            say_none(self.window, self._do.checks)
        elif finding.shape is FindingClass.NAME:
            self.window.panels.checks.name_kept.emit(finding)
        elif finding.category is Category.SPELLING and finding.text:
            self._keep(finding.text)
        else:
            say_none(self.window, self._do.checks, "no_word")

    def _keep(self, word: str) -> None:
        book, words = self._do.desk.lexicon, self.window.look.words

        def kept(_kept: object) -> None:
            self.window.notice.say(words("window.word_kept", word=isolated(word)), "ok")
            self._do.checks.run()

        self._do.tasks.run("store", lambda: book.add_word(word, Scope.MINE, ""), kept)
