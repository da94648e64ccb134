"""Upkeep: is everything whole, keep a copy, put a copy back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Protocol

from deskeditor.domain.errors import BoardUnreachable, StoreError
from deskeditor.domain.ports import Board, Clock, Damage, Store, StoreKeeper
from deskeditor.domain.rescued import Rescued
from deskeditor.services.rescuing import Rescue

#: How old the newest copy may be before a start makes another.
DAILY = timedelta(hours=24)


class Wholeness(Protocol):
    """Says whether an original is the one its name promises."""

    def verify(self, media: str) -> bool:
        """Whether the file is there and whole."""
        ...


class Upkeep:
    """Looks after the desk's files. Methods block; call them off the GUI thread."""

    def __init__(
        self,
        keeper: StoreKeeper,
        clock: Clock,
        *,
        store: Callable[[], Store] | None = None,
        media: Wholeness | None = None,
        board: Callable[[], Board] | None = None,
        index: Callable[[], Sequence[Damage]] = tuple,
        rescue: Rescue | None = None,
    ) -> None:
        """Look after the store's file, and after pictures, board and index where given."""
        self._keeper, self._clock = keeper, clock
        self._store, self._media, self._board, self._index = store, media, board, index
        self._rescue = rescue

    def verify(self) -> tuple[Damage, ...]:
        """Everything that is wrong: store, search index, pictures, the board and our receipts.

        What is damaged may keep the rest from being read; that is then a line of its own.

        Raises:
            StoreError, BoardUnreachable: one of them cannot be read at all, and nothing else that
                is wrong was found.
        """
        found = [*self._keeper.verify(), *self._index()]
        for name, look in (("media", self._pictures), ("board", self._minutes)):
            try:
                found += look()
            except (StoreError, BoardUnreachable):
                if not found:
                    raise
                found.append(Damage("damage-unread", name))
        return tuple(found)

    def _pictures(self) -> list[Damage]:
        store, media = self._store, self._media
        if store is None or media is None:
            return []
        records = [record.media for record in store().images()] + list(store().evidence_blobs())
        return [
            Damage("damage-media", "media", one)
            for one in dict.fromkeys(records)
            if not media.verify(one)
        ]

    def _minutes(self) -> list[Damage]:
        """The board's own faults, and receipts we hold that it no longer stands by."""
        if self._board is None:
            return []
        board = self._board()
        faults = ((*fault.split(":", 2), "", "")[:3] for fault in board.verify())
        said = [Damage(f"damage-{code}", table, row) for code, table, row in faults]
        return [*said, *self._receipts(board)]

    def _receipts(self, board: Board) -> Iterator[Damage]:
        for row in self._store().receipts() if self._store else ():
            if row.receipt is None:
                continue
            chains = {event.operation: event.chain for event in board.events(row.request.article)}
            if chains.get(row.operation) != row.receipt.chain:
                yield Damage("damage-receipt", "event", row.operation)

    def backup(self) -> Path:
        """Keep a copy of the store now; the newest three stay.

        Raises:
            StoreError: the store cannot be read or the copy not written.
        """
        return self._keeper.backup()

    def backup_if_due(self) -> Path | None:
        """Keep a copy where the newest is older than a day; answers it, or None."""
        newest = next(iter(self._keeper.backups()), None)
        if newest is not None:
            age = self._clock.now().timestamp() - newest.stat().st_mtime
            if 0 <= age < DAILY.total_seconds():
                return None
        return self._keeper.backup()

    def backups(self) -> Sequence[Path]:
        """The copies kept, newest first."""
        return self._keeper.backups()

    def rescue(self, out: Path) -> Rescued:
        """Save what is whole of a damaged desk to the folder `out`; see `services.rescuing`."""
        assert self._rescue is not None
        return self._rescue.save(out)

    def restore(self, backup: Path) -> Path:
        """Put a copy in the store's place; answers where the present store was laid aside.

        The desk must be closed. Raises:
            StoreError: the copy is not sound, or not ours; the present store stays.
        """
        return self._keeper.restore(backup)
