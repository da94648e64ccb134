"""Bringing files in: what a file is, who reads it, and the article that comes of it.

A file is read whole before anything is kept: one that cannot be read leaves nothing behind. Where
the article itself cannot be kept, pictures that came with it stay among the images, unused.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from deskeditor.domain.article import Article
from deskeditor.domain.document import Document, Figure
from deskeditor.domain.errors import BadInput
from deskeditor.domain.ports import Clock, Ids
from deskeditor.domain.revision import Why
from deskeditor.domain.words import Bilingual
from deskeditor.formats.imported import Imported
from deskeditor.formats.incoming.process import read_apart
from deskeditor.formats.incoming.report import TOLD
from deskeditor.formats.page_text import read_page, read_page_file
from deskeditor.services.drafts import Drafts
from deskeditor.services.images import Images

Reader = Callable[[Path, Ids, datetime], Imported]

#: Readers by the name a person gives with `--from`.
READERS: Mapping[str, Reader] = {
    "text": read_page_file,
    "html": partial(read_apart, "html"),
    "markdown": partial(read_apart, "markdown"),
    "ninjs": partial(read_apart, "ninjs"),
}
#: What a file's ending says it is.
_ENDINGS: Mapping[str, str] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".md": "markdown", ".markdown": "markdown",
    ".json": "ninjs", ".ninjs": "ninjs",
}  # fmt: skip
#: Files we know by their ending and do not read; everything else is taken for text.
_OTHERS = frozenset((".doc", ".docx", ".docm", ".odt", ".rtf", ".pdf", ".epub", ".zip"))


@dataclass(frozen=True, slots=True)
class Brought:
    """An article that came in, and what was kept, changed and left out of its file."""

    article: Article
    notes: tuple[Bilingual, ...] = ()


class Importing:
    """Reads files into articles. Thread-safe: every call stands alone."""

    def __init__(
        self, drafts: Drafts, clock: Clock, ids: Ids, images: Callable[[], Images] | None = None
    ) -> None:
        """Articles are kept by `drafts`, pictures in them by `images`; nothing is read yet."""
        self._drafts, self._clock, self._ids, self._images = drafts, clock, ids, images

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
        return self.bring(path, owner, publication, format).article

    def bring(
        self,
        path: Path,
        owner: str,
        publication: str,
        format: str | None = None,  # noqa: A002 - as the command says it
    ) -> Brought:
        """The same, with the report of the reader.

        Raises:
            BadInput: the file cannot be read.
            StoreError: the article, or a picture of it, cannot be kept.
        """
        found = self.read(path, format)
        document, kept, broken = self._illustrated(found)
        article = self.keep(replace(found, document=document), owner, publication)
        counted = (("pictures", kept), ("pictures_broken", broken))
        told = [TOLD[what].format(n=count) for what, count in counted if count]
        return Brought(article, (*told, *found.notes))

    def keep(self, found: Imported, owner: str, publication: str) -> Article:
        """The article made of what was read, kept with its first revision."""
        details = replace(found.details, publication=publication)
        article = Article(self._ids.new(), owner, found.document, details)
        return self._drafts.add(article, owner, Why.IMPORTED)

    def _illustrated(self, found: Imported) -> tuple[Document, int, int]:
        """The document with its pictures kept, how many were, and how many could not be."""
        if not found.pictures or self._images is None:
            return found.document, 0, 0
        images, media, broken = self._images(), dict[str, str](), 0
        for number, (figure, raw) in enumerate(found.pictures.items(), 1):
            name = f"{Path(found.details.origin).stem} {number}"
            try:
                media[figure] = images.add(raw, name).media
            except BadInput:
                broken += 1
        blocks = (
            replace(block, media=media.get(block.id)) if isinstance(block, Figure) else block
            for block in found.document.blocks
        )
        return replace(found.document, blocks=tuple(blocks)), len(media), broken

    def _reader(self, path: Path, named: str | None) -> Reader:
        if named is not None:
            if named not in READERS:
                raise BadInput("format-not-read", format=named, known=", ".join(READERS))
            return READERS[named]
        ending = path.suffix.lower()
        if ending in _OTHERS and os.path.isfile(path):  # noqa: PTH113 - a path too long is no file
            raise BadInput("format-not-read", format=ending[1:], known=", ".join(READERS))
        return READERS[_ENDINGS.get(ending, "text")]
