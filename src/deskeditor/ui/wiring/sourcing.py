"""The place of sources: the register read in the background, searched, mended; articles opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from deskeditor.domain.errors import KnownError
from deskeditor.domain.sources import Registered, Source, SourceLine
from deskeditor.ui.control.open_article import Opened
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.wiring.controls import Controls
from deskeditor.ui.wording import isolated


class SourcesDesk(QObject):
    """Wires the register."""

    def __init__(
        self, window: MainWindow, controls: Controls, open_article: Callable[[str], None]
    ) -> None:
        """`open_article` opens one by its id."""
        super().__init__(window)
        self.window, self._do = window, controls
        self.page = window.sources
        self._key = ""
        page, form = self.page, self.page.form
        page.searched.connect(lambda _text: self.read())
        page.new_asked.connect(self.new)
        page.line_chosen.connect(self._chosen)
        form.saved.connect(self._save)
        form.noted.connect(self._note)
        form.article_chosen.connect(open_article)
        window.panels.quotes.register_asked.connect(self.show_source)
        page.demands.demanded.connect(self._demand)
        controls.article.opened.connect(self._opened)

    def enter(self) -> None:
        """Show the register as the articles stand now."""
        if self.page.part == "register":
            self.page.search.setFocus()
        self._do.tasks.run(
            "archive", self._catch_up, lambda _read: self.read(), key="register",
            failed=self._unread,
        )  # fmt: skip

        self._read_demands()

    def _read_demands(self) -> None:
        """What the board asks of each publication, where a chief sits here."""
        desk, login = self._do.desk, self._do.desk.person.login

        def work() -> tuple[dict[str, str], frozenset[str]]:
            if not (desk.has_board and desk.vouching.may_demand(login)):
                return {}, frozenset()
            names = {one.id: one.name for one in desk.publications.all()}
            return names, desk.vouching.demanded(login)

        self._do.tasks.run(
            "board", work, lambda read: self.page.demands.show_demands(*read), key="demands"
        )

    def _demand(self, publication: str, wanted: bool) -> None:
        desk, login = self._do.desk, self._do.desk.person.login

        def failed(error: KnownError) -> None:
            self._do.tasks.known.emit(error)
            self._read_demands()

        self._do.tasks.run(
            "board", lambda: desk.vouching.demand(publication, login, wanted=wanted),
            lambda _done: self._read_demands(), failed=failed,
        )  # fmt: skip

    def _catch_up(self) -> int:
        desk = self._do.desk
        return desk.register.catch_up(
            stopped=lambda: self._do.tasks.closed, read_one=desk.checker.reading_of
        )

    def _unread(self, error: KnownError) -> None:
        """What was read before can be shown all the same."""
        self._do.tasks.known.emit(error)
        self.read()

    def _opened(self, _opened: Opened) -> None:
        """Other articles are read while one is open: their wordings are held against its own."""

        def done(read: int) -> None:
            if read:
                self._do.checks.run()

        self._do.tasks.run("archive", self._catch_up, done, key="catch up", failed=lambda _e: None)

    def read(self) -> None:
        """Look the lines up."""
        register, asked = self._do.desk.register, self.page.search.text()
        self._do.tasks.run("search", lambda: tuple(register.lines(asked)), self._show, key="lines")

    def _show(self, lines: tuple[SourceLine, ...]) -> None:
        self.page.show_lines(lines, self._key)
        if not self.page.search.text().strip():  # what a search finds is not what there is
            self.window.rail.rows["sources"].set_count(len(lines))

    def new(self) -> None:
        """An empty form for a source no article names yet."""
        self._key = ""
        self.page.view.clearSelection()
        self.page.form.show_line(None, self.page.people)
        self.page.form.show_appearances(())
        self.page.show_form()
        self.page.form.name.setFocus()

    def show_source(self, source: Source) -> None:
        """Go to a source that an article names."""
        from deskeditor.services.register import key_of

        self._key = key_of(source.name)
        self.page.search.setText("")
        self.window.rail.place_chosen.emit("sources")

    def _chosen(self, line: SourceLine) -> None:
        self._key = line.key
        self.page.form.show_line(line, self.page.people)
        self.page.show_form()
        register = self._do.desk.register
        self._do.tasks.run(
            "search", lambda: register.appearances(line.key), self.page.form.show_appearances,
            key="appearances",
        )  # fmt: skip

    def _save(self, entry: Registered) -> None:
        self._keep(partial(self._do.desk.register.save, entry, self._do.desk.person.login))

    def _note(self, entry: Registered, text: str) -> None:
        register, login = self._do.desk.register, self._do.desk.person.login

        def work() -> Registered:
            kept = entry if entry.id else register.save(entry, login)
            register.note(kept.id, text, login)
            return kept

        self._keep(work)

    def _keep(self, work: Callable[[], Registered]) -> None:
        self._do.tasks.run("store", work, self._kept)

    def _kept(self, entry: Registered) -> None:
        from deskeditor.services.register import key_of

        self._key = key_of(entry.name)
        said = self.window.look.words("register.kept", name=isolated(entry.name))
        self.window.notice.say(said, "ok")
        self.read()
        self._do.checks.run()  # on other terms the checklist may say something else
