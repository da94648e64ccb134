from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest

from deskeditor.domain.article import Article
from deskeditor.domain.errors import StoreError
from deskeditor.domain.ports import Damage
from deskeditor.sqlite.driver import connect
from deskeditor.store import tables as t
from deskeditor.store.keeping import KEEP, SqliteKeeper
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import MovingClock, article, new_store, revision, with_text

CLOCK = MovingClock()


@pytest.fixture
def keeper(tmp_path: Path) -> SqliteKeeper:
    return SqliteKeeper(tmp_path / "store.db", CLOCK)


def filled(home: Path) -> tuple[SqliteStore, Article]:
    store = new_store(home)
    one = article()
    first = store.create(one, revision(one, "salma", CLOCK.now()))
    store.keep(revision(with_text(one, "الثانية 😀"), "salma", CLOCK.now(), first))
    store.autosave(with_text(one, "المكتوب"), "salma", CLOCK.now())
    return store, one


def change(path: Path, *statements: str) -> None:
    connection = connect(path, "write")
    connection.execute("PRAGMA foreign_keys=OFF").fetchall()
    for statement in statements:
        connection.execute(statement).fetchall()
    connection.close()


def test_a_sound_store_has_no_damage(tmp_path: Path, keeper: SqliteKeeper) -> None:
    store, _ = filled(tmp_path)
    assert keeper.verify() == []
    store.close()
    assert keeper.verify() == []


@pytest.mark.parametrize(
    ("statement", "code", "table"),
    [
        ("UPDATE revision SET author='noor' WHERE seq=1", "damage-row", "revision"),
        ("UPDATE revision SET manifest=replace(manifest, 'قال', 'قيل') WHERE seq=1",
         "damage-revision", "revision"),
        ("UPDATE revision_parent SET place=5", "", ""),
        ("DELETE FROM revision_parent", "damage-row", "revision"),
        ("UPDATE journal SET body=replace(body, 'المكتوب', 'المحذوف')", "damage-journal",
         "journal"),
        ("UPDATE article SET head='0'", "damage-head", "article"),
        ("DELETE FROM article", "damage-link", "revision"),
        ("UPDATE article SET state='dragt'", "damage-row", "article"),
        ("UPDATE article SET title='غيره'", "damage-line", "article"),
        ("UPDATE revision SET at=-9221576616043775808 WHERE seq=1", "damage-row", "revision"),
        ("UPDATE journal SET at=at+9000000000000000000", "damage-row", "journal"),
        ("DROP TABLE displaced", "damage-table-missing", "displaced"),
        ("PRAGMA user_version=1", "damage-schema", ""),
    ],
)  # fmt: skip
def test_damage_is_named_with_its_row(
    tmp_path: Path, keeper: SqliteKeeper, statement: str, code: str, table: str
) -> None:
    filled(tmp_path)[0].close()
    change(tmp_path / "store.db", statement)
    found = keeper.verify()
    if code:
        assert (code, table) in {(one.code, one.table) for one in found}
    else:
        assert found == []


def test_one_flipped_bit_anywhere_in_the_text_is_found(
    tmp_path: Path, keeper: SqliteKeeper
) -> None:
    store, one = filled(tmp_path)
    name = store.head(one.id)
    store.close()
    path = tmp_path / "store.db"
    raw = bytearray(path.read_bytes())
    place = raw.index("الثانية".encode())
    raw[place + 1] ^= 0x01
    path.write_bytes(raw)
    assert keeper.verify() == [Damage("damage-revision", "revision", str(name))]


def damage_seen(keeper: SqliteKeeper) -> bool:
    """Whether verify names damage, or says that the file is past reading."""
    try:
        return bool(keeper.verify())
    except StoreError as error:
        return error.code == "store-damaged"


