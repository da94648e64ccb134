"""Searching articles for words, and replacing them in drafts, each replacement kept as a revision.

Only drafts their owner may write in now are searched and changed: none before the board, in the
trash or somebody else's. What is replaced keeps its marks; what stood before stays in the history.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from deskeditor.domain.document import HEADER, Document, clean_text
from deskeditor.domain.findings import Anchor, Edit
from deskeditor.domain.review import State
from deskeditor.domain.revision import Why
from deskeditor.domain.rows import ArticleRow
from deskeditor.language.searching import Match, Query, Search
from deskeditor.services.drafts import Drafts

#: States in which the owner may still write.
WRITABLE = (State.DRAFT, State.CHANGES_REQUESTED)
#: Code points shown before and after a match in the list of results.
AROUND = 24


@dataclass(frozen=True, slots=True)
class Hit:
    """One match in a document, with its words and what stands around them."""

    anchor: Anchor
    text: str
    match: Match
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article with matches, in reading order."""

    id: str
    title: str
    hits: tuple[Hit, ...]


def hits_in(search: Search, document: Document) -> Iterator[Hit]:
    """Every match in a document's texts, in reading order.

    Raises:
        BadQuery: the deadline of `search` passed.
    """
    for slot in document.slots():
        text = slot.text.text
        for match in search.matches(text):
            yield Hit(
                Anchor(slot.address, match.start, match.end),
                text[match.start : match.end],
                match,
                text[max(0, match.start - AROUND) : match.start],
                text[match.end : match.end + AROUND],
            )


def edits_for(search: Search, hits: Iterable[Hit], template: str) -> tuple[Edit, ...]:
    """The replacements of `hits`, as edits of the document they were found in."""
    return tuple(Edit(hit.anchor, search.replacement(hit.match, template)) for hit in hits)


def edited(document: Document, edits: Iterable[Edit]) -> Document:
    """The document with edits of it made; the last of a text first, so that offsets hold."""
    for edit in sorted(edits, key=lambda one: one.anchor, reverse=True):
        where = edit.anchor.address
        old = document.text_at(where)
        if old is not None:
            one_line = where.block == HEADER or where.part == "credit"
            text = clean_text(edit.text)
            text = " ".join(text.split("\n")) if one_line else text
            new = old.replace(edit.anchor.start, edit.anchor.end, text)
            document = document.with_text(where, new)
    return document


class Searching:
    """Search and replace over one person's drafts."""

    def __init__(self, drafts: Drafts) -> None:
        """Nothing is read yet."""
        self._drafts = drafts

    def rows(self, owner: str) -> tuple[ArticleRow, ...]:
        """The drafts this person may write in, newest first."""
        return tuple(row for row in self._drafts.rows(owner=owner) if row.state in WRITABLE)

    def find(
        self, query: Query, owner: str, stop: Callable[[], bool] = lambda: False
    ) -> tuple[FoundArticle, ...]:
        """The drafts with matches; `stop` is asked before each and ends the search early.

        Raises:
            BadQuery: the query cannot be made, or one article took longer than its deadline.
        """
        found: list[FoundArticle] = []
        for row in self.rows(owner):
            if stop():
                break
            hits = tuple(hits_in(Search(query), self._drafts.open(row.id).document))
            if hits:
                found.append(FoundArticle(row.id, row.title, hits))
        return tuple(found)

    def replace_in(
        self,
        query: Query,
        template: str,
        articles: Iterable[str],
        author: str,
        label: str = "",
    ) -> int:
        """Replace every match in these drafts, a revision each; answers how many places.

        Raises:
            BadQuery: the query cannot be made, or took too long; drafts done before stay done.
            StoreError: one could not be read or written.
        """
        allowed = {row.id for row in self.rows(author)}
        return sum(
            self._replace(query, template, article, author, label)
            for article in articles
            if article in allowed
        )

    def _replace(self, query: Query, template: str, article: str, author: str, label: str) -> int:
        search, old = Search(query), self._drafts.open(article)
        edits = edits_for(search, hits_in(search, old.document), template)
        if edits:
            self._drafts.keep(old, author)
            new = replace(old, document=edited(old.document, edits))
            self._drafts.keep(new, author, Why.SAVED, label)
        return len(edits)
