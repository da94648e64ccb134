"""The composition root: picks the adapters, wires them to the services, finds the resources.

Nothing is opened or imported before it is used: `check` on a file never opens the store, and the
window paints before SQLAlchemy, the dictionary or an exporter is imported.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from deskeditor.bootstrap.folders import cache_folder, home_folder, resources
from deskeditor.bootstrap.keeping import index_damage, keeper, rescue
from deskeditor.bootstrap.library import LibraryServices
from deskeditor.domain.errors import BadInput
from deskeditor.domain.events import Bus
from deskeditor.domain.people import Person, Role
from deskeditor.language.messages import Catalogue
from deskeditor.services.machine import RandomIds, SystemClock, machine_login, usual

if TYPE_CHECKING:
    from deskeditor.board.local import LocalBoard
    from deskeditor.domain.ports import Store
    from deskeditor.media.files import Originals
    from deskeditor.services.checker import Checker
    from deskeditor.services.checking import Checking
    from deskeditor.services.delivery import Delivery
    from deskeditor.services.drafts import Drafts
    from deskeditor.services.evidence import EvidenceRoom
    from deskeditor.services.exporting import Exporting
    from deskeditor.services.images import Images
    from deskeditor.services.importing import Importing
    from deskeditor.services.keymap import KeyMap
    from deskeditor.services.ledger import Ledger
    from deskeditor.services.lexicon import LexiconBook
    from deskeditor.services.plain_files import PlainFiles
    from deskeditor.services.publications import Publications
    from deskeditor.services.quote_history import QuoteHistory
    from deskeditor.services.register import Register
    from deskeditor.services.review import Reviewing
    from deskeditor.services.settings import SettingsBook
    from deskeditor.services.sheet import Sheets
    from deskeditor.services.shorthand import ShorthandBook
    from deskeditor.services.statistics import StatisticsBook
    from deskeditor.services.suggesting import Suggesting
    from deskeditor.services.upkeep import Upkeep
    from deskeditor.services.vault import Vault
    from deskeditor.services.vouching import Vouching
    from deskeditor.services.wordings import Wordings

_log = logging.getLogger(__name__)
T = TypeVar("T")
#: Stands in a home while the sample is planted, and names what was laid aside of one cut off.
UNFINISHED = "sample-unfinished"


def build(home: Path | None, login: str | None, language: str) -> Desk:
    """The desk of one person in one home; opens nothing yet."""
    return Desk(home_folder(home), login, language)


class Desk(LibraryServices):
    """The services of one person's desk, each made when it is first asked for.

    Attributes:
        home: the data folder.
        language: `"ar"` or `"en"`, for wording only.
        bus: carries what happened from the services to whoever listens.
    """

    def __init__(self, home: Path, login: str | None, language: str) -> None:
        """Keep the choices; nothing is opened."""
        self.home = home
        self.language = language
        self.bus = Bus()
        self.clock = SystemClock()
        self.ids = RandomIds()
        self._login = login

    @cached_property
    def catalogue(self) -> Catalogue:
        """The wording in the desk's language."""
        return Catalogue(resources() / "i18n", self.language)

    @property
    def resources(self) -> Path:
        """The folder of resources."""
        return resources()

    # --- adapters ---------------------------------------------------------------------------

    @cached_property
    def store(self) -> Store:
        """The local store; opened and locked for this process when it is first called."""
        from deskeditor.store.late import LateStore

        return cast("Store", LateStore(self.home, self.clock))

    @cached_property
    def media(self) -> Originals:
        """The originals of the pictures."""
        from deskeditor.media.files import Originals

        return Originals(self.home / "media")

    def board_for(self, login: str) -> LocalBoard:
        """The embedded board as one person reaches it."""
        from deskeditor.board.local import LocalBoard

        return LocalBoard(self.home / "board.db", login, self.clock)

    def found_board(self, people: Sequence[Person]) -> None:
        """Make the embedded board with its first people, if there is none."""
        from deskeditor.board.local import found_board
        from deskeditor.services.checklist import vouched
        from deskeditor.store.open import make_home

        make_home(self.home)
        profiles = self.publications.all()
        quorums = {profile.id: profile.quorum for profile in profiles}
        found_board(self.home / "board.db", self.clock, people, quorums, vouched(profiles))

    # --- people -----------------------------------------------------------------------------

    @property
    def has_board(self) -> bool:
        """Whether a board was ever founded or joined in this home."""
        return os.path.exists(self.home / "board.db")  # noqa: PTH110 - answers in a closed folder

    def people(self) -> Sequence[Person]:
        """Everybody the board knows; nobody where there is no board."""
        return self.board_for("").people() if self.has_board else ()

    @cached_property
    def person(self) -> Person:
        """Who sits at the desk: who was named, whom the settings remember, or the `usual` one.

        Without a board it is a reporter under the machine's login, who may write and check.

        Raises:
            KnownError: the board knows nobody of that login.
        """
        everybody = {person.login: person for person in self.people()}
        if not everybody:
            login = self._login or machine_login()
            return Person(login, login, frozenset({Role.REPORTER}))
        login = self._login or self.settings.load().login
        if not login:
            return usual(everybody.values())
        if login not in everybody:
            raise BadInput("person-unknown", login=login)
        return everybody[login]

    def seat(self, person: Person) -> None:
        """Let somebody else of the board sit down at this desk; the vault locks behind who left."""
        vault: Vault | None = self.__dict__.get("vault")
        if vault is not None:
            vault.lock()
        self.__dict__["person"] = person

    # --- services ---------------------------------------------------------------------------

    @cached_property
    def publications(self) -> Publications:
        """The profiles of the publications."""
        from deskeditor.services.publications import Publications

        return Publications(resources() / "publications")

    @cached_property
    def settings(self) -> SettingsBook:
        """What the person chose, remembered in the store."""
        from deskeditor.services.settings import SettingsBook

        return SettingsBook(self.store)

    @cached_property
    def keymap(self) -> KeyMap:
        """The keys people gave to actions, remembered in the store."""
        from deskeditor.services.keymap import KeyMap

        return KeyMap(self.store)

    @cached_property
    def shorthand(self) -> ShorthandBook:
        """Slips, abbreviations and snippets, remembered in the store."""
        from deskeditor.services.shorthand import ShorthandBook

        return ShorthandBook(self.store)

    @cached_property
    def drafts(self) -> Drafts:
        """Articles on this machine."""
        from deskeditor.services.drafts import Drafts

        return Drafts(self.store, self.clock, self.ids, self.bus)

    @cached_property
    def checking(self) -> Checking:
        """The checks in this process; the dictionary is loaded at the first one."""
        from deskeditor.services.checking import Checking

        return self._with_language(Checking)

    @cached_property
    def checker(self) -> Checker:
        """The checks in a process of their own, as a window needs them."""
        from deskeditor.services.checker import Checker

        return self._with_language(Checker)

    def _with_language(self, make: Callable[..., T]) -> T:
        folders = resources() / "language", self.home / "dictionaries"
        return make(*folders, enrich=self.lexicon.enrich, terms=self.register.terms,
                    tables=cache_folder())  # fmt: skip

    @cached_property
    def lexicon(self) -> LexiconBook:
        """The names register and the words marked correct."""
        from deskeditor.services.lexicon import LexiconBook

        return LexiconBook(self.store, self.home / "store.db", lambda: self.person.login)

    @cached_property
    def statistics(self) -> StatisticsBook:
        """How often each rule fires."""
        from deskeditor.services.statistics import StatisticsBook

        return StatisticsBook(self.store)

    @cached_property
    def evidence(self) -> EvidenceRoom:
        """What quotations are held against, kept by hash."""
        from deskeditor.services.evidence import EvidenceRoom

        return EvidenceRoom(self.store, self.media, self.clock, self.ids, self.bus)

    @cached_property
    def ledger(self) -> Ledger:
        """What people confirm of quotations."""
        from deskeditor.services.ledger import Ledger

        return Ledger(self.clock, self.ids)

    @cached_property
    def register(self) -> Register:
        """The register of sources across articles."""
        from deskeditor.services.register import Register

        return Register(self.store, self.clock, self.ids, self.home / "store.db")

    @cached_property
    def quote_history(self) -> QuoteHistory:
        """What happened to a quotation."""
        from deskeditor.services.quote_history import QuoteHistory

        return QuoteHistory(self.store)

    @cached_property
    def suggesting(self) -> Suggesting:
        """What editors suggest in other people's articles."""
        from deskeditor.services.suggesting import Suggesting

        return Suggesting(self.drafts, self.store, self.board_for)

    @cached_property
    def vouching(self) -> Vouching:
        """An editor's approval of a source without a name."""
        from deskeditor.services.vouching import Vouching

        return Vouching(self.reviewing, self.board_for)

    @cached_property
    def wordings(self) -> Wordings:
        """One utterance in two wordings, here and in other articles."""
        from deskeditor.services.wordings import Wordings

        return Wordings(self.store)

    @cached_property
    def vault(self) -> Vault:
        """Who stands behind a pseudonym; a sealed file beside the store, never in it."""
        from deskeditor.media.sealed import SealedFile
        from deskeditor.services.vault import Vault
        from deskeditor.store.open import make_home

        make_home(self.home)
        return Vault(SealedFile(self.home / "vault"), self.clock, self.ids)

    @cached_property
    def sheets(self) -> Sheets:
        """Verification sheets."""
        from deskeditor.services.sheet import Sheets

        return Sheets(self.clock, self.catalogue, resources())

    @cached_property
    def importing(self) -> Importing:
        """Files read into articles."""
        from deskeditor.services.importing import Importing

        return Importing(self.drafts, self.clock, self.ids, lambda: self.images)

    @cached_property
    def exporting(self) -> Exporting:
        """Articles written in published forms."""
        from deskeditor.services.exporting import Exporting

        return Exporting(self.images, resources())

    @cached_property
    def images(self) -> Images:
        """Pictures, kept by hash."""
        from deskeditor.services.images import Images

        return Images.of_home(self.home, self.store, self.media, self.bus, self.clock)

    @cached_property
    def reviewing(self) -> Reviewing:
        """Submission and the board's decisions."""
        from deskeditor.services.review import Reviewing

        return Reviewing(self.store, self.board_for, self.clock, self.ids, self.bus)

    @cached_property
    def delivery(self) -> Delivery:
        """Carries the outbox to the board."""
        from deskeditor.services.delivery import Delivery

        return Delivery(self.store, self.board_for, self.clock, self.bus)

    @cached_property
    def upkeep(self) -> Upkeep:
        """Whether store, pictures and board are whole; copies of the store."""
        from deskeditor.services.upkeep import Upkeep

        board = (lambda: self.board_for("")) if self.has_board else None
        return Upkeep(
            keeper(self.home), self.clock, store=lambda: self.store, media=self.media, board=board,
            index=lambda: index_damage(self.home), rescue=rescue(self.home),
        )  # fmt: skip

    @cached_property
    def plain_files(self) -> PlainFiles:
        """The whole desk as files that need no program of ours."""
        from deskeditor.services.plain_files import PlainFiles

        return PlainFiles(self.store, self.media, self.exporting, self.images, self.publications)

    # --- the sample desk --------------------------------------------------------------------

    def plant_sample(self) -> list[str]:
        """Fill an empty home with the sample's people and articles; answers the articles' ids.

        A home where work was begun is left as it is, and the answer is empty. A planting that was
        cut off (its mark is still there) is laid aside and begun again: somebody may have written
        in it since.

        Raises:
            StoreError: another program has this home open, perhaps planting it just now.
        """
        from deskeditor.services.planting import Planter, make_ready
        from deskeditor.services.sample import PEOPLE, PUBLICATION

        mark = self.home / UNFINISHED
        if not mark.exists() and (self.has_board or (self.home / "store.db").exists()):
            return []
        self.store.close()
        make_ready(self.home, mark, self.clock)
        self.found_board(PEOPLE)
        planted = Planter(self).plant(resources() / "sample", self.publications.get(PUBLICATION))
        mark.unlink()
        return planted

    def close(self) -> None:
        """Let go of the store, if it was ever opened, and of all services. May be called twice."""
        names = [n for n in vars(self) if isinstance(getattr(type(self), n, None), cached_property)]
        made = {name: self.__dict__.pop(name) for name in names}
        for name in ("vault", "checker", "search", "store"):
            if name in made:
                (made[name].lock if name == "vault" else made[name].close)()


__all__ = ["UNFINISHED", "Desk", "RandomIds", "SystemClock", "build", "home_folder", "keeper",
           "rescue", "resources"]  # fmt: skip
