"""Articles, revisions, journals, outbox, images, settings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "article",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("owner", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("updated", sa.BigInteger, nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("desk", sa.String, nullable=False),
        sa.Column("publication", sa.String, nullable=False),
        sa.Column("trashed", sa.Boolean, nullable=False, server_default=sa.text("0")),
        sa.Column("head", sa.String, nullable=False),
    )
    op.create_index("article_newest", "article", ["trashed", "updated", "id"])
    op.create_index("article_by_state", "article", ["trashed", "state", "updated", "id"])
    op.create_index("article_by_owner", "article", ["trashed", "owner", "updated", "id"])
    op.create_table(
        "revision",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False, unique=True),
        sa.Column("article", sa.String, sa.ForeignKey("article.id"), nullable=False),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("why", sa.String, nullable=False),
        sa.Column("label", sa.String, nullable=False),
        sa.Column("manifest", sa.LargeBinary, nullable=False),
    )
    op.create_index("revision_history", "revision", ["article", "seq"])
    op.create_table(
        "revision_parent",
        sa.Column("child", sa.String, sa.ForeignKey("revision.name"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("parent", sa.String, sa.ForeignKey("revision.name"), nullable=False),
    )
    op.create_table(
        "journal",
        sa.Column("article", sa.String, sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "outbox",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("operation", sa.String, nullable=False, unique=True),
        sa.Column("article", sa.String, nullable=False),
        sa.Column("request", sa.LargeBinary, nullable=False),
        sa.Column("revisions", sa.String, nullable=False),
        sa.Column("queued_at", sa.BigInteger, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("problem", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("receipt", sa.LargeBinary),
    )
    op.create_index("outbox_waiting", "outbox", ["status", "seq"])
    op.create_table(
        "image",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("media", sa.String, nullable=False, unique=True),
        sa.Column("mime", sa.String, nullable=False),
        sa.Column("width", sa.Integer, nullable=False),
        sa.Column("height", sa.Integer, nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("creator", sa.String, nullable=False),
        sa.Column("credit", sa.String, nullable=False),
        sa.Column("copyright", sa.String, nullable=False),
        sa.Column("caption", sa.String, nullable=False),
        sa.Column("alt", sa.String, nullable=False),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("taken", sa.String),
        sa.Column("rights", sa.String, nullable=False),
        sa.Column("source_type", sa.String, nullable=False),
        sa.Column("notes", sa.String, nullable=False),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("value", sa.String, nullable=False),
    )


def downgrade() -> None:
    """Take the first tables away."""
    for name in (
        "setting", "image", "outbox", "journal", "revision_parent", "revision", "article",
    ):  # fmt: skip
        op.drop_table(name)
