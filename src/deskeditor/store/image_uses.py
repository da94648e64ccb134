"""Which article shows which image: kept with every text, so that nobody has to read all texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, delete, exists, insert, select

from deskeditor.domain.article import Article
from deskeditor.domain.media import ImageUse
from deskeditor.store import tables as t
from deskeditor.store.prepared import Prepared

_OF_ARTICLE = Prepared(select(t.image_use.c.media).where(t.image_use.c.article == bindparam("key")))
#: Names in one question: SQLite takes 32,766 values at most.
_AT_ONCE = 5000


def keep(db: Connection, article: Article) -> None:
    """Remember the images of an article's newest text; writes only where they changed."""
    shown = {figure.media for figure in article.document.figures() if figure.media}
    known = {media for (media,) in _OF_ARTICLE.rows(db, key=article.id)}
    if shown == known:
        return
    use = t.image_use.c
    gone, new = known - shown, shown - known
    if gone:
        db.execute(delete(t.image_use).where(use.article == article.id, use.media.in_(gone)))
    if new:
        db.execute(
            insert(t.image_use), [{"media": one, "article": article.id} for one in sorted(new)]
        )


def articles(db: Connection) -> Sequence[tuple[str, str]]:
    """Id and title of every article, the trash left out, that shows an image; newest first."""
    use, line = t.image_use.c, t.article.c
    query = select(line.id, line.title).where(~line.trashed, exists().where(use.article == line.id))
    return [(key, title) for key, title in db.execute(query.order_by(line.updated.desc(), line.id))]


def of(db: Connection, media: Iterable[str]) -> Sequence[ImageUse]:
    """The articles, the trash left out, that show these images; newest article first."""
    use, line = t.image_use.c, t.article.c
    query = select(use.media, use.article, line.title).join(t.article, line.id == use.article)
    query = query.where(~line.trashed).order_by(line.updated.desc(), line.id)
    wanted = list(dict.fromkeys(media))
    found: list[ImageUse] = []
    for first in range(0, len(wanted), _AT_ONCE):
        some = wanted[first : first + _AT_ONCE]
        found += [ImageUse(*row) for row in db.execute(query.where(use.media.in_(some)))]
    return found
