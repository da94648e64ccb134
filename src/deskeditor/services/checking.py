"""Checking: every rule over one document, and what the rules share: quotations, sources, dates.

Loads the counts and the dictionary with the first check, never before; remembers what it read of
each text, so that a check after a keystroke reads that text only. Any thread may call; one check
runs at a time. Where the counts or the dictionary are missing, the other rules still run.
"""

from __future__ import annotations

import ctypes
import logging
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TypeVar

from deskeditor.checks.captions.told import told_in
from deskeditor.checks.context import CheckContext, Readers
from deskeditor.checks.dates.shared import dates_in
from deskeditor.checks.memory import Memory
from deskeditor.checks.quotes.reported import reported_in
from deskeditor.checks.quotes.shared import quotes_in
from deskeditor.checks.registry import run
from deskeditor.checks.sources.shared import sources_in
from deskeditor.checks.spelling.known_name import known_in
from deskeditor.checks.spelling.speller import Speller
from deskeditor.checks.spelling.suggesting import suggest
from deskeditor.checks.style.measuring import reading_of
from deskeditor.domain.article import Details
from deskeditor.domain.document import Document
from deskeditor.domain.findings import Category, Dismissal, Finding
from deskeditor.domain.media import Shown
from deskeditor.domain.publication import Publication
from deskeditor.domain.quotes import Confirmation, Evidence
from deskeditor.domain.sources import Source, Terms
from deskeditor.language.bigrams import BadTable, BigramTable
from deskeditor.language.dictionary import HunspellDictionary
from deskeditor.language.wide_words import WideWords
from deskeditor.services.checked import NOTHING_READ, Report
from deskeditor.services.register import on_terms

#: The table of counts inside the language folder.
COUNTS = "news.bigrams"
#: The words of the wide web, beside it.
WIDE = "wide.words"
#: What was learned of the publication's archive, in the home.
ARCHIVE = "archive.bigrams"
T = TypeVar("T")
_log = logging.getLogger(__name__)


def _safe(name: str, read: Callable[[], tuple[T, ...]], failed: list[str]) -> tuple[T, ...]:
    """A shared reading; where it breaks, its name joins `failed` and the rest goes on."""
    try:
        return read()
    except Exception as error:  # noqa: BLE001 - one reading's fault stays its own
        _log.error("the reading of %s is off for this run: %s", name, type(error).__name__)
        failed.append(f"reading.{name}")
        return ()


def _parted(
    findings: tuple[Finding, ...], aside: tuple[Dismissal, ...]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that stand, and those a person has set aside."""
    if not aside:
        return findings, ()
    covered = [any(dismissal.covers(finding) for dismissal in aside) for finding in findings]
    return (
        tuple(f for f, gone in zip(findings, covered, strict=True) if not gone),
        tuple(f for f, gone in zip(findings, covered, strict=True) if gone),
    )


def _table(read: Callable[[Path, Path], T], path: Path, folder: Path) -> T | None:
    """A table of counts, laid out in `folder`; None where its file is missing or damaged."""
    try:
        return read(path, folder)
    except BadTable as error:
        _log.info("spelling runs without %s: %s", path.name, error.code)
        return None


def lay_out(language: Path, tables: Path) -> None:
    """Have the tables laid out, for a process that may write no file later on."""
    _table(BigramTable.read, language / COUNTS, tables)
    _table(WideWords.read, language / WIDE, tables)


def _give_back() -> None:
    """Return to the machine what unpacking took: 20 MB, where the C library keeps it (glibc)."""
    try:
        ctypes.CDLL(None).malloc_trim(0)
    except (OSError, AttributeError, TypeError):
        _log.debug("this C library trims by itself")


READERS = Readers(quotes_in, sources_in, dates_in, reported_in)


class Checking:
    """The checks of the desk.

    Attributes:
        language: the folder of language data.
        dictionaries: the user's own dictionaries folder.
    """

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
    ) -> None:
        """Load nothing yet.

        Args:
            language: the folder of language data.
            dictionaries: the user's own dictionaries folder.
            system: prefer the system's dictionary to the newer one.
            enrich: adds the desk's words and names to a publication, asked with every check.
            terms: on what terms the desk's sources speak, by their register's key; asked likewise.
            archive: counts that `language train` learned of the publication's archive.
            tables: where the tables of language are laid out; beside the archive's where not said.
        """
        self._enrich, self._terms = enrich, terms
        #: Where `language train` puts what it learns.
        self.archive_path = archive or dictionaries.parent / "language" / ARCHIVE
        self._tables = tables or self.archive_path.parent
        self.language = language
        self.dictionaries = dictionaries
        self._system = system
        self._lock = Lock()
        self._memory = Memory()

    @cached_property
    def speller(self) -> Speller:
        """The speller, loaded when it is first asked for: about a second."""
        dictionary = HunspellDictionary(self.dictionaries, system=self._system)
        speller = Speller(
            _table(BigramTable.read, self.language / COUNTS, self._tables),
            dictionary if dictionary.available else None,
            wide=_table(WideWords.read, self.language / WIDE, self._tables),
            archive=self._learned(),
        )
        _give_back()
        return speller

    def by_itself(self) -> Checking:
        """The same service without a desk's own words: it may outlive the desk it came from."""
        self._enrich = self._terms = None
        return self

    def _on_terms(self, sources: tuple[Source, ...]) -> tuple[Source, ...]:
        return sources if self._terms is None else on_terms(sources, self._terms())

    def _learned(self) -> BigramTable | None:
        kept = self.archive_path.is_file()
        folder = self.archive_path.parent
        return _table(BigramTable.read, self.archive_path, folder) if kept else None

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
        only: Iterable[Category] | None = None,
    ) -> Report:
        """Run the rules (of some categories only, where they are named) and say what they found."""
        with self._lock:
            house = self._enrich(publication) if self._enrich is not None else publication
            context = self._context(document, details, house)
            context.evidence, context.ledger = tuple(evidence), tuple(ledger)
            context.pictures = pictures or Shown()
            outcome = run(context, only=only)
            failed = list(outcome.failed)
            quotes = _safe("quotes", lambda: context.quotes, failed)
            sources = _safe("sources", lambda: self._on_terms(context.sources), failed)
            dates = _safe("dates", lambda: context.dates, failed)
            reported = _safe("reported", lambda: context.reported, failed)
            captions = _safe("captions", lambda: told_in(context), failed)
            known = _safe("known", lambda: known_in(context), failed)
            read = _safe("reading", lambda: (reading_of(context),), failed)
        aside = tuple(dismissals)
        standing, dismissed = _parted(outcome.findings, aside)
        off = tuple(dict.fromkeys(failed))
        numbers = next(iter(read), NOTHING_READ)
        return Report(standing, dismissed, quotes, sources, dates, known, numbers, off, reported,
                      captions)  # fmt: skip

    def _context(
        self, document: Document, details: Details, publication: Publication
    ) -> CheckContext:
        speller = self.speller
        return CheckContext(
            document=document, details=details, publication=publication,
            dictionary=speller.dictionary, counts=speller.table, speller=speller,
            readers=READERS, memory=self._memory,
        )  # fmt: skip

    def suggestions(self, finding: Finding) -> tuple[str, ...]:
        """Replacements for the words of a finding, best first. May take 0.4 s; off the GUI thread.

        Other findings than those of spelling have what the rule gave them.
        """
        if finding.category is not Category.SPELLING:
            return finding.suggestions
        speller = self.speller
        return suggest(finding.text, finding.suggestions, speller.table, speller.dictionary)
