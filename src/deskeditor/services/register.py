"""The register of sources across articles: who is named where, on what terms, what we know of them.

Articles are read in the background, each text once, for whom they name and what they make them
say. What people note of a source (terms, contact, reliability with its day) is kept beside that.
Of a source that must not be named stands here only the name the articles use, its office and its
terms: the register is in the clear, and so are its backups. Its contact and notes are refused; they
and its true name are the vault's.
"""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from deskeditor.domain.document import clean_text
from deskeditor.domain.errors import BadInput, KnownError
from deskeditor.domain.ports import Clock, Ids, Store
from deskeditor.domain.sources import (
    Appearance,
    Registered,
    Source,
    SourceLine,
    SourceNote,
    Terms,
    Uttered,
)
from deskeditor.language.folding import Fold, fold

if TYPE_CHECKING:
    from deskeditor.domain.article import Article

_log = logging.getLogger(__name__)
#: Articles that are read in one go before somebody else may use the store.
BATCH = 50
#: Code points of a name, a title or a contact, and of a note.
LINE, NOTE = 300, 2000


#: Whom an article names and what it makes them say.
ReadOne = Callable[["Article"], tuple[list[SourceLine], list[Uttered]]]


def key_of(name: str) -> str:
    """What all spellings of a name share."""
    return " ".join(fold(name, Fold.SEARCH).split())


class Register:
    """The register of one desk. Methods block and are thread-safe."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, file: Path | None = None) -> None:
        """Nothing is read yet. Where `file`, the store's own, is not there yet, `terms` are none:
        checking a text makes no store.
        """
        self._store, self._clock, self._ids, self._file = store, clock, ids, file
        self._terms: Mapping[str, Terms] | None = None

    def catch_up(
        self,
        most: int = 1000,
        stopped: Callable[[], bool] = lambda: False,
        read_one: ReadOne | None = None,
    ) -> int:
        """Read articles whose text changed since they were read; answers how many were.

        An article that cannot be read is left for the next time; so is the rest where `stopped`.
        `read_one` reads an article, elsewhere than in this process.

        Raises:
            StoreError: the store cannot be read or written.
        """
        read = 0
        while read < most:
            waiting = self._store.unread(min(BATCH, most - read))
            for name, updated in waiting:
                if stopped():
                    return read
                try:
                    article = self._store.article(name)
                except KnownError as error:
                    _log.warning("a text cannot be read for the register: %s", error.code)
                    continue
                if article is not None:
                    seen, said = (read_one or reading_of)(article)
                    self._store.keep_reading(name, updated, seen, said)
            read += len(waiting)
            if len(waiting) < BATCH:
                break
        return read

    def lines(self, query: str = "", limit: int = 500) -> Sequence[SourceLine]:
        """The register, the most named first; only those whose names hold the words of `query`."""
        return self._store.sources(key_of(query).split(), limit)

    def line(self, key: str) -> SourceLine | None:
        """One line of the register, or None."""
        found = self._store.sources(key.split())
        return next((line for line in found if line.key == key), None)

    def appearances(self, key: str) -> Sequence[Appearance]:
        """The articles that name a source, newest first."""
        return self._store.appearances(key)

    def save(self, entry: Registered, by: str) -> Registered:
        """Keep what is known of a source; one without an id is new to the register.

        Raises:
            BadInput: no name, a text too long, or a contact of somebody who must not be named.
            StoreError: another entry has this name, somebody who must not be named has notes here,
                or it cannot be written.
        """
        clean = replace(
            entry, id=entry.id or self._ids.new(), name=_line(entry.name), title=_line(entry.title),
            affiliation=_line(entry.affiliation), contact=_line(entry.contact), by=by,
            at=self._clock.now(),
        )  # fmt: skip
        if not clean.name:
            raise BadInput("source-nameless")
        if clean.terms.confidential and clean.contact:
            raise BadInput("source-contact-sealed")
        self._store.save_source(key_of(clean.name), clean)
        self._terms = None
        return clean

    def note(self, source: str, text: str, by: str, day: date | None = None) -> SourceNote:
        """Add what somebody found of a source's reliability, today or on another day.

        Raises:
            BadInput: nothing said, or too much.
            StoreError: the register does not have the source, or it must not be named.
        """
        said = clean_text(text).strip()
        if not said or len(said) > NOTE:
            raise BadInput("source-note-length", most=NOTE)
        made = SourceNote(day or self._clock.now().date(), by, said)
        self._store.add_source_note(source, made)
        return made

    def forget_notes(self, source: str) -> None:
        """Take the notes of a source out for good, once they are in the vault.

        Raises:
            StoreError: they cannot be taken out.
        """
        self._store.forget_source_notes(source)

    def uttered(self, voices: Sequence[str], article: str) -> Sequence[Uttered]:
        """What other articles than this one make somebody of these voices say.

        Raises:
            StoreError: the store cannot be read.
        """
        return self._store.uttered(voices, article)

    def terms(self) -> Mapping[str, Terms]:
        """On what terms each source of the register speaks, by key; kept until one is saved.

        Where the store cannot be read there are none: a check needs no register.
        """
        found = self._terms
        if found is not None:
            return found
        if self._file is not None and not os.path.exists(self._file):  # noqa: PTH110 - a closed home
            return {}
        try:
            found = self._terms = self._store.source_terms()
        except KnownError as error:
            _log.info("checking runs without the register of sources: %s", error.code)
            return {}
        return found


def on_terms(sources: tuple[Source, ...], terms: Mapping[str, Terms]) -> tuple[Source, ...]:
    """The sources of an article on the terms the register keeps for them."""
    if not terms:
        return sources
    return tuple(replace(s, terms=terms.get(key_of(s.name), s.terms)) for s in sources)


def reading_of(article: Article) -> tuple[list[SourceLine], list[Uttered]]:
    """Whom an article names, and what it makes them say, with what people confirmed of it."""
    from deskeditor.checks.quotes.by_hand import with_marked
    from deskeditor.checks.quotes.extract import read
    from deskeditor.checks.quotes.following import quotes_of
    from deskeditor.checks.quotes.rewording import voice_of
    from deskeditor.checks.sources.register import sources_of
    from deskeditor.domain.ledger import merge
    from deskeditor.domain.quotes import QuoteKind

    reading = read(article.document)
    found = with_marked(quotes_of(reading), reading, article.document.slots())
    quotes = merge(found, article.ledger).quotes
    seen: dict[str, SourceLine] = {}
    mentions: Counter[str] = Counter()
    for source in sources_of(reading, quotes):
        key = key_of(source.name)
        mentions[key] += len(source.mentions)
        seen.setdefault(key, SourceLine(key, source.name, source.kind, source.title))
    lines = [replace(line, mentions=mentions[key]) for key, line in seen.items() if key]
    said = [
        Uttered(voice_of(quote.speaker.name), quote.speaker.name, quote.channel or "", quote.text)
        for quote in quotes
        if quote.kind is QuoteKind.SPEECH and quote.speaker is not None and quote.text.strip()
    ]
    return lines, said


def _line(text: str) -> str:
    """One tidy line.

    Raises:
        BadInput: too long.
    """
    clean = " ".join(clean_text(text).split())
    if len(clean) > LINE:
        raise BadInput("source-line-long", most=LINE)
    return clean
