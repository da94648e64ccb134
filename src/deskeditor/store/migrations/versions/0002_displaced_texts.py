"""Keep typed texts that a revision with another text takes the place of."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the table of displaced texts."""
    op.create_table(
        "displaced",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("article", sa.String, sa.ForeignKey("article.id"), nullable=False),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_index("displaced_by_article", "displaced", ["article", "seq"])


def downgrade() -> None:
    """Take it away; the texts in it go with it."""
    op.drop_table("displaced")
