from __future__ import annotations

from pathlib import Path

import pytest

from deskeditor.sqlite.driver import connect, driver, is_safe


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 53, 4), (4, 0, 0), (3, 50, 7), (3, 44, 6)])
def test_releases_with_the_fix_are_taken(version: tuple[int, ...]) -> None:
    assert is_safe(version)


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 44, 5), (3, 50, 6), (3, 51, 2), (3, 49, 9)])
def test_releases_with_the_wal_reset_bug_are_not(version: tuple[int, ...]) -> None:
    assert not is_safe(version)


def test_our_driver_is_safe() -> None:
    assert is_safe(driver().sqlite_version_info)


def test_a_connection_writes_durably_and_keeps_links(tmp_path: Path) -> None:
    connection = connect(tmp_path / "مخزن %1.db", "create")
    try:
        for pragma, wanted in (
            ("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1),
        ):  # fmt: skip
            assert connection.execute(f"PRAGMA {pragma}").fetchone() == (wanted,)
    finally:
        connection.close()
    assert (tmp_path / "مخزن %1.db").exists()


def test_a_reading_connection_cannot_write(tmp_path: Path) -> None:
    connect(tmp_path / "a.db", "create").close()
    connection = connect(tmp_path / "a.db", "read")
    try:
        with pytest.raises(driver().OperationalError, match="readonly"):
            connection.execute("CREATE TABLE t(a)")
    finally:
        connection.close()
