"""A real desk under each test: the sample planted once, a fresh copy of it for every window."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from deskeditor.bootstrap import Desk, build
from deskeditor.services.checker import checker
from deskeditor.services.evidence import Where
from deskeditor.ui.app import Shell
from helpers.lent_checks import Lender
from helpers.quote_desk import PAGE, STATEMENT, quote, settle

OpenShell = Callable[..., Shell]


@pytest.fixture(scope="session")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("planted") / "home"
    desk = build(home, "salma", "ar")
    desk.plant_sample()
    desk.close()
    return home


@pytest.fixture(scope="session")
def lender() -> Iterator[Lender]:
    made = Lender()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def lent_checks(lender: Lender, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows borrow the process that checks; a file that ends processes has its own."""
    monkeypatch.setattr(checker, "start", lender.start)


@pytest.fixture
def home(planted: Path, tmp_path: Path) -> Path:
    shutil.copytree(planted, tmp_path / "home", ignore=shutil.ignore_patterns("lock"))
    return tmp_path / "home"


@pytest.fixture
def open_shell(home: Path, qtbot: QtBot) -> Iterator[OpenShell]:
    opened: list[tuple[Shell, Desk]] = []

    def end() -> None:
        while opened:
            shell, desk = opened.pop()
            shell.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            desk.close()

    def start(login: str = "salma", language: str = "ar") -> Shell:
        end()  # a home is open in one window at a time: another start ends the one before
        desk = build(home, login, language)
        shell = Shell(desk, theme="light")
        opened.append((shell, desk))
        shell.window.resize(1440, 900)
        shell.window.show()
        shell.begin()
        qtbot.waitUntil(lambda: shell.seated is not None and quiet(shell), timeout=60_000)
        return shell

    yield start
    end()


@pytest.fixture
def shell(open_shell: OpenShell) -> Shell:
    return open_shell()


def quiet(shell: Shell) -> bool:
    """Whether everything asked for was answered."""
    return shell.controls.tasks.quiet


@pytest.fixture
def open_article(qtbot: QtBot) -> Callable[[Shell, str], None]:
    """Opens the person's article whose title holds some words, and waits for its checks."""

    def open_one(shell: Shell, words: str) -> None:
        rows = shell.controls.library.shelves.mine
        row = next(row for row in rows if words in row.title)
        shell.places.open(row.id)

        def checked() -> bool:
            newest = shell.controls.checks.newest
            return newest is not None and newest.article.id == row.id and quiet(shell)

        qtbot.waitUntil(checked, timeout=60_000)

    return open_one


@pytest.fixture
def held(shell: Shell, open_article: Callable[[Shell, str], None], qtbot: QtBot) -> Shell:
    """The sample's page with a statement attached."""
    open_article(shell, PAGE)
    shell.controls.quotes.paste(STATEMENT, Where("بيان الوزارة"))
    settle(shell, qtbot, lambda: quote(shell).comparison is not None)
    return shell
