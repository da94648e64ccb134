from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from deskeditor.domain.errors import StoreError
from deskeditor.store.lock import HomeLock

HOLD = """
import sys
from pathlib import Path
from deskeditor.store.lock import HomeLock
held = HomeLock(Path(sys.argv[1]))
held.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_holder_is_told_who_has_it(tmp_path: Path) -> None:
    first, second = HomeLock(tmp_path), HomeLock(tmp_path)
    first.acquire()
    with pytest.raises(StoreError) as told:
        second.acquire()
    assert told.value.code == "store-locked"
    assert told.value.values["pid"] == os.getpid()
    since = told.value.values["since"]
    assert isinstance(since, datetime)
    assert since.utcoffset() is not None
    assert abs(datetime.now(UTC) - since) < timedelta(minutes=5)
    first.release()
    first.release()
    second.acquire()
    second.release()


def test_a_killed_holder_locks_nobody_out(tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        with pytest.raises(StoreError) as told:
            HomeLock(tmp_path).acquire()
        assert told.value.values["pid"] == child.pid
        child.send_signal(signal.SIGKILL)
    held = HomeLock(tmp_path)
    held.acquire()
    held.release()


def test_a_lock_file_that_says_rubbish_still_locks(tmp_path: Path) -> None:
    first = HomeLock(tmp_path)
    first.acquire()
    (tmp_path / "lock").write_bytes(b"\xff\x00")
    with pytest.raises(StoreError) as told:
        HomeLock(tmp_path).acquire()
    assert told.value.values["pid"] == "?"
    first.release()


def test_a_home_that_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("ملف 😀", "utf-8")
    with pytest.raises(StoreError, match="home-not-folder"):
        HomeLock(tmp_path / "home").acquire()


def test_who_only_reads_needs_no_folder_that_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def read_only_disk(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & (os.O_RDWR | os.O_CREAT):
            raise OSError(errno.EROFS, "read-only file system")
        return real(path, flags, mode)

    other = HomeLock(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", read_only_disk)
        with pytest.raises(StoreError, match="home-read-only"):
            HomeLock(tmp_path).acquire()
        with HomeLock(tmp_path, reading=True):  # there is no lock file to hold
            assert list(tmp_path.iterdir()) == []
    other.acquire()
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", read_only_disk)
        with pytest.raises(StoreError, match="store-locked"):
            HomeLock(tmp_path, reading=True).acquire()
        other.release()
        with HomeLock(tmp_path, reading=True), pytest.raises(StoreError, match="store-locked"):
            HomeLock(tmp_path, reading=True).acquire()
