"""What a picture's file says of itself: XMP, IPTC-IIM and EXIF into one set of fields, and back.

XMP wins over IPTC, IPTC over EXIF (as the IPTC photo metadata guideline reconciles them). The
alternative text comes from AltTextAccessibility alone: a caption is no alternative text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from deskeditor.domain.document import clean_text
from deskeditor.domain.media import ImageRecord

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from PIL.ImageFile import ImageFile

#: Longest field taken over, in code points; what is longer is no credit line.
_LONGEST = 2000
#: Between several people or creators, as read.
_BETWEEN = "، "
_MANY = frozenset({"creator", "PersonInImage"})
_DAY = re.compile(r"(\d{4})[-:]?(\d{2})[-:]?(\d{2})")

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "exif": "http://ns.adobe.com/exif/1.0/",
}
#: Field → where XMP keeps it, best first.
_XMP: dict[str, tuple[str, ...]] = {
    "creator": ("dc:creator",),
    "credit": ("photoshop:Credit",),
    "copyright": ("dc:rights",),
    "caption": ("dc:description",),
    "headline": ("photoshop:Headline",),
    "people": ("Iptc4xmpExt:PersonInImage",),
    "spot": ("Iptc4xmpCore:Location",),
    "alt": ("Iptc4xmpCore:AltTextAccessibility",),
    "city": ("photoshop:City",),
    "country": ("photoshop:Country",),
    "taken": ("photoshop:DateCreated", "exif:DateTimeOriginal", "xmp:CreateDate"),
    "source_type": ("Iptc4xmpExt:DigitalSourceType",),
}
_IPTC: dict[str, tuple[int, int]] = {
    "creator": (2, 80), "credit": (2, 110), "copyright": (2, 116), "caption": (2, 120),
    "city": (2, 90), "country": (2, 101), "taken": (2, 55), "headline": (2, 105),
    "spot": (2, 92),
}  # fmt: skip
_EXIF: dict[str, int] = {"creator": 0x013B, "copyright": 0x8298, "caption": 0x010E}
_EXIF_IFD, _DATE_TIME_ORIGINAL = 0x8769, 0x9003
_XMP_TIFF_TAG = 700


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of an `ImageRecord` that a file can fill; empty where it says nothing."""

    creator: str = ""
    credit: str = ""
    copyright: str = ""
    caption: str = ""
    alt: str = ""
    place: str = ""
    taken: date | None = None
    source_type: str = ""
    headline: str = ""
    people: tuple[str, ...] = ()


def read_metadata(image: ImageFile) -> Metadata:
    """What the open image says of itself. Damaged metadata is no reason to refuse a picture."""
    found: dict[str, str] = {}
    for reader in (_from_xmp, _from_iptc, _from_exif):
        for name, value in _safely(reader, image).items():
            clean = clean_text(value).strip()[:_LONGEST]
            if clean and name not in found:
                found[name] = clean
    place = "، ".join(found.pop(name) for name in ("spot", "city", "country") if name in found)
    taken = _day(found.pop("taken", ""))
    people = tuple(filter(None, found.pop("people", "").split(_BETWEEN)))
    known = {field.name for field in fields(Metadata)}
    plain = {name: value for name, value in found.items() if name in known}
    return Metadata(place=place, taken=taken, people=people, **plain)


def _safely(reader: Callable[[ImageFile], dict[str, str]], image: ImageFile) -> dict[str, str]:
    try:
        return reader(image)
    except Exception:  # noqa: BLE001 - libraries raise anything on damaged metadata
        return {}


def _day(text: str) -> date | None:
    found = _DAY.match(text)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def _from_xmp(image: ImageFile) -> dict[str, str]:
    from defusedxml.ElementTree import fromstring

    raw = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp")
    if raw is None and hasattr(image, "tag_v2"):
        raw = image.tag_v2.get(_XMP_TIFF_TAG)
    if not raw:
        return {}
    text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else str(raw)
    start, end = text.find("<rdf:RDF"), text.rfind("</rdf:RDF>")
    root = fromstring(text[start : end + len("</rdf:RDF>")])
    found: dict[str, str] = {}
    for name, places in _XMP.items():
        values = (_xmp_value(root, place) for place in places)
        found[name] = next((value for value in values if value), "")
    return found


def _xmp_value(root: Element, place: str) -> str:
    prefix, local = place.split(":")
    key = f"{{{_SPACES[prefix]}}}{local}"
    for description in root.iter(f"{{{_RDF}}}Description"):
        if key in description.attrib:
            return description.attrib[key]
        element = description.find(key)
        if element is not None:
            items = list(element.iter(f"{{{_RDF}}}li"))
            texts = [(item.text or "").strip() for item in items] or [(element.text or "").strip()]
            return _BETWEEN.join(filter(None, texts)) if local in _MANY else texts[0]
    return ""


def _from_iptc(image: ImageFile) -> dict[str, str]:
    from PIL.IptcImagePlugin import getiptcinfo

    info = getiptcinfo(image) or {}
    found = {}
    for name, key in _IPTC.items():
        value = info.get(key)
        parts = value if isinstance(value, list) else [value]
        found[name] = "، ".join(_iptc_text(part) for part in parts if isinstance(part, bytes))
    return found


def _iptc_text(raw: bytes) -> str:
    for encoding in ("utf-8", "cp1256"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def _from_exif(image: ImageFile) -> dict[str, str]:
    exif = image.getexif()
    found = {name: _exif_text(exif.get(tag)) for name, tag in _EXIF.items()}
    found["taken"] = _exif_text(exif.get_ifd(_EXIF_IFD).get(_DATE_TIME_ORIGINAL))
    return found


def _exif_text(value: object) -> str:
    """EXIF is ASCII by its letter; what cameras and desks write is UTF-8, read here as Latin-1."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace").strip("\x00 ")
    if not isinstance(value, str):
        return ""
    try:
        return value.encode("latin-1").decode("utf-8").strip("\x00 ")
    except UnicodeError:
        return value.strip("\x00 ")


def xmp_packet(record: ImageRecord) -> bytes:
    """The XMP that leaves with a rendition: credit, creator, caption, copyright, alt; no more."""
    parts = [
        _alt("dc:description", record.caption),
        _alt("dc:rights", record.copyright),
        _seq("dc:creator", [record.creator]),
        _plain("photoshop:Credit", record.credit or record.creator),
        _alt("Iptc4xmpCore:AltTextAccessibility", record.alt),
        _plain("Iptc4xmpExt:DigitalSourceType", record.source_type),
    ]
    body = "".join(parts)
    if not body:
        return b""
    used = ("dc", "photoshop", "Iptc4xmpCore", "Iptc4xmpExt")
    spaces = "".join(f' xmlns:{name}="{_SPACES[name]}"' for name in used)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}">'
        f'<rdf:Description rdf:about=""{spaces}>{body}</rdf:Description></rdf:RDF></x:xmpmeta>'
        '<?xpacket end="w"?>'
    ).encode()


def _plain(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>" if value else ""


def _alt(name: str, value: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{escape(value)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>" if value else ""


def _seq(name: str, values: Iterable[str]) -> str:
    items = "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values if value)
    return f"<{name}><rdf:Seq>{items}</rdf:Seq></{name}>" if items else ""
