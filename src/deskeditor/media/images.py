"""What is made of a picture: its record, the renditions that may leave, thumbnails.

A rendition is upright, sRGB, with hidden parts burnt over, and carries credit and captions but no
camera, place or comment. Blocking and heavy: the desk asks for it through `media.apart`.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from deskeditor.domain.document.blocks import Crop
from deskeditor.domain.media import ImageRecord, Region, Rights
from deskeditor.media.colours import for_screens
from deskeditor.media.hiding import hidden
from deskeditor.media.iptc import iptc_segment
from deskeditor.media.likeness import likeness
from deskeditor.media.metadata import read_metadata, xmp_packet
from deskeditor.media.opening import MAX_BYTES, MIMES, decoded, opened, pillow

if TYPE_CHECKING:
    from PIL.Image import Image

#: The longer side of a rendition, in pixels: sharp on a column of 42 rem at two pixels a point.
RENDITION_SIDE = 1600
#: The longer side of a thumbnail, in pixels.
THUMBNAIL_SIDE = 320
#: EXIF's tag of orientation, and its values of pictures that lie on a side.
_ORIENTATION, _LYING = 0x0112, frozenset((5, 6, 7, 8))
_AI = "trainedalgorithmicmedia"

Kind = Literal["webp", "jpeg", "png"]
__all__ = [
    "MAX_BYTES",
    "Kind",
    "Rendition",
    "Request",
    "examine",
    "likeness_of",
    "picture_of",
    "render",
]


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture made for readers: its bytes, type and pixels."""

    data: bytes
    mime: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted of a picture: the longer side at most `side` pixels, never enlarged.

    `quality` is that of JPEG and WebP; `crop` and `regions` are fractions of the upright picture.
    """

    kind: Kind = "webp"
    side: int = RENDITION_SIDE
    quality: int = 82
    crop: Crop | None = None
    regions: tuple[Region, ...] = ()


def examine(source: Path | bytes, media: str, name: str, size: int) -> ImageRecord:
    """The record of a picture under the name `media`; it is decoded once, to prove it whole.

    Raises:
        BadInput: no picture, an SVG, over the limits, truncated or broken.
    """
    return picture_of(source, media, name, size)[0]


def picture_of(
    source: Path | bytes, media: str, name: str, size: int
) -> tuple[ImageRecord, Rendition]:
    """The record of a picture and its thumbnail, of one decoding.

    Raises:
        BadInput: as `examine`.
    """
    with opened(source, name) as image:
        found = read_metadata(image)
        mime = MIMES[str(image.format)]
        whole = image.size
        jpeg = image.format == "JPEG"
        if jpeg:
            # Every coded bit is read all the same, so a damaged one is seen; most work is saved.
            image.draft("RGB", (THUMBNAIL_SIDE, THUMBNAIL_SIDE))
        upright = decoded(image, name)
        width, height = _upright(image, whole) if jpeg else upright.size
        upright.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), pillow().Resampling.BOX)
        small = for_screens(upright)
    machine = _AI in found.source_type.lower()
    record = ImageRecord(
        media=media, mime=mime, width=width, height=height, size=size,
        name=name, creator=found.creator, credit=found.credit, copyright=found.copyright,
        caption=found.caption, alt=found.alt, place=found.place, taken=found.taken,
        source_type=found.source_type, headline=found.headline, people=found.people,
        rights=Rights.AI_GENERATED if machine else Rights.UNKNOWN,
        likeness=likeness(small),
    )  # fmt: skip
    return record, _finished(small, Request("jpeg", THUMBNAIL_SIDE, 80), None)


def _upright(image: Image, size: tuple[int, int]) -> tuple[int, int]:
    """The size of a picture that may lie on a side, once it is turned."""
    lies = image.getexif().get(_ORIENTATION) in _LYING
    return (size[1], size[0]) if lies else size


def render(
    source: Path | bytes,
    record: ImageRecord,
    kind: Kind = "webp",
    side: int = RENDITION_SIDE,
    *,
    request: Request | None = None,
    words: bool = True,
) -> Rendition:
    """The picture for readers; `request`, where it is given, says all that is wanted of it.

    JPEG has no transparency: a transparent picture asked as JPEG comes as PNG. The record's hidden
    parts are always burnt in. Without `words` nothing is written into the file: for our own screen.

    Raises:
        BadInput: the original is broken.
    """
    wanted = request or Request(kind, side)
    regions = (*record.regions, *wanted.regions)
    name = record.name or record.media[:12]
    with opened(source, name) as image:
        if image.format == "JPEG":
            image.draft("RGB", _draft(wanted, image.size))
        upright = _cut(hidden(decoded(image, name), regions), wanted.crop)
        if upright.mode in ("RGB", "L"):  # fewer pixels first: colours are the dearer work
            _shrink(upright, wanted.side)
        picture = for_screens(upright)
    _shrink(picture, wanted.side)
    return _finished(picture, wanted, record if words else None)


def _draft(wanted: Request, size: tuple[int, int]) -> tuple[int, int]:
    """The least size a JPEG may be decoded at: in its shape, before it is turned or cut."""
    part = 1.0 if wanted.crop is None else max(0.05, min(wanted.crop.width, wanted.crop.height))
    scale = min(1.0, wanted.side / part / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _cut(picture: Image, crop: Crop | None) -> Image:
    if crop is None:
        return picture
    wide, high = picture.size
    left, top = min(wide - 1, round(crop.left * wide)), min(high - 1, round(crop.top * high))
    right = min(wide, max(left + 1, round((crop.left + crop.width) * wide)))
    bottom = min(high, max(top + 1, round((crop.top + crop.height) * high)))
    part = picture.crop((left, top, right, bottom))
    part.info = picture.info
    return part


def _shrink(picture: Image, side: int) -> None:
    pixels = pillow().Resampling  # for a small picture what one coming in gets, and the cheapest
    how = pixels.LANCZOS if side > THUMBNAIL_SIDE else pixels.BOX
    picture.thumbnail((side, side), how, reducing_gap=None)


def _finished(picture: Image, wanted: Request, record: ImageRecord | None) -> Rendition:
    picture.info = {}
    kind = "png" if wanted.kind == "jpeg" and picture.mode == "RGBA" else wanted.kind
    data = _saved(picture, replace(wanted, kind=kind), record)
    return Rendition(data, f"image/{kind}", picture.width, picture.height)


def _saved(picture: Image, wanted: Request, record: ImageRecord | None) -> bytes:
    out, packet = io.BytesIO(), b"" if record is None else xmp_packet(record)
    options: dict[str, Any] = {}
    if wanted.kind == "webp":
        options = {"quality": wanted.quality, "method": 4, "xmp": packet}
    elif wanted.kind == "jpeg":
        leaves = record is not None
        options = {"quality": max(wanted.quality, 60), "optimize": leaves, "progressive": leaves,
                   "xmp": packet, "extra": iptc_segment(record) if record else b""}  # fmt: skip
    else:
        options = {"optimize": record is not None, "pnginfo": _png_text(packet)}
    picture.save(out, wanted.kind.upper(), **{k: v for k, v in options.items() if v != b""})
    return out.getvalue()


def _png_text(packet: bytes) -> object:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    if packet:
        info.add_itxt("XML:com.adobe.xmp", packet.decode())
    return info


def likeness_of(source: Path | bytes, name: str) -> str:
    """The likeness of a picture kept before likenesses were taken.

    Raises:
        BadInput: the original is broken.
    """
    with opened(source, name) as image:
        if image.format == "JPEG":
            image.draft("RGB", (THUMBNAIL_SIDE, THUMBNAIL_SIDE))
        upright = decoded(image, name)
        upright.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), pillow().Resampling.BOX)
        return likeness(for_screens(upright))
