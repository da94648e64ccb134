"""The whole way in the real window, from an empty desk: find, confirm, evidence, verdict, sheet.

Walked on a page of our own, and on the shared seed page where a checkout has it beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from deskeditor.bootstrap import build
from deskeditor.domain.people import Person, Role
from deskeditor.domain.quotes import Quote, QuoteKind, Standing, Verdict, WordChange
from deskeditor.formats.evidence import pdf
from deskeditor.ui.app import Shell
from helpers.pieces import SEED, seed_available

PAGE = (
    "السد الكبير يتسع قبل الشتاء\n\n"
    "قال مدير السد كريم الجبوري في بيان تلقته وكالة أنباء الساحل (ساحل): «لن نتوقف قبل 25 نيسان، "
    "وبدأت أعمال توسعة السد الكبير شمال المدينة هذا العام».\n\n"
    "وأضاف: «نشكر عمال الورشة على صبرهم 😀 WHO».\n\n"
    "وكتب مدير السد كريم الجبوري في تغريدة: «اليوم بدأنا توسعة السد الكبير شمال المدينة، والأعمال "
    "مستمرة هذا العام».\n"
)


@pytest.fixture
def shell(tmp_path: Path, qtbot: QtBot) -> Iterator[Shell]:
    """A window on a desk where nothing was ever written."""
    desk = build(tmp_path / "home", "salma", "ar")
    desk.found_board([Person("salma", "سلمى البدري", frozenset({Role.REPORTER}))])
    made = Shell(desk, theme="light")
    made.window.resize(1440, 900)
    made.window.show()
    made.begin()
    qtbot.waitUntil(lambda: made.seated is not None and made.controls.tasks.quiet, timeout=20_000)
    yield made
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.close()


def settle(shell: Shell, qtbot: QtBot, ready: Callable[[], bool]) -> None:
    qtbot.waitUntil(lambda: ready() and shell.controls.tasks.quiet, timeout=30_000)


def speech(shell: Shell) -> list[Quote]:
    newest = shell.controls.checks.newest
    found = newest.report.quotes if newest is not None else ()
    return [quote for quote in found if quote.kind is QuoteKind.SPEECH]


def bring_in(shell: Shell, qtbot: QtBot, page: Path) -> None:
    assert shell.controls.library.shelves.mine == ()
    shell.window.dropped.emit([str(page)])
    settle(shell, qtbot, lambda: bool(speech(shell)))


def walk(shell: Shell, qtbot: QtBot, tmp_path: Path) -> None:
    """Confirm the first quotation by its key, attach evidence, sign both verdicts, write it all."""
    first, second = speech(shell)[:2]
    shell.commands.run("next_quote")
    while shell.window.panels.quotes.chosen != first:
        shell.commands.run("next_quote")
    shell.commands.run("confirm_quote")
    settle(shell, qtbot, lambda: speech(shell)[0].standing is Standing.CONFIRMED)

    words = first.text.split()
    place = len(words) // 2
    said = " ".join([*words[:place], "مطلقا", *words[place:]])
    statement = tmp_path / "بيان.txt"
    statement.write_text(f"نص ما قيل\n{said}\n{second.text}\n", "utf-8")
    shell.commands.run("attach_evidence")
    form = shell.window.panels.quotes.attach
    form.origin.setText("مكتب الناطق")
    form.files.emit([statement], form.where)
    settle(shell, qtbot, lambda: speech(shell)[1].verdict is Verdict.VERBATIM)
    assert speech(shell)[0].verdict is Verdict.ALTERED
    assert speech(shell)[0].standing is Standing.CONFIRMED

    pane, panel = shell.window.compare, shell.window.panels.quotes
    for number in (0, 1):
        panel.turn("quotes")
        panel.choose(speech(shell)[number])
        assert not pane.isHidden()
        pane.yes.click()
        settle(shell, qtbot, partial(is_ruled, shell, number))
    assert "مطلقا" in "".join(c.evidenced for c in changes(speech(shell)[0]))

    page, paper = tmp_path / "ورقة.html", tmp_path / "ورقة.pdf"
    for sheet in (page, paper):
        shell.quoting.write_sheet(sheet)
    settle(shell, qtbot, lambda: page.exists() and paper.exists())
    for wanted in ("مكتب الناطق", "سلمى البدري", "مطلقا", "مغيَّر", "حرفي"):
        assert wanted in page.read_text("utf-8")
    assert "مكتب الناطق" in pdf.read(paper.read_bytes())


def is_ruled(shell: Shell, number: int) -> bool:
    return speech(shell)[number].ruled


def changes(quote: Quote) -> tuple[WordChange, ...]:
    return quote.comparison.changes if quote.comparison else ()


def test_the_whole_way_on_a_page_from_an_empty_desk(
    shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, "utf-8")
    bring_in(shell, qtbot, page)
    assert [quote.speaker.name for quote in speech(shell) if quote.speaker] == (
        ["كريم الجبوري"] * 3
    )
    newest = shell.controls.checks.newest
    assert newest is not None
    assert len(newest.twins) == 2  # the statement and the post, each beside the other
    walk(shell, qtbot, tmp_path)


@pytest.mark.skipif(not seed_available(), reason="the shared seed page is not beside this checkout")
def test_the_whole_way_on_the_seed_from_an_empty_desk(
    shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    bring_in(shell, qtbot, SEED / "article.txt")
    newest = shell.controls.checks.newest
    assert newest is not None
    assert (len(newest.report.quotes), len(speech(shell))) == (11, 9)
    assert newest.twins
    walk(shell, qtbot, tmp_path)
