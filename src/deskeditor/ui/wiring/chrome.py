"""The frame: status line, notices, and who sits here."""

from __future__ import annotations

from PySide6.QtCore import QObject

from deskeditor.domain.errors import KnownError
from deskeditor.ui.control.first_run import Seated
from deskeditor.ui.control.open_article import SaveKind, SaveState
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.wiring.controls import Controls


class Chrome(QObject):
    """Wires the frame of the window."""

    def __init__(self, window: MainWindow, controls: Controls) -> None:
        """Everything is connected once, for the life of the window."""
        super().__init__(window)
        self.window = window
        self._do = controls
        self._words = window.look.words
        controls.tasks.known.connect(self.say_error)
        controls.tasks.broken.connect(self._broken)
        controls.article.save_changed.connect(self._save_changed)
        controls.checks.down.connect(self._checks_down)
        controls.courier.outbox_changed.connect(window.status.show_outbox)
        window.actions_table.allow(article=False, writing=False)

    def seat(self, seated: Seated) -> None:
        """Show who sits here and which paper it is."""
        paper = seated.publications[0].name if seated.publications else ""
        self.window.person.show_person(seated.person, seated.people, paper)
        self.window.panels.details.set_publications(seated.publications)
        names = {p.login: p.name for p in seated.people}
        self.window.place.set_people(names)
        self.window.panels.checks.set_people(names)
        self.window.panels.history.set_people(names)
        self.window.panels.quotes.set_people(names)
        self.window.panels.review.talk.set_people(names)
        self.window.sources.set_people(names)

    def say_error(self, error: KnownError) -> None:
        """One sentence in the notice bar; that no board was founded yet is no fault."""
        tone = "info" if error.code == "board-missing" else "error"
        self.window.notice.say(self._words.error(error), tone)

    def _broken(self, _name: str) -> None:
        written = self._do.article.save.kind is SaveKind.SAVED
        key = "window.our_fault" if written else "window.our_fault_plain"
        self.window.notice.say(self._words(key), "error")

    def _checks_down(self, error: KnownError | None) -> None:
        self.window.status.show_checks(self._words.error(error) if error is not None else "")

    def _save_changed(self, state: SaveState) -> None:
        self.window.status.show_save(state)
        if state.kind is SaveKind.FAILED and state.error is not None:
            words = self._words
            again = (words("window.try_again"), self._do.article.save_now)
            why = words.error(state.error)
            self.window.notice.say(words("window.not_saved", why=why), "error", again)
