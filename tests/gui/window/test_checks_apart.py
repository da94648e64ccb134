"""The window while whoever checks for it dies: nothing typed is lost, and one is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskeditor.apart.process import Child
from deskeditor.domain.document import Address
from deskeditor.domain.findings import Anchor, Edit
from deskeditor.services.checker import checker
from deskeditor.ui.app import Shell
from deskeditor.ui.control.open_article import SaveKind

PAGE = "وزارة النقل"
Open = Callable[[Shell, str], None]


@pytest.fixture(autouse=True)
def lent_checks() -> None:
    """Each window has a process of its own here: they are ended."""


def process(shell: Shell) -> Child:
    link = shell.desk.checker._link
    assert link is not None
    assert isinstance(link.process, Child)
    return link.process


def write(shell: Shell, words: str) -> None:
    """Put words before the headline."""
    headline = Anchor(Address("header", "headline"), 0, 0)
    assert shell.writing.editor.apply((Edit(headline, words),))


def headline(shell: Shell) -> str:
    newest = shell.controls.checks.newest
    assert newest is not None
    return newest.article.document.header.headline.text


def test_a_check_that_dies_is_begun_again_and_nobody_hears_of_it(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    first = process(shell)
    os.kill(first.pid, signal.SIGKILL)
    write(shell, "عاجل: ")
    qtbot.waitUntil(lambda: headline(shell).startswith("عاجل"), timeout=60_000)
    assert process(shell).pid != first.pid
    assert shell.window.status.checks_text == ""
    assert shell.window.notice.isHidden()


def test_the_line_says_that_checks_are_down_and_words_are_kept_all_the_same(
    shell: Shell, open_article: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_article(shell, PAGE)
    status, checks = shell.window.status, shell.controls.checks
    before = checks.newest

    def none(*_: str) -> Child:
        raise OSError("no room for a process")

    with monkeypatch.context() as here:
        here.setattr(checker, "Child", none)
        os.kill(process(shell).pid, signal.SIGKILL)
        write(shell, "عاجل: ")
        qtbot.waitUntil(lambda: bool(status.checks_text), timeout=60_000)
        qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=60_000)
    assert "افحص الآن" in status.checks_text
    assert checks.newest is before
    saved = shell.controls.article
    qtbot.waitUntil(lambda: saved.save.kind is SaveKind.SAVED, timeout=20_000)
    assert saved.article is not None
    kept = shell.desk.drafts.open(saved.article.id).title
    assert kept.startswith("عاجل")

    shell.commands.run("check_now")
    qtbot.waitUntil(lambda: headline(shell).startswith("عاجل"), timeout=60_000)
    assert status.checks_text == ""


def test_closing_ends_what_checks(shell: Shell, open_article: Open) -> None:
    open_article(shell, PAGE)
    child = process(shell)
    assert child.alive
    shell.desk.close()
    assert not child.alive


#: A window that opens an article and says, once it is checked, what this process has loaded.
_CODE = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop
from deskeditor.bootstrap import build
from deskeditor.ui.app import Shell
from deskeditor.ui.control.open_article import SaveKind
desk = build(Path(sys.argv[1]), "salma", "ar")
shell = Shell(desk, theme="light")
shell.window.show()
loop = QEventLoop()
shell.controls.library.changed.connect(loop.quit)
shell.begin()
loop.exec()
row = next(row for row in shell.controls.library.shelves.mine if sys.argv[2] in row.title)
shell.controls.checks.checked.connect(loop.quit)
shell.places.open(row.id)
loop.exec()
print(len(shell.controls.checks.newest.report.findings))
print(*sys.modules)
print(Path("/proc/self/maps").read_text())
shell.close()
desk.close()
"""


def test_the_window_loads_no_language_and_no_rule(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CODE, str(home), PAGE],
        capture_output=True, text=True, check=True, timeout=100,
    )  # fmt: skip
    found, loaded, mapped = done.stdout.split("\n", 2)
    assert int(found) > 0
    rules = ("deskeditor.checks.registry", "deskeditor.checks.spelling", "deskeditor.language.big")
    heavy = ("enchant", "wordfreq", *rules)
    assert [name for name in loaded.split() if name.startswith(heavy)] == []
    assert [name for name in ("enchant", ".bigrams", "wide.words") if name in mapped] == []
