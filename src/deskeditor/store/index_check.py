"""Whether the search index is sound and speaks of articles that are there."""

from __future__ import annotations

from pathlib import Path

from deskeditor.domain.ports import Damage
from deskeditor.sqlite.driver import connect
from deskeditor.store.search_index import FORMAT


def check_index(path: Path, store: Path) -> list[Damage]:
    """One damage where the index at `path` is of no use; none where it is sound or not made yet.

    An index that lags behind is sound: it catches up by itself.
    """
    if not path.exists():
        return []
    try:
        db = connect(path, "read")
        try:
            (number,) = db.execute("PRAGMA user_version").fetchone()
            if number != FORMAT:  # begun anew at the next search
                return []
            answers = [line for (line,) in db.execute("PRAGMA integrity_check(1)").fetchall()]
            db.execute("ATTACH DATABASE ? AS desk", (f"{store.absolute().as_uri()}?mode=ro",))
            query = "SELECT 1 FROM doc WHERE article NOT IN (SELECT id FROM desk.article) LIMIT 1"
            strange = db.execute(query).fetchone()
        finally:
            db.close()
    except Exception:  # noqa: BLE001 - whatever ails a file that holds nothing of its own
        return [Damage("damage-index", path.name)]
    return [] if answers == ["ok"] and strange is None else [Damage("damage-index", path.name)]
