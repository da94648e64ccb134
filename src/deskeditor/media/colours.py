"""Any picture brought to eight bits of sRGB, with transparency where there is any."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image


def for_screens(picture: Image) -> Image:
    """The picture in RGB or RGBA, its colours those its profile says; a broken profile is none."""
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
