"""Schema steps that survive a kill at any point.

Alembic's default on SQLite commits between statements and leaves a store half-migrated (46 of 60
kills, measured). Here all steps of one run are one `BEGIN IMMEDIATE` transaction on a connection in
autocommit: either the store is as it was, or it is at the target, with its number in
`user_version`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from deskeditor.domain.errors import StoreError
from deskeditor.store import tables as t

HERE = Path(__file__).parent / "migrations"


def scripts() -> ScriptDirectory:
    """The schema steps."""
    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


def migrate(engine: Engine, target: int = t.SCHEMA) -> None:
    """Bring a store (new, older or newer than `target`) to schema number `target`.

    `engine` must begin with BEGIN IMMEDIATE and is used for nothing else meanwhile.
    """
    with engine.connect() as db:
        db.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        now = version(db)
        _run(db, now, target)
        db.exec_driver_sql(f"PRAGMA application_id={t.APPLICATION_ID}")
        db.exec_driver_sql(f"PRAGMA user_version={target}")
        if db.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise StoreError("store-damaged", what="foreign keys", name="store.db")
        db.commit()


def _run(db: Connection, now: int, target: int) -> None:
    steps = scripts()
    name = f"{target:04}" if target else "base"
    move: Any = steps._upgrade_revs if target >= now else steps._downgrade_revs  # noqa: SLF001

    def plan(current: Any, _context: Any) -> Any:
        return move(name, current)

    with EnvironmentContext(
        Config(), steps, fn=plan, as_sql=False, destination_rev=name, dont_mutate=False
    ) as environment:
        environment.configure(
            connection=db,
            target_metadata=t.metadata,
            transactional_ddl=True,
            transaction_per_migration=False,
            render_as_batch=True,
        )
        environment.run_migrations()


def version(db: Connection) -> int:
    """The schema number a store carries; 0 for an empty file."""
    number: int = db.exec_driver_sql("PRAGMA user_version").scalar_one()
    return number
