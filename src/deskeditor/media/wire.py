"""Records and requests as the plain values that pass to the process that decodes pictures."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date

from deskeditor.apart.frames import Data
from deskeditor.domain.document.blocks import Crop
from deskeditor.domain.media import Hiding, ImageRecord, Region, Rights
from deskeditor.media.images import Request


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
