"""The application: one QApplication, one window at a time, built anew for another look."""

from __future__ import annotations

import logging
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QObject, QSize, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox, QStyleFactory, QWidget

from deskeditor.domain.errors import KnownError
from deskeditor.domain.people import Person, Role
from deskeditor.language.messages import Catalogue
from deskeditor.ui.control.first_run import Seated, sit_down
from deskeditor.ui.control.shelves import Place
from deskeditor.ui.desk import Desk
from deskeditor.ui.hints import Hints, read_hints, write_hints
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.page import Page, make_page
from deskeditor.ui.theme.fonts import font
from deskeditor.ui.theme.look import Look, make_look
from deskeditor.ui.theme.palette import palette
from deskeditor.ui.theme.stylesheet import stylesheet
from deskeditor.ui.tidying import put_off
from deskeditor.ui.wiring.archive import ArchiveDesk
from deskeditor.ui.wiring.caret import CaretDesk
from deskeditor.ui.wiring.chrome import Chrome
from deskeditor.ui.wiring.commands import Commands
from deskeditor.ui.wiring.comparing import ComparingDesk
from deskeditor.ui.wiring.context import ContextMenu
from deskeditor.ui.wiring.controls import Controls, make_controls
from deskeditor.ui.wiring.discussing import TalkDesk
from deskeditor.ui.wiring.finding import FindDesk
from deskeditor.ui.wiring.foldering import FolderDesk
from deskeditor.ui.wiring.illustrating import PictureDesk
from deskeditor.ui.wiring.isolating import IsolatingDesk
from deskeditor.ui.wiring.keys import KeysDesk
from deskeditor.ui.wiring.language import LanguageDesk
from deskeditor.ui.wiring.lettering import Lettering
from deskeditor.ui.wiring.linking import LinkDesk
from deskeditor.ui.wiring.marking import MarkDesk
from deskeditor.ui.wiring.mending import MENDABLE, Mending
from deskeditor.ui.wiring.outlining import OutlineDesk
from deskeditor.ui.wiring.page_look import PageLook
from deskeditor.ui.wiring.places import Places
from deskeditor.ui.wiring.quoting import QuotingDesk
from deskeditor.ui.wiring.reading import Reading
from deskeditor.ui.wiring.resuming import Resuming
from deskeditor.ui.wiring.reviewing import ReviewDesk
from deskeditor.ui.wiring.setting_aside import SettingAside
from deskeditor.ui.wiring.shelving import ShelvingDesk
from deskeditor.ui.wiring.shorthand import ShorthandDesk
from deskeditor.ui.wiring.sourcing import SourcesDesk
from deskeditor.ui.wiring.vault import VaultDesk
from deskeditor.ui.wiring.writing import WritingDesk
from deskeditor.ui.wording import Words, isolated

_log = logging.getLogger(__name__)
#: The zooms one can reach, in percent.
_LEAST, _MOST = 70, 200
#: The window's first size where the screen has room for it and for its title bar, in pixels.
_WANTED, _TITLE_BAR = QSize(1440, 900), 40
#: The exit code of a known error, as on the command line.
_KNOWN = 3


def application() -> QApplication:
    """The one QApplication, in the Fusion style; made at the first call."""
    made = QApplication.instance()
    if isinstance(made, QApplication):
        return made
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication(sys.argv[:1])
    # A thread that checks lets go of the interpreter ten times sooner: each of the window's calls
    # into Qt may wait that long to come back, and a key press makes a dozen of them.
    sys.setswitchinterval(0.0005)
    app.setApplicationName("deskeditor")
    app.setStyle(QStyleFactory.create("Fusion"))
    return app


