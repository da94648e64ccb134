"""Keep the last texts of each writer's session, so that undo steps back through them later."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the steps."""
    op.create_table(
        "step",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("article", sa.String, sa.ForeignKey("article.id"), nullable=False),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_index("step_by_article", "step", ["article", "seq"])


def downgrade() -> None:
    """Take them away: only undo across sessions goes."""
    op.drop_table("step")
