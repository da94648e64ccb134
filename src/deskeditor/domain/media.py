"""Images: one record for each original, kept by hash and never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Rights(StrEnum):
    """On what ground we may show an image."""

    STAFF = "staff"
    AGENCY = "agency"
    HANDOUT = "handout"
    SCREENGRAB = "screengrab"
    SOCIAL = "social"
    COMMISSIONED = "commissioned"
    PUBLIC_DOMAIN = "public_domain"
    AI_GENERATED = "ai_generated"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ImageRecord:
    """What is known of an original image.

    `media` is the sha256 of the file as it came (64 hex digits), `mime` its real type, `width` and
    `height` the pixels of the upright picture, `size` its bytes. Text fields hold what the file's
    own metadata said, until a person writes better.
    """

    media: str
    mime: str
    width: int
    height: int
    size: int
    name: str = ""
    creator: str = ""
    credit: str = ""
    copyright: str = ""
    caption: str = ""
    alt: str = ""
    place: str = ""
    taken: date | None = None
    rights: Rights = Rights.UNKNOWN
    source_type: str = ""
    notes: str = ""
