"""The desk's images in pages: what is asked for, what is wrong with each, what is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from deskeditor.domain.errors import KnownError
from deskeditor.domain.events import ImageAdded
from deskeditor.domain.image_ports import ImageQuery
from deskeditor.domain.media import ImageRecord, ImageUse, Rights
from deskeditor.domain.validity import Failure, is_valid, validity
from deskeditor.ui.bridge import Bridge
from deskeditor.ui.desk import Desk
from deskeditor.ui.tasks import Tasks

if TYPE_CHECKING:
    from deskeditor.services.bringing import Brought

#: Records in one page: what two screens show, read in a few milliseconds.
PAGE = 100
#: Milliseconds in which images that come in are gathered before they are read.
GATHER = 400


class Usage(StrEnum):
    """Which images are shown."""

    ALL = "all"
    ARTICLE = "article"
    UNUSED = "unused"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person looks for; `article` is the open one, for `Usage.ARTICLE`, and `of` one that
    was chosen among all.
    """

    usage: Usage = Usage.ALL
    rights: Rights | None = None
    words: str = ""
    article: str = ""
    of: str = ""

    def query(self) -> ImageQuery:
        """The store's part of it; whether an image is valid only we can say."""
        article = self.of or (self.article if self.usage is Usage.ARTICLE else "")
        return ImageQuery(self.rights, article, self.usage is Usage.UNUSED, self.words)


@dataclass(frozen=True, slots=True)
class Tile:
    """One image with what is wrong with it today and where it is shown."""

    record: ImageRecord
    failures: tuple[Failure, ...] = ()
    uses: tuple[ImageUse, ...] = ()

    @property
    def valid(self) -> bool:
        """Whether it may be shown."""
        return is_valid(self.failures)


@dataclass(frozen=True, slots=True)
class TilePage:
    """Some tiles; `total` is known with the first page of what the store alone can count.

    `again` is a page read anew from the top because images came in: what is shown stays.
    """

    wanted: Wanted
    tiles: tuple[Tile, ...]
    next: int | None
    first: bool
    total: int | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """What came with a batch: `known` the desk had already, `alike` is the media of the first new
    image that looks like another; empty where none does.
    """

    known: int = 0
    alike: str = ""


