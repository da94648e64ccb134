"""Keep the register of sources, and what each article's text was read to say."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the register with its notes, and the readings it is found by."""
    op.create_table(
        "source",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("key", sa.String, nullable=False, unique=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("affiliation", sa.String, nullable=False),
        sa.Column("terms", sa.String, nullable=False),
        sa.Column("contact", sa.String, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "source_note",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("source", sa.String, sa.ForeignKey("source.id"), nullable=False),
        sa.Column("day", sa.String, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
    )
    op.create_index("source_note_by_source", "source_note", ["source", "seq"])
    op.create_table(
        "reading",
        sa.Column("article", sa.String, sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("updated", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "source_seen",
        sa.Column("article", sa.String, sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("mentions", sa.Integer, nullable=False),
    )
    op.create_index("source_seen_by_key", "source_seen", ["key", "article"])
    op.create_table(
        "utterance",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("article", sa.String, sa.ForeignKey("article.id"), nullable=False),
        sa.Column("voice", sa.String, nullable=False),
        sa.Column("speaker", sa.String, nullable=False),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
    )
    op.create_index("utterance_by_voice", "utterance", ["voice", "seq"])
    op.create_index("utterance_by_article", "utterance", ["article"])


def downgrade() -> None:
    """Take them away; what was read is read again, what was noted of sources goes."""
    for table in ("utterance", "source_seen", "reading", "source_note", "source"):
        op.drop_table(table)
