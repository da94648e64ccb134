"""Shorthand as one types: at a word's end its letters become what they stand for.

Each expansion is an undo step of its own: one undo brings the letters back as they were typed, and
they stay.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from deskeditor.domain.findings import Anchor, Edit
from deskeditor.services.shorthand import LONGEST_TYPED, Shorthand
from deskeditor.ui.editor.positions import points_in
from deskeditor.ui.editor.view import ArticleEditor

#: What ends a word.
ENDS = frozenset(' \u00a0\t\n.,:;!?،؛؟…)]»”"')


class Expanding(QObject):
    """Watches one editor's keys and compositions while there is any shorthand."""

    def __init__(self, editor: ArticleEditor) -> None:
        """No shorthand yet."""
        super().__init__(editor)
        self._editor, self._surface = editor, editor.surface
        self._shorthand = Shorthand()
        self._watching = False

    def use(self, shorthand: Shorthand) -> None:
        """Take another table; without words in it nothing is watched."""
        self._shorthand = shorthand
        if bool(shorthand.words) != self._watching:
            self._watching = not self._watching
            if self._watching:
                self._surface.installEventFilter(self)
            else:
                self._surface.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """What ends a word is typed first, then the word is looked up."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if plain and _ends(event.text().replace("\r", "\n")):
                self._surface.keyPressEvent(event)
                self.expand()
                return True
        elif isinstance(event, QInputMethodEvent) and _ends(event.commitString()):
            self._surface.inputMethodEvent(event)
            self.expand()
            return True
        return False

    def expand(self) -> bool:
        """Replace the word that has just ended, if it stands for something."""
        cursor = self._surface.textCursor()
        block, place = cursor.block(), cursor.positionInBlock() - 1
        if cursor.hasSelection() or self._surface.isReadOnly():
            return False
        if place < 0:  # a new paragraph was begun
            block = block.previous()
            place = block.length() - 1
        if not block.isValid():
            return False
        address, end = self._surface.page.address(block), points_in(block, place)
        text = self._editor.document().text_at(address)
        if text is None:
            return False
        start = end
        while start > 0 and end - start <= LONGEST_TYPED and text.text[start - 1] not in ENDS:
            start -= 1
        new = self._shorthand.words.get(text.text[start:end])
        if new is None:
            return False
        return self._editor.apply([Edit(Anchor(address, start, end), new)])


def _ends(typed: str) -> bool:
    return bool(typed) and typed[-1] in ENDS
