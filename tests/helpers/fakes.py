"""Fakes of the outside that many tests need: a clock that stands still, ids that count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime


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
