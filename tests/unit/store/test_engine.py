"""Units of work: all of one or nothing of it, one after another, none lost at the door."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import Connection

from deskeditor.domain.errors import StoreError
from deskeditor.sqlite.driver import connect
from deskeditor.store.engine import Units

ADD = "INSERT INTO said VALUES (1)"


@pytest.fixture
def units(tmp_path: Path) -> Units:
    made = connect(tmp_path / "one.db", "create")
    made.execute("CREATE TABLE said (number INTEGER)").fetchall()
    made.close()
    return Units(tmp_path / "one.db")


def raw(db: Connection) -> None:
    """A change that SQLAlchemy does not see."""
    file = db.connection.driver_connection
    assert file is not None
    file.execute(ADD).fetchall()


def said(units: Units) -> int:
    with units.read() as db:
        return int(db.exec_driver_sql("SELECT count(*) FROM said").scalar_one())


def test_a_unit_that_fails_leaves_nothing_of_either_kind(units: Units) -> None:
    def half(db: Connection) -> None:
        raw(db)
        db.exec_driver_sql(ADD)
        raise ValueError

    def raw_half(db: Connection) -> None:
        raw(db)
        raise ValueError

    for work in (half, raw_half):
        with pytest.raises(ValueError):
            units.write(work)
        assert said(units) == 0
    units.write(raw)
    units.write(lambda db: db.exec_driver_sql(ADD))
    assert said(units) == 2
    units.close()


def test_closing_waits_for_what_was_asked_and_takes_nothing_more(units: Units) -> None:
    begun, go = Event(), Event()

    def slow(db: Connection) -> None:
        begun.set()
        assert go.wait(10)
        raw(db)

    with ThreadPoolExecutor(3) as pool:
        first = pool.submit(units.write, slow)
        assert begun.wait(10)
        second = pool.submit(units.write, raw)
        while units._asked < 2:
            pass
        closed = pool.submit(units.close)
        while not units._closed:
            pass
        with pytest.raises(StoreError, match="store-closed"):
            units.write(raw)
        go.set()
        for one in (first, second, closed):
            one.result()
    again = Units(units._path)
    assert said(again) == 2
    again.close()
