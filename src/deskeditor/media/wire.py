"""What passes between the desk and the process that decodes pictures: frames and plain values.

A frame is two lengths (4 bytes each, most significant first), a JSON object and raw bytes.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, replace
from datetime import date
from typing import Any, BinaryIO

from deskeditor.domain.document.blocks import Crop
from deskeditor.domain.media import Hiding, ImageRecord, Region, Rights
from deskeditor.media.images import Request

_LENGTHS = struct.Struct(">II")
Data = dict[str, Any]


def send(to: BinaryIO, head: Data, raw: bytes = b"") -> None:
    """Write one frame."""
    said = json.dumps(head).encode()
    to.write(_LENGTHS.pack(len(said), len(raw)) + said)
    if raw:
        to.write(raw)
    to.flush()


def receive(source: BinaryIO) -> tuple[Data, bytes] | None:
    """One frame; None where the other side is gone."""
    lengths = _exactly(source, _LENGTHS.size)
    if lengths is None:
        return None
    head, body = _LENGTHS.unpack(lengths)
    said, raw = _exactly(source, head), _exactly(source, body)
    return None if said is None or raw is None else (json.loads(said), raw)


def _exactly(source: BinaryIO, length: int) -> bytes | None:
    """So many bytes; a pipe gives them in pieces. None where it ends before."""
    parts: list[bytes] = []
    while length:
        part = source.read(length)
        if not part:
            return None
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def request_data(request: Request) -> Data:
    """A request as JSON data."""
    return asdict(request)


def read_request(data: Data) -> Request:
    """The request written by `request_data`."""
    crop = data.pop("crop")
    regions = tuple(_region(one) for one in data.pop("regions"))
    return Request(**data, crop=Crop(**crop) if crop else None, regions=regions)


def _region(data: Data) -> Region:
    return Region(**{**data, "how": Hiding(data["how"])})


#: The fields of a record that a decoding needs or finds; dates, days and people's notes stay home.
_TEXTS = ("media", "name", "mime", "creator", "credit", "copyright", "caption", "alt", "place",
          "source_type", "headline", "likeness")  # fmt: skip


def record_data(record: ImageRecord) -> Data:
    """What of a record passes."""
    data: Data = {name: getattr(record, name) for name in _TEXTS}
    return data | {
        "width": record.width, "height": record.height, "size": record.size,
        "people": list(record.people), "rights": record.rights.value,
        "taken": record.taken.isoformat() if record.taken else None,
        "regions": [asdict(one) for one in record.regions],
    }  # fmt: skip


def read_record(data: Data) -> ImageRecord:
    """The record written by `record_data`."""
    taken = data.pop("taken")
    people, regions = tuple(data.pop("people")), tuple(_region(r) for r in data.pop("regions"))
    record = ImageRecord(**{**data, "rights": Rights(data["rights"])})
    day = date.fromisoformat(taken) if taken else None
    return replace(record, taken=day, people=people, regions=regions)
