"""What the store promises about the library: shelves, follow-ups, findings, kept searches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from deskeditor.domain.rows import ArticleRow, Folder, Glance, Shelf


class LibraryStore(Protocol):
    """The part of the local store that keeps the library. As `ports.Store`, of which it is one."""

    def lines(self, ids: Sequence[str]) -> Sequence[ArticleRow]:
        """These lines, in the order they are named; one the store does not have is left out."""
        ...

    def followers(self, article: str) -> Sequence[ArticleRow]:
        """The follow-ups of an article, newest first; the trash left out."""
        ...

    def set_shelf(self, article: str, shelf: Shelf) -> None:
        """Keep the article on another shelf; its text, history and state stay."""
        ...

    def look_over(self, article: str, updated: datetime, found: Glance) -> None:
        """Keep what was found in the text written at `updated`; it counts until another comes."""
        ...

    def folders(self, owner: str) -> Sequence[Folder]:
        """The searches this person keeps, in the order they were kept."""
        ...

    def keep_folder(self, owner: str, folder: Folder) -> None:
        """Keep a search, or give one that is kept another name or other words."""
        ...

    def drop_folder(self, owner: str, folder: str) -> None:
        """Keep a search no longer; the articles it finds stay."""
        ...
