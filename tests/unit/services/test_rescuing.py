"""A home saved to another: the store by its own rules, the files beside it by their names."""

from __future__ import annotations

import errno
import hashlib
import os
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


def whole(home: Path) -> list[Damage]:  # noqa: ARG001 - a home nothing is wrong with
    return []


def home_with(tmp_path: Path, **files: str) -> Path:
    """A home with a store and these files."""
    home = tmp_path / "home"
    home.mkdir()
    for name, text in {"store.db": "المخزن", **files}.items():
        (home / name).write_text(text, "utf-8")
    return home


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
    answer = Rescue(home, salvage, nullcontext, whole).save(out)
    assert [(one.code, one.row) for one in answer.lost] == [
        ("damage-journal", "a1"), ("damage-media", bad)
    ]  # fmt: skip
    files = {str(one.relative_to(out)) for one in out.rglob("*") if one.is_file()}
    assert files == {"store.db", "board.db", "vault", f"media/{good[:2]}/{good}"}
    with pytest.raises(StoreError, match="folder-not-empty"):
        Rescue(home, salvage, nullcontext, whole).save(out)
    with pytest.raises(StoreError, match="folder-within-home"):
        Rescue(home, salvage, nullcontext, whole).save(home / "inside")
    assert not (home / "inside").exists()


def test_what_is_wrong_in_the_new_home_is_told_once(tmp_path: Path) -> None:
    home, out = home_with(tmp_path, **{"board.db": "تالف"}), tmp_path / "out"
    missing = Damage("damage-media", "media", "cd" * 32)
    known = Damage("damage-journal", "journal", "a1")
    seen: list[Path] = []

    def verify(new: Path) -> list[Damage]:
        seen.append(new)
        return [known, missing]

    assert Rescue(home, salvage, nullcontext, verify).save(out).lost == (known, missing)
    assert seen == [out]

    def unread(new: Path) -> list[Damage]:
        raise StoreError("board-damaged", name=new.name)

    other = Rescue(home, salvage, nullcontext, unread).save(tmp_path / "other")
    assert other.lost == (known, Damage("damage-unread", "board"))


def test_a_full_disk_stops_and_leaves_no_half_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = home_with(tmp_path, **{"a.bin": "أ" * 9, "vault.bin": "خزنة" * 400, "z.bin": "ي"})
    out = tmp_path / "out"
    real = os.fsync

    def full(handle: int) -> None:
        if os.fstat(handle).st_size == (home / "vault.bin").stat().st_size:
            os.ftruncate(handle, 700)
            raise OSError(errno.ENOSPC, "no room")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="folder-full"):
        Rescue(home, salvage, nullcontext, whole).save(out)
    assert {one.name for one in out.iterdir()} == {"store.db", "a.bin"}


def test_what_is_saved_is_for_its_person_only(tmp_path: Path) -> None:
    home, out = home_with(tmp_path, **{"vault.bin": "خزنة"}), tmp_path / "out"
    (home / "media" / "ab").mkdir(parents=True)
    (home / "media" / "ab" / "x").write_text("صورة", "utf-8")
    before = os.umask(0)
    try:
        Rescue(home, salvage, nullcontext, whole).save(out)
    finally:
        os.umask(before)
    kept = {str(one.relative_to(out)): one.stat().st_mode & 0o777 for one in out.rglob("*")}
    del kept["store.db"]  # made by the fake above
    assert out.stat().st_mode & 0o777 == 0o700
    assert kept == {"vault.bin": 0o600, "media": 0o700, "media/ab": 0o700, "media/ab/x": 0o600}
