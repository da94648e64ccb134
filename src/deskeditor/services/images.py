"""Pictures of the desk: bringing them in, their records, and renditions for readers.

A picture is proved whole before it is kept, and kept before its record is written: there is never a
record without its original, and no original without a record. The same bytes brought in again
answer the record that stands.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from deskeditor.domain.article import Article
from deskeditor.domain.document import Figure
from deskeditor.domain.errors import BadInput, Refused, StoreError
from deskeditor.domain.events import Bus, ImageAdded, ImageChanged
from deskeditor.domain.image_ports import ImagePage, ImageQuery, MediaFiles
from deskeditor.domain.media import ImageRecord, ImageUse, Override, Shown, distance
from deskeditor.domain.people import Person
from deskeditor.domain.ports import Clock, Store
from deskeditor.domain.publication import Export, Limits
from deskeditor.domain.validity import Failure, answered, may_override, validity
from deskeditor.formats.guard import display_name, read_bytes
from deskeditor.formats.pictures import Picture
from deskeditor.media.apart import Apart, shared
from deskeditor.media.images import MAX_BYTES, THUMBNAIL_SIDE, Kind, Rendition, Request
from deskeditor.media.likeness import NEAR
from deskeditor.media.thumbnails import Thumbnails
from deskeditor.services.renditions import Outlet, WebSizes, request_for

#: The longest side of a picture for our own screen, and of a preview beside the fields, in pixels.
SCREEN_SIDE, PREVIEW_SIDE = 1440, 640


#: Under what the store remembers how far likenesses were taken, and that all of them were.
_LIKENED, _ALL = "images.likened", "all"


class _Machine:
    """The machine's clock, where none is given."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class Images:
    """The desk's pictures. Thread-safe: every call stands alone."""

    def __init__(
        self,
        store: Store,
        media: MediaFiles,
        bus: Bus,
        clock: Clock | None = None,
        *,
        apart: Apart | None = None,
        thumbnails: Thumbnails | None = None,
    ) -> None:
        """Keep the ports; `apart` are the program's own decoding processes where none are given."""
        self._store, self._media, self._bus = store, media, bus
        self._clock: Clock = clock or _Machine()
        self._apart = apart or shared()
        self._thumbnails = thumbnails
        self._web = WebSizes(self.rendition)

    @classmethod
    def of_home(
        cls, home: Path, store: Store, media: MediaFiles, bus: Bus, clock: Clock | None = None
    ) -> Images:
        """The pictures of a home, with the small ones kept in it."""
        return cls(store, media, bus, clock, thumbnails=Thumbnails(home / "thumbnails"))

    # --- coming in ----------------------------------------------------------------------------

    def add(
        self,
        source: Path | bytes,
        name: str = "",
        *,
        heard: Callable[[str], object] | None = None,
    ) -> ImageRecord:
        """Keep a picture and what its file says of it; `heard` is told the media of a new one.

        Raises:
            BadInput: missing, no picture, an SVG, over the limits, truncated or broken.
            StoreError: it cannot be kept; nothing of it stays.
        """
        shown = display_name(name or (source if isinstance(source, Path) else ""))
        raw = _read(source) if isinstance(source, Path) else source
        if not raw:
            raise BadInput("image-empty", name=shown)
        if len(raw) > MAX_BYTES:
            size, limit = -(-len(raw) // 10**6), MAX_BYTES // 10**6
            raise BadInput("image-file-too-large", name=shown, size=size, limit=limit)
        media = hashlib.sha256(raw).hexdigest()
        known = self.record(media)
        if known is not None and self._media.verify(media):
            return known
        found, small = self._apart.examine(raw, media, shown, len(raw))
        record = known or found
        self._keep(raw, record)
        if self._thumbnails is not None:
            self._thumbnails.put(record, THUMBNAIL_SIDE, small.data)
        self._bus.publish(ImageAdded(media))
        if heard is not None and known is None:
            heard(media)
        return record

    def _keep(self, raw: bytes, record: ImageRecord) -> None:
        with self._media.arriving(record.media, self._referred):
            try:
                self._media.put(raw)
                self._store.add_image(record)
            except StoreError as error:
                if error.code not in ("folder-full", "disk-full"):
                    raise
                raise StoreError("image-disk-full", name=record.name) from error

    def _referred(self, media: str) -> bool:
        """Whether a record, an article or evidence refers to an original."""
        if self.record(media) is not None or self._store.image_uses([media]):
            return True
        return media in self._store.evidence_blobs()

    def tidy(self) -> int:
        """Take away what a killed process left half done; answers how many originals' marks."""
        if self._thumbnails is not None:
            self._thumbnails.tidy()
        return self._media.sweep(self._referred)

    # --- what is known ------------------------------------------------------------------------

    def record(self, media: str) -> ImageRecord | None:
        """What is known of one picture, or None."""
        return next(iter(self._store.images([media])), None)

    def records(self, media: Iterable[str]) -> dict[str, ImageRecord]:
        """What is known of these pictures, by media."""
        wanted = list(dict.fromkeys(media))
        return {one.media: one for one in self._store.images(wanted)} if wanted else {}

    def update(self, record: ImageRecord) -> None:
        """Write what a person knows better; what the file itself is (type, pixels) stays."""
        known = self.record(record.media)
        if known is None:
            raise BadInput("picture-missing", name=record.name or record.media[:12])
        fixed = replace(
            record, mime=known.mime, width=known.width, height=known.height, size=known.size,
            likeness=known.likeness,
        )  # fmt: skip
        self._store.add_image(fixed)
        self._bus.publish(ImageChanged(record.media))

    def update_many(self, media: Iterable[str], **values: object) -> tuple[ImageRecord, ...]:
        """Write the same fields of many records; answers them as they then stand."""
        changed = []
        for record in self.records(media).values():
            new = replace(record, **values)  # type: ignore[arg-type]
            if new != record:
                self._store.add_image(new)
            changed.append(new)
            self._bus.publish(ImageChanged(record.media))
        return tuple(changed)

    def path(self, media: str) -> Path | None:
        """Where the original lies, or None where it is missing."""
        return self._media.path(media)

    def all(self) -> tuple[ImageRecord, ...]:
        """Every record, newest first."""
        return tuple(self._store.images())

    def page(self, wanted: ImageQuery, before: int | None = None, limit: int = 200) -> ImagePage:
        """Some records that are asked for, newest first."""
        return self._store.image_page(wanted, limit=limit, before=before)

    def count(self, wanted: ImageQuery | None = None) -> int:
        """How many records are asked for; all of them where nothing is said."""
        return self._store.image_count(wanted or ImageQuery())

    def uses(self, media: Iterable[str]) -> dict[str, tuple[ImageUse, ...]]:
        """The articles that show each of these images, newest first."""
        found: dict[str, list[ImageUse]] = {}
        for use in self._store.image_uses(media):
            found.setdefault(use.media, []).append(use)
        return {one: tuple(uses) for one, uses in found.items()}

    def articles(self) -> Sequence[tuple[str, str]]:
        """Id and title of every article that shows an image, newest first."""
        return self._store.image_articles()

    def shown(self, article: Article) -> Shown:
        """What is known of the images an article shows, and which other articles show them."""
        media = [figure.media for figure in article.document.figures() if figure.media]
        if not media:
            return Shown()
        elsewhere = {
            one: tuple(use.title for use in uses if use.article != article.id)
            for one, uses in self.uses(media).items()
        }
        return Shown(self.records(media), elsewhere)

    def near(self, media: str) -> tuple[ImageRecord, ...]:
        """Other images that look like this one, the likest first."""
        known = dict(self._store.likenesses())
        own = known.pop(media, "")
        close = {one: distance(own, like) for one, like in known.items()}
        wanted = [one for one, bits in close.items() if bits <= NEAR]
        found = self.records(wanted)
        return tuple(sorted(found.values(), key=lambda record: close[record.media]))

    def first_alike(self, media: Iterable[str]) -> str:
        """The first of these images that looks like another one; empty where none does."""
        looks = {one: int(like, 16) for one, like in self._store.likenesses()}
        for one in media:
            own = looks.get(one)
            if own is not None and any(
                (own ^ look).bit_count() <= NEAR for other, look in looks.items() if other != one
            ):
                return one
        return ""

    def take_likenesses(self, most: int = 20) -> bool:
        """Take the likeness of some images that came before likenesses were; whether more wait.

        What was done is remembered: a picture of one colour has none, however often one looks.
        """
        told = self._store.setting(_LIKENED)
        if told == _ALL:
            return False
        before = int(told) if told and told.isdecimal() else None
        page = self._store.image_page(ImageQuery(unlikened=True), limit=most, before=before)
        for record in page.records:
            path = self._media.path(record.media)
            with suppress(BadInput):  # it is gone or damaged: upkeep says so
                if path is not None:
                    found = self._apart.likeness(path, record.name or record.media[:12])
                    self._store.set_likeness(record.media, found)
        self._store.remember(_LIKENED, _ALL if page.next is None else str(page.next))
        return page.next is not None

    # --- whether it may be shown --------------------------------------------------------------

    def override(self, media: str, failure: Failure, person: Person, reason: str) -> ImageRecord:
        """Set a failure aside, with a reason.

        Raises:
            Refused: nobody may set it aside, this person may not, or no reason is given.
        """
        if not may_override(failure, person.roles):
            raise Refused("image-failure-stands")
        if not reason.strip():
            raise Refused("reason-missing")
        record = self.record(media)
        if record is None:
            raise BadInput("picture-missing", name=media[:12])
        said = Override(
            failure.code, person.login, self._clock.now(), reason.strip(),
            answered(record, failure),
        )  # fmt: skip
        changed = replace(record, overrides=(*record.overrides, said))
        self.update(changed)
        return changed

    def today(self) -> date:
        """The day leases are held against."""
        return self._clock.now().date()

    def failures(
        self, record: ImageRecord, limits: Limits, use: Figure | None = None
    ) -> tuple[Failure, ...]:
        """What is wrong with showing it today."""
        return validity(record, self.today(), limits, use)

    # --- pixels -------------------------------------------------------------------------------

    def small(self, record: ImageRecord, side: int = THUMBNAIL_SIDE) -> bytes:
        """The picture for our own screen: JPEG, or PNG where it is transparent; kept once made.

        Raises:
            BadInput: the original is gone or broken.
        """
        kept = self._thumbnails.get(record, side) if self._thumbnails is not None else None
        if kept is not None:
            return kept
        quality = 80 if side <= THUMBNAIL_SIDE else 88
        made = self._rendered(record, Request("jpeg", side, quality), words=False)
        if self._thumbnails is not None:
            self._thumbnails.put(record, side, made.data)
        return made.data

    def warm(self) -> None:
        """Have the decoding process ready."""
        self._apart.warm()

    def picture(self, media: str, kind: Kind = "webp") -> Picture:
        """A rendition for readers, with the record's own words.

        Raises:
            BadInput: `picture-missing` where the original or its record is gone, or it is broken.
        """
        return self.rendition(self._known(media), Request(kind))

    def rendition(self, record: ImageRecord, request: Request) -> Picture:
        """A rendition for readers of a picture, with the words `record` says of it.

        Raises:
            BadInput: the original is gone or broken.
        """
        made = self._rendered(record, request)
        return Picture(record, made.data, made.mime, made.width, made.height)

    def for_web(self, figure: Figure, record: ImageRecord, export: Export) -> Picture:
        """The sizes of one use for a web page; made once while nothing about it changes.

        Raises:
            BadInput: the original is gone or broken.
        """
        return self._web.get(figure, record, export)

    def for_main(self, figure: Figure, record: ImageRecord, export: Export) -> Picture:
        """As `for_web`, of a page's main picture: with its crops for networks and search engines.

        Raises:
            BadInput: the original is gone or broken.
        """
        return self._web.with_cards(figure, record, export)

    def preview(self, figure: Figure, outlet: Outlet, export: Export) -> bytes:
        """What readers of one place are shown of a use, small, for our own screen: a JPEG or PNG.

        Raises:
            BadInput: the original or its record is gone, or it is broken.
        """
        record = self._known(figure.media or "")
        wanted = request_for(outlet, figure, record, export)
        small = replace(wanted, kind="jpeg", side=PREVIEW_SIDE)
        return self._rendered(record, small, words=False).data

    def web_weight(self, figure: Figure, record: ImageRecord, export: Export) -> int:
        """The bytes of one use on a web page, at its widest.

        Raises:
            BadInput: the original is gone or broken.
        """
        return self._web.weight(figure, record, export)

    def _known(self, media: str) -> ImageRecord:
        record = self.record(media)
        if record is None:
            raise BadInput("picture-missing", name=media[:12])
        return record

    def _rendered(self, record: ImageRecord, request: Request, *, words: bool = True) -> Rendition:
        path = self._media.path(record.media)
        if path is None:
            raise BadInput("picture-missing", name=record.name or record.media[:12])
        return self._apart.render(path, record, request, words=words)


#: What is said of any file, and how it is said of an image.
_SAID = {"file-empty": "image-empty", "file-too-large": "image-file-too-large"}


def _read(path: Path) -> bytes:
    """The bytes of a file that should be an image."""
    try:
        return read_bytes(path, MAX_BYTES)
    except BadInput as error:
        if error.code not in _SAID:
            raise
        raise BadInput(_SAID[error.code], **error.values) from error
