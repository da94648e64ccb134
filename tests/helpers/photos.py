"""Pictures as they reach a desk, made in memory: with metadata, broken, hostile."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image

#: Strings that stand in the private metadata of `camera_jpeg` and must never leave.
PRIVATE = (b"SN-884213", b"canary comment", b"Nikon", b"Adobe Photoshop 22")

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 photoshop:Credit="وكالة الرافدين" photoshop:City="البصرة" xmp:CreatorTool="Adobe Photoshop 22"
 photoshop:DateCreated="2026-02-04T10:30:00">
 <dc:creator><rdf:Seq><rdf:li>زينب كريم</rdf:li></rdf:Seq></dc:creator>
 <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© الرافدين 2026</rdf:li></rdf:Alt></dc:rights>
 <dc:description><rdf:Alt><rdf:li xml:lang="x-default">عمّال على ضفة شط العرب 🌊</rdf:li></rdf:Alt>
 </dc:description>
 <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">رجلان يحملان شبكة</rdf:li>
 </rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
 <Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture</Iptc4xmpExt:DigitalSourceType>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    """The bytes of a file of this kind; HEIF needs Pillow to be told how."""
    if kind == "HEIF":
        from pillow_heif import register_heif_opener

        register_heif_opener(thumbnails=False)
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def drawn(width: int = 80, height: int = 50, mode: str = "RGB") -> Image.Image:
    """Red on the left half, blue on the right, so that turning shows."""
    image = Image.new("RGB", (width, height), (200, 30, 30))
    image.paste((30, 30, 200), (width // 2, 0, width, height))
    return image.convert(mode)


def camera_jpeg(*, orientation: int = 6, xmp: str | None = XMP) -> bytes:
    """A photograph with EXIF (serial number, GPS), a comment, and XMP."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Nikon"
    exif[0x013B] = "Exif Artist"
    exif[0x8298] = "Exif Copyright"
    exif[0x010E] = "Exif description"
    exif.get_ifd(0x8769).update({0xA431: "SN-884213", 0x9003: "2025:12:31 23:59:00"})
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 30.0, 0.0), 3: "E", 4: (47.0, 47.0, 0.0)})
    options: dict[str, Any] = {"exif": exif, "comment": b"canary comment"}
    if xmp:
        options["xmp"] = xmp.encode()
    return saved(drawn(), "JPEG", **options)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_bomb(width: int, height: int) -> bytes:
    """A PNG of a few kilobytes that says it has this many pixels."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width // 8 + 2) * 64), 9)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", rows)
        + _chunk(b"IEND", b"")
    )
