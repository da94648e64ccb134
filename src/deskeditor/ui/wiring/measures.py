"""The measure of the shown text, at the end of the status line."""

from __future__ import annotations

from deskeditor.domain.document import Document
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.measure import measure
from deskeditor.ui.wording import ltr


def show_measures(window: MainWindow, document: Document | None) -> None:
    """Words, characters, direction and language of a document; nothing where none is shown."""
    if document is None:
        window.status.show_measures(())
        return
    words = window.look.words
    counted, characters = measure(document)
    window.status.show_measures((
        words("window.words", n=counted, count=ltr(f"{counted:,}")),
        words("window.characters", n=characters, count=ltr(f"{characters:,}")),
        words(f"window.direction_{document.direction}"),
        words(f"window.language_{document.language[:2]}"),
    ))  # fmt: skip
