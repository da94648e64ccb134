"""Shorthand: read for who sits here, used as they type, edited in its page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import QMimeData, QObject

from deskeditor.services.shorthand import Entry, Scope, Shorthand
from deskeditor.ui.control.open_article import Opened
from deskeditor.ui.dialogs.palette import Command
from deskeditor.ui.editor.expanding import Expanding
from deskeditor.ui.editor.view import ArticleEditor
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.page import Page
from deskeditor.ui.panels.shorthand.page import ShorthandPage
from deskeditor.ui.wiring.controls import Controls
from deskeditor.ui.wording import isolated


class ShorthandDesk(QObject):
    """Wires shorthand."""

    def __init__(self, window: MainWindow, controls: Controls, editor: Page) -> None:
        """Nothing is read before an article opens."""
        super().__init__(window)
        self.window, self._do, self._words = window, controls, window.look.words
        self.editor = cast("ArticleEditor", editor)
        self.expanding = Expanding(self.editor)
        self.now = Shorthand()
        self.page = ShorthandPage(window.look)
        window.add_page("shorthand", self.page)
        self._came_from = "place"
        self.page.scope_chosen.connect(self._read)
        self.page.saved.connect(self._save)
        self.page.closed.connect(lambda: window.show_page(self._came_from))
        controls.article.opened.connect(self._opened)
        self.handlers: dict[str, Callable[[], object]] = {
            "shorthand": self.open,
            "insert_snippet": self.choose_snippet,
        }

    @property
    def _publication(self) -> str:
        article = self._do.article.article
        return article.details.publication if article is not None else ""

    def _owner(self, scope: Scope) -> str:
        return self._do.desk.person.login if scope is Scope.PERSON else self._publication

    def _opened(self, _opened: Opened | None) -> None:
        self.load()

    def load(self) -> None:
        """Read what holds for this person and the open article's publication."""
        book, login, paper = self._do.desk.shorthand, self._do.desk.person.login, self._publication
        self._do.tasks.run("store", lambda: book.load(login, paper), self._use, key="shorthand")

    def _use(self, shorthand: Shorthand) -> None:
        self.now = shorthand
        self.expanding.use(shorthand)

    def open(self) -> None:
        """Show the page of entries."""
        if self.window.page != "shorthand":
            self._came_from = self.window.page
        self.window.show_page("shorthand")
        self._read(self.page.scope)

    def _read(self, scope: Scope) -> None:
        book, owner = self._do.desk.shorthand, self._owner(scope)
        self._do.tasks.run(
            "store",
            lambda: book.entries(scope, owner),
            lambda entries: self.page.show_entries(scope, entries),
            key="entries",
        )

    def _save(self, scope: Scope, entries: tuple[Entry, ...]) -> None:
        book, owner = self._do.desk.shorthand, self._owner(scope)

        def done(kept: tuple[Entry, ...]) -> None:
            self.page.show_entries(scope, kept)
            self.window.notice.say(self._words("shorthand.saved"), "ok")
            self.load()

        self._do.tasks.run("store", lambda: book.save(scope, owner, entries), done)

    def choose_snippet(self) -> None:
        """Ask which snippet; it goes in at the caret as one undo step."""
        self.window.palette_box.ask([
            Command(isolated(name), "", partial(self._insert, text))
            for name, text in self.now.snippets.items()
        ])  # fmt: skip

    def _insert(self, text: str) -> None:
        mime = QMimeData()
        mime.setText(text)
        self.editor.surface.paste(mime, plain=True)
        self.editor.setFocus()
