"""The services of the library: shelves, folders, the search over everything."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from deskeditor.bootstrap.folders import resources

if TYPE_CHECKING:
    from pathlib import Path

    from deskeditor.domain.events import Bus
    from deskeditor.domain.ports import Clock, Ids, Store
    from deskeditor.services.archive_search import ArchiveSearch
    from deskeditor.services.drafts import Drafts
    from deskeditor.services.folders import FolderBook
    from deskeditor.services.register import Register
    from deskeditor.services.shelving import Shelving


class LibraryServices:
    """A part of the desk, which has what these services are made of."""

    home: Path
    bus: Bus
    clock: Clock
    ids: Ids

    if TYPE_CHECKING:

        @cached_property
        def store(self) -> Store:
            """The local store."""
            ...

        @cached_property
        def drafts(self) -> Drafts:
            """Articles on this machine."""
            ...

        @cached_property
        def register(self) -> Register:
            """The register of sources."""
            ...

    @cached_property
    def shelving(self) -> Shelving:
        """Templates, follow-ups, the archive."""
        from deskeditor.services.shelving import Shelving

        return Shelving(self.store, self.drafts, self.ids, self.bus)

    @cached_property
    def folders(self) -> FolderBook:
        """Searches kept under a name."""
        from deskeditor.services.folders import FolderBook

        return FolderBook(self.store, self.ids)

    @cached_property
    def search(self) -> ArchiveSearch:
        """Search over everything on the desk."""
        from deskeditor.services.archive_search import ArchiveSearch, states_called
        from deskeditor.store.search_index import NAME, FtsIndex

        index = FtsIndex(self.home / NAME, self.home / "store.db")
        states = states_called(resources() / "i18n")
        return ArchiveSearch(self.store, index, self.register, states, self.clock)
