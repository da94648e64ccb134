"""What of a picture leaves with one use: its words, its crop, and its sizes for the web."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from threading import Lock

from deskeditor.domain.crops import Shape
from deskeditor.domain.document import Figure
from deskeditor.domain.document.blocks import Crop
from deskeditor.domain.media import ImageRecord
from deskeditor.domain.publication import Export
from deskeditor.formats.pictures import Picture, PictureFile
from deskeditor.media.images import Kind, Request

#: Uses whose sizes are remembered: an article rarely has more pictures.
_KEPT = 24
#: What is made for the web: what is smallest, and what every reader knows.
_FORMATS: tuple[Kind, ...] = ("webp", "jpeg")


def as_used(record: ImageRecord, figure: Figure) -> ImageRecord:
    """The record with the words of one use: they are what is written into its file."""
    return replace(
        record,
        caption=figure.caption.text.strip() or record.caption,
        alt=figure.alt.strip() or record.alt,
        credit=figure.credit.strip() or record.credit,
    )


def drawn(figure: Figure, shape: Shape) -> Crop | None:
    """The crop somebody drew for a shape; None shows the whole picture."""
    return next((crop for crop in figure.crops if crop.shape == shape), None)


class WebSizes:
    """Makes the sizes of a use, and remembers those made last."""

    def __init__(self, render: Callable[[ImageRecord, Request], Picture]) -> None:
        """`render` makes one rendition."""
        self._render = render
        self._kept: OrderedDict[object, Picture] = OrderedDict()
        self._weights: dict[object, int] = {}
        self._lock = Lock()

    def get(self, figure: Figure, record: ImageRecord, export: Export) -> Picture:
        """The picture at its widest, with all sizes in `files`: the lighter format first."""
        used, crop = as_used(record, figure), drawn(figure, "wide")
        key = (used, crop, export.image_widths, export.image_quality)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = self._make(used, crop, export)
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return made

    def weight(self, figure: Figure, record: ImageRecord, export: Export) -> int:
        """The bytes of the widest of the lighter format; its words weigh nothing."""
        bare = replace(record, caption="", alt="", credit="", creator="", copyright="")
        crop = drawn(figure, "wide")
        key = (bare.media, bare.regions, crop, export.image_widths[0], export.image_quality)
        with self._lock:
            if key in self._weights:
                return self._weights[key]
        request = Request(_FORMATS[0], export.image_widths[0], export.image_quality, crop)
        size = len(self._render(bare, request).data)
        with self._lock:
            self._weights[key] = size
        return size

    def _make(self, record: ImageRecord, crop: Crop | None, export: Export) -> Picture:
        files: list[PictureFile] = []
        widest: Picture | None = None
        for kind in _FORMATS:
            sizes: dict[int, PictureFile] = {}
            for side in export.image_widths:
                request = Request(kind, side, export.image_quality, crop)
                made = self._render(record, request)
                widest = widest or made
                sizes.setdefault(made.width, _file(made))  # a small original has one size
            files += sizes.values()
        assert widest is not None
        return replace(widest, files=tuple(files))


def _file(made: Picture) -> PictureFile:
    name = hashlib.sha256(made.data).hexdigest()[:16]
    ending = {"image/webp": "webp", "image/jpeg": "jpg", "image/png": "png"}[made.mime]
    return PictureFile(f"{name}-{made.width}.{ending}", made.mime, made.width, made.height,
                       made.data)  # fmt: skip
