"""The checks as the window has them: in a process of their own, which may die, hang or babble.

The process starts with the first question and stays, with what it remembers of the text. Where it
fails, another one is started and the text is checked again; where that fails too, the question is
answered with `checks-down`, and each further question tries once. Any thread may ask; one question
is answered at a time.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from threading import Lock
from typing import Protocol, TypeVar

from deskeditor.apart.frames import Data, Garbled
from deskeditor.apart.process import Child, Ended
from deskeditor.apart.values import Values
from deskeditor.domain.article import Article, Details
from deskeditor.domain.document import Document
from deskeditor.domain.errors import KnownError
from deskeditor.domain.findings import Category, Dismissal, Finding
from deskeditor.domain.media import Shown
from deskeditor.domain.publication import Publication
from deskeditor.domain.quotes import Confirmation, Evidence, Twin
from deskeditor.domain.sources import SourceLine, Terms, Uttered
from deskeditor.language.dictionary import HunspellDictionary
from deskeditor.services.checked import Report
from deskeditor.services.checker import piece as pieces
from deskeditor.services.checker import report as reports
from deskeditor.services.checker.piece import Piece

#: Seconds of its own work a question may cost the process: so many, and one more for so many code
#: points; and how much longer it may take by the wall's clock, on a machine that is busy.
PATIENCE, PER_SECOND, BUSY = 30.0, 1500, 6
#: How far the process stands behind every other one (nice): a key press never waits for a rule.
BEHIND = 10
#: What was learned of the publication's archive, in the home.
ARCHIVE = "archive.bigrams"
_FINDING = Values[Finding](Finding)
_ARTICLE = Values[Article](Article)
_LINES = Values[tuple[SourceLine, ...]](tuple[SourceLine, ...])
_UTTERED = Values[tuple[Uttered, ...]](tuple[Uttered, ...])
#: Whoever said what in other articles, of the voices named.
Elsewhere = Callable[[list[str]], Iterable[Uttered]]
T = TypeVar("T")
_log = logging.getLogger(__name__)


class ChecksDown(KnownError):
    """The process that checks fails again and again, or cannot be started."""


class Process(Protocol):
    """What is asked of a process."""

    slow: bool

    def ask(self, head: Data, raw: bytes = b"", *, patience: float) -> tuple[Data, bytes]:
        """Its answer to one question; raises `Ended`."""
        ...

    def kill(self) -> None:
        """End it, from any thread."""
        ...

    def close(self) -> None:
        """End it and let go of its pipes."""
        ...


def start(language: Path, tables: Path) -> Process:
    """Start the process that checks; it lays out the tables of language before it binds itself."""
    return Child("deskeditor.services.checker.worker", str(BEHIND), str(language), str(tables))


class _Link:
    """One process, and what it and the desk know of one another."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.told, self.heard = pieces.Teller(), reports.Listener()
        self.uttered: tuple[Uttered, ...] = ()
        self.listed: frozenset[str] = frozenset()
        self._number = 0

    def ask(self, do: str, said: Data, patience: float) -> Data:
        """The answer to one question.

        Raises:
            Ended, Garbled: there is none.
        """
        self._number += 1
        head = {"do": do, "number": self._number, "patience": patience, **said}
        answer, _ = self.process.ask(head, patience=patience * BUSY)
        if answer.get("number") != self._number:
            raise Garbled("an answer to another question")
        if "fault" in answer:
            raise Garbled(f"{answer['fault']}"[:80])
        for line in _words(answer, "log"):
            _log.error("%s", line)
        return answer