class Gallery(QObject):
    """Reads and writes records off the GUI thread.

    Signals:
        articles: id and title of each article that shows an image.
        paged: a `TilePage` of what is wanted now.
        written: `Tile`s whose records changed.
        lost: media and values that could not be written.
        near_found: media and the `Tile`s that look like it.
        stepped: a `Brought`, for each picture of a batch.
        ended: a batch is over (how many new ones came, errors of the others, and its `Batch`).
    """

    articles = Signal(object)
    paged = Signal(object)
    written = Signal(object)
    lost = Signal(object, object)
    near_found = Signal(str, object)
    stepped = Signal(object)
    ended = Signal(int, object, object)
    _step = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, bridge: Bridge) -> None:
        """Nothing is read yet."""
        super().__init__()
        self._desk, self._tasks = desk, tasks
        self.wanted = Wanted()
        self._reading = False
        self._stop = False
        self._told: set[str] = set()
        self._fresh: dict[str, Tile] = {}
        self._gather = QTimer(self, singleShot=True, interval=GATHER)
        self._gather.timeout.connect(self._read_again)
        self._step.connect(self.stepped, Qt.ConnectionType.QueuedConnection)
        bridge.on(ImageAdded, lambda _event: self._added())

    def read(self, wanted: Wanted) -> None:
        """Read the first page of what is wanted."""
        self._gather.stop()
        self.wanted = wanted
        self._told.clear()
        self._page(wanted, None)

    def read_articles(self) -> None:
        """Read which articles show an image."""
        self._tasks.run(
            "gallery", self._desk.images.articles, self.articles.emit, key="image articles"
        )

    def _added(self) -> None:
        """An image came in; many that come together are read in one go."""
        if not self._gather.isActive():
            self._gather.start()

    def _read_again(self) -> None:
        if self._reading:
            self._gather.start()
        else:
            self._page(self.wanted, None, frozenset(self._told))

    def more(self, behind: int) -> None:
        """Read the next page; one at a time."""
        if not self._reading:
            self._page(self.wanted, behind)

    def _page(self, wanted: Wanted, behind: int | None, told: frozenset[str] = frozenset()) -> None:
        self._reading = True
        self._fresh.clear()
        self._tasks.run(
            "gallery", lambda: self._load(wanted, behind, told), self._came, key="page",
            failed=self._unread,
        )  # fmt: skip

    def _unread(self, error: KnownError) -> None:
        self._reading = False
        self._tasks.known.emit(error)

    def _load(self, wanted: Wanted, behind: int | None, told: frozenset[str]) -> TilePage:
        """A page; one that is read again reaches down to what was told before."""
        images, query, found = self._desk.images, wanted.query(), list[Tile]()
        first, counted = behind is None, wanted.usage is not Usage.INVALID
        while True:
            page = images.page(query, behind, PAGE)
            tiles = self._tiles(page.records)
            found += [tile for tile in tiles if counted or not tile.valid]
            behind = page.next
            met = not told or any(tile.record.media in told for tile in tiles)
            if behind is None or (met and (counted or len(found) >= PAGE)):
                break
        total = images.count(query) if first and counted else None
        return TilePage(wanted, tuple(found), behind, first, total, again=bool(told))

    def _tiles(self, records: Iterable[ImageRecord]) -> tuple[Tile, ...]:
        known = tuple(records)
        uses = self._desk.images.uses(record.media for record in known)
        today, limits = self._desk.images.today(), self._desk.publications.default().limits
        return tuple(
            Tile(one, validity(one, today, limits), uses.get(one.media, ()))
            for one in known
        )  # fmt: skip

    def _came(self, page: TilePage) -> None:
        self._reading = False
        if page.wanted == self.wanted:
            # What was written while the page was read is newer than what it read.
            tiles = tuple(self._fresh.get(tile.record.media, tile) for tile in page.tiles)
            self._told |= {tile.record.media for tile in tiles}
            self.paged.emit(replace(page, tiles=tiles))

    def write(self, media: tuple[str, ...], values: dict[str, object]) -> None:
        """Write the same fields of one record or many."""
        images = self._desk.images

        def failed(error: KnownError) -> None:
            self.lost.emit(media, values)
            self._tasks.known.emit(error)

        self._tasks.run(
            "store", lambda: self._tiles(images.update_many(media, **values)), self._kept,
            failed=failed,
        )  # fmt: skip

    def _kept(self, tiles: tuple[Tile, ...]) -> None:
        self._fresh |= {tile.record.media: tile for tile in tiles}
        self.written.emit(tiles)

    def override(self, media: str, failure: Failure, reason: str) -> None:
        """Set a failure aside, as whoever sits at the desk."""
        images, person = self._desk.images, self._desk.person
        self._tasks.run(
            "store",
            lambda: self._tiles([images.override(media, failure, person, reason)]),
            self._kept,
        )

    def look_near(self, media: str) -> None:
        """Look for images like this one."""
        images = self._desk.images
        self._tasks.run(
            "gallery",
            lambda: self._tiles(images.near(media)),
            lambda tiles: self.near_found.emit(media, tiles),
            key="near",
        )

    # Behind everything else.

    def look_after(self) -> None:
        """Take away what a killed process left half done; then look at images never looked at."""
        images = self._desk.images
        self._tasks.run("bringing", images.tidy, lambda _marks: self._take_likenesses())

    def _take_likenesses(self) -> None:
        """Some at a time: whoever reads the archive must not wait for all of them."""

        def again(more: bool) -> None:
            if more:
                self._take_likenesses()

        self._tasks.run("archive", self._desk.images.take_likenesses, again)

    # Many at once.

    def bring(self, sources: Iterable[Path]) -> None:
        """Bring in files and folders; `stepped` tells each, `ended` the end."""
        named, images = tuple(sources), self._desk.images
        self._stop = False

        def work() -> tuple[int, tuple[Brought, ...], Batch]:
            from deskeditor.services.bringing import bring

            new, known = list[str](), 0
            failed: list[Brought] = []
            for one in bring(images, named, lambda: self._stop or self._tasks.closed):
                if one.record is not None and one.new:
                    new.append(one.record.media)
                known += one.record is not None and not one.new
                if one.error is not None:
                    failed.append(one)
                self._step.emit(one)
            return len(new), tuple(failed), Batch(known, images.first_alike(new))

        self._tasks.run("bringing", work, lambda answer: self.ended.emit(*answer))

    def stop(self) -> None:
        """End the batch behind the picture that is under way."""
        self._stop = True
