"""What services need from the outside for images: their records, their uses, their files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from deskeditor.domain.media import ImageRecord, ImageUse, Rights


@dataclass(frozen=True, slots=True)
class ImageQuery:
    """Which images are asked for; what is empty asks for nothing.

    `unlikened` asks for those whose likeness was never taken; `words` are sought in name, caption,
    credit, creator, place and people, as they are written.
    """

    rights: Rights | None = None
    article: str = ""
    unused: bool = False
    words: str = ""
    unlikened: bool = False


@dataclass(frozen=True, slots=True)
class ImagePage:
    """Some records, and the number behind which the next page begins; None at the end."""

    records: tuple[ImageRecord, ...]
    next: int | None = None


class ImageStore(Protocol):
    """The part of the local store that holds images. As `ports.Store`, of which it is a part."""

    def add_image(self, record: ImageRecord) -> None:
        """Keep what is known of an image; writing it again replaces the record."""
        ...

    def images(self, media: Iterable[str] | None = None) -> Sequence[ImageRecord]:
        """Image records, newest first; only those named, where names are given."""
        ...

    def image_page(
        self, wanted: ImageQuery, *, limit: int = 200, before: int | None = None
    ) -> ImagePage:
        """Image records newest first, keyset-paged by the number of the last one."""
        ...

    def image_count(self, wanted: ImageQuery) -> int:
        """How many records the query answers in all."""
        ...

    def image_uses(self, media: Iterable[str]) -> Sequence[ImageUse]:
        """Which articles, the trash left out, show these images."""
        ...

    def image_articles(self) -> Sequence[tuple[str, str]]:
        """Id and title of every article, the trash left out, that shows an image; newest first."""
        ...

    def set_likeness(self, media: str, likeness: str) -> None:
        """Write what an image looks like, and nothing else of its record."""
        ...

    def likenesses(self) -> Sequence[tuple[str, str]]:
        """Media and likeness of every image whose likeness is known."""
        ...


class MediaFiles(Protocol):
    """Originals and renditions on disk, named by sha256, never changed."""

    def put(self, source: Path | bytes) -> str:
        """Keep a file durably; answers its sha256. The same bytes are kept once."""
        ...

    def name_of(self, source: Path | bytes) -> str:
        """The sha256 a file would be kept under."""
        ...

    def path(self, media: str) -> Path | None:
        """Where the original lies, or None where it is missing."""
        ...

    def verify(self, media: str) -> bool:
        """Whether the file is there and its bytes are the ones its name promises."""
        ...

    def arriving(self, media: str, known: Callable[[str], bool]) -> AbstractContextManager[None]:
        """Keep a file inside this, and write what refers to it.

        Where that fails, a file that was not there before goes again unless it is `known` by now.
        """
        ...

    def sweep(self, known: Callable[[str], bool]) -> int:
        """Take away what a killed process left half done, but for what is `known`; how many."""
        ...
