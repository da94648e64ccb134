"""The type of the page and how long its lines are: chosen once, the same at the next start."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import QObject

from deskeditor.ui.editor.appearance import FACES, EditorTheme, with_face, with_lines
from deskeditor.ui.editor.view import ArticleEditor
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.page import Page

#: How long lines may be, by the names of their actions.
_LINES = ("narrow", "normal", "wide")


class PageLook(QObject):
    """Dresses the page one writes on and the page one reads on alike."""

    def __init__(
        self,
        window: MainWindow,
        pages: tuple[Page, Page],
        choice: tuple[str, str],
        remember: Callable[[str, str], object],
    ) -> None:
        """`choice` is (face, lines) as chosen last; `remember` is told each new one."""
        super().__init__(window)
        self.window, self._remember = window, remember
        self._pages = tuple(cast("ArticleEditor", page) for page in pages)
        self._plain: tuple[EditorTheme, ...] = tuple(p.surface.theme for p in self._pages)
        self.face, self.lines = choice
        self.handlers: dict[str, Callable[[], object]] = {
            **{f"measure_{name}": partial(self.choose, lines=name) for name in _LINES},
            **{f"face_{name}": partial(self.choose, face=name) for name in FACES},
        }
        self._dress()

    def choose(self, *, face: str = "", lines: str = "") -> None:
        """Take another face or another length of lines, and remember it."""
        self.face, self.lines = face or self.face, lines or self.lines
        self._dress()
        self._remember(self.face, self.lines)

    def _dress(self) -> None:
        for page, plain in zip(self._pages, self._plain, strict=True):
            theme = with_lines(with_face(plain, self.face), self.lines)
            if theme != page.surface.theme:
                page.surface.set_look(theme, page.surface.zoom)
        table = self.window.actions_table
        for name in _LINES:
            table[f"measure_{name}"].setChecked(name == self.lines)
        for name in FACES:
            table[f"face_{name}"].setChecked(name == self.face)
