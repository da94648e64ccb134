"""Sources: whom a piece relies on, and on what terms."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Source:
    """A source as one article names it, with every mention found."""

    name: str
    kind: SourceKind
    title: str = ""
    affiliation: str = ""
    terms: Terms = Terms.ON_RECORD
    mentions: tuple[Anchor, ...] = ()
