"""A store that opens itself at the first call to it."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import Any

from deskeditor.domain.ports import Clock, Store


class LateStore:
    """The local store, opened (and locked for this process) at the first call to it.

    So a service can be made on the GUI thread before anything of the database is imported, and the
    thread that first needs the store is the one that waits for it.
    """

    def __init__(self, home: Path, clock: Clock) -> None:
        """Open nothing yet."""
        self._home, self._clock = home, clock
        self._opening = Lock()
        self._opened: Store | None = None

    def __getattr__(self, name: str) -> Any:
        """The opened store's own `name`."""
        with self._opening:
            if self._opened is None:
                from deskeditor.store.open import open_store

                self._opened = open_store(self._home, self._clock)
        return getattr(self._opened, name)

    def close(self) -> None:
        """Let go of the store, if it was ever opened."""
        with self._opening:
            opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()
