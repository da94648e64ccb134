"""Keep the whole of an image's record, and which article shows which image."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_NEW = (
    ("headline", sa.String, ""),
    ("people", sa.String, "[]"),
    ("consent", sa.String, "unasked"),
    ("restrictions", sa.String, ""),
    ("leases", sa.String, "[]"),
    ("undated", sa.Boolean, sa.text("0")),
    ("medium", sa.String, "photograph"),
    ("regions", sa.String, "[]"),
    ("overrides", sa.String, "[]"),
    ("likeness", sa.String, ""),
)
_MEDIA = re.compile(rb'"media":"([0-9a-f]{64})"')


def upgrade() -> None:
    """Add the columns and the table of uses, and fill it from the newest texts."""
    for name, kind, default in _NEW:
        op.add_column("image", sa.Column(name, kind, nullable=False, server_default=default))
    op.create_index("image_by_rights", "image", ["rights", "seq"])
    op.create_index("image_by_likeness", "image", ["likeness", "media"])
    op.create_table(
        "image_use",
        sa.Column("media", sa.String, primary_key=True),
        sa.Column("article", sa.String, sa.ForeignKey("article.id"), primary_key=True),
    )
    op.create_index("image_use_by_article", "image_use", ["article"])
    _fill()


def _fill() -> None:
    db = op.get_bind()
    newest = db.exec_driver_sql(
        "SELECT a.id, coalesce(j.body, r.manifest) FROM article a"
        " LEFT JOIN journal j ON j.article = a.id LEFT JOIN revision r ON r.name = a.head"
    )
    for article, raw in newest.fetchall():
        for media in dict.fromkeys(_MEDIA.findall(raw or b"")):
            db.exec_driver_sql("INSERT INTO image_use VALUES (?, ?)", (media.decode(), article))


def downgrade() -> None:
    """Take them away; what was written in them goes with them."""
    op.drop_table("image_use")
    op.drop_index("image_by_likeness", "image")
    op.drop_index("image_by_rights", "image")
    for name, _kind, _default in reversed(_NEW):
        op.drop_column("image", name)
