"""Let the library know due times, lengths asked for, follow-ups, shelves, folders and findings."""

import json
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_INDEXES = {
    "article_newest": ["trashed", "shelf", "updated", "id"],
    "article_by_state": ["trashed", "shelf", "state", "updated", "id"],
    "article_by_owner": ["trashed", "shelf", "owner", "updated", "id"],
}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def upgrade() -> None:
    """Add the columns, filled from the newest texts, and the two tables."""
    op.add_column("article", sa.Column("due", sa.BigInteger))
    op.add_column("article", sa.Column("commissioned", sa.Integer))
    op.add_column("article", sa.Column("follows", sa.String, nullable=False, server_default=""))
    op.add_column("article", sa.Column("shelf", sa.String, nullable=False, server_default="work"))
    for name, columns in _INDEXES.items():
        op.drop_index(name, "article")
        op.create_index(name, "article", columns)
    op.create_index("article_by_due", "article", ["due"])
    op.create_index("article_by_follows", "article", ["follows"])
    op.create_table(
        "folder",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("owner", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("query", sa.String, nullable=False),
    )
    op.create_index("folder_by_owner", "folder", ["owner", "seq"])
    op.create_table(
        "glance",
        sa.Column("article", sa.String, sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("updated", sa.BigInteger, nullable=False),
        sa.Column("errors", sa.Integer, nullable=False),
        sa.Column("checks", sa.Integer, nullable=False),
    )
    _fill()


def _fill() -> None:
    """What the newest texts say; one that cannot be read says nothing, and `verify` tells of it."""
    db = op.get_bind()
    newest = (
        "SELECT coalesce(j.body, r.manifest) FROM article a"
        " LEFT JOIN journal j ON j.article = a.id LEFT JOIN revision r ON r.name = a.head"
        " WHERE a.id = ?"
    )
    for (article,) in db.exec_driver_sql("SELECT id FROM article").fetchall():
        # One text at a time: all of a large desk's would not fit into memory.
        raw = db.exec_driver_sql(newest, (article,)).scalar_one()
        try:
            data = json.loads(raw)
            details = data.get("article", data)["details"]
            due = details.get("due")
            at = None if due is None else datetime.fromisoformat(due) - _EPOCH
            line = (
                None if at is None else at // timedelta(microseconds=1),
                details["commissioned_words"],
                details.get("follows", ""),
            )
        except (ValueError, TypeError, KeyError, AttributeError):
            continue
        if line != (None, None, ""):
            db.exec_driver_sql(
                "UPDATE article SET due = ?, commissioned = ?, follows = ? WHERE id = ?",
                (*line, article),
            )


def downgrade() -> None:
    """Take them away: folders, shelves and findings go; what the texts say comes back with them."""
    op.drop_table("glance")
    op.drop_table("folder")
    op.drop_index("article_by_follows", "article")
    op.drop_index("article_by_due", "article")
    for name, columns in _INDEXES.items():
        op.drop_index(name, "article")
        op.create_index(name, "article", [one for one in columns if one != "shelf"])
    for name in ("shelf", "follows", "commissioned", "due"):
        op.drop_column("article", name)
