"""The measure of the shown text, at the end of the status line."""

from __future__ import annotations

from deskeditor.domain.article import Article
from deskeditor.domain.document import Document
from deskeditor.domain.publication import Limits
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.measure import measure, reading_minutes
from deskeditor.ui.wording import ltr


def show_measures(window: MainWindow, document: Document | None) -> None:
    """Words, characters, time, direction and language of a document; nothing where none is."""
    if document is None:
        window.status.show_measures(())
        window.status.length.show_length(0, None, 0)
        return
    words = window.look.words
    counted, characters = measure(document)
    minutes = reading_minutes(counted, document.language)
    window.status.show_measures((
        words("window.words", n=counted, count=ltr(f"{counted:,}")),
        words("window.characters", n=characters, count=ltr(f"{characters:,}")),
        words("reading.minutes", n=minutes, count=ltr(minutes)),
        words(f"window.direction_{document.direction}"),
        words(f"window.language_{document.language[:2]}"),
    ))  # fmt: skip


def show_length(window: MainWindow, article: Article, limits: Limits) -> None:
    """The length the desk asked for, as a band; hidden where none was asked for."""
    counted, _ = measure(article.document)
    wanted = article.details.commissioned_words
    window.status.length.show_length(counted, wanted, limits.words_off)