class Checker:
    """The checks of a window's desk."""

    def __init__(
        self,
        language: Path,
        dictionaries: Path,
        *,
        system: bool = False,
        enrich: Callable[[Publication], Publication] | None = None,
        terms: Callable[[], Mapping[str, Terms]] | None = None,
        archive: Path | None = None,
        tables: Path | None = None,
        begin: Callable[[], Process] | None = None,
        patience: float = PATIENCE,
    ) -> None:
        """Start nothing yet.

        Args:
            language: the folder of language data.
            dictionaries: the user's own dictionaries folder.
            system: prefer the system's dictionary to the newer one.
            enrich: adds the desk's words and names to a publication, asked with every check.
            terms: on what terms the desk's sources speak, by their register's key; asked likewise.
            archive: counts that `language train` learned of the publication's archive.
            tables: where the tables of language are laid out; beside the archive's where not said.
            begin: starts the process.
            patience: seconds of work a question about a short text may cost.
        """
        self._folders = language, dictionaries, archive or _learned(dictionaries)
        self._tables = tables or self._folders[2].parent
        self._begin = begin or partial(start, language, self._tables)
        self._system, self._patience = system, patience
        self._enrich, self._terms = enrich, terms
        self._lock = Lock()
        self._link: _Link | None = None
        self._ends = 0
        self._failing = False

    @cached_property
    def _dictionary(self) -> HunspellDictionary:
        return HunspellDictionary(self._folders[1], system=self._system)

    @cached_property
    def _dictionaries(self) -> Path:
        """The folder with the dictionary in it; the process that reads it writes no file itself."""
        try:
            return self._dictionary.prepare()
        except OSError as error:
            _log.info("no room for the dictionary: %s", type(error).__name__)
            return self._folders[1]

    def another(self) -> Checker:
        """The same checks in one more process, for whoever reads long: a check must not wait."""
        language, dictionaries, archive = self._folders
        return Checker(
            language,
            dictionaries,
            system=self._system,
            archive=archive,
            tables=self._tables,
            begin=self._begin,
        )

    # --- questions --------------------------------------------------------------------------

    def warm(self) -> None:
        """Have the process ready, its language loaded, so that the first check does not wait.

        Where that fails nothing is said: the first check will.
        """
        try:
            self._ask(lambda link: link.ask("warm", {}, self._patience))
        except ChecksDown:
            _log.info("the checks could not be made ready")

    def check(
        self,
        document: Document,
        details: Details,
        publication: Publication,
        *,
        dismissals: Iterable[Dismissal] = (),
        evidence: Iterable[Evidence] = (),
        ledger: Iterable[Confirmation] = (),
        pictures: Shown | None = None,
    ) -> Report:
        """Run the rules and say what they found.

        Raises:
            ChecksDown: nobody can.
        """
        piece = self._piece(
            document, details, publication, tuple(dismissals), tuple(ledger), pictures,
            tuple(evidence),
        )  # fmt: skip
        return self._ask(lambda link: self._report(link, piece)[0])

    def check_beside(
        self,
        document: Document,
        details: Details,
        publication: Publication,
        elsewhere: Elsewhere,
        *,
        dismissals: Iterable[Dismissal] = (),
        evidence: Iterable[Evidence] = (),
        ledger: Iterable[Confirmation] = (),
        pictures: Shown | None = None,
    ) -> tuple[Report, tuple[Twin, ...]]:
        """The same, and the other wordings of the text's quotations, in it and elsewhere.

        Raises:
            ChecksDown: nobody can.
        """
        piece = self._piece(
            document, details, publication, tuple(dismissals), tuple(ledger), pictures,
            tuple(evidence),
        )  # fmt: skip

        def both(link: _Link) -> tuple[Report, tuple[Twin, ...]]:
            report, voices = self._report(link, piece)
            return report, self._twins(link, tuple(elsewhere(voices)) if voices else ())

        return self._ask(both)

    def suggestions(self, finding: Finding) -> tuple[str, ...]:
        """Replacements for the words of a finding, best first. May take 0.4 s.

        Other findings than those of spelling have what the rule gave them.

        Raises:
            ChecksDown: nobody can say.
        """
        if finding.category is not Category.SPELLING:
            return finding.suggestions
        said = {"finding": _FINDING.data(finding)}
        return self._ask(lambda link: _words(link.ask("suggest", said, self._patience)))

    def unknown_in(self, document: Document, listed: frozenset[str]) -> Counter[str]:
        """Words of a document that nobody knows and that nothing near explains, and how often.

        Raises:
            ChecksDown: nobody can say.
        """

        def work(link: _Link) -> Counter[str]:
            new = None if listed == link.listed else sorted(listed)
            said = {"piece": link.told.tell(Piece(document)), "listed": new}
            link.listed = listed
            return _counted(link.ask("unknown", said, self._time_for(document)))

        return self._ask(work)

    def reading_of(self, article: Article) -> tuple[list[SourceLine], list[Uttered]]:
        """Whom an article names, and what it makes them say, with what people confirmed of it.

        Raises:
            ChecksDown: nobody can say.
        """
        said = {"article": _ARTICLE.data(replace(article, dismissals=()))}

        def work(link: _Link) -> tuple[list[SourceLine], list[Uttered]]:
            answer = link.ask("reading", said, self._time_for(article.document))
            lines, words = _LINES.read(answer.get("lines")), _UTTERED.read(answer.get("said"))
            return list(lines), list(words)

        return self._ask(work)

    # --- one question -----------------------------------------------------------------------

    def _piece(  # noqa: PLR0917 - the parts of a piece, in their order
        self,
        document: Document,
        details: Details,
        publication: Publication,
        dismissals: tuple[Dismissal, ...],
        ledger: tuple[Confirmation, ...],
        pictures: Shown | None,
        evidence: tuple[Evidence, ...],
    ) -> Piece:
        house = self._enrich(publication) if self._enrich is not None else publication
        terms = self._terms() if self._terms is not None else {}
        return Piece(
            document, details, house, dismissals, ledger, pictures or Shown(), terms, evidence
        )

    def _report(self, link: _Link, piece: Piece) -> tuple[Report, list[str]]:
        said = {"piece": link.told.tell(piece)}
        answer = link.ask("check", said, self._time_for(piece.document))
        return link.heard.hear(answer), list(_words(answer, "voices"))

    def _twins(self, link: _Link, uttered: tuple[Uttered, ...]) -> tuple[Twin, ...]:
        new = None if uttered == link.uttered else _UTTERED.data(uttered)
        link.uttered = uttered
        return link.heard.hear_twins(link.ask("twins", {"uttered": new}, self._patience))

    def _time_for(self, document: Document) -> float:
        length = sum(len(slot.text.text) for slot in document.slots())
        return self._patience + length / PER_SECOND

    def _ask(self, work: Callable[[_Link], T]) -> T:
        """What `work` answers, by another process where one fails.

        Raises:
            ChecksDown: two failed, or one where the last question found none that works.
        """
        with self._lock:
            ends = self._ends
            for _ in range(1 if self._failing else 2):
                try:
                    found = work(self._ready())
                except (Ended, Garbled, OSError) as error:
                    self._told_off(error)
                    self._drop()
                else:
                    self._failing = False
                    return found
                if self._ends != ends:
                    break
            self._failing = self._ends == ends
            raise ChecksDown("checks-down")

    def _told_off(self, error: Exception) -> None:
        slow = self._link is not None and self._link.process.slow
        why = "took too long" if slow else f"{type(error).__name__} {error}".strip()
        _log.info("the process that checks failed: %s", why)

    def _ready(self) -> _Link:
        if self._link is None:
            language, _, archive = self._folders
            place = self._dictionaries
            self._link = link = _Link(self._begin())
            said = {"language": str(language), "dictionaries": str(place),
                    "archive": str(archive), "tables": str(self._tables),
                    "system": self._system}  # fmt: skip
            link.ask("begin", said, self._patience)
        return self._link

    def _drop(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            link.process.close()

    # --- the end ----------------------------------------------------------------------------

    def interrupt(self) -> None:
        """Give up the question that is under way, if there is one: nobody waits for it."""
        if self._lock.locked():
            self.end()

    def end(self) -> None:
        """End the process, whatever it is at; from any thread. A later question starts another."""
        self._ends += 1
        link = self._link
        if link is not None:
            link.process.kill()

    def close(self) -> None:
        """End the process and let go of it; waits for nobody's check."""
        self.end()
        with self._lock:
            self._drop()


def _words(answer: Data, name: str = "words") -> tuple[str, ...]:
    words = answer.get(name)
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise Garbled("no words")
    return tuple(words)


def _counted(answer: Data) -> Counter[str]:
    words = answer.get("words")
    if not isinstance(words, dict) or not all(type(count) is int for count in words.values()):
        raise Garbled("no counts")
    return Counter(words)


def _learned(dictionaries: Path) -> Path:
    return dictionaries.parent / "language" / ARCHIVE
