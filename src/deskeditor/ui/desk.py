"""What the window needs of the desk; `bootstrap.build()` answers one.

All services block and may be called from any thread; the window calls them through `ui.tasks`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from deskeditor.domain.captions import CaptionTold
from deskeditor.domain.events import Bus
from deskeditor.domain.findings import Finding
from deskeditor.domain.people import Person
from deskeditor.domain.quotes import Quote
from deskeditor.domain.reading import Reading as ReadingNumbers
from deskeditor.domain.sources import Source

if TYPE_CHECKING:
    from deskeditor.services.archive_search import ArchiveSearch
    from deskeditor.services.checker import Checker
    from deskeditor.services.delivery import Delivery
    from deskeditor.services.drafts import Drafts
    from deskeditor.services.evidence import EvidenceRoom
    from deskeditor.services.exporting import Exporting
    from deskeditor.services.folders import FolderBook
    from deskeditor.services.images import Images
    from deskeditor.services.importing import Importing
    from deskeditor.services.keymap import KeyMap
    from deskeditor.services.ledger import Ledger
    from deskeditor.services.lexicon import LexiconBook
    from deskeditor.services.publications import Publications
    from deskeditor.services.quote_history import QuoteHistory
    from deskeditor.services.register import Register
    from deskeditor.services.review import Reviewing
    from deskeditor.services.settings import SettingsBook
    from deskeditor.services.sheet import Sheets
    from deskeditor.services.shelving import Shelving
    from deskeditor.services.shorthand import ShorthandBook
    from deskeditor.services.statistics import StatisticsBook
    from deskeditor.services.suggesting import Suggesting
    from deskeditor.services.upkeep import Upkeep
    from deskeditor.services.vault import Vault
    from deskeditor.services.vouching import Vouching


class Report(Protocol):
    """What one run of the checks found, in reading order."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Findings that nobody set aside."""
        ...

    @property
    def dismissed(self) -> tuple[Finding, ...]:
        """Findings set aside by a dismissal that still stands."""
        ...

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The ledger of quotations."""
        ...

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources with their mentions."""
        ...

    @property
    def reading(self) -> ReadingNumbers:
        """How the running text reads, in numbers."""
        ...

    @property
    def known(self) -> tuple[Finding, ...]:
        """Names and words on the desk's lists: nothing is wrong with them."""
        ...

    @property
    def captions(self) -> tuple[CaptionTold, ...]:
        """Which questions the caption of each picture answers."""
        ...

    @property
    def failed(self) -> tuple[str, ...]:
        """Ids of the rules that could not run: unknown is not zero."""
        ...


class Desk(Protocol):
    """One person at one desk. Services are made when they are first asked for."""

    language: str
    bus: Bus

    @property
    def person(self) -> Person:
        """Who sits here."""
        ...

    def seat(self, person: Person) -> None:
        """Let somebody else sit down."""
        ...

    @property
    def home(self) -> Path:
        """The data folder."""
        ...

    @property
    def resources(self) -> Path:
        """The folder of the program's data."""
        ...

    @property
    def has_board(self) -> bool:
        """Whether a board was ever founded or joined in this home."""
        ...

    @property
    def drafts(self) -> Drafts:
        """Articles on this machine."""
        ...

    @property
    def shelving(self) -> Shelving:
        """Templates, follow-ups, the archive."""
        ...

    @property
    def folders(self) -> FolderBook:
        """Searches kept under a name."""
        ...

    @property
    def checker(self) -> Checker:
        """The checks, in a process of their own that the first question starts."""
        ...

    @property
    def evidence(self) -> EvidenceRoom:
        """What quotations are held against."""
        ...

    @property
    def ledger(self) -> Ledger:
        """What people confirm of quotations."""
        ...

    @property
    def register(self) -> Register:
        """The register of sources across articles."""
        ...

    @property
    def quote_history(self) -> QuoteHistory:
        """What happened to a quotation."""
        ...

    @property
    def suggesting(self) -> Suggesting:
        """What editors suggest in other people's articles."""
        ...

    @property
    def vouching(self) -> Vouching:
        """An editor's approval of a source without a name."""
        ...

    @property
    def vault(self) -> Vault:
        """Who stands behind a pseudonym."""
        ...

    @property
    def sheets(self) -> Sheets:
        """Verification sheets."""
        ...

    @property
    def images(self) -> Images:
        """Pictures kept by hash."""
        ...

    @property
    def reviewing(self) -> Reviewing:
        """Submission and the board's decisions."""
        ...

    @property
    def delivery(self) -> Delivery:
        """Carries the outbox to the board."""
        ...

    @property
    def importing(self) -> Importing:
        """Files read into articles."""
        ...

    @property
    def exporting(self) -> Exporting:
        """Articles written in published forms."""
        ...

    @property
    def publications(self) -> Publications:
        """The profiles of the publications."""
        ...

    @property
    def upkeep(self) -> Upkeep:
        """Copies of the store."""
        ...

    @property
    def settings(self) -> SettingsBook:
        """What the person chose."""
        ...

    @property
    def keymap(self) -> KeyMap:
        """The keys people gave to actions."""
        ...

    @property
    def lexicon(self) -> LexiconBook:
        """Names and words of the person and the publications."""
        ...

    @property
    def statistics(self) -> StatisticsBook:
        """How often each rule fires."""
        ...

    @property
    def search(self) -> ArchiveSearch:
        """Search over everything on the desk."""
        ...

    @property
    def shorthand(self) -> ShorthandBook:
        """Slips, abbreviations and snippets."""
        ...

    def people(self) -> Sequence[Person]:
        """Everybody the board knows."""
        ...

    def plant_sample(self) -> Sequence[str]:
        """Fill an empty home with the sample desk; leaves any other home alone."""
        ...

    def close(self) -> None:
        """Write what is under way and let go of the home."""
        ...
