from __future__ import annotations

import errno
import hashlib
import os
import threading
from pathlib import Path

import pytest

from deskeditor.domain.errors import StoreError
from deskeditor.media.files import Originals, write_atomically

RAW = "صورة 🌊".encode() * 1000
NAME = hashlib.sha256(RAW).hexdigest()


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_file_is_kept_under_its_hash(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "media")
    source = tmp_path / "صورة.jpg"
    source.write_bytes(RAW)
    assert originals.put(source) == originals.put(RAW) == NAME
    place = originals.path(NAME)
    assert place == tmp_path / "media" / NAME[:2] / NAME
    assert place.read_bytes() == RAW
    assert left_in(tmp_path / "media") == [NAME]
    assert originals.verify(NAME)


def test_a_damaged_original_is_seen_and_mended(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    originals.put(RAW)
    (tmp_path / NAME[:2] / NAME).write_bytes(b"x")
    assert not originals.verify(NAME)
    assert originals.put(RAW) == NAME
    assert originals.verify(NAME)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "ab", NAME.upper(), "é" * 64, "0" * 64])
def test_what_is_no_name_has_no_path(tmp_path: Path, name: str) -> None:
    assert Originals(tmp_path).path(name) is None
    assert not Originals(tmp_path).verify(name)


def test_writing_replaces_whole(tmp_path: Path) -> None:
    target = tmp_path / "خبر.html"
    write_atomically(target, b"old")
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert left_in(tmp_path) == ["خبر.html"]


def test_a_name_of_255_bytes_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("a" * 250 + ".html")
    write_atomically(target, b"x")
    assert target.exists()


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "folder-full"),
        (errno.EDQUOT, "folder-full"),
        (errno.EACCES, "folder-not-writable"),
        (errno.EROFS, "folder-not-writable"),
        (errno.EIO, "file-not-written"),
    ],
)
def test_a_failing_disk_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    target = tmp_path / "خبر.html"
    target.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StoreError) as caught:
        write_atomically(target, b"new")
    assert caught.value.code == code
    assert target.read_bytes() == b"old"
    assert left_in(tmp_path) == ["خبر.html"]


def test_a_link_stays_and_its_file_changes(tmp_path: Path) -> None:
    real, link = tmp_path / "real.html", tmp_path / "خبر.html"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_what_is_no_file_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    heard: list[bytes] = []
    reader = threading.Thread(target=lambda: heard.append(pipe.read_bytes()))
    reader.start()
    write_atomically(pipe, "نص 🌊".encode())
    reader.join()
    assert heard == ["نص 🌊".encode()]
    assert pipe.is_fifo()


def test_a_full_device_is_told_and_stays_a_device(tmp_path: Path) -> None:
    link = tmp_path / "full"
    link.symlink_to("/dev/full")
    with pytest.raises(StoreError) as caught:
        write_atomically(link, b"x" * 100_000)
    assert caught.value.code == "folder-full"
    assert Path("/dev/full").is_char_device()


def test_a_full_disk_names_file_and_folder_where_only_the_name_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "تصدير 2026 😀"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StoreError) as caught:
        write_atomically(Path("خبر.html"), b"x")
    assert caught.value.values == {"folder": folder.name, "name": "خبر.html"}


def test_a_link_to_itself_is_told_and_stays(tmp_path: Path) -> None:
    link = tmp_path / "حلقة.html"
    link.symlink_to(link)
    with pytest.raises(StoreError, match="file-not-written"):
        write_atomically(link, b"x")
    assert link.is_symlink()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        write_atomically(tmp_path / "غائب" / "a.html", b"x")
    assert caught.value.code == "folder-missing"
    assert caught.value.values == {"folder": "غائب"}


def test_originals_on_a_full_disk_leave_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    originals = Originals(tmp_path)
    originals.put(b"first")
    before = left_in(tmp_path)

    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StoreError):
        originals.put(RAW)
    assert left_in(tmp_path) == before


def test_many_threads_keep_the_same_file_once(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    threads = [threading.Thread(target=originals.put, args=(RAW,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert left_in(tmp_path) == [NAME]
    assert originals.verify(NAME)
