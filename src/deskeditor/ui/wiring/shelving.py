"""Templates, follow-ups and the archive in the window, and what a piece is related to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from deskeditor.domain.article import Article
from deskeditor.domain.rows import Shelf
from deskeditor.services.shelving import Relatives
from deskeditor.ui.control.open_article import Opened
from deskeditor.ui.control.shelves import Place
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.wiring.controls import Controls
from deskeditor.ui.wiring.glancing import Glancing
from deskeditor.ui.wiring.places import Places
from deskeditor.ui.wording import isolated


class ShelvingDesk(QObject):
    """Wires the shelves to the places and to the details of the open article."""

    def __init__(self, window: MainWindow, controls: Controls, places: Places) -> None:
        """Everything is connected once, for the life of the window."""
        super().__init__(window)
        self.window, self._do, self._places = window, controls, places
        self._words = window.look.words
        self.handlers: dict[str, Callable[[], object]] = {
            "follow_up": self.follow_up,
            "make_template": self.make_template,
            "archive": self.archive,
        }
        window.place.template_chosen.connect(self.begin_from)
        window.place.back_asked.connect(self._back)
        window.panels.details.article_chosen.connect(places.open)
        controls.article.opened.connect(self._read_relatives)
        self.glancing = Glancing(controls, self)

    def begin_from(self, template: str) -> None:
        """Begin a piece from a template, and open it."""
        desk, login = self._do.desk, self._do.desk.person.login
        self._do.tasks.run(
            "store", lambda: desk.shelving.from_template(template, login), self._do.article.arrived
        )

    def follow_up(self) -> None:
        """Begin a follow-up of the open article, and open it."""
        article = self._saved()
        if article is None:
            return
        desk, login = self._do.desk, self._do.desk.person.login
        self._do.tasks.run(
            "store", lambda: desk.shelving.follow_up(article.id, login), self._do.article.arrived
        )

    def make_template(self) -> None:
        """Keep a copy of the open article as a template; the article stays open."""
        article = self._saved()
        if article is None:
            return
        desk, login = self._do.desk, self._do.desk.person.login
        text = self._words("window.templated", title=isolated(article.title))
        there = (self._words("window.place_templates"), lambda: self._places.go(Place.TEMPLATES))

        def done(_made: Article) -> None:
            self._do.library.read()
            self.window.notice.say(text, "ok", there)

        self._do.tasks.run("store", lambda: desk.shelving.make_template(article.id, login), done)

    def archive(self) -> None:
        """Lay the open article away; the notice takes it back."""
        article = self._saved()
        if article is None:
            return
        self._do.library.move(article.id, Shelf.ARCHIVE)
        self._places.go(Place.DRAFTS)
        text = self._words("window.archived", title=isolated(article.title))
        back = (self._words("window.unarchive"), lambda: self._take_back(article.id))
        self.window.notice.say(text, "info", back)

    def _take_back(self, article: str) -> None:
        self._do.library.move(article, Shelf.WORK)

    def _back(self, article: str) -> None:
        if self._places.place is Place.ARCHIVE:
            self._take_back(article)
        else:
            self._do.library.untrash(article)

    def _saved(self) -> Article | None:
        """The open article, its newest words on their way to the disk before anything else."""
        self._do.article.save_now()
        return self._do.article.article

    def _read_relatives(self, opened: Opened) -> None:
        name, shelving = opened.article.id, self._do.desk.shelving
        self.window.panels.details.show_relatives(Relatives())

        def show(found: Relatives) -> None:
            now = self._do.article.article
            if now is not None and now.id == name:
                self.window.panels.details.show_relatives(found)

        self._do.tasks.run("store", lambda: shelving.relatives(name), show, key="relatives")
