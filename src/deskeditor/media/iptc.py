"""IPTC-IIM written into a JPEG, for desks whose programs read nothing newer.

One Photoshop block in one APP13 segment, in UTF-8 and saying so (dataset 1:90), with what the XMP
carries that IIM has a place for; alternative text and source type have none.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from deskeditor.domain.media import ImageRecord

_UTF8 = b"\x1b%G"
#: Bytes of one dataset without the extended form, and of one APP13 segment.
_LONGEST, _SEGMENT = 32_000, 65_533
#: The block's number inside Photoshop's resources.
_IPTC_BLOCK = 0x0404


def _datasets(record: ImageRecord) -> Iterator[tuple[int, str]]:
    yield 80, record.creator
    yield 110, record.credit or record.creator
    yield 116, record.copyright
    yield 120, record.caption


def iptc_segment(record: ImageRecord) -> bytes:
    """The APP13 segment of a record; empty where there is nothing to say."""
    said = [(number, text.encode()[:_LONGEST]) for number, text in _datasets(record) if text]
    if not said:
        return b""
    body = _dataset(1, 90, _UTF8) + _dataset(2, 0, b"\x00\x04")
    for number, raw in said:
        body += _dataset(2, number, raw.decode("utf-8", "ignore").encode())
    if len(body) > _SEGMENT - 64:
        return b""
    block = b"8BIM" + struct.pack(">H", _IPTC_BLOCK) + b"\x00\x00" + struct.pack(">I", len(body))
    raw = b"Photoshop 3.0\x00" + block + body + b"\x00" * (len(body) % 2)
    return b"\xff\xed" + struct.pack(">H", len(raw) + 2) + raw


def _dataset(record: int, number: int, raw: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(raw)) + raw
