"""The log of the home: where it went wrong, never what an article says."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from deskeditor.cli.log import install, remove

SECRET = "اسم المصدر السري 😀 Deep Throat"


def fail() -> None:
    raise ValueError(SECRET)


def fail_because() -> None:
    try:
        fail()
    except ValueError as error:
        raise RuntimeError(SECRET) from error


@pytest.mark.expected_log("it failed")
@pytest.mark.parametrize("failing", [fail, fail_because])
def test_an_exception_is_kept_without_its_message(
    tmp_path: Path, failing: Callable[[], None]
) -> None:
    handler = install(tmp_path / "logs")
    try:
        failing()
    except (ValueError, RuntimeError):
        logging.getLogger("deskeditor.test").exception("it failed")
    finally:
        remove(handler)
    written = (tmp_path / "logs" / "deskeditor.log").read_text("utf-8")
    assert "Error" in written
    assert "test_log.py" in written
    assert SECRET not in written


@pytest.mark.expected_log("nowhere to go")
def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("ليس مجلدا", "utf-8")
    handler = install(tmp_path / "file" / "logs")
    logging.getLogger("deskeditor.test").warning("nowhere to go")
    remove(handler)


def test_nothing_is_made_before_the_first_record(tmp_path: Path) -> None:
    remove(install(tmp_path / "logs"))
    assert list(tmp_path.iterdir()) == []
