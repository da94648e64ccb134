"""Fakes of the outside that many tests need: a clock that stands still, ids that count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from deskeditor.domain.errors import StoreError
from deskeditor.store.sqlite import SqliteStore


@dataclass
class StillClock:
    """Always the same moment."""

    moment: datetime = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment


@dataclass
class CountingIds:
    """Answers `id-1`, then `id-2`, and so on."""

    count: int = 0

    def new(self) -> str:
        self.count += 1
        return f"id-{self.count}"


class FullStore:
    """A store whose disk is full when a picture's record comes."""

    def __init__(self, store: SqliteStore) -> None:
        """Everything else is done by `store`."""
        self._store = store

    def __getattr__(self, name: str) -> object:
        """What is not said here."""
        return getattr(self._store, name)

    def add_image(self, _record: object) -> None:
        """Nothing more goes in."""
        raise StoreError("folder-full", folder="home", name="store.db")
