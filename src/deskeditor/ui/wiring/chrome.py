"""The frame: status line, notices, who sits here, the command palette, the actions' handlers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from deskeditor.domain.errors import KnownError
from deskeditor.domain.events import BoardReached
from deskeditor.ui.control.first_run import Seated
from deskeditor.ui.control.open_article import SaveKind, SaveState
from deskeditor.ui.control.shelves import Place
from deskeditor.ui.dialogs.palette import Command
from deskeditor.ui.main_window import PANELS, MainWindow
from deskeditor.ui.wiring.controls import Controls
from deskeditor.ui.wiring.places import Places
from deskeditor.ui.wiring.reviewing import ReviewDesk
from deskeditor.ui.wiring.writing import WritingDesk

_RLM, _LRM = "\u200f", "\u200e"


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
        controls.courier.outbox_changed.connect(window.status.show_outbox)
        controls.bridge.on(BoardReached, lambda _event: None)
        window.actions_table.allow(article=False, writing=False)

    def seat(self, seated: Seated) -> None:
        """Show who sits here and which paper it is."""
        paper = seated.publications[0].name if seated.publications else ""
        self.window.person.show_person(seated.person, seated.people, paper)
        self.window.panels.details.set_publications(seated.publications)
        names = {p.login: p.name for p in seated.people}
        self.window.place.set_people(names)
        self.window.panels.history.set_people(names)

    def say_error(self, error: KnownError) -> None:
        """One sentence in the notice bar."""
        self.window.notice.say(self._words.error(error), "error")

    def _broken(self, _name: str) -> None:
        self.window.notice.say(self._words("window.our_fault"), "error")

    def _save_changed(self, state: SaveState) -> None:
        self.window.status.show_save(state)
        if state.kind is SaveKind.FAILED and state.error is not None:
            words = self._words
            again = (words("window.try_again"), self._do.article.save_now)
            why = words.error(state.error)
            self.window.notice.say(words("window.not_saved", why=why), "error", again)


Handlers = dict[str, Callable[[], object]]


class Desks:
    """The wired parts of a window, and what each action does with them."""

    def __init__(self) -> None:
        """Filled by `app.Shell` once the window stands: actions are made before their targets."""
        self.window: MainWindow
        self.controls: Controls
        self.writing: WritingDesk
        self.review: ReviewDesk
        self.places: Places
        self.switch_language: Callable[[], object]
        self.switch_theme: Callable[[], object]
        self.zoom: Callable[[int], object]

    def handlers(self) -> Handlers:
        """A handler for every action of the table."""
        made: Handlers = {
            "new": lambda: self.places.new(),
            "import": lambda: self.places.import_file(),
            "save": lambda: self.controls.article.keep(),
            "export_html": lambda: self.places.export("html"),
            "export_docx": lambda: self.places.export("docx"),
            "trash": lambda: self.places.trash(),
            "quit": lambda: self.window.close(),
            "palette": self._palette,
            "insert_image": lambda: self.places.add_image(),
            "check_now": lambda: self.controls.checks.run(),
            "next_finding": lambda: self._finding("go_next"),
            "previous_finding": lambda: self._finding("go_previous"),
            "apply_fix": lambda: self.writing.apply_first_fix(),
            "explain": lambda: self.writing.explain(),
            "submit": lambda: self.window.show_panel("review"),
            "claim": lambda: self.review.claim(),
            "next_case": lambda: self.review.step(1),
            "previous_case": lambda: self.review.step(-1),
            "send_now": lambda: self.controls.courier.send(),
            "inspector": lambda: self.window.fold_inspector(),
            "dark": lambda: self.switch_theme(),
            "language": lambda: self.switch_language(),
            "zoom_in": lambda: self.zoom(10),
            "zoom_out": lambda: self.zoom(-10),
            "zoom_reset": lambda: self.zoom(0),
            "shortcuts": self._palette,
        }
        for name, _icon in PANELS:
            made[f"panel_{name}"] = lambda name=name: self.window.show_panel(name)
        for place in Place:
            made[f"place_{place}"] = lambda place=place: self.places.go(place)
        return made | self._editing()

    def _editing(self) -> Handlers:
        """Actions the editor itself carries out."""

        def ask(method: str, *values: object) -> Callable[[], object]:
            return lambda: getattr(self._page(), method)(*values)

        return {
            "undo": ask("undo"),
            "redo": ask("redo"),
            "strong": ask("toggle_strong"),
            "insert_rlm": ask("insert_mark", _RLM),
            "insert_lrm": ask("insert_mark", _LRM),
            "insert_isolate": ask("toggle_isolate"),
            **{kind: lambda kind=kind: self.kind(kind)
               for kind in ("paragraph", "heading", "quotation", "list")},
            "rtl": lambda: self._direction("rtl"),
            "ltr": lambda: self._direction("ltr"),
        }  # fmt: skip

    def kind(self, kind: str) -> None:
        """Make the paragraph under the cursor a paragraph, heading, quotation or list."""
        cast("Any", self._page()).set_block_kind(kind)

    def _direction(self, direction: str) -> None:
        from deskeditor.domain.document import Direction

        cast("Any", self._page()).set_direction(Direction(direction))

    def _page(self) -> QWidget:
        return cast("QWidget", self.writing.editor)

    def _finding(self, step: str) -> None:
        self.window.show_panel("checks")
        getattr(self.window.panels.checks, step)()

    def _palette(self) -> None:
        table = self.window.actions_table
        commands = [
            Command(action.text(), action.shortcut().toString(), action.trigger)
            for name, action in table.all.items()
            if action.isEnabled() and name not in ("palette", "shortcuts")
        ]
        shelves = self.controls.library.shelves
        for row in (*shelves.mine, *shelves.published):
            if row.title:
                commands.append(
                    Command(row.title, "", lambda article=row.id: self.places.open(article))
                )
        self.window.palette_box.ask(commands)
