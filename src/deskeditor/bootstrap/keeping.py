"""Who looks after a home as a whole; nothing is opened by asking."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from deskeditor.bootstrap.folders import home_folder
from deskeditor.services.machine import SystemClock

if TYPE_CHECKING:
    from deskeditor.domain.ports import Damage, StoreKeeper
    from deskeditor.services.rescuing import Rescue


def keeper(home: Path | None) -> StoreKeeper:
    """Who looks after the store of this home."""
    from deskeditor.store.keeping import SqliteKeeper
    from deskeditor.store.open import NAME

    return SqliteKeeper(home_folder(home) / NAME, SystemClock())


def rescue(home: Path | None) -> Rescue:
    """Who saves what is whole of a damaged home."""
    from deskeditor.services.rescuing import Rescue
    from deskeditor.store.lock import HomeLock
    from deskeditor.store.rescue import rescue as salvage

    folder = home_folder(home)
    return Rescue(folder, salvage, lambda: HomeLock(folder, reading=True), _wrong)


def _wrong(home: Path) -> Sequence[Damage]:
    """What is wrong in a home as a whole; nothing of it stays open."""
    from deskeditor.bootstrap import build

    desk = build(home, None, "ar")
    try:
        return desk.upkeep.verify()
    finally:
        desk.close()


def index_damage(home: Path) -> Sequence[Damage]:
    """What is wrong with the search index of this home."""
    from deskeditor.store.index_check import check_index
    from deskeditor.store.open import NAME
    from deskeditor.store.search_index import NAME as INDEX

    return check_index(home / INDEX, home / NAME)
