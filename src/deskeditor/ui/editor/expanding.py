"""Shorthand as one types: at a word's end its letters become what they stand for.

Each expansion is an undo step of its own: one undo brings the letters back as they were typed, and
they stay.
"""

from __future__ import annotations

from deskeditor.domain.findings import Anchor, Edit
from deskeditor.services.shorthand import LONGEST_TYPED, Shorthand
from deskeditor.ui.editor.keys import ENDS
from deskeditor.ui.editor.positions import points_in
from deskeditor.ui.editor.projection import read_text
from deskeditor.ui.editor.view import ArticleEditor


class Expanding:
    """Looks up each word that ends in one editor while there is any shorthand."""

    def __init__(self, editor: ArticleEditor) -> None:
        """No shorthand yet."""
        self._editor, self._surface = editor, editor.surface
        self._shorthand = Shorthand()

    def use(self, shorthand: Shorthand) -> None:
        """Take another table; without words in it nothing is looked up."""
        self._shorthand = shorthand
        self._surface.word_ended = self.expand if shorthand.words else None

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
        text, end = read_text(block).text, points_in(block, place)
        start = end
        while start > 0 and end - start <= LONGEST_TYPED and text[start - 1] not in ENDS:
            start -= 1
        new = self._shorthand.words.get(text[start:end])
        if new is None:
            return False
        address = self._surface.page.address(block)
        return self._editor.apply([Edit(Anchor(address, start, end), new)])
