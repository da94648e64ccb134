"""Draw the sample desk's pictures: `python packaging/sample/draw_images.py resources/sample`.

The pictures are drawn by us and carry, on purpose, what a camera leaves behind: a position, a
serial number and a comment, so that the sample shows how they are stripped from what leaves.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from PIL import Image, ImageDraw
from PIL.ExifTags import GPS, IFD, Base

SIZE = (1600, 1000)
SCALE = 2

Colour = tuple[int, int, int]


def canvas(top: Colour, bottom: Colour) -> Image.Image:
    """A sky from `top` to `bottom`."""
    width, height = SIZE[0] * SCALE, SIZE[1] * SCALE
    strip = Image.new("RGB", (1, height))
    for y in range(height):
        part = y / height
        strip.putpixel(
            (0, y), tuple(round(a + (b - a) * part) for a, b in zip(top, bottom, strict=True))
        )
    return strip.resize((width, height))


class Pen:
    """Draws in picture units (1600 × 1000) on a canvas twice as large, for smooth edges."""

    def __init__(self, image: Image.Image) -> None:
        self.image = image
        self._draw = ImageDraw.Draw(image)

    def box(self, x: float, y: float, w: float, h: float, fill: str) -> None:
        """A filled rectangle from its upper left corner."""
        s = SCALE
        self._draw.rectangle([x * s, y * s, (x + w) * s, (y + h) * s], fill=fill)

    def shape(self, *points: tuple[float, float], fill: str) -> None:
        """A filled polygon."""
        self._draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=fill)

    def round(
        self,
        x: float,
        y: float,
        r: float,
        fill: str | None = None,
        *,
        edge: str = "",
        wide: int = 1,
    ) -> None:
        """A disc or, with `edge`, a ring."""
        s = SCALE
        at = [(x - r) * s, (y - r) * s, (x + r) * s, (y + r) * s]
        self._draw.ellipse(at, fill=fill, outline=edge or None, width=wide * s)

    def line(self, *points: tuple[float, float], fill: str, wide: float) -> None:
        """A line through the points."""
        flat = [(x * SCALE, y * SCALE) for x, y in points]
        self._draw.line(flat, fill=fill, width=round(wide * SCALE), joint="curve")


def hills(pen: Pen, base: float, fill: str, seed: int) -> None:
    """A row of hills whose feet stand at `base`."""
    chance = random.Random(seed)  # noqa: S311 - a drawing, always the same
    tops = [(x, base - chance.uniform(20, 120)) for x in range(-100, 1800, 180)]
    pen.shape((-100, 1000), *tops, (1800, 1000), fill=fill)


def water(pen: Pen, top: float, fill: str, light: str, seed: int) -> None:
    """Water from `top` down, with glints."""
    pen.box(0, top, 1600, 1000 - top, fill)
    chance = random.Random(seed)  # noqa: S311 - a drawing, always the same
    for _ in range(46):
        y = chance.uniform(top + 14, 990)
        x, long = chance.uniform(-40, 1560), chance.uniform(30, 150)
        pen.line((x, y), (x + long, y), fill=light, wide=3)


def station() -> Image.Image:
    """A pumping station at the entrance of a harbour."""
    pen = Pen(canvas((176, 196, 204), (232, 226, 210)))
    hills(pen, 520, "#a9b8b0", 4)
    hills(pen, 600, "#8fa39a", 9)
    water(pen, 780, "#5c8191", "#86a7b3", 3)
    pen.box(0, 730, 1600, 60, "#b9ac93")
    pen.box(880, 360, 430, 370, "#dccfb4")
    pen.shape((850, 360), (1340, 360), (1300, 310), (890, 310), fill="#9b6b47")
    for x in (930, 1050, 1170):
        pen.box(x, 430, 80, 120, "#4c6472")
        pen.line((x + 40, 430), (x + 40, 550), fill="#dccfb4", wide=6)
    pen.box(1220, 590, 70, 140, "#5b4434")
    pen.box(1380, 180, 140, 550, "#cfc3aa")
    pen.round(1450, 180, 70, "#bfb196")
    for y, tone in ((640, "#3e7ea0"), (700, "#35708f")):
        pen.line((880, y), (430, y), (330, y + 70), (330, 1000), fill=tone, wide=44)
        pen.line((880, y - 12), (430, y - 12), fill="#6ea9c6", wide=8)
    pen.round(560, 590, 58, edge="#b5442f", wide=14)
    for dx, dy in ((58, 0), (0, 58), (-58, 0), (0, -58)):
        pen.line((560, 590), (560 + dx, 590 + dy), fill="#b5442f", wide=10)
    pen.line((560, 590), (560, 640), fill="#7f3325", wide=16)
    for x in (120, 180):
        pen.line((150, 340), (x, 730), fill="#54636a", wide=8)
    for y in (430, 520, 620):
        pen.line((150 - (y - 340) * 0.077, y), (150 + (y - 340) * 0.077, y), fill="#54636a", wide=6)
    return pen.image


def market() -> Image.Image:
    """Fishing boats moored at a stone quay."""
    pen = Pen(canvas((246, 214, 170), (250, 236, 212)))
    pen.round(1240, 260, 92, "#f4a259")
    hills(pen, 470, "#c7a98b", 12)
    water(pen, 500, "#4f7f8c", "#8db4b9", 7)
    chance = random.Random(21)  # noqa: S311 - a drawing, always the same
    for number, (x, y) in enumerate(((150, 560), (520, 590), (900, 570), (1250, 610))):
        hull = ("#9c3d2e", "#2f6f73", "#d19a2a", "#44507c")[number]
        pen.shape((x, y), (x + 300, y), (x + 250, y + 86), (x + 56, y + 86), fill=hull)
        pen.shape(
            (x + 6, y + 8), (x + 294, y + 8), (x + 286, y + 24), (x + 14, y + 24), fill="#f2e6cf"
        )
        pen.line((x + 150, y), (x + 150, y - 190), fill="#5b4434", wide=9)
        pen.shape((x + 158, y - 180), (x + 158, y - 40), (x + 260, y - 40), fill="#f7efe0")
        pen.box(x + 70, y - 46, 60, 46, "#e8d8b8")
    pen.box(0, 760, 1600, 240, "#b7a58a")
    for x in range(0, 1600, 130):
        pen.line((x, 760), (x - 20, 1000), fill="#9f8e75", wide=4)
    for _ in range(15):
        x, y = chance.uniform(40, 1450), chance.uniform(800, 900)
        tone = chance.choice(("#c77b3b", "#8f9a5b", "#5f8f9e"))
        pen.box(x, y, 110, 62, tone)
        pen.line((x, y + 20), (x + 110, y + 20), fill="#4a3a2c", wide=3)
        pen.line((x, y + 42), (x + 110, y + 42), fill="#4a3a2c", wide=3)
    return pen.image


def save(image: Image.Image, path: Path) -> None:
    """Write one picture as JPEG with the traces of a camera."""
    exif = Image.Exif()
    exif[Base.Make] = "Sample Camera"
    exif[Base.DateTime] = "2026:11:18 12:05:00"
    exif.get_ifd(IFD.Exif)[Base.BodySerialNumber] = "SN-SAMPLE-118"
    exif.get_ifd(IFD.GPSInfo).update(
        {GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (33.0, 5.0, 12.0),
         GPS.GPSLongitudeRef: "E", GPS.GPSLongitude: (44.0, 1.0, 30.0)}
    )  # fmt: skip
    small = image.resize(SIZE, Image.Resampling.LANCZOS)
    small.save(path, quality=86, exif=exif, comment="sample comment left by a camera")
    print(f"{path.name}: {path.stat().st_size} bytes")


def main(folder: str) -> None:
    """Draw both pictures into `folder`."""
    save(station(), Path(folder) / "station.jpg")
    save(market(), Path(folder) / "market.jpg")


if __name__ == "__main__":
    main(sys.argv[1])
