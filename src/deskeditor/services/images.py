"""Pictures of the desk: bringing them in, their records, and renditions for readers.

A picture is proved whole before it is kept, and kept before its record is written: there is never a
record without its original. The same bytes brought in again answer the record that stands.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from deskeditor.domain.errors import BadInput
from deskeditor.domain.events import Bus, ImageAdded
from deskeditor.domain.image_ports import MediaFiles
from deskeditor.domain.media import ImageRecord
from deskeditor.domain.ports import Store
from deskeditor.formats.guard import display_name, read_bytes
from deskeditor.formats.pictures import Picture
from deskeditor.media.images import MAX_BYTES, Kind, examine, render


class Images:
    """The desk's pictures. Thread-safe: every call stands alone."""

    def __init__(self, store: Store, media: MediaFiles, bus: Bus) -> None:
        """Keep the ports."""
        self._store, self._media, self._bus = store, media, bus

    def add(self, source: Path | bytes, name: str = "") -> ImageRecord:
        """Keep a picture and what its file says of it.

        Raises:
            BadInput: missing, no picture, an SVG, over the limits, truncated or broken.
            StoreError: it cannot be kept.
        """
        shown = display_name(name or (source if isinstance(source, Path) else ""))
        raw = read_bytes(source, MAX_BYTES) if isinstance(source, Path) else source
        if not raw:
            raise BadInput("file-empty", name=shown)
        if len(raw) > MAX_BYTES:
            size, limit = -(-len(raw) // 10**6), MAX_BYTES // 10**6
            raise BadInput("file-too-large", name=shown, size=size, limit=limit)
        media = hashlib.sha256(raw).hexdigest()
        known = self.record(media)
        if known is not None and self._media.verify(media):
            return known
        record = known or examine(raw, media, shown, len(raw))
        self._media.put(raw)
        self._store.add_image(record)
        self._bus.publish(ImageAdded(media))
        return record

    def record(self, media: str) -> ImageRecord | None:
        """What is known of one picture, or None."""
        return next(iter(self._store.images([media])), None)

    def update(self, record: ImageRecord) -> None:
        """Write what a person knows better; what the file itself is (type, pixels) stays."""
        known = self.record(record.media)
        if known is None:
            raise BadInput("picture-missing", name=record.name or record.media[:12])
        fixed = replace(
            record, mime=known.mime, width=known.width, height=known.height, size=known.size
        )
        self._store.add_image(fixed)

    def path(self, media: str) -> Path | None:
        """Where the original lies, or None where it is missing."""
        return self._media.path(media)

    def all(self) -> tuple[ImageRecord, ...]:
        """Every record, newest first."""
        return tuple(self._store.images())

    def picture(self, media: str, kind: Kind = "webp") -> Picture:
        """A rendition for readers.

        Raises:
            BadInput: `picture-missing` where the original or its record is gone, or it is broken.
        """
        record, path = self.record(media), self._media.path(media)
        if record is None or path is None:
            name = record.name if record and record.name else media[:12]
            raise BadInput("picture-missing", name=name)
        made = render(path, record, kind)
        return Picture(record, made.data, made.mime, made.width, made.height)
