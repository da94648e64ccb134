"""What people say to one another in the text: suggestions and comments."""

from __future__ import annotations

from deskeditor.domain.document import Document, Proposal, Suggestion, proposals
from deskeditor.ui.editor.commands import PageCommands
from deskeditor.ui.editor.resolving import About, settle


class Discussing(PageCommands):
    """A widget with a `surface`, its commands, and the talk about the text."""

    def document(self) -> Document:
        """The Document as it stands on the page now."""
        return self.surface.page.projection.document()

    # --- suggestions --------------------------------------------------------------------------

    def set_suggesting(self, on: bool, author: str = "") -> None:
        """Write suggestions in this person's name from now on, or write plainly again."""
        self.surface.suggest(author if on else "")

    def is_suggesting(self) -> bool:
        """Whether what is written now is a suggestion."""
        return bool(self.surface.author)

    def suggestions(self) -> tuple[Proposal, ...]:
        """Every pending suggestion, in reading order."""
        return proposals(self.document())

    def accept(self, own: str) -> bool:
        """Take the suggestion of this id as one undo step; False where there is none."""
        return self._settle(lambda mark: mark.id == own, take=True)

    def refuse(self, own: str) -> bool:
        """Refuse the suggestion of this id as one undo step; False where there is none."""
        return self._settle(lambda mark: mark.id == own, take=False)

    def accept_all(self) -> bool:
        """Take every suggestion as one undo step; False where there is none."""
        return self._settle(lambda _: True, take=True)

    def refuse_all(self) -> bool:
        """Refuse every suggestion as one undo step; False where there is none."""
        return self._settle(lambda _: True, take=False)

    def _settle(self, about: About, *, take: bool) -> bool:
        surface = self.surface
        known = any(about(mark) for mark in _marks(self.document()))
        if surface.isReadOnly() or not known:
            return False
        page, new_id = surface.page, self.new_id
        cursor = surface.textCursor()
        cursor.clearSelection()
        surface.setTextCursor(cursor)

        def act() -> None:
            settle(page, about, take=take, new_id=new_id)

        surface.writer.structural(cursor, act)
        surface.setTextCursor(cursor)
        return True


def _marks(document: Document) -> list[Suggestion]:
    return [
        span.mark
        for slot in document.slots()
        for span in slot.text.spans
        if isinstance(span.mark, Suggestion)
    ]
