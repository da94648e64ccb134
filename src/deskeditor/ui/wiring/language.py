"""The desk's own language: the names register, words marked correct, the rules and their counts."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from deskeditor.domain.findings import Finding
from deskeditor.domain.lexicon import Register, Scope
from deskeditor.services.lexicon import proposals
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.panels.names.page import NamesPage
from deskeditor.ui.panels.rules.page import RulesPage
from deskeditor.ui.wiring.controls import Controls
from deskeditor.ui.wording import isolated

if TYPE_CHECKING:
    from deskeditor.services.names import Across
    from deskeditor.services.rules import RuleLine
    from deskeditor.services.statistics import Statistics


class LanguageDesk(QObject):
    """Wires the names page, the rules page and «mark as correct»."""

    def __init__(
        self, window: MainWindow, controls: Controls, open_article: Callable[[str], object]
    ) -> None:
        """Nothing is read before a page is opened."""
        super().__init__(window)
        self.window, self._do, self._words = window, controls, window.look.words
        self._came_from = "place"
        self._open_article = open_article
        window.panels.checks.name_kept.connect(self.keep_name)
        self.handlers: dict[str, Callable[[], object]] = {
            "names": self.open_names,
            "rules": self.open_rules,
        }

    @cached_property
    def names(self) -> NamesPage:
        """The register's page, made when it is first opened."""
        page = NamesPage(self.window.look)
        self.window.add_page("names", page)
        page.scope_chosen.connect(self._read_names)
        page.saved.connect(self._save)
        page.refused.connect(self._do.tasks.known.emit)
        page.across_asked.connect(self._across)
        page.article_chosen.connect(self._open_article)
        page.closed.connect(self._leave)
        return page

    @cached_property
    def rules(self) -> RulesPage:
        """The rules' page, made when it is first opened."""
        page = RulesPage(self.window.look)
        self.window.add_page("rules", page)
        page.rule_chosen.connect(self._explain)
        page.clear_asked.connect(self._count_anew)
        page.closed.connect(self._leave)
        return page

    def _leave(self) -> None:
        self.window.show_page(self._came_from)

    @property
    def _publication(self) -> str:
        article = self._do.article.article
        if article is not None and article.details.publication:
            return article.details.publication
        return self._do.desk.publications.default().id

    def _owner(self, scope: Scope) -> str:
        return "" if scope is Scope.MINE else self._publication

    def _show(self, page: str) -> None:
        if self.window.page not in ("names", "rules"):
            self._came_from = self.window.page
        self.window.show_page(page)

    def open_names(self) -> None:
        """Show the register."""
        scope = self.names.scope
        self._show("names")
        self._read_names(scope)

    def _read_names(self, scope: Scope) -> None:
        book, owner = self._do.desk.lexicon, self._owner(scope)
        self._do.tasks.run(
            "store", lambda: book.register(scope, owner),
            lambda register: self.names.show_register(scope, register), key="register",
        )  # fmt: skip

    def _save(self, scope: Scope, shown: Register, now: Register) -> None:
        """Keep what changed in the table; what was added elsewhere meanwhile stays."""
        book, owner = self._do.desk.lexicon, self._owner(scope)

        def keep() -> Register:
            return book.change(
                scope, owner,
                names=[e for name, e in now.names.items() if shown.names.get(name) != e],
                words=now.words - shown.words,
                gone_names=shown.names.keys() - now.names.keys(),
                gone_words=shown.words - now.words,
            )  # fmt: skip

        def done(kept: Register) -> None:
            self.names.show_saved(scope, kept)
            self.window.notice.say(self._words("names.saved"), "ok")
            self._do.checks.run()

        self._do.tasks.run("store", keep, done)

    def keep_name(self, finding: Finding) -> None:
        """The word is right, for the whole desk: it turns green wherever it stands."""
        document = self._do.checks.newest.article.document if self._do.checks.newest else None
        slots = document.slots() if document is not None else ()
        known = {word for slot in slots for word in slot.text.text.split()}
        forms = proposals(finding.text, known)
        alone = next((form for form in forms[1:] if form in known), forms[0])
        book, owner = self._do.desk.lexicon, self._publication

        def done(kept: str) -> None:
            said = self._words("names.kept", name=isolated(kept))
            self.window.notice.say(said, "ok")
            self._do.checks.run()

        def keep() -> str:
            return book.add_word(alone, Scope.PUBLICATION, owner)

        self._do.tasks.run("store", keep, done)

    def forget_name(self, text: str) -> None:
        """Take a word off the desk's list again, and off one's own."""
        book, owner = self._do.desk.lexicon, self._publication
        forms = proposals(text)

        def forget() -> None:
            for scope in Scope:
                where = "" if scope is Scope.MINE else owner
                book.change(scope, where, gone_names=forms, gone_words=forms)

        self._do.tasks.run("store", forget, lambda _done: self._do.checks.run())

    def _across(self) -> None:
        desk, paper = self._do.desk, self._publication
        publication = desk.publications.get(paper)

        def read() -> Across:
            from deskeditor.services.names import NamesAcross

            with closing(desk.checker.another()) as checker:
                across = NamesAcross(
                    desk.drafts, desk.lexicon, checker.unknown_in, lambda: self._do.tasks.closed
                )
                return across.read(publication)

        self._do.tasks.run("archive", read, self.names.show_across, key="across")

    def open_rules(self) -> None:
        """Show the rules of the open article's publication."""
        page, desk, paper = self.rules, self._do.desk, self._publication
        self._show("rules")
        publication = desk.publications.get(paper)

        def read() -> tuple[tuple[RuleLine, ...], Statistics, tuple[str, ...]]:
            from deskeditor.services.rules import profile_faults, rule_lines

            counted = desk.statistics.load(paper)
            return rule_lines(publication, counted), counted, profile_faults(publication)

        self._do.tasks.run("store", read, lambda told: page.show_rules(*told), key="rules")

    def _count_anew(self) -> None:
        desk, paper = self._do.desk, self._publication
        self._do.tasks.run(
            "store", lambda: desk.statistics.clear(paper), lambda _done: self.open_rules()
        )

    def _explain(self, rule: str) -> None:
        path = self.window.look.resources / "help" / "rules" / self._words.language / f"{rule}.md"
        there = path.is_file()
        self.rules.show_help(path.read_text("utf-8") if there else self._words("panels.no_help"))
