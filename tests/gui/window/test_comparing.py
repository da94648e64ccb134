"""Two texts of an article compared in the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from deskeditor.domain.document.proposals import proposals
from deskeditor.domain.findings import Anchor, Edit
from deskeditor.ui.app import Shell
from deskeditor.ui.panels.history.compared_page import ComparedPage
from deskeditor.ui.panels.history.naming import Naming
from deskeditor.ui.wording import ltr

PAGE = "الرصيف"
Open = Callable[[Shell, str], None]


@pytest.fixture
def edited(shell: Shell, open_article: Open, qtbot: QtBot) -> Shell:
    """An article with a kept version, and a word changed in its headline since."""
    open_article(shell, PAGE)
    shell.commands.run("save")
    article = shell.controls.article.article
    assert article is not None
    slots = list(article.document.slots())
    slot = next(slot for slot in slots if slot.role == "headline")
    last = next(slot for slot in slots[::-1] if slot.role == "paragraph" and slot.text)
    end = len(last.text)
    assert shell.writing.editor.apply(
        (
            Edit(Anchor(slot.address, 0, 0), "عاجل: "),
            Edit(Anchor(last.address, end, end), " انتهى."),
        )
    )
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=20_000)
    return shell


def compare(shell: Shell, qtbot: QtBot) -> ComparedPage:
    panel = shell.window.panels.history
    shell.window.show_panel("history")
    panel.compare(panel.comparison.old.itemData(0), "")
    qtbot.waitUntil(lambda: shell.window.page == "compared", timeout=10_000)
    page = shell.window.centre.currentWidget()
    assert isinstance(page, ComparedPage)
    return page


def test_what_changed_is_shown_in_the_text_and_beside_it(edited: Shell, qtbot: QtBot) -> None:
    live = edited.writing.editor.document()
    page = compare(edited, qtbot)
    assert page.whole is not None
    assert not edited.window.actions_table["strong"].isEnabled()
    shown = proposals(page.whole.document())
    assert "عاجل:" in " ".join(one.inserted for one in shown)
    panel = edited.window.panels.history.comparison
    assert panel.cards
    panel.cards[0].chosen.emit()
    assert panel.cards[0].property("current") == "true"

    page.form.chosen.emit("side")
    older, newer = page.pair
    assert newer.document().header.headline.text == live.header.headline.text
    assert older.document().header.headline.text == live.header.headline.text.removeprefix("عاجل: ")
    assert older.surface.isReadOnly()
    assert newer.surface.isReadOnly()
    edited.window.resize(1366, 700)
    for _ in range(2):
        page.stepped.emit(1)
        for side in (older, newer):
            assert side.surface.viewport().rect().intersects(side.surface.cursorRect())
    bars = [side.surface.verticalScrollBar() for side in (older, newer)]
    bars[0].setValue(bars[0].minimum())
    before = bars[1].value()
    bars[0].setValue(60)
    assert bars[1].value() == min(before + 60, bars[1].maximum())

    page.closed.emit()
    assert edited.window.page == "write"
    assert edited.window.actions_table["strong"].isEnabled()
    assert panel.isHidden()
    assert edited.writing.editor.document() == live
    assert proposals(edited.writing.editor.document()) == proposals(live)


def test_versions_of_which_nothing_changed_say_so(edited: Shell, qtbot: QtBot) -> None:
    compare(edited, qtbot)
    panel = edited.window.panels.history.comparison
    first = cast("str", panel.old.itemData(0))
    panel.choose(first, first)
    none = edited.window.look.words("panels.diff_none")
    qtbot.waitUntil(lambda: none in panel._sum.text(), timeout=10_000)
    assert panel.cards == []


def test_a_version_is_named_and_pinned(edited: Shell, qtbot: QtBot) -> None:
    panel = edited.window.panels.history
    edited.window.show_panel("history")
    edited.commands.run("save")
    qtbot.waitUntil(lambda: len(panel._cards) == 2, timeout=10_000)
    two = edited.window.look.words("window.version", number=ltr(2))
    assert two in edited.window.title._version.text()
    oldest = list(panel._cards)[-1]
    naming = panel._cards[oldest].findChild(Naming)
    assert naming is not None
    naming.ask.click()
    naming.field.insert("قبل المقابلة")
    QTest.keyClick(naming.field, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: [row.title for row in panel._rows] == ["", "قبل المقابلة"], timeout=10_000
    )
    assert edited.window.page == "write", "Enter named it and read nothing"

    pin = panel._cards[oldest].findChild(QToolButton)
    assert pin is not None
    pin.click()
    qtbot.waitUntil(lambda: panel._rows[-1].pinned, timeout=10_000)
    assert next(iter(panel._cards)) == oldest, "pinned ones stand first"

    panel.entitled.emit(oldest, "ط" * 81, True)
    qtbot.waitUntil(lambda: "80" in edited.window.notice.text, timeout=10_000)
    assert panel._rows[-1].title == "قبل المقابلة"


def test_of_a_long_history_the_newest_are_shown_first(edited: Shell) -> None:
    panel = edited.window.panels.history
    one = panel.rows[0]
    rows = tuple(replace(one, name=f"{n:064}", pinned=n == 150) for n in range(200))
    panel.show_history(rows)
    assert len(panel._cards) == 30
    assert next(iter(panel._cards)) == rows[150].name
    more = edited.window.look.words("panels.show_rest", n=170, count=ltr(170))
    next(one for one in panel.findChildren(QPushButton) if one.text() == more).click()
    assert len(panel._cards) == 200
