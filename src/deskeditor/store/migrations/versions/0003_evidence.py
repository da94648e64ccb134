"""Keep what quotations are held against: a record a piece of evidence, by article."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the table of evidence."""
    op.create_table(
        "evidence",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("article", sa.String, sa.ForeignKey("article.id"), nullable=False),
        sa.Column("blob", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("origin", sa.String, nullable=False),
        sa.Column("added_by", sa.String, nullable=False),
        sa.Column("added_at", sa.BigInteger, nullable=False),
        sa.Column("text", sa.String),
        sa.Column("unreadable", sa.String, nullable=False),
        sa.Column("seen_on", sa.String),
        sa.Column("timecode", sa.String, nullable=False),
        sa.Column("taken_off", sa.Boolean, nullable=False, server_default=sa.text("0")),
    )
    op.create_index("evidence_by_article", "evidence", ["article", "seq"])


def downgrade() -> None:
    """Take it away; the files stay among the originals, the records go."""
    op.drop_table("evidence")
