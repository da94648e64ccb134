"""Searching everything on the desk: articles, captions, comments, who said what, older texts.

Texts are read into the index in the background, each once; a search reads first what was written
since. The vault is never read: what is sealed cannot be found. Comments that stand on the board
alone are the board's and are not searched here.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from deskeditor.domain.document import Role
from deskeditor.domain.errors import KnownError
from deskeditor.domain.ports import Clock, Store
from deskeditor.domain.review import State
from deskeditor.domain.rows import ArticleRow
from deskeditor.domain.search import Field, Found, Order, SearchIndex, Term, Wanted
from deskeditor.domain.sources import SourceLine
from deskeditor.language.messages import Catalogue
from deskeditor.language.search_query import read_query
from deskeditor.language.search_words import indexed
from deskeditor.language.snippets import Snippet, best_snippet
from deskeditor.services.register import Register

if TYPE_CHECKING:
    from deskeditor.domain.article import Article

_log = logging.getLogger(__name__)
#: Texts read in one go before somebody else may ask the index.
BATCH = 50
_BY_ROLE: Mapping[Role, Field] = {
    Role.HEADLINE: Field.TITLE,
    Role.KICKER: Field.TITLE,
    Role.DECK: Field.TITLE,
    Role.BYLINE: Field.AUTHOR,
    Role.CAPTION: Field.CAPTION,
    Role.ALT: Field.CAPTION,
    Role.CREDIT: Field.CAPTION,
    Role.NOTE: Field.COMMENT,
}


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Hit:
    """An article in which it stands, and the words around it."""

    found: Found
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search brought: articles, and sources of the register named so."""

    hits: tuple[Hit, ...]
    sources: tuple[SourceLine, ...] = ()


def states_called(wording: Path) -> dict[str, State]:
    """What the states are called in both languages; `wording` is the folder of catalogues."""
    return {
        Catalogue(wording, language)(f"review.state_{state}"): state
        for language in ("ar", "en")
        for state in State
    }


class ArchiveSearch:
    """Search over one store. Methods block and are thread-safe."""

    def __init__(
        self,
        store: Store,
        index: SearchIndex,
        register: Register,
        states: Mapping[str, State],
        clock: Clock,
    ) -> None:
        """Nothing is read yet; `states` maps what states are called to them."""
        self._store, self._index, self._register, self._states = store, index, register, states
        self._clock = clock

    def catch_up(self, *, history: bool = False, closed: Callable[[], bool] = _never) -> int:
        """Read every text that stands not in the index, oldest first; answers how many were read.

        Older texts are read where `history` asks for them. A text that cannot be read is kept with
        no words, so that the others are read; it is read again when it changes. Asks `closed`
        before each text and ends there: what was read stays.

        Raises:
            StoreError: store or index cannot be read or written.
        """
        done = 0
        self._store.counts()  # opens the store, which the index reads beside it
        while waiting := self._index.unread(BATCH):
            for name, updated in waiting:
                if closed():
                    return done
                self._index.put(name, updated, self._texts(partial(self._store.article, name)))
                done += 1
        while history and (older := self._index.unread_revisions(BATCH)):
            for name, article in older:
                if closed():
                    return done
                texts = self._texts(partial(self._older, name))
                self._index.put_revision(name, article, texts)
                done += 1
        return done

    def _older(self, name: str) -> Article:
        return self._store.revision(name).article

    def _texts(self, read: Callable[[], Article | None]) -> Mapping[Field, str]:
        try:
            article = read()
        except KnownError as error:
            _log.warning("a text cannot be read for the search: %s", error.code)
            return {}
        return {} if article is None else columns(article)

    def search(
        self,
        text: str,
        *,
        limit: int = 20,
        order: Order = Order.NEWEST,
        zone: tzinfo = UTC,
        closed: Callable[[], bool] = _never,
    ) -> Answer:
        """What `text` finds, as `language.search_query` reads it; `closed` as in `catch_up`.

        Raises:
            BadInput: the query cannot be read.
            StoreError: store or index cannot be read.
        """
        wanted = self._wanted(text, zone)
        self.catch_up(history=wanted.history, closed=closed)
        found = self._index.find(wanted, limit, order)
        plain = [t for t in wanted.terms if t.field in (None, Field.SPEAKER) and not t.excluded]
        words = " ".join(word for term in plain for word in term.words)
        sources = self._register.lines(words, limit) if words else ()
        return Answer(tuple(self._hit(one, wanted.terms) for one in found), tuple(sources))

    def lines(
        self,
        text: str,
        *,
        limit: int = 200,
        zone: tzinfo = UTC,
        closed: Callable[[], bool] = _never,
    ) -> Sequence[ArticleRow]:
        """The lines of the articles that `text` finds, newest first; as `search`."""
        wanted = self._wanted(text, zone)
        self.catch_up(history=wanted.history, closed=closed)
        found = self._index.find(wanted, limit)
        return self._store.lines([one.article for one in found])

    def _wanted(self, text: str, zone: tzinfo) -> Wanted:
        wanted = read_query(text, self._states, zone)
        if not wanted.late:
            return wanted
        now = self._clock.now()
        return replace(wanted, due_until=min(now, wanted.due_until or now))

    def close(self) -> None:
        """Let go of the index. May be called twice."""
        self._index.close()

    def _hit(self, found: Found, terms: Sequence[Term]) -> Hit:
        try:
            article = (
                self._store.revision(found.revision).article
                if found.revision
                else self._store.article(found.article)
            )
        except KnownError as error:
            _log.warning("a found text cannot be read: %s", error.code)
            return Hit(found, Snippet(""))
        texts = () if article is None else tuple(_shown(article))
        return Hit(replace(found), best_snippet(texts, terms))


def _shown(article: Article) -> Iterator[str]:
    """The texts a snippet may be taken from; the headline last: it stands above the snippet."""
    slots = [slot for slot in article.document.slots() if slot.text.text.strip()]
    for wanted in (False, True):
        for slot in slots:
            if (_BY_ROLE.get(slot.role) is Field.TITLE) is wanted:
                yield slot.text.text
    for thread in article.document.threads:
        for message in thread.messages:
            yield message.text


def columns(article: Article) -> Mapping[Field, str]:
    """An article as the index keeps it."""
    from deskeditor.checks.quotes.by_hand import with_marked
    from deskeditor.checks.quotes.extract import read
    from deskeditor.checks.quotes.following import quotes_of
    from deskeditor.domain.ledger import merge

    texts: defaultdict[Field, list[str]] = defaultdict(list)
    for slot in article.document.slots():
        texts[_BY_ROLE.get(slot.role, Field.TEXT)].append(slot.text.text)
    texts[Field.AUTHOR].append(article.owner)
    for thread in article.document.threads:
        texts[Field.COMMENT].extend(message.text for message in thread.messages)
    reading = read(article.document)
    found = with_marked(quotes_of(reading), reading, article.document.slots())
    for quote in merge(found, article.ledger).quotes:
        texts[Field.QUOTE].append(quote.text)
        if quote.speaker is not None:
            texts[Field.SPEAKER].append(quote.speaker.name)
    return {field: indexed(said) for field, said in texts.items()}
