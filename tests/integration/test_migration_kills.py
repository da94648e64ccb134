"""A migration killed before any of its statements: the store is as it was, or done."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from deskeditor.domain.article import Article
from deskeditor.sqlite.driver import connect
from deskeditor.store import tables as t
from deskeditor.store.engine import engine
from deskeditor.store.keeping import SqliteKeeper
from deskeditor.store.migrating import migrate
from helpers.newsroom import MovingClock, article, new_store, revision

#: Kills itself before statement number K of all that reach the database; says how many there were.
CHILD = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import Engine, event
from deskeditor.bootstrap import SystemClock
from deskeditor.store.open import open_store

limit, count = int(sys.argv[2]), 0

def counted():
    global count
    count += 1
    if count == limit:
        os.kill(os.getpid(), signal.SIGKILL)

@event.listens_for(Engine, "before_cursor_execute")
def before(*_):
    counted()

@event.listens_for(Engine, "commit")
def commit(_):
    counted()

open_store(Path(sys.argv[1]), SystemClock()).close()
print(count)
"""


def start(home: Path, limit: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CHILD, str(home), str(limit)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def older(home: Path) -> Article:
    """A store at schema 1 with an article in it."""
    store = new_store(home)
    one = article()
    store.create(one, revision(one, "salma", MovingClock().now()))
    store.close()
    made = engine(home / "store.db", "write")
    migrate(made, 1)
    made.dispose()
    return one


def schema(home: Path) -> int:
    connection = connect(home / "store.db", "read")
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def points(total: int, most: int) -> list[int]:
    """At most `most` of the numbers 1 … total, spread evenly, the last among them."""
    step = max(1, -(-total // most))
    return sorted({*range(1, total + 1, step), total})


def kill_upgrades(folder: Path, most: int) -> int:
    older(folder / "count")
    total = int(start(folder / "count", 0).stdout)
    for limit in points(total, most):
        home = folder / f"up{limit}"
        one = older(home)
        died = start(home, limit)
        assert died.returncode == -signal.SIGKILL, died.stderr
        assert schema(home) in (1, t.SCHEMA)
        again = start(home, 0)
        assert again.returncode == 0, again.stderr
        assert SqliteKeeper(home / "store.db", MovingClock()).verify() == []
        store = new_store(home)
        assert store.article(one.id) == one
        store.close()
    return total


def kill_first_starts(folder: Path, most: int) -> int:
    total = int(start(folder / "first", 0).stdout)
    for limit in points(total, most):
        home = folder / f"new{limit}"
        assert start(home, limit).returncode == -signal.SIGKILL
        again = start(home, 0)
        assert again.returncode == 0, again.stderr
        assert SqliteKeeper(home / "store.db", MovingClock()).verify() == []
    return total


def test_an_upgrade_killed_anywhere_is_finished_by_the_next_start(tmp_path: Path) -> None:
    assert kill_upgrades(tmp_path, 4) > 5


def test_a_first_start_killed_anywhere_is_finished_by_the_next_one(tmp_path: Path) -> None:
    assert kill_first_starts(tmp_path, 3) > 5


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_every_statement_of_both_can_be_the_last(tmp_path: Path) -> None:
    total = kill_upgrades(tmp_path, 10_000) + kill_first_starts(tmp_path, 10_000)
    print(f"{total} kills in migrations, none stuck")  # noqa: T201 - the line of `make soak`
