"""The open article's history: two texts compared in the centre, versions named and pinned."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from deskeditor.domain.article import Article
from deskeditor.domain.rows import RevisionRow
from deskeditor.services.compared import Compared, Difference
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.panels.history.compared_page import ComparedPage
from deskeditor.ui.theme.look import Look
from deskeditor.ui.wiring.controls import Controls

if TYPE_CHECKING:
    from deskeditor.ui.editor.view import ArticleEditor

_PAGE = "compared"
#: Pages beside which the history stands.
_TOGETHER = ("write", "read", _PAGE)


class ComparingDesk(QObject):
    """Wires the comparison of the history panel to a page of its own; nothing is written there."""

    def __init__(
        self, window: MainWindow, controls: Controls, make: Callable[[Look], QWidget]
    ) -> None:
        """Everything is connected once, for the life of the window."""
        super().__init__(window)
        self._window, self._do, self._make = window, controls, make
        self._panel = window.panels.history.comparison
        self._page: ComparedPage | None = None
        self._came_from = "write"
        self._found: Compared | None = None
        self._at = -1
        self._panel.asked.connect(self._compare)
        self._panel.chosen.connect(self._go_to)
        self._panel.closed.connect(self.close)
        window.panels.history.entitled.connect(self._entitle)
        controls.article.opened.connect(lambda _opened: self._forget())
        controls.pictures.loaded.connect(lambda _media: self._pictures_came())

    @property
    def _told(self) -> str:
        """Whose history the panel shows: the open article's, or that of the case under review."""
        rows = self._window.panels.history.rows
        return rows[0].article if rows else ""

    def _entitle(self, name: str, title: str, pinned: bool) -> None:
        drafts, login, own = self._do.desk.drafts, self._do.desk.person.login, self._told

        def work() -> tuple[RevisionRow, ...]:
            drafts.entitle(name, title, login, pinned=pinned)
            return tuple(drafts.history(own))

        def done(rows: tuple[RevisionRow, ...]) -> None:
            if own == self._told:
                self._window.panels.history.show_history(rows)

        self._do.tasks.run("store", work, done)

    def _compare(self, old: str, new: str) -> None:
        self._do.article.gathering.emit()
        drafts, own, opened = self._do.desk.drafts, self._told, self._do.article.article
        if not old or not own:
            return

        def work() -> tuple[Article, Compared]:
            from deskeditor.services.comparing import compared  # not before the first paint

            before = drafts.revision(old).article
            if new:
                revision = drafts.revision(new)
                after, author, at = revision.article, revision.author, revision.at
            else:
                after = opened if opened is not None and opened.id == own else drafts.open(own)
                author, at = after.owner, datetime.now(UTC)
            return after, compared(before, after, author, at)

        # Not where drafts are saved: texts that have nothing in common take seconds.
        self._do.tasks.run("search", work, self._show, key="comparing")

    def _show(self, result: tuple[Article, Compared]) -> None:
        article, found = result
        window = self._window
        elsewhere = article.id != self._told or window.page not in _TOGETHER
        if elsewhere or self._panel.isHidden():  # one has gone elsewhere since, or closed it
            return
        self._found, self._at = found, -1
        if self._page is None:
            self._page = ComparedPage(window.look, self._reading)
            self._page.stepped.connect(self._step)
            self._page.closed.connect(self.close)
            window.add_page(_PAGE, self._page)
        if window.page != _PAGE:
            self._came_from = window.page
        self._panel.show_differences(self._found.differences)
        title = window.look.words(
            "panels.compared", old=self._panel.old.currentText(), new=self._panel.new.currentText()
        )
        self._page.show_compared(title, article, self._found)
        window.show_page(_PAGE)
        window.actions_table.allow(article=True, writing=False)

    def _reading(self) -> ArticleEditor:
        made = cast("ArticleEditor", self._make(self._window.look))
        made.set_image_source(self._do.pictures.pixels)
        return made

    def _go_to(self, one: Difference) -> None:
        if self._found is None or self._page is None:
            return
        self._at = self._found.differences.index(one)
        self._panel.set_current(self._at)
        self._page.go_to(one)

    def _step(self, by: int) -> None:
        """The next change that has a place on the page, from the start again after the last."""
        found = self._found.differences if self._found is not None else ()
        places = [number for number, one in enumerate(found) if one.address is not None]
        if not places:
            return
        ahead = [number for number in places if (number - self._at) * by > 0]
        chosen = (ahead[0] if by > 0 else ahead[-1]) if ahead else places[0 if by > 0 else -1]
        self._go_to(found[chosen])

    def close(self) -> None:
        """Back to the page one came from."""
        self._panel.hide()
        if self._window.page == _PAGE:
            self._window.show_page(self._came_from)
            writable = self._came_from == "write" and self._do.article.writable
            self._window.actions_table.allow(article=True, writing=writable)

    def _pictures_came(self) -> None:
        if self._page is not None:
            self._page.show_pictures(self._do.pictures.pixels)

    def _forget(self) -> None:
        self._found = None
        self._panel.hide()
