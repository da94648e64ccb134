"""Characters no key has, tashkeel, tatweel, digits, directions: what menus do with letters."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import QObject

from deskeditor.language.rewriting import Manner
from deskeditor.ui.dialogs.palette import Command
from deskeditor.ui.editor.invisibles import Invisibles
from deskeditor.ui.editor.rewriting import rewrite
from deskeditor.ui.editor.view import ArticleEditor
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.page import Page
from deskeditor.ui.wording import ltr

#: What the insert menu puts in.
CHARACTERS = {
    "insert_zwnj": "\u200c",
    "insert_zwj": "\u200d",
    "insert_nbsp": "\u00a0",
    "insert_lri": "\u2066",
    "insert_rli": "\u2067",
    "insert_fsi": "\u2068",
    "insert_pdi": "\u2069",
}

#: The marks of vowels and doubling, in the order they are taught; by name in the catalogue.
TASHKEEL = {
    "fatha": "\u064e",
    "damma": "\u064f",
    "kasra": "\u0650",
    "sukun": "\u0652",
    "shadda": "\u0651",
    "fathatan": "\u064b",
    "dammatan": "\u064c",
    "kasratan": "\u064d",
    "dagger_alef": "\u0670",
}


class Lettering(QObject):
    """Wires the actions on letters."""

    def __init__(self, window: MainWindow, editor: Page) -> None:
        """Everything is connected once, for the life of the window."""
        super().__init__(window)
        self.window, self._words = window, window.look.words
        self.editor = cast("ArticleEditor", editor)
        self.invisibles = Invisibles(self.editor)
        self.handlers: dict[str, Callable[[], object]] = {
            **{name: partial(self.editor.insert_mark, char) for name, char in CHARACTERS.items()},
            **{manner.value: partial(self.rewrite, manner) for manner in Manner},
            "insert_tashkeel": self.choose_tashkeel,
            "own_direction": lambda: self.editor.set_direction(None),
            "invisibles": self._switch_invisibles,
        }

    def choose_tashkeel(self) -> None:
        """Ask which mark; it goes behind the letter before the caret."""
        self.window.palette_box.ask([
            Command(
                f"\u25cc{char} {self._words(f'lettering.{name}')}",
                "",
                partial(self._put_tashkeel, char),
            )
            for name, char in TASHKEEL.items()
        ])  # fmt: skip

    def _put_tashkeel(self, char: str) -> None:
        self.editor.insert_mark(char)
        self.editor.setFocus()

    def rewrite(self, manner: Manner) -> None:
        """Write the selection or the article anew, and say how many words changed."""
        count = rewrite(self.editor, manner)
        text = self._words("lettering.rewritten", n=count, count=ltr(count))
        self.window.notice.say(text, "ok" if count else "info")

    def _switch_invisibles(self) -> None:
        self.invisibles.show(on=self.window.actions_table["invisibles"].isChecked())
