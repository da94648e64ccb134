"""The command between other programs: pipes that close, encodings, closed and full streams."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from helpers.commands import Desk, refused
from helpers.repository import RESOURCES

PAGE = RESOURCES / "sample" / "page.txt"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "home")


def close_stdout() -> None:
    os.close(1)


def test_a_reader_that_leaves_early_is_no_error(desk: Desk) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        for arguments in (["--help"], ["list"], ["list", "--json"]):
            finished = desk.run(*arguments, stdout=writer)
            assert (finished.returncode, finished.stderr) == (0, "")
    finally:
        os.close(writer)


def test_check_keeps_its_exit_code_when_the_reader_left(desk: Desk) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        finished = desk.run("check", PAGE, "--json", stdout=writer)
    finally:
        os.close(writer)
    assert (finished.returncode, finished.stderr) == (1, "")


def test_output_without_arabic_is_escaped_not_lost(desk: Desk) -> None:
    environ = {"PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0", "LC_ALL": "C"}
    finished = desk.run("list", environ=environ)
    assert finished.returncode == 0
    assert "\\u0644" in finished.stdout
    finished = desk.run("check", "no-such-page.txt", environ=environ)
    assert "Traceback" not in finished.stderr
    assert finished.returncode == 3


def test_a_closed_standard_output_is_no_error(desk: Desk) -> None:
    finished = desk.run("list", before=close_stdout, stdout=subprocess.DEVNULL)
    assert (finished.returncode, finished.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_under_the_output_is_told(desk: Desk) -> None:
    with Path("/dev/full").open("w") as full:
        finished = desk.run("list", stdout=full)
    assert "تعذرت كتابة الجواب" in refused(finished)


def test_help_speaks_both_languages(tmp_path: Path) -> None:
    arabic = Desk(tmp_path, language="ar").done("--help")
    english = Desk(tmp_path, language="en").done("board", "--help")
    assert "الأوامر" in arabic
    assert "usage" not in arabic
    assert "the board: people, queue" in english


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("publish-everything",),
        ("check", "a", "--only", "luck"),
        ("list", "--state"),
        ("list", "--state", "lost"),
        ("check", "a", "--published-at", "غدا"),
        ("check", "a", "--hurry"),
        ("submit", "a", "--override", "rule-without-reason"),
        ("board",),
        ("board", "init", "--person", "salma"),
    ],
)
@pytest.mark.parametrize(("language", "words"), [("ar", "للمساعدة"), ("en", "For help")])
def test_usage_is_told_in_one_line(
    tmp_path: Path, arguments: tuple[str, ...], language: str, words: str
) -> None:
    assert words in refused(Desk(tmp_path, language=language).run(*arguments), code=2)


def test_the_version_is_told(tmp_path: Path) -> None:
    assert Desk(tmp_path).done("--version").startswith("deskeditor ")
    assert not (tmp_path / "store.db").exists()


def test_without_a_display_the_window_says_so(desk: Desk) -> None:
    environ = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    assert "tour" in refused(desk.run(environ=environ))
