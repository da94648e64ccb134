"""Writing: new articles, autosaves, named saves, history, trash.

Autosave keeps the newest text durably in the article's journal and makes no revision; `keep` makes
one. Whoever typed stays an author: when another person goes on, what the first one typed is frozen
under the first one's name before anything else happens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from deskeditor.domain.article import Article, Details
from deskeditor.domain.document import Document, Paragraph, clean_text
from deskeditor.domain.errors import BadInput, StoreError
from deskeditor.domain.events import ArticleCreated, ArticleSaved, Bus, RevisionMade, SaveFailed
from deskeditor.domain.ports import Clock, Ids, Store
from deskeditor.domain.review import State
from deskeditor.domain.revision import Revision, Why
from deskeditor.domain.rows import ArticleRow, RevisionRow, Shelf
from deskeditor.language.counting import graphemes

#: Letters (graphemes) of what a revision may be called.
LONGEST_TITLE = 80


class Drafts:
    """The articles on this desk. Methods block until the work is durable and are thread-safe."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, bus: Bus) -> None:
        """Use these ports; nothing is read yet."""
        self._store, self._clock, self._ids, self._bus = store, clock, ids, bus

    def new(self, owner: str, publication: str, details: Details | None = None) -> Article:
        """Begin an article with one empty paragraph."""
        about = replace(details or Details(), publication=publication)
        document = Document(blocks=(Paragraph(self._ids.new()),))
        article = Article(self._ids.new(), owner, document, about)
        return self.add(article, owner, Why.CREATED)

    def add(self, article: Article, author: str, why: Why, shelf: Shelf = Shelf.WORK) -> Article:
        """Keep an article made elsewhere, such as by an import, with its first revision."""
        revision = Revision(article, author, self._clock.now(), why)
        name = self._store.create(article, revision, shelf)
        self._bus.publish(ArticleCreated(article.id))
        self._bus.publish(RevisionMade(article.id, name))
        return article

    def open(self, article: str) -> Article:
        """The newest text of an article.

        Raises:
            StoreError: unknown, or what was kept of it is damaged.
        """
        found = self._store.article(article)
        if found is None:
            raise StoreError("article-unknown", article=article[:8])
        return found

    def autosave(self, article: Article, author: str) -> datetime:
        """Keep the newest text; when this returns it is on disk. Answers when.

        Raises:
            StoreError: it could not be written; `SaveFailed` is told too.
        """
        now = self._clock.now()
        try:
            self._store.autosave(article, author, now)
        except StoreError as error:
            self._bus.publish(SaveFailed(article.id, error.code))
            raise
        self._bus.publish(ArticleSaved(article.id, now))
        return now

    def last_step(self, article: str, author: str) -> int:
        """The number of the newest text before this one in the author's session; 0 for none."""
        return self._store.last_step(article, author)

    def earlier(self, article: str, author: str, upto: int) -> tuple[Document, ...]:
        """The texts of an author's session up to that number, oldest first: what undo goes back to.

        They are thinned and bounded; the newest text is not among them.
        """
        return self._store.earlier(article, author, upto)

    def keep(self, article: Article, author: str, why: Why = Why.SAVED, label: str = "") -> str:
        """Freeze the text as a revision and answer its name; an unchanged text makes none.

        Raises:
            StoreError: it could not be written.
        """
        head = self._store.take_over(article.id, author, self._clock.now())
        if head is not None and not label and self._store.revision(head).article == article:
            self.autosave(article, author)  # a journal may still say what was typed and undone
            return head
        parents = () if head is None else (head,)
        return self._freeze(Revision(article, author, self._clock.now(), why, parents, label))

    def _freeze(self, revision: Revision) -> str:
        try:
            name = self._store.keep(revision)
        except StoreError as error:
            self._bus.publish(SaveFailed(revision.article.id, error.code))
            raise
        self._bus.publish(RevisionMade(revision.article.id, name))
        self._bus.publish(ArticleSaved(revision.article.id, revision.at))
        return name

    def rows(
        self,
        *,
        state: State | None = None,
        owner: str | None = None,
        trashed: bool = False,
        shelf: Shelf | None = Shelf.WORK,
        limit: int = 200,
        before: tuple[datetime, str] | None = None,
    ) -> Sequence[ArticleRow]:
        """Library lines, newest first; `before` continues behind the last line seen.

        Of those at work, of another `shelf`, or of all for None.
        """
        return self._store.rows(
            state=state, owner=owner, trashed=trashed, shelf=shelf, limit=limit, before=before
        )

    def row(self, article: str) -> ArticleRow | None:
        """One line of the library, the trash and every shelf among them; None where unknown."""
        return self._store.row(article)

    def counts(self) -> dict[State, int]:
        """How many articles stand in each state, the trash left out."""
        return self._store.counts()

    def history(self, article: str) -> Sequence[RevisionRow]:
        """The article's revisions, newest first."""
        return self._store.history(article)

    def entitle(self, name: str, title: str, author: str, *, pinned: bool) -> None:
        """Call a revision something, in one line of at most `LONGEST_TITLE` letters, or pin it.

        Raises:
            BadInput: the title is too long.
            StoreError: the revision is unknown, or it could not be written.
        """
        said = " ".join(clean_text(title).split())
        if graphemes(said) > LONGEST_TITLE:
            raise BadInput("title-too-long", most=LONGEST_TITLE)
        self._store.entitle(name, said, author, self._clock.now(), pinned=pinned)

    def revision(self, name: str) -> Revision:
        """One revision.

        Raises:
            StoreError: unknown or damaged.
        """
        return self._store.revision(name)

    def restore(self, article: str, name: str, author: str) -> Article:
        """Bring an earlier text back as a new revision; today's text is frozen first.

        Raises:
            StoreError: the revision is unknown, damaged or another article's.
        """
        earlier = self._store.revision(name)
        if earlier.article.id != article:
            raise StoreError("revision-unknown", name=name[:12])
        head = self.keep(self.open(article), author)
        if earlier.article != self._store.revision(head).article:
            now = self._clock.now()
            # Both are parents: whoever wrote either stays an author of what is shown now.
            parents = (head, name)
            self._freeze(Revision(earlier.article, author, now, Why.RESTORED, parents))
        return earlier.article

    def trash(self, article: str) -> None:
        """Put an article into the trash; its text, history and state stay."""
        self._store.set_trashed(article, trashed=True)

    def untrash(self, article: str) -> None:
        """Take an article out of the trash, as it was."""
        self._store.set_trashed(article, trashed=False)
