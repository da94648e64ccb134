from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, inspect

from deskeditor.domain.rows import Folder
from deskeditor.store import tables as t
from deskeditor.store.engine import engine
from deskeditor.store.keeping import SqliteKeeper
from deskeditor.store.migrating import migrate, scripts, version
from helpers.newsroom import MovingClock, article, new_store, revision, with_text

CLOCK = MovingClock()


def number(made: Engine) -> int:
    with made.connect() as db:
        return version(db)


def test_steps_are_one_line_and_the_schema_is_its_end() -> None:
    steps = scripts()
    names = [step.revision for step in steps.walk_revisions()]
    assert names == [f"{n:04}" for n in range(t.SCHEMA, 0, -1)]
    assert steps.get_heads() == [f"{t.SCHEMA:04}"]


def test_the_newest_step_and_the_tables_agree(tmp_path: Path) -> None:
    made = engine(tmp_path / "a.db", "create")
    migrate(made)
    with made.connect() as db:
        context = MigrationContext.configure(db, opts={"compare_type": True})
        assert compare_metadata(context, t.metadata) == []
    made.dispose()


def test_a_new_store_carries_its_marks(tmp_path: Path) -> None:
    made = engine(tmp_path / "a.db", "create")
    migrate(made)
    with made.connect() as db:
        assert db.exec_driver_sql("PRAGMA application_id").scalar() == t.APPLICATION_ID
        assert version(db) == t.SCHEMA
    made.dispose()


@pytest.mark.parametrize("low", range(t.SCHEMA))
def test_every_step_goes_up_and_down(tmp_path: Path, low: int) -> None:
    made = engine(tmp_path / "a.db", "create")
    migrate(made)
    migrate(made, low)
    assert number(made) == low
    migrate(made)
    assert number(made) == t.SCHEMA
    with made.connect() as db:
        assert set(t.metadata.tables) <= set(inspect(db).get_table_names())
    made.dispose()


@pytest.mark.parametrize("low", range(1, t.SCHEMA))
def test_data_comes_through_every_step(tmp_path: Path, low: int) -> None:
    store = new_store(tmp_path)
    one = article()
    name = store.create(one, revision(one, "salma", CLOCK.now()))
    typed = with_text(one, "نص 2 😀 مَدرسة")
    store.autosave(typed, "salma", CLOCK.now())
    store.remember("k", "قيمة")
    store.close()
    made = engine(tmp_path / "store.db", "write")
    migrate(made, low)
    made.dispose()
    store = new_store(tmp_path)
    assert store.article(one.id) == typed
    assert store.revision(name).article == one
    assert store.setting("k") == "قيمة"
    store.close()


def test_the_library_learns_from_the_texts_what_an_older_one_did_not_know(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    due = datetime(2026, 12, 1, 15, tzinfo=UTC)
    one, other = article(commissioned_words=400, due=due, follows="a0"), article()
    for each in (one, other):
        store.create(each, revision(each, "salma", CLOCK.now()))
    typed = replace(other, details=replace(other.details, commissioned_words=250))
    store.autosave(typed, "salma", CLOCK.now())
    before = {row.id: row for row in store.rows()}
    store.keep_folder("salma", Folder("f1", "المياه", "قطع"))
    store.close()
    made = engine(tmp_path / "store.db", "write")
    migrate(made, 7)
    made.dispose()
    store = new_store(tmp_path)
    assert {row.id: row for row in store.rows()} == before
    assert (before[one.id].due, before[one.id].commissioned, before[one.id].follows) == (
        due, 400, "a0",
    )  # fmt: skip
    assert before[other.id].commissioned == 250
    assert store.folders("salma") == []
    store.close()
    assert SqliteKeeper(tmp_path / "store.db", CLOCK).verify() == []


def test_nothing_is_done_twice(tmp_path: Path) -> None:
    made = engine(tmp_path / "a.db", "create")
    migrate(made)
    migrate(made)
    assert number(made) == t.SCHEMA
    made.dispose()
