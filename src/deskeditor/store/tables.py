"""The tables of the local store, as SQLAlchemy Core sees them.

Moments are whole microseconds since 1970 UTC, so that they sort and compare as numbers. Text that
is hashed (manifests, journals, requests) is kept as the bytes that were hashed. A change here goes
with a migration: a test holds that the newest migration and these tables agree.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
    text,
)

from deskeditor.domain.errors import StoreError

#: Stands in every store of ours at byte 68: "Dske".
APPLICATION_ID = 0x44736B65
#: The number of the newest migration; a store with a higher one is a newer program's.
SCHEMA = 8

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC as whole microseconds since 1970."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> int | None:  # noqa: ARG002
        """The number of a moment; one without a zone is our bug and raises."""
        return None if value is None else (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: int | None, dialect: Any) -> datetime | None:  # noqa: ARG002
        """The moment of a number.

        Raises:
            StoreError: no such moment: the number is damaged.
        """
        try:
            return None if value is None else _EPOCH + value * _MICROSECOND
        except (OverflowError, TypeError) as error:
            raise StoreError("store-damaged", name="store.db") from error


metadata = MetaData()

article = Table(
    "article",
    metadata,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False),
    Column("title", String, nullable=False),
    Column("state", String, nullable=False),
    Column("updated", Moment, nullable=False),
    Column("words", Integer, nullable=False),
    Column("desk", String, nullable=False),
    Column("publication", String, nullable=False),
    Column("trashed", Boolean, nullable=False, server_default=text("0")),
    Column("head", String, nullable=False),
    Column("due", Moment),
    Column("commissioned", Integer),
    Column("follows", String, nullable=False, server_default=""),
    Column("shelf", String, nullable=False, server_default="work"),
    Index("article_newest", "trashed", "shelf", "updated", "id"),
    Index("article_by_state", "trashed", "shelf", "state", "updated", "id"),
    Index("article_by_owner", "trashed", "shelf", "owner", "updated", "id"),
    Index("article_by_due", "due"),
    Index("article_by_follows", "follows"),
)

#: Searches that people keep under a name.
folder = Table(
    "folder",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("owner", String, nullable=False),
    Column("name", String, nullable=False),
    Column("query", String, nullable=False),
    Index("folder_by_owner", "owner", "seq"),
)

#: What the checks found last; it counts while the article's line has the same `updated`.
glance = Table(
    "glance",
    metadata,
    Column("article", String, ForeignKey("article.id"), primary_key=True),
    Column("updated", Moment, nullable=False),
    Column("errors", Integer, nullable=False),
    Column("checks", Integer, nullable=False),
)

revision = Table(
    "revision",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("article", String, ForeignKey("article.id"), nullable=False),
    Column("author", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("why", String, nullable=False),
    Column("label", String, nullable=False),
    Column("manifest", LargeBinary, nullable=False),
    Index("revision_history", "article", "seq"),
)

parent = Table(
    "revision_parent",
    metadata,
    Column("child", String, ForeignKey("revision.name"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("parent", String, ForeignKey("revision.name"), nullable=False),
)

#: What people call a revision, by whom and when last; the revision itself never changes.
revision_title = Table(
    "revision_title",
    metadata,
    Column("name", String, ForeignKey("revision.name"), primary_key=True),
    Column("title", String, nullable=False),
    Column("pinned", Boolean, nullable=False),
    Column("author", String, nullable=False),
    Column("at", Moment, nullable=False),
)

journal = Table(
    "journal",
    metadata,
    Column("article", String, ForeignKey("article.id"), primary_key=True),
    Column("author", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("digest", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

#: Journals that a revision with another text took the place of: nothing acknowledged is lost.
displaced = Table(
    "displaced",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("article", String, ForeignKey("article.id"), nullable=False),
    Column("author", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("digest", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("displaced_by_article", "article", "seq"),
)

#: The last texts of each writer's session, oldest first: what undo steps back through later.
step = Table(
    "step",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("article", String, ForeignKey("article.id"), nullable=False),
    Column("author", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("digest", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("step_by_article", "article", "seq"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("operation", String, nullable=False, unique=True),
    Column("article", String, nullable=False),
    Column("request", LargeBinary, nullable=False),
    Column("revisions", String, nullable=False),
    Column("queued_at", Moment, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("problem", String, nullable=False),
    Column("status", String, nullable=False),
    Column("receipt", LargeBinary),
    Index("outbox_waiting", "status", "seq"),
)

image = Table(
    "image",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("media", String, nullable=False, unique=True),
    Column("mime", String, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("name", String, nullable=False),
    Column("creator", String, nullable=False),
    Column("credit", String, nullable=False),
    Column("copyright", String, nullable=False),
    Column("caption", String, nullable=False),
    Column("alt", String, nullable=False),
    Column("place", String, nullable=False),
    Column("taken", String),
    Column("rights", String, nullable=False),
    Column("source_type", String, nullable=False),
    Column("notes", String, nullable=False),
    Column("headline", String, nullable=False, server_default=""),
    Column("people", String, nullable=False, server_default="[]"),
    Column("consent", String, nullable=False, server_default="unasked"),
    Column("restrictions", String, nullable=False, server_default=""),
    Column("leases", String, nullable=False, server_default="[]"),
    Column("undated", Boolean, nullable=False, server_default=text("0")),
    Column("medium", String, nullable=False, server_default="photograph"),
    Column("regions", String, nullable=False, server_default="[]"),
    Column("overrides", String, nullable=False, server_default="[]"),
    Column("likeness", String, nullable=False, server_default=""),
    Index("image_by_rights", "rights", "seq"),
    Index("image_by_likeness", "likeness", "media"),
)

#: Which article shows which image in its newest text.
image_use = Table(
    "image_use",
    metadata,
    Column("media", String, primary_key=True),
    Column("article", String, ForeignKey("article.id"), primary_key=True),
    Index("image_use_by_article", "article"),
)

#: What quotations are held against; the files lie in the media folder under their sha256.
evidence = Table(
    "evidence",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("article", String, ForeignKey("article.id"), nullable=False),
    Column("blob", String, nullable=False),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("origin", String, nullable=False),
    Column("added_by", String, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("text", String),
    Column("unreadable", String, nullable=False),
    Column("seen_on", String),
    Column("timecode", String, nullable=False),
    Column("taken_off", Boolean, nullable=False, server_default=text("0")),
    Index("evidence_by_article", "article", "seq"),
)

#: The register of sources: what people know of them beyond one article, in the
#: clear. Contacts and notes of confidential sources are refused: those lie in the vault, as does
#: the true name, and a pseudonym stands here.
source = Table(
    "source",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("key", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("title", String, nullable=False),
    Column("affiliation", String, nullable=False),
    Column("terms", String, nullable=False),
    Column("contact", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", Moment, nullable=False),
)

source_note = Table(
    "source_note",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("source", String, ForeignKey("source.id"), nullable=False),
    Column("day", String, nullable=False),
    Column("by", String, nullable=False),
    Column("text", String, nullable=False),
    Index("source_note_by_source", "source", "seq"),
)

#: Which text of an article the two tables below were read from: its `updated` then.
reading = Table(
    "reading",
    metadata,
    Column("article", String, ForeignKey("article.id"), primary_key=True),
    Column("updated", Moment, nullable=False),
)

source_seen = Table(
    "source_seen",
    metadata,
    Column("article", String, ForeignKey("article.id"), primary_key=True),
    Column("key", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("title", String, nullable=False),
    Column("mentions", Integer, nullable=False),
    Index("source_seen_by_key", "key", "article"),
)

utterance = Table(
    "utterance",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("article", String, ForeignKey("article.id"), nullable=False),
    Column("voice", String, nullable=False),
    Column("speaker", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("text", String, nullable=False),
    Index("utterance_by_voice", "voice", "seq"),
    Index("utterance_by_article", "article"),
)

setting = Table(
    "setting",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)
