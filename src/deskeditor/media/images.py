"""Pictures opened within limits, and the renditions that may leave.

The only place that decodes a picture. Refuses what is no picture, too large, or broken, before more
than its header is read; a rendition is upright, sRGB, and carries credit and captions but no
camera, place or comment.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

from deskeditor.domain.errors import BadInput
from deskeditor.domain.media import ImageRecord, Rights
from deskeditor.media.metadata import read_metadata, xmp_packet

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

#: Limits on originals: 50 megapixels decode to at most 200 MB; a 200 MB file is no press picture.
MAX_PIXELS = 50_000_000
MAX_BYTES = 200_000_000
#: The longer side of a rendition, in pixels: sharp on a column of 42 rem at two pixels a point.
RENDITION_SIDE = 1600

_MIMES = {
    "JPEG": "image/jpeg", "MPO": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp",
    "AVIF": "image/avif", "HEIF": "image/heic", "TIFF": "image/tiff", "GIF": "image/gif",
}  # fmt: skip
#: Pillow opens a camera's MPO (several JPEGs in one file) as a JPEG.
_READ = tuple(kind for kind in _MIMES if kind != "MPO")
_AI = "trainedalgorithmicmedia"

Kind = Literal["webp", "jpeg", "png"]


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture made for readers: its bytes, type and pixels."""

    data: bytes
    mime: str
    width: int
    height: int


@cache
def _pillow() -> ModuleType:
    """Pillow, made strict: a warning about a decompression bomb is an error, once and for all."""
    from PIL import Image
    from pillow_heif import register_heif_opener

    register_heif_opener(thumbnails=False)
    warnings.filterwarnings("error", category=Image.DecompressionBombWarning)
    return Image


@contextmanager
def _opened(source: Path | bytes, name: str) -> Iterator[ImageFile]:
    """The picture, opened but not decoded, within the limits."""
    pillow = _pillow()
    file = io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")
    with file:
        _refuse_others(file.read(1024), name)
        file.seek(0)
        try:
            image = pillow.open(file, formats=_READ)
        except (pillow.DecompressionBombError, pillow.DecompressionBombWarning) as error:
            raise BadInput("image-too-large", name=name, limit=MAX_PIXELS // 10**6) from error
        except pillow.UnidentifiedImageError as error:
            raise BadInput("image-not-picture", name=name) from error
        except Exception as error:
            raise BadInput("image-damaged", name=name) from error
        if image.width * image.height > MAX_PIXELS:
            raise BadInput("image-too-large", name=name, limit=MAX_PIXELS // 10**6)
        yield image


def _refuse_others(head: bytes, name: str) -> None:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<svg", b"<?xml", b"<!doctype svg")) or b"<svg" in start:
        raise BadInput("image-is-svg", name=name)


def _decoded(image: Image, name: str) -> Image:
    """The first frame, decoded whole and upright."""
    from PIL import ImageOps

    try:
        image.seek(0)
        image.load()
        return ImageOps.exif_transpose(image)
    except MemoryError:
        raise
    except Exception as error:
        raise BadInput("image-damaged", name=name) from error


def examine(source: Path | bytes, media: str, name: str, size: int) -> ImageRecord:
    """The record of a picture under the name `media`; it is decoded once, to prove it whole.

    Raises:
        BadInput: no picture, an SVG, over the limits, truncated or broken.
    """
    with _opened(source, name) as image:
        found = read_metadata(image)
        mime = _MIMES[str(image.format)]
        upright = _decoded(image, name)
        machine = _AI in found.source_type.lower()
        return ImageRecord(
            media=media, mime=mime, width=upright.width, height=upright.height, size=size,
            name=name, creator=found.creator, credit=found.credit, copyright=found.copyright,
            caption=found.caption, alt=found.alt, place=found.place, taken=found.taken,
            source_type=found.source_type,
            rights=Rights.AI_GENERATED if machine else Rights.UNKNOWN,
        )  # fmt: skip


def render(
    source: Path | bytes, record: ImageRecord, kind: Kind = "webp", side: int = RENDITION_SIDE
) -> Rendition:
    """The picture for readers, its longer side at most `side` pixels; never enlarged.

    JPEG has no transparency: a transparent picture asked as JPEG comes as PNG.

    Raises:
        BadInput: the original is broken.
    """
    name = record.name or record.media[:12]
    with _opened(source, name) as image:
        if image.format == "JPEG":
            image.draft("RGB", (side, side))
        picture = _for_screens(_decoded(image, name))
    picture.thumbnail((side, side), _pillow().Resampling.LANCZOS)
    picture.info = {}
    clear = picture.mode == "RGBA"
    if kind == "jpeg" and clear:
        kind = "png"
    return Rendition(_saved(picture, kind, record), f"image/{kind}", picture.width, picture.height)


def _for_screens(picture: Image) -> Image:
    """Eight bits of sRGB, with transparency where there is any."""
    if picture.mode.startswith(("I", "F")):
        picture = _eight_bits(picture)
    clear = "A" in picture.getbands() or "transparency" in picture.info
    mode = "RGBA" if clear else "RGB"
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "RGBA", "CMYK", "L"):
        return _to_srgb(picture, profile, mode)
    return picture.convert(mode)


def _to_srgb(picture: Image, profile: bytes, mode: str) -> Image:
    from PIL import ImageCms

    try:
        there = ImageCms.createProfile("sRGB")
        here = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if picture.mode == "RGBA":
            alpha = picture.getchannel("A")
            picture = picture.convert("RGB")
            done = ImageCms.profileToProfile(picture, here, there, outputMode="RGB")
            if done is None:
                return picture.convert(mode)
            done.putalpha(alpha)
            return done
        done = ImageCms.profileToProfile(picture, here, there, outputMode="RGB")
        return picture.convert(mode) if done is None else done.convert(mode)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture.convert(mode)


def _eight_bits(picture: Image) -> Image:
    """Grey of 16 or 32 bits brought to 8 over the range it uses; Pillow's own convert clips it."""
    low, high = picture.getextrema()
    assert isinstance(low, int | float)
    assert isinstance(high, int | float)
    top = 65535 if picture.mode.startswith("I;16") or (low >= 0 and high > 255) else max(high, 1)
    scaled = picture.convert("F").point(lambda value: value * (255.0 / top) + 0)
    return scaled.convert("L")


def _saved(picture: Image, kind: Kind, record: ImageRecord) -> bytes:
    out, packet = io.BytesIO(), xmp_packet(record)
    options: dict[str, Any] = {}
    if kind == "webp":
        options = {"quality": 82, "method": 4, "xmp": packet}
    elif kind == "jpeg":
        options = {"quality": 85, "optimize": True, "progressive": True, "xmp": packet}
    else:
        options = {"optimize": True, "pnginfo": _png_text(packet)}
    if not packet:
        options.pop("xmp", None)
    picture.save(out, kind.upper(), **options)
    return out.getvalue()


def _png_text(packet: bytes) -> object:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    if packet:
        info.add_itxt("XML:com.adobe.xmp", packet.decode())
    return info
