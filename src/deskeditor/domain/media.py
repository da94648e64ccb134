"""Images: one record for each original, kept by hash and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

#: Endings of files that may be images; a file named by hand may have any.
ENDINGS = frozenset(
    (".jpg", ".jpeg", ".png", ".webp", ".avif", ".heic", ".heif", ".tif", ".tiff", ".gif")
)


class Rights(StrEnum):
    """On what ground we may show an image; what each demands stands in `domain.validity`."""

    STAFF = "staff"
    AGENCY = "agency"
    HANDOUT = "handout"
    SCREENGRAB = "screengrab"
    SOCIAL = "social"
    COMMISSIONED = "commissioned"
    PUBLIC_DOMAIN = "public_domain"
    AI_GENERATED = "ai_generated"
    UNKNOWN = "unknown"


class Consent(StrEnum):
    """Whether those who can be recognised agreed: children, victims, patients."""

    UNASKED = "unasked"
    NOT_NEEDED = "not_needed"
    NEEDED = "needed"
    GIVEN = "given"
    REFUSED = "refused"


class Medium(StrEnum):
    """What the picture is, before anything else is said of it."""

    PHOTOGRAPH = "photograph"
    FRAME = "frame"
    ILLUSTRATION = "illustration"
    GRAPHIC = "graphic"
    MAP = "map"
    SCREENSHOT = "screenshot"
    COMPOSITE = "composite"


@dataclass(frozen=True, slots=True)
class Lease:
    """A permission or a ban for some days, both included; None where that end is open."""

    allow: bool
    start: date | None = None
    end: date | None = None
    note: str = ""

    def covers(self, day: date) -> bool:
        """Whether it holds on this day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


class Hiding(StrEnum):
    """How a part of a picture is made unrecognisable."""

    BLUR = "blur"
    PIXELATE = "pixelate"


@dataclass(frozen=True, slots=True)
class Region:
    """A part that no reader may recognise; fractions 0…1 of the upright picture.

    It is burnt into everything that leaves; the original stays as it came.
    """

    left: float
    top: float
    width: float
    height: float
    how: Hiding = Hiding.PIXELATE


@dataclass(frozen=True, slots=True)
class Override:
    """A failure that somebody who may has set aside, with the reason. `at` is in UTC.

    `about` names what the record said then: on anything else the failure stands again.
    """

    failure: str
    by: str
    at: datetime
    reason: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class ImageRecord:
    """What is known of an original image.

    `media` is the sha256 of the file as it came (64 hex digits), `mime` its real type, `width` and
    `height` the pixels of the upright picture, `size` its bytes, `likeness` the difference hash of
    what it shows (16 hex digits, empty where it was never taken). Text fields hold what the file's
    own metadata said, until a person writes better. `undated` says that somebody looked and the day
    it was taken cannot be known; `source_type` is the IPTC digital source type.
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
    headline: str = ""
    people: tuple[str, ...] = ()
    consent: Consent = Consent.UNASKED
    restrictions: str = ""
    leases: tuple[Lease, ...] = ()
    undated: bool = False
    medium: Medium = Medium.PHOTOGRAPH
    regions: tuple[Region, ...] = ()
    overrides: tuple[Override, ...] = ()
    likeness: str = ""


@dataclass(frozen=True, slots=True)
class ImageUse:
    """One article that shows an image in its newest text."""

    media: str
    article: str
    title: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What is known of the images an article shows, by media.

    Attributes:
        records: their records.
        elsewhere: titles of the other articles that show them, newest first.
    """

    records: Mapping[str, ImageRecord] = field(default_factory=dict)
    elsewhere: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def distance(one: str, other: str) -> int:
    """Of 64 bits of likeness, how many differ; 64 where either is not known."""
    if not one or not other:
        return 64
    return (int(one, 16) ^ int(other, 16)).bit_count()
