"""Coming back: the article, the caret and the page as they were, after a kill too."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, QTimer

from deskeditor.domain.document import Address
from deskeditor.domain.errors import KnownError
from deskeditor.ui.control.open_article import Opened
from deskeditor.ui.editor.places import Spot, caret_spots, put_caret, scroll_to, top_spot
from deskeditor.ui.editor.view import ArticleEditor
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.page import Page
from deskeditor.ui.session import Place, Session, read_session, write_session
from deskeditor.ui.wiring.controls import Controls

#: Milliseconds the caret rests, or the page stands still, before the place is remembered.
REST = 400
#: Pages of the centre from which one goes back to the open article.
_AT_THE_ARTICLE = ("write", "shorthand", "keys", "names", "rules")


def _place(spot: Spot) -> Place:
    return Place(spot[0].block, spot[0].part, spot[1])


def _spot(place: Place) -> Spot:
    return Address(place.block, place.part), place.offset


class Resuming(QObject):
    """Remembers where the person is and leads back there."""

    def __init__(self, window: MainWindow, controls: Controls, editor: Page) -> None:
        """Nothing is remembered before an article opens."""
        super().__init__(window)
        self.window, self._do = window, controls
        self.editor = cast("ArticleEditor", editor)
        self._wanted: Session | None = None
        self._login = ""
        self._last = Session()
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.remember)
        controls.article.opened.connect(self._opened)
        controls.article.changed.connect(lambda _article: self._soon())
        self.editor.cursor_moved.connect(lambda _address, _offset: self._soon())
        self.editor.surface.verticalScrollBar().valueChanged.connect(lambda _value: self._soon())
        window.centre.currentChanged.connect(lambda _page: self._soon())
        window.inspector.currentChanged.connect(lambda _panel: self._soon())

    def now(self) -> Session:
        """Where the person is, or is being led; nowhere once somebody else sits here."""
        if self._wanted is not None:
            return self._wanted
        if self._login != self._do.desk.person.login:
            return Session()
        article = self._do.article.article
        if self.window.page not in _AT_THE_ARTICLE or article is None:
            return Session(panel=self.window.panel)
        surface = self.editor.surface
        caret, anchor = caret_spots(surface)
        return Session(
            article.id, _place(caret), _place(anchor), _place(top_spot(surface)), self.window.panel
        )

    def _soon(self) -> None:
        if not self._rest.isActive():
            self._rest.start()

    def remember(self) -> None:
        """Write the place down behind the store's other writes, where it has changed."""
        self._rest.stop()
        home, login = self._do.desk.home, self._login
        if self._wanted is not None or login != self._do.desk.person.login:
            return  # what is in the file is not led back to yet
        session = self.now()
        if session == self._last:
            return
        self._last = session
        self._do.tasks.run("store", lambda: write_session(home, login, session), key="session")

    def resume(self, session: Session | None = None) -> None:
        """Open what was open; an article that is gone is left alone without a word."""
        self._login = self._do.desk.person.login
        wanted = session or read_session(self._do.desk.home, self._login)
        if not wanted.article:
            return
        self._wanted = wanted
        drafts, article = self._do.desk.drafts, self._do.article

        def gone(_error: KnownError) -> None:
            self._wanted = None

        self._do.tasks.run(
            "store",
            lambda: drafts.open(wanted.article),
            lambda found: article.open(found.id),
            key="resume",
            failed=gone,
        )

    def _opened(self, opened: Opened) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted.article == opened.article.id:
            put_caret(self.editor.surface, _spot(wanted.caret), _spot(wanted.anchor))
            # The page gets its width, and with it its height, when the window is laid out.
            QTimer.singleShot(0, self, lambda: scroll_to(self.editor.surface, _spot(wanted.top)))
            if wanted.panel:
                self.window.show_panel(wanted.panel)
            self.editor.setFocus()
        self._soon()
