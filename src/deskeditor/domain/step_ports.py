"""What the store promises about the last texts of a writer's session: what undo goes back to."""

from __future__ import annotations

from typing import Protocol

from deskeditor.domain.document import Document


class StepStore(Protocol):
    """Keeps the texts before the newest one; every autosave lays one down, thinned and bounded."""

    def last_step(self, article: str, author: str) -> int:
        """The number of the newest text before this one in the author's session; 0 for none."""
        ...

    def earlier(self, article: str, author: str, upto: int) -> tuple[Document, ...]:
        """The texts of an author's session up to that number, oldest first."""
        ...
