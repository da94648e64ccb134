"""A picture opened within limits and decoded upright: the only place that opens one.

Refuses what is no picture, too large, or broken, before more than its header is read.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from deskeditor.domain.errors import BadInput

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

#: Limits on originals: 50 megapixels decode to at most 200 MB; a 200 MB file is no press picture.
MAX_PIXELS = 50_000_000
MAX_BYTES = 200_000_000

MIMES = {
    "JPEG": "image/jpeg", "MPO": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp",
    "AVIF": "image/avif", "HEIF": "image/heic", "TIFF": "image/tiff", "GIF": "image/gif",
}  # fmt: skip
#: How the files of these formats begin, whatever they are called.
_BEGUN = re.compile(
    rb"\xff\xd8\xff|\x89PNG|GIF8|RIFF....WEBP|II\*\x00|MM\x00\*"
    rb"|....ftyp(?:avi[fs]|hei[cfmsx]|hev[cx]|mif1|msf1)",
    re.DOTALL,
)
#: Pillow opens a camera's MPO (several JPEGs in one file) as a JPEG.
_READ = tuple(kind for kind in MIMES if kind != "MPO")


@cache
def pillow() -> ModuleType:
    """Pillow, made strict: a warning about a decompression bomb is an error, once and for all."""
    from PIL import Image
    from pillow_heif import register_heif_opener

    register_heif_opener(thumbnails=False)
    warnings.filterwarnings("error", category=Image.DecompressionBombWarning)
    return Image


@contextmanager
def opened(source: Path | bytes, name: str) -> Iterator[ImageFile]:
    """The picture, opened but not decoded, within the limits.

    Raises:
        BadInput: no picture, an SVG, or over the limits.
    """
    library = pillow()
    file = io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")
    with file:
        _refuse_others(file.read(1024), name)
        file.seek(0)
        try:
            image = library.open(file, formats=_READ)
        except (library.DecompressionBombError, library.DecompressionBombWarning) as error:
            raise BadInput("image-too-large", name=name, limit=MAX_PIXELS // 10**6) from error
        except library.UnidentifiedImageError as error:
            file.seek(0)
            begun = _BEGUN.match(file.read(16)) is not None
            code = "image-damaged" if begun else "image-not-picture"
            raise BadInput(code, name=name) from error
        except Exception as error:
            raise BadInput("image-damaged", name=name) from error
        if image.width * image.height > MAX_PIXELS:
            raise BadInput("image-too-large", name=name, limit=MAX_PIXELS // 10**6)
        yield image


def _refuse_others(head: bytes, name: str) -> None:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<svg", b"<?xml", b"<!doctype svg")) or b"<svg" in start:
        raise BadInput("image-is-svg", name=name)


def decoded(image: Image, name: str) -> Image:
    """The first frame, decoded whole and upright.

    Raises:
        BadInput: truncated or broken.
    """
    from PIL import ImageOps

    try:
        image.seek(0)
        image.load()
        return ImageOps.exif_transpose(image)
    except MemoryError:
        raise
    except Exception as error:
        raise BadInput("image-damaged", name=name) from error
