"""A desk whose store is damaged: the window offers the newest copy, and to save what is whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from deskeditor.bootstrap import build
from deskeditor.ui.app import Shell


@pytest.fixture
def damaged(planted: Path, tmp_path: Path) -> Path:
    """A desk with a copy of its store, the store itself cut short since."""
    home = tmp_path / "home"
    shutil.copytree(planted, home)
    desk = build(home, "salma", "ar")
    desk.upkeep.backup()
    desk.close()
    with (home / "store.db").open("r+b") as file:
        file.write(b"rubbish")
    return home


def buttons(shell: Shell) -> list[QAbstractButton]:
    assert shell.mending.box is not None
    return list(shell.mending.box.buttons())


def opened(home: Path, qtbot: QtBot) -> Shell:
    shell = Shell(build(home, "salma", "ar"), theme="light")
    shell.window.show()
    shell.begin()
    qtbot.waitUntil(lambda: hasattr(shell, "mending") and shell.mending.box is not None)
    return shell


def end(shell: Shell) -> None:
    shell.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shell.desk.close()


def test_the_newest_copy_comes_back_from_the_window(damaged: Path, qtbot: QtBot) -> None:
    shell = opened(damaged, qtbot)
    said = [one.text() for one in buttons(shell)]
    assert len(said) == 3
    buttons(shell)[next(i for i, text in enumerate(said) if "20" in text)].click()
    qtbot.waitUntil(lambda: shell.seated is not None, timeout=20_000)
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=60_000)
    assert shell.desk.drafts.rows()
    end(shell)


def test_what_is_whole_is_saved_from_the_window(
    damaged: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    shell = opened(damaged, qtbot)
    first = shell.mending.box
    shell.mending.save(tmp_path / "saved")
    qtbot.waitUntil(lambda: shell.mending.box is not first, timeout=20_000)
    assert (tmp_path / "saved" / "store.db").exists()
    end(shell)
    other = build(tmp_path / "saved", "salma", "ar")
    assert len(other.drafts.rows()) > 3
    other.close()
