"""One run: every way a command can end becomes an exit code and at most one line."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import pytest

from deskeditor.cli.main import INTERRUPTED, run
from deskeditor.domain.errors import KnownError
from deskeditor.language.messages import Catalogue
from helpers.repository import RESOURCES

SECRET = "نص سري من مادة 😀 Reuters 25%"


class Root:
    """A composition root whose window and desk fail as the test wants."""

    def __init__(self, home: Path, failure: BaseException | None = None) -> None:
        self.home = home
        self.failure = failure
        self.opened: tuple[Path | None, str | None, str] | None = None

    def catalogue(self, language: str) -> Catalogue:
        return Catalogue(RESOURCES / "i18n", language)

    def resources(self) -> Path:
        return RESOURCES

    def logs(self, home: Path | None) -> Path:
        return (home or self.home) / "logs"

    def build(self, *_: object) -> NoReturn:
        raise self.failure or AssertionError("no desk was asked for")

    def rescue(self, home: Path | None) -> NoReturn:
        raise self.failure or AssertionError(home)

    def keeper(self, home: Path | None) -> NoReturn:
        raise self.failure or AssertionError(home)

    def window(self, home: Path | None, login: str | None, language: str) -> int:
        self.opened = (home, login, language)
        if self.failure is not None:
            raise self.failure
        return 0

    def paper(self, page: str, style: str, *, rtl: bool, title: str) -> NoReturn:
        raise AssertionError((page, style, rtl, title))

    def shoot(self, *_: object) -> NoReturn:
        raise AssertionError("no screens were asked for")


@pytest.fixture(autouse=True)
def arabic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESKEDITOR_LANG", "ar")


def test_no_command_opens_the_window(tmp_path: Path) -> None:
    root = Root(tmp_path)
    assert run(["--home", str(tmp_path), "--as", "noor", "--lang", "en"], root) == 0
    assert root.opened == (tmp_path, "noor", "en")


def test_shared_options_stand_before_or_behind_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for argv in (["--lang", "en", "list"], ["list", "--lang", "en"]):
        root = Root(tmp_path, KnownError("case-unknown", article="a1"))
        assert run(argv, root) == 3
        assert "has not reached the board" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argv", "way"),
    [
        (["history"], "deskeditor list"),
        (["check"], "deskeditor list"),
        (["restore", "abcd"], "deskeditor history"),
        (["search"], ""),
    ],
)
def test_what_a_command_lacks_is_said_with_the_way_to_find_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], argv: list[str], way: str
) -> None:
    for language in ("ar", "en"):
        assert run(["--lang", language, *argv], Root(tmp_path)) == 2
        said = capsys.readouterr().err
        assert way in said
        assert said.count("\n") == 1


def test_a_known_error_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list"], Root(tmp_path, KnownError("case-unknown", article="a1"))) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "a1" in said.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.expected_log("a command failed")
def test_a_bug_is_one_sentence_and_its_place_in_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["list"], Root(tmp_path, RuntimeError(SECRET))) == 70
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert SECRET not in said.err
    log = tmp_path / "logs" / "deskeditor.log"
    assert str(log) in said.err
    assert "RuntimeError" in log.read_text("utf-8")
    assert SECRET not in log.read_text("utf-8")


def test_too_little_memory_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list"], Root(tmp_path, MemoryError())) == 3
    assert "ذاكرة" in capsys.readouterr().err


def test_an_interruption_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list"], Root(tmp_path, KeyboardInterrupt())) == INTERRUPTED
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_window_s_failure_to_open_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    assert run(["--lang", language], Root(tmp_path, KnownError("no-display"))) == 3
    assert "deskeditor tour" in capsys.readouterr().err


def test_every_command_has_help_in_both_languages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for language in ("ar", "en"):
        for command in ("check", "tour", "board", "store", "images"):
            assert run(["--lang", language, command, "--help"], Root(tmp_path)) == 0
            assert "cli.help" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["check", "--only", "foo", "x"], ("foo", "--only", "spelling", "structure")),
        (["check", "--published-at", "12", "x"], ("12", "--published-at", "YYYY-MM-DD")),
        (["store"], ("deskeditor store", "verify", "rescue", "export")),
        (["store", "frob"], ("frob", "deskeditor store", "verify")),
        (["language", "evaluate"], ("CORPUS", ".jsonl")),
        (["--json=3", "list"], ("--json",)),
        (["board", "init", "--person", "a"], ("a", "--person", "LOGIN:NAME:ROLE", "publisher")),
    ],
)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_a_command_lacks_or_takes_is_named(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    argv: list[str],
    told: tuple[str, ...],
    language: str,
) -> None:
    assert run(["--lang", language, *argv], Root(tmp_path)) == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert all(word in said for word in told), said
    assert "argument" not in said
    assert (language == "ar") == ("للمساعدة" in said)
