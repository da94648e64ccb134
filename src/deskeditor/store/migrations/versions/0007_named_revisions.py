"""Let people name a revision, and pin it, after it was made."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add what people call revisions; the revisions themselves never change."""
    op.create_table(
        "revision_title",
        sa.Column("name", sa.String, sa.ForeignKey("revision.name"), primary_key=True),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("pinned", sa.Boolean, nullable=False),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
    )


def downgrade() -> None:
    """Take them away: names and pins go, every revision stays."""
    op.drop_table("revision_title")
