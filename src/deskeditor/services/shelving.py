"""Where pieces are kept and where new ones come from: templates, follow-ups, the archive.

A template is an article of its own on the shelf of templates: whoever begins from it gets a piece
without comments, confirmations or dates of the one before. A follow-up is begun from a piece's text
and keeps its id, so that each leads to the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from deskeditor.domain.article import Article, Details
from deskeditor.domain.document import CommentMark, Document
from deskeditor.domain.document.deciding import decided
from deskeditor.domain.document.inline import Fact, Mark
from deskeditor.domain.document.proposals import kept_runs
from deskeditor.domain.events import ArticleMoved, Bus
from deskeditor.domain.findings import Severity
from deskeditor.domain.revision import Why
from deskeditor.domain.rows import ArticleRow, Glance, Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskeditor.domain.findings import Finding
    from deskeditor.domain.ports import Ids, Store
    from deskeditor.services.drafts import Drafts


@dataclass(frozen=True, slots=True)
class Relatives:
    """The piece an article is a follow-up of, if any, and its own follow-ups, newest first."""

    before: ArticleRow | None = None
    after: tuple[ArticleRow, ...] = ()


class Shelving:
    """The shelves of one store. Methods block until the work is durable and are thread-safe."""

    def __init__(self, store: Store, drafts: Drafts, ids: Ids, bus: Bus) -> None:
        """Nothing is read yet."""
        self._store, self._drafts, self._ids, self._bus = store, drafts, ids, bus

    def templates(self) -> Sequence[ArticleRow]:
        """The templates of this desk, newest first."""
        return self._store.rows(shelf=Shelf.TEMPLATE)

    def make_template(self, article: str, owner: str) -> Article:
        """Keep a copy of a piece as a template; the piece itself stays as it is.

        Raises:
            StoreError: it is unknown, damaged, or the copy could not be written.
        """
        made = self._begin(self._drafts.open(article), owner)
        return self._drafts.add(made, owner, Why.CREATED, Shelf.TEMPLATE)

    def from_template(self, template: str, owner: str) -> Article:
        """Begin a piece from a template.

        Raises:
            StoreError: it is unknown or damaged, or the piece could not be written.
        """
        made = self._begin(self._drafts.open(template), owner)
        return self._drafts.add(made, owner, Why.CREATED)

    def follow_up(self, article: str, owner: str) -> Article:
        """Begin a piece from another one's text, as its follow-up.

        Raises:
            StoreError: it is unknown or damaged, or the piece could not be written.
        """
        made = self._begin(self._drafts.open(article), owner)
        about = replace(made.details, follows=article, written_by=self._writers(article))
        linked = replace(made, details=about)
        return self._drafts.add(linked, owner, Why.CREATED)

    def _writers(self, article: str) -> tuple[str, ...]:
        """Everybody whose words a piece holds, as far as this store knows."""
        model = self._drafts.open(article)
        hands = {one.author for one in self._drafts.history(article)}
        return tuple(sorted({model.owner, *hands, *model.details.written_by}))

    def relatives(self, article: str) -> Relatives:
        """What a piece follows and what follows it, as their lines stand now."""
        row = self._store.row(article)
        before = self._store.row(row.follows) if row is not None and row.follows else None
        return Relatives(before, tuple(self._store.followers(article)))

    def move(self, article: str, shelf: Shelf) -> None:
        """Keep a piece on another shelf; its text, history and state stay.

        Raises:
            StoreError: it is unknown, or it could not be written.
        """
        self._store.set_shelf(article, shelf)
        self._bus.publish(ArticleMoved(article))

    def look_over(self, article: str, updated: datetime, findings: Iterable[Finding]) -> None:
        """Keep how much was found in the text written at `updated`."""
        severities = [finding.severity for finding in findings]
        errors = sum(one in (Severity.BLOCK, Severity.ERROR) for one in severities)
        checks = sum(one is Severity.CHECK for one in severities)
        row = self._store.row(article)
        found = Glance(errors, checks)
        if row is not None and row.updated == updated and row.glance != found:
            self._store.look_over(article, updated, found)
            self._bus.publish(ArticleMoved(article))

    def _begin(self, model: Article, owner: str) -> Article:
        was = model.details
        about = Details(
            publication=was.publication, desk=was.desk, subject=was.subject, genre=was.genre,
            place=was.place, urgency=was.urgency, commissioned_words=was.commissioned_words,
        )  # fmt: skip
        return Article(self._ids.new(), owner, _fresh(model.document), about)


def _fresh(document: Document) -> Document:
    """The text alone: nobody's comments, open suggestions or word on its facts go on with it."""
    plain = replace(decided(document, lambda _mark: True, take=False), threads=())
    for slot in plain.slots():
        text = kept_runs(slot.text, _kept)
        if text != slot.text:
            plain = plain.with_text(slot.address, text)
    return plain


def _kept(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if not isinstance(mark, CommentMark | Fact))
