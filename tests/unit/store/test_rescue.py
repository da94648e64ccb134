"""A damaged store saved to a new one: what is whole comes over, what is lost is named."""

from __future__ import annotations

import os
import struct
from datetime import UTC, datetime
from pathlib import Path

import pytest

from deskeditor.domain.article import Article
from deskeditor.domain.errors import StoreError
from deskeditor.domain.media import ImageRecord
from deskeditor.domain.ports import Damage
from deskeditor.domain.rescued import Rescued
from deskeditor.domain.rows import Folder, Shelf
from deskeditor.sqlite.driver import connect
from deskeditor.store.engine import engine
from deskeditor.store.keeping import SqliteKeeper
from deskeditor.store.migrating import migrate
from deskeditor.store.rescue import rescue
from helpers.newsroom import TEXT, MovingClock, article, new_store, revision, with_text

CLOCK = MovingClock()


def filled(home: Path, articles: int = 6) -> list[Article]:
    """A closed store: each article with two revisions and a journal, and a picture."""
    store = new_store(home)
    made = []
    for number in range(articles):
        one = article(f"{number} {TEXT * 60}")
        first = store.create(one, revision(one, "salma", CLOCK.now()))
        store.keep(revision(with_text(one, f"ثانية {number}"), "salma", CLOCK.now(), first))
        typed = with_text(one, f"مكتوب {number} {TEXT * 40}")
        store.autosave(typed, "salma", CLOCK.now())
        made.append(typed)
    store.add_image(ImageRecord("ab" * 32, "image/png", 9, 9, 9, caption="صورة 😀"))
    store.close()
    return made


def saved(home: Path, out: Path) -> Rescued:
    out.mkdir()
    before = (home / "store.db").read_bytes()
    answer = rescue(home / "store.db", out / "store.db")
    assert (home / "store.db").read_bytes() == before
    assert [one.name for one in out.iterdir()] == ["store.db"]
    return answer


def texts(home: Path) -> dict[str, Article | None]:
    store = new_store(home)
    try:
        return {row.id: store.article(row.id) for row in store.rows()}
    finally:
        store.close()


def verified(out: Path) -> list[Damage]:
    return list(SqliteKeeper(out / "store.db", CLOCK).verify())


def test_a_whole_store_comes_over_whole(tmp_path: Path) -> None:
    made = filled(tmp_path / "old")
    answer = saved(tmp_path / "old", tmp_path / "new")
    assert answer.lost == ()
    assert answer.saved["revision"] == 12
    assert verified(tmp_path / "new") == []
    assert texts(tmp_path / "new") == {one.id: one for one in made}


def test_shelves_folders_and_due_times_come_over(tmp_path: Path) -> None:
    due = datetime(2026, 12, 1, 15, tzinfo=UTC)
    store = new_store(tmp_path / "old")
    one = article(due=due, commissioned_words=300)
    store.create(one, revision(one, "salma", CLOCK.now()))
    store.set_shelf(one.id, Shelf.ARCHIVE)
    store.keep_folder("salma", Folder("f1", "المياه", "قطع"))
    store.close()
    path = tmp_path / "old" / "store.db"
    db = connect(path, "write")
    db.execute("UPDATE article SET due = 1, shelf = 'nowhere'").fetchall()
    db.close()
    told = {damage.code for damage in verified(tmp_path / "old")}
    assert told == {"damage-row", "damage-line"}
    answer = saved(tmp_path / "old", tmp_path / "new")
    assert [damage.code for damage in answer.lost] == ["damage-row"]
    assert verified(tmp_path / "new") == []
    store = new_store(tmp_path / "new")
    row = store.row(one.id)
    assert row is not None
    assert (row.due, row.commissioned, row.shelf) == (due, 300, Shelf.WORK)
    assert store.folders("salma") == [Folder("f1", "المياه", "قطع")]
    store.close()


def test_a_torn_page_costs_the_rows_on_it_and_no_others(tmp_path: Path) -> None:
    made = filled(tmp_path / "old")
    path = tmp_path / "old" / "store.db"
    raw = bytearray(path.read_bytes())
    place = raw.index(f"مكتوب 3 {TEXT[:9]}".encode())
    raw[place // 4096 * 4096 : place // 4096 * 4096 + 4096] = os.urandom(4096)
    path.write_bytes(raw)
    answer = saved(tmp_path / "old", tmp_path / "new")
    assert answer.lost
    found = texts(tmp_path / "new")
    lost = sum(one.table == "journal" for one in answer.lost)
    assert sum(found[one.id] == one for one in made) == 6 - lost
    assert lost < 4
    assert len(found) == 6
    assert {one.code for one in verified(tmp_path / "new")} <= {"damage-parent"}


def pages_of(path: Path, table: str) -> list[int]:
    """The pages of a table's tree with two floors: its root, then its leaves in order."""
    db = connect(path, "read")
    query = "SELECT rootpage FROM sqlite_schema WHERE name=?"
    (root,) = db.execute(query, (table,)).fetchone()
    db.close()
    raw = path.read_bytes()
    page = raw[(root - 1) * 4096 : root * 4096]
    assert page[0] == 5  # an inner page of a table
    cells = struct.unpack_from(f">{int.from_bytes(page[3:5])}H", page, 12)
    return [root, *(int.from_bytes(page[at : at + 4]) for at in cells)]


def tear(path: Path, *pages: int) -> None:
    with path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * 4096)
            file.write(b"\xa5" * 4096)


