"""Sources: whom a piece relies on, and on what terms."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from deskeditor.domain.findings import Anchor


class SourceKind(StrEnum):
    """What a source is."""

    PERSON = "person"
    OFFICE = "office"
    ORGANISATION = "organisation"
    AGENCY = "agency"
    OUTLET = "outlet"
    DOCUMENT = "document"
    RECORDING = "recording"
    WITNESS = "witness"
    ANONYMOUS = "anonymous"


class Terms(StrEnum):
    """On what terms a source speaks."""

    ON_RECORD = "on_record"
    BACKGROUND = "background"
    OFF_RECORD = "off_record"

    @property
    def confidential(self) -> bool:
        """Whether the source must not be named: who it is, is the vault's alone."""
        return self is not Terms.ON_RECORD


@dataclass(frozen=True, slots=True)
class Source:
    """A source as one article names it, with every mention found."""

    name: str
    kind: SourceKind
    title: str = ""
    affiliation: str = ""
    terms: Terms = Terms.ON_RECORD
    mentions: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceNote:
    """What somebody found of a source's reliability, and on which day."""

    day: date
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class Registered:
    """A source as the register keeps it, across articles; a new one has no id yet.

    `contact` is private: it stays in this desk's store and its backups, and its `repr` is empty, so
    that no log shows it. Neither it nor notes are kept of a source on confidential terms. `by` and
    `at` (UTC) say who changed it last. `notes` stand oldest first.
    """

    id: str
    name: str
    kind: SourceKind
    title: str = ""
    affiliation: str = ""
    terms: Terms = Terms.ON_RECORD
    contact: str = field(default="", repr=False)
    by: str = ""
    at: datetime | None = None
    notes: tuple[SourceNote, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of the register: how often articles name a source, and what is kept of it.

    `key` is the folded name all its spellings share. `entry` is None where nobody noted anything;
    `last` (UTC) is when the newest article that names it was written, None where none does.
    """

    key: str
    name: str
    kind: SourceKind
    title: str = ""
    articles: int = 0
    mentions: int = 0
    last: datetime | None = None
    entry: Registered | None = None


@dataclass(frozen=True, slots=True)
class Appearance:
    """An article that names a source."""

    article: str
    title: str
    mentions: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Uttered:
    """What an article makes somebody say. `voice` is what all names of the speaker share."""

    voice: str
    speaker: str
    channel: str
    text: str
    article: str = ""
    title: str = ""
