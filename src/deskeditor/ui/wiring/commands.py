"""What each action does: the names of the table meet the parts of the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from deskeditor.domain.document import Direction
from deskeditor.services.exporting import ENDINGS
from deskeditor.ui.control.shelves import Place
from deskeditor.ui.dialogs.palette import Command
from deskeditor.ui.editor.surface import Surface
from deskeditor.ui.editor.view import ArticleEditor
from deskeditor.ui.main_window import PANELS, MainWindow
from deskeditor.ui.page import KINDS
from deskeditor.ui.window_menu import WindowMenu
from deskeditor.ui.wiring.controls import Controls
from deskeditor.ui.wiring.places import Places
from deskeditor.ui.wiring.reviewing import ReviewDesk
from deskeditor.ui.wiring.walking import FindingWalk
from deskeditor.ui.wiring.writing import WritingDesk

#: Actions of the clipboard, and what Qt's fields call them.
_CLIP = {
    "cut": "cut",
    "copy": "copy",
    "paste": "paste",
    "paste_plain": "paste",
    "select_all": "selectAll",
}
_RLM, _LRM = "\u200f", "\u200e"
#: What the settings button offers; each is an action of the table, an empty name a line.
_SETTINGS = (
    "dark", "language", "", "face_naskh", "face_amiri", "",
    "measure_narrow", "measure_normal", "measure_wide", "",
    "zoom_in", "zoom_out", "zoom_reset", "", "shortcuts",
)  # fmt: skip


class Look(Protocol):
    """Who can change how the whole window looks."""

    def switch_language(self) -> None:
        """The other language."""
        ...

    def switch_theme(self) -> None:
        """The other colours."""
        ...

    def change_zoom(self, by: int) -> None:
        """The page larger or smaller by so many percent; 0 resets."""
        ...


class Commands(QObject):
    """Does what an action asks."""

    def __init__(  # noqa: PLR0917 - one line for each part that actions reach
        self,
        window: MainWindow,
        controls: Controls,
        writing: WritingDesk,
        review: ReviewDesk,
        places: Places,
        look: Look,
    ) -> None:
        """Everything is connected once, for the life of the window."""
        super().__init__(window)
        self.window, self._do = window, controls
        self._writing, self._review, self._places, self._look = writing, review, places, look
        self._walk = FindingWalk(window, cast("ArticleEditor", writing.editor), controls.checks)
        self.handlers = self._files() | self._text() | self._checks() | self._views()
        window.actions_table.asked.connect(self.run)
        window.toolbar.kind_chosen.connect(self.kind)
        window.rail.settings_asked.connect(self.settings)

    def run(self, name: str) -> None:
        """Do one action of the table."""
        self.handlers[name]()

    def _submit(self) -> None:
        """The checklist; what keeps the article from being sent is said, where anything does."""
        self.window.show_panel("review")
        QTimer.singleShot(0, self.window, self._say_hindrance)  # the panel fills in this turn

    def _say_hindrance(self) -> None:
        card = self.window.panels.review.submit
        if not card.isHidden() and card.hindrance:
            self.window.notice.say(card.hindrance, "info")

    def _files(self) -> dict[str, Callable[[], object]]:
        places = self._places
        return {
            "new": places.new,
            "import": places.import_file,
            "save": self._save,
            **{f"export_{to}": partial(places.export, to) for to in ENDINGS},
            "copy_article": places.copy_article,
            "export_web": places.export_folder,
            "trash": places.trash,
            "quit": self.window.close,
            "insert_image": places.add_image,
        }

    def _text(self) -> dict[str, Callable[[], object]]:
        page = self._writing.editor
        return {
            "undo": page.undo,
            "redo": page.redo,
            **{name: partial(self._clip, name) for name in _CLIP},
            "strong": page.toggle_strong,
            "emphasis": page.toggle_emphasis,
            "insert_separator": page.insert_separator,
            "insert_rlm": lambda: page.insert_mark(_RLM),
            "insert_lrm": lambda: page.insert_mark(_LRM),
            "insert_table": lambda: page.insert_table(3, 3),
            "row_below": page.add_row,
            "row_above": lambda: page.add_row(below=False),
            "column_after": page.add_column,
            "column_before": lambda: page.add_column(after=False),
            "remove_row": page.remove_row,
            "remove_column": page.remove_column,
            "rtl": lambda: page.set_direction(Direction.RTL),
            "ltr": lambda: page.set_direction(Direction.LTR),
            **{kind: partial(self.kind, kind) for kind in KINDS},
            "insert_note": lambda: page.insert_note(self._do.desk.person.login),
        }

    def _clip(self, name: str) -> None:
        """Cut, copy and paste where the focus is: a field of a panel, or the page."""
        focus = self.window.focusWidget()
        field = isinstance(focus, QLineEdit | QPlainTextEdit)
        if field or (isinstance(focus, Surface) and focus.isReadOnly()):
            getattr(focus, _CLIP[name])()
        else:
            getattr(self._writing.editor, name)()

    def _checks(self) -> dict[str, Callable[[], object]]:
        return {
            "check_now": self._do.checks.run,
            "next_finding": lambda: self._walk.step(1),
            "previous_finding": lambda: self._walk.step(-1),
            "apply_fix": self._writing.apply_first_fix,
            "fix_all": self._writing.fix_all,
            "explain": self._writing.explain,
            "submit": self._submit,
            "claim": self._review.claim,
            "next_case": lambda: self._review.step(1),
            "previous_case": lambda: self._review.step(-1),
            "send_now": self._do.courier.send,
        }

    def _views(self) -> dict[str, Callable[[], object]]:
        look = self._look
        made: dict[str, Callable[[], object]] = {
            "palette": self.palette,
            "settings": self.settings,
            "inspector": self.window.fold_inspector,
            "dark": look.switch_theme,
            "language": look.switch_language,
            "zoom_in": lambda: look.change_zoom(10),
            "zoom_out": lambda: look.change_zoom(-10),
            "zoom_reset": lambda: look.change_zoom(0),
        }
        for name, _icon in PANELS:
            made[f"panel_{name}"] = partial(self.window.show_panel, name)
        for place in Place:
            made[f"place_{place}"] = partial(self._places.go, place)
        return made

    def kind(self, kind: str) -> None:
        """Make the lines under the selection paragraphs, subheads, quotations or a list."""
        self._writing.editor.set_block_kind(KINDS[kind])

    def palette(self) -> None:
        """Every action that can be used now, every article of this person, and what is in texts."""
        table = self.window.actions_table
        commands = [
            Command(action.text(), action.shortcut().toString(), action.trigger)
            for name, action in table.all.items()
            if action.isEnabled() and name != "palette"
        ]
        shelves = self._do.library.shelves
        commands += [
            Command(row.title, "", partial(self._places.open, row.id))
            for row in (*shelves.mine, *shelves.published)
            if row.title
        ]
        self.window.palette_box.ask(commands, further=True)

    def settings(self) -> None:
        """A small menu: nothing here needs a dialog."""
        menu = WindowMenu(self.window)
        menu.setAccessibleName(self.window.look.words("window.settings"))
        for name in _SETTINGS:
            if name:
                menu.addAction(self.window.actions_table[name])
            else:
                menu.addSeparator()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def _save(self) -> None:
        self._writing.editor.flush()
        self._do.article.keep()
