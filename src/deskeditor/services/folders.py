"""Folders: searches kept under a name. What stands in one is looked for each time it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deskeditor.domain.document import clean_text
from deskeditor.domain.errors import BadInput
from deskeditor.domain.ports import Ids, Store
from deskeditor.domain.rows import Folder
from deskeditor.language.counting import graphemes
from deskeditor.language.folding import fold

#: Letters (graphemes) of a folder's name, and the most folders of one person.
LONGEST, MOST = 40, 50


class FolderBook:
    """The folders people keep in one store."""

    def __init__(self, store: Store, ids: Ids) -> None:
        """Nothing is read yet."""
        self._store, self._ids = store, ids

    def of(self, owner: str) -> Sequence[Folder]:
        """A person's folders, in the order they were kept."""
        return self._store.folders(owner)

    def keep(self, owner: str, name: str, query: str) -> Folder:
        """Keep a search under a name; answers the folder.

        Raises:
            BadInput: no name or too long, one that is there already, or too many folders.
            StoreError: it could not be written.
        """
        return self._save(owner, Folder(self._ids.new(), name, query.strip()))

    def rename(self, owner: str, folder: str, name: str) -> None:
        """Give a folder another name.

        Raises:
            BadInput: as `keep`; or the folder is gone.
            StoreError: it could not be written.
        """
        found = next((one for one in self.of(owner) if one.id == folder), None)
        if found is None:
            raise BadInput("folder-gone")
        self._save(owner, replace(found, name=name))

    def drop(self, owner: str, folder: str) -> None:
        """Keep a search no longer; what it finds stays where it is."""
        self._store.drop_folder(owner, folder)

    def _save(self, owner: str, folder: Folder) -> Folder:
        said = " ".join(clean_text(folder.name).split())
        if not said:
            raise BadInput("folder-nameless")
        if graphemes(said) > LONGEST:
            raise BadInput("folder-long", most=LONGEST)
        others = [one for one in self.of(owner) if one.id != folder.id]
        if any(fold(one.name) == fold(said) for one in others):
            raise BadInput("folder-twice", name=said)
        if len(others) >= MOST:
            raise BadInput("folder-many", most=MOST)
        kept = replace(folder, name=said)
        self._store.keep_folder(owner, kept)
        return kept
