from __future__ import annotations

import errno
from pathlib import Path

import pytest

from deskeditor.domain.errors import StoreError
from deskeditor.sqlite.driver import connect, driver
from deskeditor.sqlite.faults import code_of, told


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EACCES, "home-read-only"),
        (errno.EROFS, "home-read-only"),
        (errno.EPERM, "home-read-only"),
        (errno.ENOTDIR, "home-not-folder"),
        (errno.ENAMETOOLONG, "home-not-folder"),
        (errno.ELOOP, "home-not-folder"),
    ],
)
def test_faults_of_the_file_system_have_codes(number: int, code: str) -> None:
    assert code_of(OSError(number, "said")) == code


def test_our_own_faults_pass_as_they_are(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), told(tmp_path):
        _ = 1 // 0
    connection = connect(tmp_path / "a.db", "create")
    try:
        with pytest.raises(driver().OperationalError), told(tmp_path):
            connection.execute("SELECT nothing FROM nowhere")
    finally:
        connection.close()


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    connection = connect(tmp_path / "a.db", "create")
    try:
        connection.execute("CREATE TABLE t(a)").fetchall()
        connection.execute("PRAGMA max_page_count=3").fetchall()
        with pytest.raises(StoreError) as caught, told(tmp_path / "a.db"):
            connection.execute("INSERT INTO t VALUES (randomblob(90000))")
    finally:
        connection.close()
    assert caught.value.code == "disk-full"
    assert caught.value.values["name"] == "a.db"


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="store-cannot-open"), told(tmp_path / "x"):
        connect(tmp_path / "no" / "a.db", "create")


def test_letters_of_a_damaged_page_are_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="store-damaged"), told(tmp_path / "a.db"):
        b"\xe1 \xff".decode()
