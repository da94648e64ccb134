"""What of a picture leaves with one use: its words, its crop, and its sizes for each place.

The page, the card of a network and the previews beside the fields ask here what they show, so that
what somebody sees while captioning is what readers get.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import Lock
from typing import Literal, cast

from deskeditor.domain.crops import Shape, crop_of
from deskeditor.domain.document import Figure
from deskeditor.domain.document.blocks import Crop
from deskeditor.domain.media import ImageRecord
from deskeditor.domain.publication import Export
from deskeditor.formats.pictures import Picture, PictureFile
from deskeditor.media.images import Kind, Request

#: Where readers meet a picture.
Outlet = Literal["web", "print", "social"]
#: Uses whose sizes are remembered: an article rarely has more pictures.
_KEPT = 24
#: Weights remembered: numbers only, those of some articles.
_WEIGHED = 512
#: What networks and word processors show, all of them.
_EVERYWHERE: Kind = "jpeg"


def as_used(record: ImageRecord, figure: Figure) -> ImageRecord:
    """The record with the words of one use: they are what is written into its file."""
    return replace(
        record,
        caption=figure.caption.text.strip() or record.caption,
        alt=figure.alt.strip() or record.alt,
        credit=figure.credit.strip() or record.credit,
    )


def in_text(figure: Figure) -> Crop | None:
    """What the text shows: the wide crop somebody drew; None is the whole picture."""
    return next((crop for crop in figure.crops if crop.shape == "wide"), None)


def shaped(figure: Figure, record: ImageRecord, shape: Shape) -> Crop:
    """What a shape shows: the crop somebody drew for it, or the one the focal point gives."""
    return crop_of(figure, shape, record.width, record.height)


def request_for(outlet: Outlet, figure: Figure, record: ImageRecord, export: Export) -> Request:
    """What one outlet is given at its largest."""
    quality = export.image_quality
    match outlet:
        case "web":
            kind = cast("Kind", export.image_formats[0])
            return Request(kind, export.image_widths[0], quality, in_text(figure))
        case "print":
            return Request(_EVERYWHERE, quality=quality, crop=in_text(figure))
        case "social":
            return _card(figure, record, "square", export)


def _card(figure: Figure, record: ImageRecord, shape: Shape, export: Export) -> Request:
    crop = shaped(figure, record, shape)
    return Request(_EVERYWHERE, export.image_card, export.image_quality, crop)


class WebSizes:
    """Makes the sizes of a use, and remembers those made last."""

    def __init__(self, render: Callable[[ImageRecord, Request], Picture]) -> None:
        """`render` makes one rendition."""
        self._render = render
        self._kept: OrderedDict[object, Picture] = OrderedDict()
        self._weights: OrderedDict[object, int] = OrderedDict()
        self._lock = Lock()

    def get(self, figure: Figure, record: ImageRecord, export: Export) -> Picture:
        """The picture at its widest, with all sizes in `files`: the lighter format first."""
        used, crop = as_used(record, figure), in_text(figure)
        key = (used, crop, export.image_widths, export.image_formats, export.image_quality)
        return self._once(key, lambda: self._sizes(used, figure, export))

    def with_cards(self, figure: Figure, record: ImageRecord, export: Export) -> Picture:
        """As `get`, with the crops of a page's main picture in `cards`."""
        used, shown = as_used(record, figure), self.get(figure, record, export)
        key = (
            used, figure.focal, figure.crops, export.image_shapes, export.image_card,
            export.image_quality,
        )  # fmt: skip
        made = self._once(key, lambda: self._cards(shown, used, figure, export))
        return replace(shown, cards=made.cards)

    def _once(self, key: object, make: Callable[[], Picture]) -> Picture:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return made

    def weight(self, figure: Figure, record: ImageRecord, export: Export) -> int:
        """The bytes of the widest of the lighter format; its words weigh nothing."""
        bare = replace(record, caption="", alt="", credit="", creator="", copyright="")
        request = request_for("web", figure, record, export)
        key = (bare.media, bare.regions, request)
        with self._lock:
            if key in self._weights:
                self._weights.move_to_end(key)
                return self._weights[key]
        size = len(self._render(bare, request).data)
        with self._lock:
            self._weights[key] = size
            while len(self._weights) > _WEIGHED:
                self._weights.popitem(last=False)
        return size

    def _sizes(self, record: ImageRecord, figure: Figure, export: Export) -> Picture:
        widest = request_for("web", figure, record, export)
        files: list[PictureFile] = []
        first: Picture | None = None
        for kind in export.image_formats:
            sizes: dict[int, PictureFile] = {}
            for side in export.image_widths:
                made = self._render(record, replace(widest, kind=cast("Kind", kind), side=side))
                first = first or made
                sizes.setdefault(made.width, _file(made))  # a small original has one size
            files += sizes.values()
        assert first is not None
        return replace(first, files=tuple(files))

    def _cards(
        self, shown: Picture, record: ImageRecord, figure: Figure, export: Export
    ) -> Picture:
        def cards() -> Iterator[PictureFile]:
            for shape in export.image_shapes:
                request = _card(figure, record, cast("Shape", shape), export)
                yield _file(self._render(record, request), shape)

        return replace(shown, cards=tuple(cards()))


def _file(made: Picture, shape: str = "") -> PictureFile:
    name = hashlib.sha256(made.data).hexdigest()[:16]
    ending = {"image/webp": "webp", "image/jpeg": "jpg", "image/png": "png"}[made.mime]
    return PictureFile(f"{name}-{made.width}.{ending}", made.mime, made.width, made.height,
                       made.data, shape)  # fmt: skip