def with_settings(home: Path, number: int) -> Path:
    """A closed store with this many settings."""
    new_store(home).close()
    db = connect(home / "store.db", "write")
    db.execute("DELETE FROM setting").fetchall()
    db.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
        " INSERT INTO setting (key, value) SELECT 'k' || i, 'قيمة' FROM n", (number,),
    ).fetchall()  # fmt: skip
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    db.close()
    return home / "store.db"


def test_of_a_large_table_only_the_rows_of_torn_pages_are_lost(tmp_path: Path) -> None:
    path = with_settings(tmp_path / "old", 60_000)
    _root, first, _second, third, *_rest = pages_of(path, "setting")
    tear(path, first, third)
    answer = saved(tmp_path / "old", tmp_path / "new")
    lost = [one for one in answer.lost if one.table == "setting"]
    assert 0 < len(lost) < 1000
    assert answer.saved["setting"] == 60_000 - len(lost)


def test_where_nobody_knows_what_a_table_held_it_is_told_once(tmp_path: Path) -> None:
    path = with_settings(tmp_path / "old", 60_000)
    root, *_leaves = pages_of(path, "setting")
    tear(path, root)
    answer = saved(tmp_path / "old", tmp_path / "new")
    assert [one for one in answer.lost if one.table == "setting"] == [
        Damage("damage-pages", "setting")
    ]


def test_a_row_the_rules_do_not_take_is_told(tmp_path: Path) -> None:
    filled(tmp_path / "old")
    db = connect(tmp_path / "old" / "store.db", "write")
    db.execute("PRAGMA writable_schema=ON").fetchall()
    db.execute(
        "UPDATE sqlite_schema SET sql=replace(sql, 'mime VARCHAR NOT NULL', 'mime VARCHAR')"
        " WHERE name='image'"
    ).fetchall()
    db.close()
    db = connect(tmp_path / "old" / "store.db", "write")
    db.execute("UPDATE image SET mime=NULL").fetchall()
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    db.close()
    answer = saved(tmp_path / "old", tmp_path / "new")
    assert answer.lost == (Damage("damage-unkept", "image", "ab" * 32),)
    assert "image" not in answer.saved


def test_a_file_cut_short_gives_what_it_still_holds(tmp_path: Path) -> None:
    filled(tmp_path / "old", 30)
    path = tmp_path / "old" / "store.db"
    os.truncate(path, path.stat().st_size * 2 // 3)
    answer = saved(tmp_path / "old", tmp_path / "new")
    assert answer.lost
    assert answer.saved["revision"] > 20
    assert {one.code for one in verified(tmp_path / "new")} <= {"damage-parent"}


def test_a_wrong_header_costs_nothing(tmp_path: Path) -> None:
    made = filled(tmp_path / "old")
    with (tmp_path / "old" / "store.db").open("r+b") as file:
        file.write(b"\0" * 24)
    assert saved(tmp_path / "old", tmp_path / "new").lost == ()
    assert texts(tmp_path / "new") == {one.id: one for one in made}


def test_what_was_typed_last_outlives_its_line_and_its_revisions(tmp_path: Path) -> None:
    made = filled(tmp_path / "old")
    db = connect(tmp_path / "old" / "store.db", "write")
    db.execute("PRAGMA foreign_keys=OFF").fetchall()
    for statement in ("DELETE FROM article", "DELETE FROM revision", "DELETE FROM revision_parent"):
        db.execute(statement).fetchall()
    db.close()
    assert saved(tmp_path / "old", tmp_path / "new").saved["article"] == 6
    assert texts(tmp_path / "new") == {one.id: one for one in made}
    assert verified(tmp_path / "new") == []


def test_a_state_nobody_knows_becomes_a_draft_and_is_told(tmp_path: Path) -> None:
    made = filled(tmp_path / "old")
    db = connect(tmp_path / "old" / "store.db", "write")
    db.execute("UPDATE article SET state='dragt' WHERE id=?", (made[0].id,)).fetchall()
    db.close()
    answer = saved(tmp_path / "old", tmp_path / "new")
    assert answer.lost == (Damage("damage-row", "article", made[0].id),)
    assert len(texts(tmp_path / "new")) == 6
    assert verified(tmp_path / "new") == []


def test_an_older_store_comes_over_and_up(tmp_path: Path) -> None:
    made = filled(tmp_path / "old")
    old = engine(tmp_path / "old" / "store.db", "write")
    migrate(old, 4)
    old.dispose()
    saved(tmp_path / "old", tmp_path / "new")
    assert texts(tmp_path / "new") == {one.id: one for one in made}


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "store-damaged"), (b"rubbish" * 2000, "store-"), (None, "store-missing")],
    ids=["empty", "rubbish", "missing"],
)
def test_where_nothing_is_left_nothing_is_made(
    tmp_path: Path, content: bytes | None, code: str
) -> None:
    path, out = tmp_path / "store.db", tmp_path / "out"
    out.mkdir()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StoreError, match=code):
        rescue(path, out / "store.db")
    assert list(out.iterdir()) == []
