"""Bringing files in: what a file is, who reads it, and the article that comes of it.

A file is read whole before anything is kept: an import that fails leaves nothing behind.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from deskeditor.domain.article import Article
from deskeditor.domain.errors import BadInput
from deskeditor.domain.ports import Clock, Ids
from deskeditor.domain.revision import Why
from deskeditor.formats.imported import Imported
from deskeditor.formats.page_text import read_page, read_page_file
from deskeditor.services.drafts import Drafts

Reader = Callable[[Path, Ids, datetime], Imported]

#: Readers by the name a person gives with `--from`.
READERS: Mapping[str, Reader] = {"text": read_page_file}
#: Files we know by their ending and do not read; everything else is taken for text.
_OTHERS = frozenset(
    {".doc", ".docx", ".odt", ".rtf", ".pdf", ".html", ".htm", ".md", ".epub", ".json", ".zip"}
)


class Importing:
    """Reads files into articles. Thread-safe: every call stands alone."""

    def __init__(self, drafts: Drafts, clock: Clock, ids: Ids) -> None:
        """Articles are kept by `drafts`; nothing is read yet."""
        self._drafts, self._clock, self._ids = drafts, clock, ids

    def read(self, path: Path, format: str | None = None) -> Imported:  # noqa: A002 - as the command says it
        """What a file holds; nothing is kept.

        Raises:
            BadInput: the file cannot be read, or nobody here reads its format.
        """
        reader = self._reader(path, format)
        return reader(path, self._ids, self._clock.now())

    def read_text(self, text: str) -> Imported:
        """What a pasted page holds; nothing is kept."""
        return read_page(text, self._ids, self._clock.now())

    def import_file(
        self,
        path: Path,
        owner: str,
        publication: str,
        format: str | None = None,  # noqa: A002 - as the command says it
    ) -> Article:
        """The article made of a file, kept with its first revision in one transaction.

        Raises:
            BadInput: the file cannot be read.
            StoreError: the article cannot be kept.
        """
        return self.keep(self.read(path, format), owner, publication)

    def keep(self, found: Imported, owner: str, publication: str) -> Article:
        """The article made of what was read, kept with its first revision."""
        details = replace(found.details, publication=publication)
        article = Article(self._ids.new(), owner, found.document, details)
        return self._drafts.add(article, owner, Why.IMPORTED)

    def _reader(self, path: Path, named: str | None) -> Reader:
        if named is not None:
            if named not in READERS:
                raise BadInput("format-not-read", format=named, known=", ".join(READERS))
            return READERS[named]
        ending = path.suffix.lower()
        if ending in _OTHERS and os.path.isfile(path):  # noqa: PTH113 - a path too long is no file
            raise BadInput("format-not-read", format=ending[1:], known=", ".join(READERS))
        return READERS["text"]
