"""The local store on SQLite: the `Store` port, one transaction a call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from deskeditor.domain.article import Article
from deskeditor.domain.document import Document
from deskeditor.domain.image_ports import ImagePage, ImageQuery
from deskeditor.domain.media import ImageRecord, ImageUse
from deskeditor.domain.quotes import Evidence
from deskeditor.domain.review import Receipt, State
from deskeditor.domain.revision import Revision
from deskeditor.domain.rows import ArticleRow, Folder, Glance, OutboxRow, RevisionRow, Shelf
from deskeditor.domain.sources import Appearance, Registered, SourceLine, SourceNote, Terms, Uttered
from deskeditor.sqlite.driver import WAIT, Mode
from deskeditor.store import (
    articles,
    evidence,
    folders,
    image_uses,
    images,
    outbox,
    register,
    revisions,
    settings,
    steps,
)
from deskeditor.store.engine import Units
from deskeditor.store.packing import Packer


class SqliteStore:
    """An open store. Made by `store.open.open_store`, which looks at the file first."""

    def __init__(
        self,
        path: Path,
        *,
        read_only: Mode | None = None,
        wait: float = WAIT,
        on_close: Callable[[], None] | None = None,
    ) -> None:
        """Use the file at `path`, whose schema is ours; `on_close` lets go of what guards it."""
        self.path = path
        self.read_only = read_only is not None
        self._units = Units(path, read_only=read_only, wait=wait)
        self._packer = Packer()
        self._on_close = on_close

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
        """Library lines, newest first, keyset-paged by `(updated, id)`."""
        with self._units.read() as db:
            return articles.rows(
                db, state, owner, trashed=trashed, shelf=shelf, limit=limit, before=before
            )  # fmt: skip

    def counts(self) -> dict[State, int]:
        """How many articles stand in each state, the trash left out."""
        with self._units.read() as db:
            return articles.counts(db)

    def row(self, article: str) -> ArticleRow | None:
        """One line, or None."""
        with self._units.read() as db:
            return articles.row(db, article)

    def lines(self, ids: Sequence[str]) -> Sequence[ArticleRow]:
        """These lines, in the order they are named."""
        with self._units.read() as db:
            return articles.lines(db, ids)

    def followers(self, article: str) -> Sequence[ArticleRow]:
        """The follow-ups of an article, newest first; the trash left out."""
        with self._units.read() as db:
            return articles.followers(db, article)

    def set_shelf(self, article: str, shelf: Shelf) -> None:
        """Keep the article on another shelf."""
        self._units.write(lambda db: articles.set_shelf(db, article, shelf))

    def look_over(self, article: str, updated: datetime, found: Glance) -> None:
        """Keep what was found in the text written at `updated`."""
        self._units.write(lambda db: articles.look_over(db, article, updated, found))

    def folders(self, owner: str) -> Sequence[Folder]:
        """The searches this person keeps, in the order they were kept."""
        with self._units.read() as db:
            return folders.of(db, owner)

    def keep_folder(self, owner: str, folder: Folder) -> None:
        """Keep a search, or give one that is kept another name or other words."""
        self._units.write(lambda db: folders.keep(db, owner, folder))

    def drop_folder(self, owner: str, folder: str) -> None:
        """Keep a search no longer."""
        self._units.write(lambda db: folders.drop(db, owner, folder))

    def article(self, article: str) -> Article | None:
        """The newest text: the journal, where there is one, or else the head revision."""
        with self._units.read() as db:
            typed = articles.journal(db, article)
            if typed is not None:
                return typed.article
            head = revisions.head(db, article)
            return None if head is None else revisions.read(db, head).article

    def typed_by(self, article: str) -> tuple[str, datetime] | None:
        """Who typed the journal, and when; None where there is none."""
        with self._units.read() as db:
            return articles.journal_hand(db, article)

    def create(self, article: Article, revision: Revision, shelf: Shelf = Shelf.WORK) -> str:
        """Keep a new article with its first revision; answers the revision's name."""
        assert revision.article == article
        return self._units.write(lambda db: revisions.create(db, revision, shelf))

    def autosave(self, article: Article, author: str, at: datetime) -> None:
        """Keep the newest text in the journal. One that somebody else typed is frozen first."""
        now = self._packer.pack(article)

        def work(db: Connection) -> None:
            typed = articles.journal_written(db, article.id)
            if typed is not None and typed[0] != author:
                revisions.take_over(db, article.id, author, at)
                typed = None
            before = typed[2:0:-1] if typed else revisions.before_journal(db, article.id)
            if before is not None:
                steps.lay_down(db, article.id, author, before, (now.digest, at))
            articles.write_journal(db, article, author, at, now)

        self._units.write(work)

    def last_step(self, article: str, author: str) -> int:
        """The number of the newest text before this one in the author's session; 0 for none."""
        with self._units.read() as db:
            return steps.last(db, article, author)

    def earlier(self, article: str, author: str, upto: int) -> tuple[Document, ...]:
        """The texts of an author's session up to that number, oldest first."""
        with self._units.read() as db:
            return steps.read(db, article, author, upto)

    def displaced(self, article: str) -> Sequence[articles.Journal]:
        """Typed texts that a revision with another text took the place of, newest first."""
        with self._units.read() as db:
            return articles.displaced(db, article)

    def take_over(self, article: str, author: str, at: datetime) -> str | None:
        """Freeze a journal that somebody else typed; answers the article's head."""
        return self._units.write(lambda db: revisions.take_over(db, article, author, at))

    def keep(self, revision: Revision) -> str:
        """Freeze a revision; it becomes the article's head. Answers its name."""
        return self._units.write(lambda db: revisions.freeze(db, revision))

    def entitle(self, name: str, title: str, author: str, at: datetime, *, pinned: bool) -> None:
        """Call a revision something, or pin it."""
        self._units.write(lambda db: revisions.entitle(db, name, title, author, at, pinned=pinned))

    def head(self, article: str) -> str | None:
        """The name of the article's newest revision."""
        with self._units.read() as db:
            return revisions.head(db, article)

    def history(self, article: str) -> Sequence[RevisionRow]:
        """Revisions, newest first."""
        with self._units.read() as db:
            return revisions.history(db, article)

    def revision(self, name: str) -> Revision:
        """One revision, its bytes held against its name."""
        with self._units.read() as db:
            return revisions.read(db, name)

    def manifest(self, name: str) -> bytes:
        """The bytes of one revision, held against its name."""
        with self._units.read() as db:
            return revisions.raw(db, name)

    def set_state(self, article: str, state: State) -> None:
        """Remember where the board says the article stands."""
        self._units.write(lambda db: articles.set_state(db, article, state))

    def set_trashed(self, article: str, *, trashed: bool) -> None:
        """Put an article into the trash or take it out; nothing is deleted."""
        self._units.write(lambda db: articles.set_trashed(db, article, trashed=trashed))

    def submit(self, revision: Revision, row: OutboxRow) -> str:
        """Freeze a revision and queue its submission, in one transaction."""

        def work(db: Connection) -> str:
            name = revisions.freeze(db, revision)
            outbox.queue(db, row)
            return name

        return self._units.write(work)

    def queue(self, row: OutboxRow) -> None:
        """Queue an act for the board."""
        self._units.write(lambda db: outbox.queue(db, row))

    def outbox(self) -> Sequence[OutboxRow]:
        """Acts without a receipt, oldest first."""
        with self._units.read() as db:
            return outbox.waiting(db)

    def receipts(self, article: str | None = None) -> Sequence[OutboxRow]:
        """Acts that have their receipt, oldest first."""
        with self._units.read() as db:
            return outbox.ended(db, outbox.SETTLED, article)

    def refusals(self, article: str | None = None) -> Sequence[OutboxRow]:
        """Acts the board refused, with why, oldest first."""
        with self._units.read() as db:
            return outbox.ended(db, outbox.DROPPED, article)

    def settle(self, operation: str, receipt: Receipt) -> None:
        """Keep the board's receipt; the article takes the state it names."""
        self._units.write(lambda db: outbox.settle(db, operation, receipt))

    def held(self, operation: str, problem: str) -> None:
        """Note that the board could not take an act, and why; it stays in the outbox."""
        self._units.write(lambda db: outbox.held(db, operation, problem))

    def drop(self, operation: str, problem: str = "") -> None:
        """Take an act the board refused out of the outbox, and remember why."""
        self._units.write(lambda db: outbox.drop(db, operation, problem))

    def add_image(self, record: ImageRecord) -> None:
        """Keep what is known of an image; writing it again replaces the record."""
        self._units.write(lambda db: images.add(db, record))

    def images(self, media: Iterable[str] | None = None) -> Sequence[ImageRecord]:
        """Image records, newest first; only those named, where names are given."""
        with self._units.read() as db:
            return images.found(db, media)

    def image_page(
        self, wanted: ImageQuery, *, limit: int = 200, before: int | None = None
    ) -> ImagePage:
        """Image records newest first, keyset-paged by the number of the last one."""
        with self._units.read() as db:
            return images.page(db, wanted, limit, before)

    def image_count(self, wanted: ImageQuery) -> int:
        """How many records the query answers in all."""
        with self._units.read() as db:
            return images.count(db, wanted)

    def image_uses(self, media: Iterable[str]) -> Sequence[ImageUse]:
        """Which articles, the trash left out, show these images."""
        with self._units.read() as db:
            return image_uses.of(db, media)

    def image_articles(self) -> Sequence[tuple[str, str]]:
        """Id and title of every article, the trash left out, that shows an image; newest first."""
        with self._units.read() as db:
            return image_uses.articles(db)

    def set_likeness(self, media: str, likeness: str) -> None:
        """Write what an image looks like, and nothing else of its record."""
        self._units.write(lambda db: images.set_likeness(db, media, likeness))

    def likenesses(self) -> Sequence[tuple[str, str]]:
        """Media and likeness of every image whose likeness is known."""
        with self._units.read() as db:
            return images.likenesses(db)

    def add_evidence(self, record: Evidence) -> None:
        """Keep the record of a piece of evidence."""
        self._units.write(lambda db: evidence.add(db, record))

    def evidence(self, article: str) -> Sequence[Evidence]:
        """What is held against the quotations of an article, in the order it came."""
        with self._units.read() as db:
            return evidence.of(db, article)

    def take_off_evidence(self, record: str, *, off: bool = True) -> None:
        """Hold this evidence against the quotations no longer, or again; nothing is deleted."""
        self._units.write(lambda db: evidence.take_off(db, record, off=off))

    def evidence_blobs(self) -> Sequence[str]:
        """The sha256 of every file kept as evidence, each once."""
        with self._units.read() as db:
            return evidence.blobs(db)

    def unread(self, limit: int) -> Sequence[tuple[str, datetime]]:
        """Articles whose newest text was not read for the register, newest first."""
        with self._units.read() as db:
            return register.unread(db, limit)

    def keep_reading(
        self,
        article: str,
        updated: datetime,
        seen: Sequence[SourceLine],
        said: Sequence[Uttered],
    ) -> None:
        """Keep whom the text of `updated` names and what it makes them say."""
        self._units.write(lambda db: register.keep_reading(db, article, updated, seen, said))

    def sources(self, words: Sequence[str] = (), limit: int = 500) -> Sequence[SourceLine]:
        """The register, the most named first."""
        with self._units.read() as db:
            return register.lines(db, words, limit)

    def save_source(self, key: str, entry: Registered) -> None:
        """Keep what is known of a source."""
        self._units.write(lambda db: register.save(db, key, entry))

    def add_source_note(self, source: str, note: SourceNote) -> None:
        """Add a note to a source."""
        self._units.write(lambda db: register.add_note(db, source, note))

    def forget_source_notes(self, source: str) -> None:
        """Take the notes of a source out for good."""
        self._units.write(lambda db: register.forget_notes(db, source))

    def source_terms(self) -> dict[str, Terms]:
        """On what terms each source of the register speaks, by key."""
        with self._units.read() as db:
            return register.terms(db)

    def appearances(self, key: str, limit: int = 50) -> Sequence[Appearance]:
        """The articles that name a source, newest first."""
        with self._units.read() as db:
            return register.appearances(db, key, limit)

    def uttered(self, voices: Sequence[str], but: str, limit: int = 500) -> Sequence[Uttered]:
        """What these voices say in other articles than `but`, newest first."""
        with self._units.read() as db:
            return register.uttered(db, voices, but, limit)

    def setting(self, key: str) -> str | None:
        """A remembered value; None where there is none."""
        with self._units.read() as db:
            return settings.read(db, key)

    def remember(self, key: str, value: str) -> None:
        """Remember a value."""
        self._units.write(lambda db: settings.write(db, key, value))

    def close(self) -> None:
        """Write what is under way and let go of the file. May be called twice."""
        self._units.close()
        done, self._on_close = self._on_close, None
        if done is not None:
            done()
