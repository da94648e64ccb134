"""What every command is given: its arguments, the wording, where to write, and the desk.

`Desk` names what the commands use of `deskeditor.bootstrap.Desk`; the command line stands below
the composition root, so the root is handed in as `build`.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from deskeditor.cli.output import Output
from deskeditor.domain.errors import BadInput, KnownError
from deskeditor.domain.people import Person
from deskeditor.domain.ports import StoreKeeper
from deskeditor.domain.publication import BadProfile
from deskeditor.language.messages import Catalogue

if TYPE_CHECKING:
    from deskeditor.services.archive_search import ArchiveSearch
    from deskeditor.services.checking import Checking
    from deskeditor.services.delivery import Delivery
    from deskeditor.services.drafts import Drafts
    from deskeditor.services.evidence import EvidenceRoom
    from deskeditor.services.exporting import Exporting
    from deskeditor.services.images import Images
    from deskeditor.services.importing import Importing
    from deskeditor.services.ledger import Ledger
    from deskeditor.services.lexicon import LexiconBook
    from deskeditor.services.plain_files import PlainFiles
    from deskeditor.services.publications import Publications
    from deskeditor.services.quote_history import QuoteHistory
    from deskeditor.services.register import Register
    from deskeditor.services.rescuing import Rescue
    from deskeditor.services.review import Reviewing
    from deskeditor.services.sheet import Sheets
    from deskeditor.services.statistics import StatisticsBook
    from deskeditor.services.upkeep import Upkeep
    from deskeditor.services.vault import Vault
    from deskeditor.services.vouching import Vouching
    from deskeditor.services.wordings import Wordings

#: Exit codes, as the design's "The command line" gives them; 70 is sysexits' EX_SOFTWARE.
DONE, FOUND, USAGE, KNOWN, BUG = 0, 1, 2, 3, 70


class Desk(Protocol):
    """The services of one person's desk; each is made when first asked for."""

    @property
    def home(self) -> Path:
        """Where this desk keeps its data."""
        ...

    @property
    def drafts(self) -> Drafts:
        """Articles on this machine."""
        ...

    @property
    def checking(self) -> Checking:
        """The checks."""
        ...

    @property
    def lexicon(self) -> LexiconBook:
        """The names register and the words marked correct."""
        ...

    @property
    def statistics(self) -> StatisticsBook:
        """How often each rule fires."""
        ...

    @property
    def importing(self) -> Importing:
        """Files coming in."""
        ...

    @property
    def exporting(self) -> Exporting:
        """Files going out."""
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
    def vault(self) -> Vault:
        """Who stands behind a pseudonym."""
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
    def search(self) -> ArchiveSearch:
        """Search over everything on the desk."""
        ...

    @property
    def vouching(self) -> Vouching:
        """An editor's approval of a source without a name."""
        ...

    @property
    def wordings(self) -> Wordings:
        """One utterance in two wordings."""
        ...

    @property
    def sheets(self) -> Sheets:
        """Verification sheets."""
        ...

    @property
    def images(self) -> Images:
        """Pictures."""
        ...

    @property
    def reviewing(self) -> Reviewing:
        """The board and its acts."""
        ...

    @property
    def delivery(self) -> Delivery:
        """The way to the board."""
        ...

    @property
    def upkeep(self) -> Upkeep:
        """Whether everything is whole."""
        ...

    @property
    def plain_files(self) -> PlainFiles:
        """The whole desk as plain files."""
        ...

    @property
    def publications(self) -> Publications:
        """The publications."""
        ...

    @property
    def person(self) -> Person:
        """Who sits at the desk."""
        ...

    def people(self) -> Sequence[Person]:
        """Everybody the board knows."""
        ...

    def found_board(self, people: Sequence[Person]) -> None:
        """Found the embedded board with its first people."""
        ...

    def close(self) -> None:
        """Write what is under way and let go of the home."""
        ...


class Root(Protocol):
    """The composition root as the command line needs it."""

    def catalogue(self, language: str) -> Catalogue:
        """The wording in one language."""
        ...

    def resources(self) -> Path:
        """The folder of resources."""
        ...

    def logs(self, home: Path | None) -> Path:
        """The folder for the log of this home; not made by asking."""
        ...

    def build(self, home: Path | None, login: str | None, language: str) -> Desk:
        """The desk of one person in one home."""
        ...

    def keeper(self, home: Path | None) -> StoreKeeper:
        """Who looks after the store of this home as a whole."""
        ...

    def rescue(self, home: Path | None) -> Rescue:
        """Who saves what is whole of a damaged home."""
        ...

    def window(self, home: Path | None, login: str | None, language: str) -> int:
        """Open the workstation; answers its exit code."""
        ...

    def paper(self, page: str, style: str, *, rtl: bool, title: str) -> bytes:
        """A page of ours as a PDF; needs Qt and a platform it can draw on."""
        ...

    def shoot(
        self, home: Path | None, login: str, language: str, article: str, out: Path
    ) -> list[Path]:
        """Draw the window's screens into `out`; needs Qt and a platform it can draw on."""
        ...


class UnknownArticle(BadInput):
    """No article, or more than one, answers to what was given."""


@dataclass
class Call:
    """One run of one command. `desk` opens nothing before it is first used."""

    args: Namespace
    say: Catalogue
    out: Output
    root: Root

    @cached_property
    def desk(self) -> Desk:
        """The desk of the person named by `--as`, in the home of `--home`."""
        return self.root.build(self.args.home, self.args.login, self.say.language)

    @cached_property
    def zone(self) -> tzinfo:
        """The newsroom's time zone, as its first publication names it."""
        try:
            return self.desk.publications.default().zone
        except BadProfile:  # told by the commands that need the profile
            return UTC

    def newsroom_zone(self) -> tzinfo | None:
        """The newsroom's time zone, where the desk can still be asked for it."""
        try:
            return self.zone
        except KnownError:
            return None

    def moment(self, at: datetime) -> str:
        """A moment as people read it: the newsroom's time with how far that is from UTC."""
        here = at.astimezone(self.zone)
        return f"{here:%Y-%m-%d %H:%M} {here:%z}"

    @property
    def json(self) -> bool:
        """Whether the answer is for a machine."""
        return bool(self.args.json)

    def tell(self, key: str, /, **values: object) -> None:
        """One line of text for people, by its key; silent under `--json`."""
        if not self.json:
            self.out.line(self.say(key, **values))

    def close(self) -> None:
        """Let go of the desk, if it was ever opened."""
        desk = self.__dict__.pop("desk", None)
        if desk is not None:
            desk.close()