def test_a_page_of_rubbish_is_found(tmp_path: Path, keeper: SqliteKeeper) -> None:
    filled(tmp_path)[0].close()
    path = tmp_path / "store.db"
    whole = path.read_bytes()
    for page in range(1, len(whole) // 4096):
        path.write_bytes(whole[: page * 4096] + b"\xa5" * 4096 + whole[(page + 1) * 4096 :])
        assert damage_seen(keeper), f"page {page}"


@pytest.mark.parametrize("kind", ["missing", "foreign", "newer", "empty"])
def test_what_is_no_store_of_ours_is_refused(
    tmp_path: Path, keeper: SqliteKeeper, kind: str
) -> None:
    path = tmp_path / "store.db"
    if kind != "missing":
        filled(tmp_path)[0].close()
    if kind == "foreign":
        change(path, "PRAGMA application_id=7")
    elif kind == "newer":
        change(path, f"PRAGMA user_version={t.SCHEMA + 1}")
    elif kind == "empty":
        path.write_bytes(b"")
    with pytest.raises(StoreError, match=f"store-{kind}"):
        keeper.verify()


def test_a_copy_is_made_of_a_store_in_use(tmp_path: Path, keeper: SqliteKeeper) -> None:
    store, one = filled(tmp_path)
    copy = keeper.backup()
    store.autosave(with_text(one, "بعد النسخة"), "salma", CLOCK.now())
    store.close()
    shutil.copy(copy, tmp_path / "aside.db")
    assert SqliteKeeper(tmp_path / "aside.db", CLOCK).verify() == []
    assert [p.name for p in copy.parent.iterdir()] == [copy.name]


def test_the_newest_three_copies_stay(tmp_path: Path, keeper: SqliteKeeper) -> None:
    filled(tmp_path)[0].close()
    made = [keeper.backup() for _ in range(KEEP + 2)]
    assert list(keeper.backups()) == made[: -KEEP - 1 : -1]


def test_a_copy_comes_back_and_the_present_store_is_kept(
    tmp_path: Path, keeper: SqliteKeeper
) -> None:
    store, one = filled(tmp_path)
    copy = keeper.backup()
    later = with_text(one, "كُتب بعد النسخة 😀")
    store.autosave(later, "salma", CLOCK.now())
    store.close()
    aside = keeper.restore(copy)
    store = new_store(tmp_path)
    assert store.article(one.id) == with_text(one, "المكتوب")
    store.close()
    keeper.restore(aside)
    store = new_store(tmp_path)
    assert store.article(one.id) == later
    store.close()


def test_a_store_somebody_has_open_keeps_its_place(tmp_path: Path, keeper: SqliteKeeper) -> None:
    """Otherwise what they type next would be acknowledged in a file that nobody opens again."""
    store, one = filled(tmp_path)
    copy = keeper.backup()
    with pytest.raises(StoreError, match="store-locked"):
        keeper.restore(copy)
    later = with_text(one, "كُتب والنافذة مفتوحة 😀")
    store.autosave(later, "salma", CLOCK.now())
    store.close()
    store = new_store(tmp_path)
    assert store.article(one.id) == later
    store.close()


def test_nothing_to_copy_is_said_and_makes_no_folder(keeper: SqliteKeeper, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="store-missing"):
        keeper.backup()
    assert list(tmp_path.iterdir()) == []


def test_everything_kept_is_for_its_person_only_whatever_the_umask(
    tmp_path: Path, keeper: SqliteKeeper
) -> None:
    before = os.umask(0)
    try:
        store, _ = filled(tmp_path)
        made = [keeper.backup(), *tmp_path.glob("store.db*"), tmp_path / "lock"]
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in made}
        store.close()
        keeper.restore(made[0])
        modes["restored"] = stat.S_IMODE((tmp_path / "store.db").stat().st_mode)
    finally:
        os.umask(before)
    assert set(modes.values()) == {0o600}, modes


def test_a_damaged_store_is_laid_aside_whole(tmp_path: Path, keeper: SqliteKeeper) -> None:
    filled(tmp_path)[0].close()
    copy = keeper.backup()
    (tmp_path / "store.db").write_bytes(b"rubbish")
    (tmp_path / "store.db-wal").write_bytes(b"log")
    aside = keeper.restore(copy)
    assert aside.read_bytes() == b"rubbish"
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"log"
    assert keeper.verify() == []


def test_a_store_that_is_gone_comes_back(tmp_path: Path, keeper: SqliteKeeper) -> None:
    filled(tmp_path)[0].close()
    copy = keeper.backup()
    (tmp_path / "store.db").unlink()
    keeper.restore(copy)
    assert keeper.verify() == []


@pytest.mark.parametrize("kind", ["missing", "rubbish", "foreign", "newer", "damaged"])
def test_a_bad_copy_never_takes_the_stores_place(
    tmp_path: Path, keeper: SqliteKeeper, kind: str
) -> None:
    filled(tmp_path)[0].close()
    copy = keeper.backup()
    if kind == "missing":
        copy.unlink()
    elif kind == "rubbish":
        copy.write_bytes(b"x" * 9000)
    elif kind == "foreign":
        change(copy, "PRAGMA application_id=7")
    elif kind == "newer":
        change(copy, f"PRAGMA user_version={t.SCHEMA + 1}")
    else:
        raw = copy.read_bytes()
        copy.write_bytes(raw[:4096] + b"\xa5" * 4096 + raw[8192:])
    before = (tmp_path / "store.db").read_bytes()
    with pytest.raises(StoreError):
        keeper.restore(copy)
    assert (tmp_path / "store.db").read_bytes() == before
    assert keeper.verify() == []
