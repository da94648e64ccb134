"""Statements that are worked out once and then given to the driver itself.

SQLAlchemy takes 0.1 ms to find a statement it has compiled before, to bind it and to wrap its
answer; a durable save of an article takes the disk 0.15 ms. What runs with every save is therefore
written in Core like everything else, compiled once, and run without it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql import Executable, Select
from sqlalchemy.types import TypeEngine

_DIALECT = sqlite.dialect(paramstyle="named")
_Change = Callable[[Any], Any]


def _binder(kind: TypeEngine[Any]) -> _Change | None:
    return kind.dialect_impl(_DIALECT).bind_processor(_DIALECT)


def _reader(kind: TypeEngine[Any]) -> _Change | None:
    return kind.dialect_impl(_DIALECT).result_processor(_DIALECT, None)


class Prepared:
    """One Core statement; its parameters are named as its binds are."""

    def __init__(self, statement: Executable) -> None:
        """Compile nothing yet: few starts save."""
        self._statement: Any = statement

    @cached_property
    def _text(self) -> tuple[str, dict[str, _Change], dict[str, Any]]:
        compiled = self._statement.compile(dialect=_DIALECT)
        made = {name: _binder(bind.type) for name, bind in compiled.binds.items()}
        fixed = {name: value for name, value in compiled.params.items() if value is not None}
        return str(compiled), {name: change for name, change in made.items() if change}, fixed

    @cached_property
    def _columns(self) -> list[tuple[int, _Change]]:
        kinds = enumerate(column.type for column in self._statement.selected_columns)
        made = ((place, _reader(kind)) for place, kind in kinds)
        return [(place, change) for place, change in made if change]

    def _run(self, db: Connection, values: dict[str, Any]) -> Any:
        text, changes, fixed = self._text
        for name, change in changes.items():
            if name in values:
                values[name] = change(values[name])
        driver: Any = db.connection.driver_connection
        return driver.execute(text, {**fixed, **values})

    def do(self, db: Connection, **values: Any) -> tuple[int, int]:
        """Run a statement that changes rows; answers how many, and the newest row's number."""
        cursor = self._run(db, values)
        return cursor.rowcount, cursor.lastrowid

    def rows(self, db: Connection, **values: Any) -> list[Sequence[Any]]:
        """All rows of a `Select`, their values as its columns' types say."""
        assert isinstance(self._statement, Select)
        found = [list(row) for row in self._run(db, values).fetchall()]
        for place, change in self._columns:
            for row in found:
                row[place] = change(row[place])
        return list(found)

    def one(self, db: Connection, **values: Any) -> Sequence[Any] | None:
        """The only row, or None."""
        found = self.rows(db, **values)
        return found[0] if found else None