class Shell(QObject):
    """Holds the window and the desk behind it; builds the window anew when its look changes."""

    def __init__(
        self,
        desk: Desk,
        make_editor: Callable[[Look], QWidget] = make_page,
        *,
        theme: str = "",
    ) -> None:
        """Nothing is shown yet; `theme` is light or dark, as it was last where it is empty."""
        super().__init__()
        self.app = application()
        self.desk = desk
        self._make_editor = make_editor
        hints = read_hints(desk.home)
        self.theme = theme or hints.theme
        self._fixed = bool(theme)
        self.zoom = hints.zoom
        self.face, self.lines = hints.face, hints.lines
        self.language = desk.language
        self._translator = QTranslator()
        self._arrows = Path(tempfile.mkdtemp(prefix="deskeditor-"))
        self.controls: Controls
        self.window: MainWindow
        self.chrome: Chrome
        self.seated: Seated | None = None
        #: Who sat down a moment ago and is still to be greeted.
        self._newly = ""
        self._build()

    # Building.

    def _build(self) -> None:
        words = Words(Catalogue(self.desk.resources / "i18n", self.language))
        look = make_look(self.desk.resources, self.theme, words)
        self._dress(look)
        self.controls = make_controls(self.desk)
        editor, reader = self._make_editor(look), self._make_editor(look)
        editor.setAccessibleName(words("window.page"))
        reader.setAccessibleName(words("window.reading_page"))
        self.window = MainWindow(look, editor, reader, self.controls.pictures, self.controls.thumbs)
        for page in (editor, reader):
            page.set_zoom(self.zoom / 100)  # type: ignore[attr-defined]
        self.chrome = Chrome(self.window, self.controls)
        self.writing = WritingDesk(self.window, self.controls, editor, reader)
        self.quoting = QuotingDesk(self.window, self.controls, self.writing.editor)
        self.review = ReviewDesk(self.window, self.controls, reader)
        self.pictures = PictureDesk(self.window, self.controls, self.writing)
        self.places = Places(self.window, self.controls, self.review, self.pictures)
        self.commands = Commands(
            self.window, self.controls, self.writing, self.review, self.places, self
        )
        self._build_sources(editor)
        self.find = FindDesk(self.window, self.controls, self.writing.editor)
        self.lettering = Lettering(self.window, self.writing.editor)
        self.isolating = IsolatingDesk(self.window, self.writing.editor)
        self.linking = LinkDesk(self.window, self.writing.editor)
        self.caret = CaretDesk(self.window, self.controls, self.writing.editor)
        self.reading = Reading(self.window, self.controls, self.writing.editor)
        self._build_looks(self.writing.editor)
        self.shorthand = ShorthandDesk(self.window, self.controls, self.writing.editor)
        self.talk = TalkDesk(self.window, self.controls, editor)
        self.keys = KeysDesk(self.window, self.controls)
        self.language_desk = LanguageDesk(self.window, self.controls, self.places.open)
        for part in (
            self.quoting, self.pictures, self.find, self.lettering, self.isolating, self.linking,
            self.reading, self.page_look, self.shorthand, self.shelving, self.foldering, self.talk,
            self.keys, self.language_desk,
        ):  # fmt: skip
            self.commands.handlers |= part.handlers
        self.context = ContextMenu(
            self.window, self.controls, self.writing, self.language_desk.forget_name
        )
        self.resuming = Resuming(self.window, self.controls, self.writing.editor)
        self.window.actions_table["dark"].setChecked(self.theme == "dark")
        self.window.person.chosen.connect(self.change_person)
        self.window.closing.connect(self._closing)
        self.window.show_panel("checks")
        self.window.show_page("place")
        self.window.rail.choose(Place.DRAFTS)
        self.window.place.begin(Place.DRAFTS)
        self._put_sheet(look)

    def _build_looks(self, editor: Page) -> None:
        """The page's type and lines, the outline beside it, two texts compared."""
        pages, chosen = (editor, self.review.reader), (self.face, self.lines)
        self.page_look = PageLook(self.window, pages, chosen, self._page_chosen)
        self.outlining = OutlineDesk(self.window, self.controls, editor)
        parts = self.window, self.controls, self.places
        self.foldering, self.shelving = FolderDesk(*parts), ShelvingDesk(*parts)
        self.comparing = ComparingDesk(self.window, self.controls, self._make_editor)

    def _build_sources(self, editor: QWidget) -> None:
        """Quotations marked by hand, the register, the vault, the search over everything."""
        self.marking = MarkDesk(self.window, self.controls, editor)
        self.setting_aside = SettingAside(self.window, self.controls, self.writing.editor)
        self.commands.handlers |= self.marking.handlers | self.setting_aside.handlers
        self.sourcing = SourcesDesk(self.window, self.controls, self.places.open)
        self.places.sources_entered.connect(self.sourcing.enter)
        self.vault = VaultDesk(self.window, self.controls, editor)
        self.archive = ArchiveDesk(self.window, self.controls, self.places.open)

    def _dress(self, look: Look) -> None:
        rtl = look.words.rtl
        self.app.removeTranslator(self._translator)
        if rtl:
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if self._translator.load("qtbase_ar", folder):
                self.app.installTranslator(self._translator)
        direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        self.app.setLayoutDirection(direction)
        self.app.setFont(font("ui", look.words.language))
        self.app.setPalette(palette(look.tokens))

    def _put_sheet(self, look: Look) -> None:
        """The style sheet once everything is built: before, it visits each widget several times."""
        look.icons.pixmap("down", "ink2", 14).save(str(self._arrows / "down.png"))
        look.icons.pixmap("tick", "on_accent", 14).save(str(self._arrows / "tick.png"))
        sheet = look.resources / "styles" / "window.qss"
        made = stylesheet(sheet, look.tokens, rtl=look.words.rtl, icons=self._arrows)
        self.window.setStyleSheet(made)

    # The life of a window.

    def show(self) -> None:
        """Show the window, then read what stands on the desk."""
        room = self.app.primaryScreen().availableGeometry().size()
        inner = room - QSize(0, _TITLE_BAR)
        self.window.resize(_WANTED.boundedTo(inner))
        if _WANTED.height() > inner.height() or _WANTED.width() > inner.width():
            self.window.showMaximized()
        else:
            self.window.show()
        QTimer.singleShot(0, self.begin)

    def begin(self) -> None:
        """Read who sits here; an empty home gets the sample desk first, and says so."""
        if not self.desk.has_board:
            self.window.notice.say(self.window.look.words("window.first_run"), "info")
        elif self._newly:
            self._say_sitting_down(self.desk.person)
        self.controls.tasks.run(
            "store", lambda: sit_down(self.desk), self._seated, key="sit down",
            failed=self._cannot_open,
        )  # fmt: skip

    def _cannot_open(self, error: KnownError) -> None:
        """Nothing can be done here: say why, once, and leave with the code of a known error."""
        words = self.window.look.words
        sentence = words.error(error)
        sys.stderr.write(f"{sentence}\n")
        if self.seated is not None:  # it was open a moment ago: what stands in it stays in sight
            self.window.notice.say(sentence, "error")
            return
        if error.code in MENDABLE:
            self.mending = Mending(
                self.window, self.desk.upkeep, self.controls.tasks, words, again=self.begin,
                leave=lambda: self.app.exit(_KNOWN),
            )  # fmt: skip
            self.mending.offer(error)
            return
        self.window.hide()
        QMessageBox.critical(None, words("window.cannot_open"), sentence)
        self.app.exit(_KNOWN)

    def _seated(self, seated: Seated) -> None:
        first = self.seated is None
        self.seated = seated
        self.window.notice.hide()
        if seated.publications:
            self.window.look.words.zone = seated.publications[0].zone
        if self._newly == seated.person.login:
            words = self.window.look.words
            self.window.notice.say(words("window.seated", name=isolated(seated.person.name)), "ok")
        self._newly = ""
        self.chrome.seat(seated)
        self.writing.set_publications(seated.publications)
        self.keys.seat()
        self.foldering.read()
        self.controls.library.read()
        self.controls.review.read()
        self.controls.courier.start()
        if first:
            # The window stands: whoever checks may load the language meanwhile.
            self.controls.tasks.run("checks", self.desk.checker.warm)
            self.places.place = _place_of(seated.person)
        self.places.go(self.places.place)
        if first:
            self.resuming.resume()
            self.controls.gallery.look_after()
            # Behind all reading: the day's copy of the store, and a word where it cannot be made.
            self.controls.tasks.run("store", self.desk.upkeep.backup_if_due)
        if (
            first
            and seated.settings.theme in ("light", "dark")
            and (seated.settings.theme != self.theme)
        ):
            self.theme = seated.settings.theme
            self.rebuild()

    def close(self) -> None:
        """Close the window and let it go: a style sheet visits every window that still lives."""
        self.window.close()
        self.window.deleteLater()
        self.controls.let_go()

    def rebuild(self) -> None:
        """Write what is unsaved, close the window, build it in the present look, open the same."""
        old, controls = self.window, self.controls
        outbox, place, panel = controls.courier.outbox, self.places.place, old.panel
        geometry, was = old.saveGeometry(), self.resuming.now()
        self.resuming.remember()
        controls.close()
        old.closing.disconnect(self._closing)
        self._build()
        self.controls.courier.outbox = outbox
        self.window.status.show_outbox(outbox)
        self.window.restoreGeometry(geometry)
        if not old.isMaximized() and not old.isFullScreen():
            self.window.resize(old.size())
        self.window.show_panel(panel)
        self.places.place = place
        self.window.show()
        old.close()
        old.deleteLater()
        controls.let_go()
        self.begin()
        self.resuming.resume(was)

    def switch_language(self) -> None:
        """The other language."""
        self.language = "ar" if self.language == "en" else "en"
        self._remember(language=self.language)
        self.rebuild()

    def switch_theme(self) -> None:
        """The other scheme."""
        self.theme = "light" if self.theme == "dark" else "dark"
        self._remember(theme=self.theme)
        self.rebuild()

    def change_zoom(self, by: int) -> None:
        """The page's text larger or smaller by so many percent; 0 resets."""
        self.zoom = max(_LEAST, min(_MOST, self.zoom + by)) if by else 100
        for page in (self.writing.editor, self.review.reader):
            page.set_zoom(self.zoom / 100)
        self._remember(zoom=self.zoom / 100)

    def _page_chosen(self, face: str, lines: str) -> None:
        self.face, self.lines = face, lines
        self._remember(face=face, lines=lines)

    def change_person(self, login: str) -> None:
        """Somebody else sits down at this desk."""
        people = self.seated.people if self.seated is not None else ()
        person: Person | None = next((p for p in people if p.login == login), None)
        if person is None or person.login == self.desk.person.login:
            return
        self._say_sitting_down(person)
        QTimer.singleShot(0, self.window, lambda: self._seat(person))

    def _say_sitting_down(self, person: Person) -> None:
        words = self.window.look.words
        self.window.notice.say(words("window.sitting_down", name=isolated(person.name)), "info")

    def _seat(self, person: Person) -> None:
        self.controls.article.save_now()
        self.desk.seat(person)
        self._remember(login=person.login)
        self.places.place = _place_of(person)
        self.controls.article.forget()
        self._newly = person.login
        self.rebuild()

    def _remember(self, **values: object) -> None:
        write_hints(
            self.desk.home, Hints(self.language, self.theme, self.zoom, self.face, self.lines)
        )
        book = self.desk.settings

        def work() -> None:
            book.save(replace(book.load(), **values))  # type: ignore[arg-type]

        self.controls.tasks.run("store", work)

    def _closing(self) -> None:
        self.resuming.remember()
        self.controls.close()
        shutil.rmtree(self._arrows, ignore_errors=True)


def _place_of(person: Person) -> Place:
    """Where somebody's day begins: the review desk for those who decide, else their drafts."""
    return Place.DESK if person.holds(Role.EDITOR, Role.CHIEF) else Place.DRAFTS


def run(build: Callable[[], Desk]) -> int:
    """Open the workstation on the desk that `build` answers; answers Qt's exit code."""
    put_off()
    app = application()
    desk = build()
    shell = Shell(desk)
    shell.show()
    try:
        return app.exec()
    finally:
        shell.controls.close()
        desk.close()


__all__ = ["Shell", "application", "run"]
