"""A home saved to another: the store by its own rules, the files beside it by their names."""

from __future__ import annotations

import hashlib
from contextlib import nullcontext
from pathlib import Path

import pytest

from deskeditor.domain.errors import StoreError
from deskeditor.domain.ports import Damage
from deskeditor.domain.rescued import Rescued
from deskeditor.services.rescuing import Rescue


def salvage(damaged: Path, fresh: Path) -> Rescued:
    fresh.write_bytes(damaged.read_bytes())
    return Rescued({"article": 3}, (Damage("damage-journal", "journal", "a1"),))


def test_files_beside_the_store_come_along_where_they_are_whole(tmp_path: Path) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    good, bad = hashlib.sha256("صورة".encode()).hexdigest(), "ab" * 32
    for place, text in {
        "store.db": "المخزن", "store.db-wal": "سجل", "search.db": "فهرس", "lock": "{}",
        "board.db": "الهيئة", "vault": "خزنة", f"media/{good[:2]}/{good}": "صورة",
        f"media/ab/{bad}": "تلفت 😀",
    }.items():  # fmt: skip
        (home / place).parent.mkdir(parents=True, exist_ok=True)
        (home / place).write_text(text, "utf-8")
    answer = Rescue(home, salvage, nullcontext).save(out)
    assert [(one.code, one.row) for one in answer.lost] == [
        ("damage-journal", "a1"), ("damage-media", bad)
    ]  # fmt: skip
    files = {str(one.relative_to(out)) for one in out.rglob("*") if one.is_file()}
    assert files == {"store.db", "board.db", "vault", f"media/{good[:2]}/{good}"}
    with pytest.raises(StoreError, match="folder-not-empty"):
        Rescue(home, salvage, nullcontext).save(out)
    with pytest.raises(StoreError, match="folder-within-home"):
        Rescue(home, salvage, nullcontext).save(home / "inside")
    assert not (home / "inside").exists()
