"""The frame: languages, colours, people, places, palette, accessible names, the focus ring."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from deskeditor.bootstrap import build
from deskeditor.ui.actions import ACTIONS
from deskeditor.ui.app import Shell
from deskeditor.ui.control.shelves import Place
from deskeditor.ui.dialogs.palette import Command, matching
from deskeditor.ui.main_window import PANELS
from deskeditor.ui.widgets.cards import Card

Open = Callable[[Shell, str], None]
OpenShell = Callable[..., Shell]


def settle(shell: Shell, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shell.seated is not None and shell.controls.tasks.quiet, timeout=20_000)


def test_the_day_s_copy_of_the_store_is_made_once(
    open_shell: OpenShell, home: Path, qtbot: QtBot
) -> None:
    shell = open_shell()
    settle(shell, qtbot)
    (copy,) = (home / "backups").glob("store-*.db")
    shell.rebuild()
    settle(shell, qtbot)
    assert list((home / "backups").iterdir()) == [copy]


def test_every_action_has_words_and_something_to_do(shell: Shell) -> None:
    for spec in ACTIONS:
        assert spec.id in shell.commands.handlers
        assert not shell.window.actions_table[spec.id].text().startswith("window.")


def test_no_two_actions_share_keys() -> None:
    keys = [spec.keys for spec in ACTIONS if spec.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_control_has_a_name_and_every_label_is_plain(
    language: str, open_shell: OpenShell, open_article: Open
) -> None:
    shell = open_shell("salma", language)
    open_article(shell, "وزارة")
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, Card)
    for panel, _icon in PANELS:
        shell.window.show_panel(panel)
        nameless = [
            widget
            for kind in kinds
            for widget in shell.window.findChildren(kind)
            if widget.isVisibleTo(shell.window)
            and not widget.accessibleName()
            and not widget.objectName().startswith("qt_")
            and not _inside(widget, (QSpinBox, QComboBox))
        ]
        assert nameless == [], panel
    rich = [x for x in shell.window.findChildren(QLabel) if x.textFormat() != _PLAIN and x.text()]
    assert rich == []


_PLAIN = Qt.TextFormat.PlainText


def _inside(widget: QWidget, kinds: tuple[type[QWidget], ...]) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, kinds)


def test_the_language_turns_the_window_and_keeps_the_open_article(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, "وزارة")
    assert shell.app.layoutDirection() is Qt.LayoutDirection.RightToLeft

    shell.commands.run("language")
    settle(shell, qtbot)
    qtbot.waitUntil(lambda: shell.controls.article.article is not None, timeout=10_000)
    settle(shell, qtbot)

    assert shell.app.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert shell.window.look.words.language == "en"
    assert shell.window.page == "write"
    rail, centre = shell.window.rail, shell.window.centre
    assert (
        rail.mapTo(shell.window, rail.rect().center()).x()
        < centre.mapTo(shell.window, centre.rect().center()).x()
    )


def test_the_theme_changes_the_colours_and_is_remembered(shell: Shell, qtbot: QtBot) -> None:
    shell.commands.run("dark")
    settle(shell, qtbot)

    assert shell.window.look.tokens.scheme == "dark"
    assert shell.desk.settings.load().theme == "dark"


def test_another_person_sits_down_and_sees_their_own_drafts(shell: Shell, qtbot: QtBot) -> None:
    mine = {row.id for row in shell.controls.library.shelves.mine}

    shell.change_person("hadi")
    assert shell.window.notice.text
    qtbot.waitUntil(
        lambda: (
            shell.desk.person.login == "hadi"
            and bool(shell.controls.library.shelves.mine)
            and shell.controls.tasks.quiet
        ),
        timeout=20_000,
    )

    theirs = {row.id for row in shell.controls.library.shelves.mine}
    assert theirs
    assert not mine & theirs
    assert shell.desk.person.login == "hadi"
    names = {person.login: person.name for person in shell.seated.people} if shell.seated else {}
    assert names["hadi"] in shell.window.notice.text


def test_the_first_window_fits_the_screen_with_its_title_bar(home: Path) -> None:
    desk = build(home, "salma", "ar")
    shell = Shell(desk, theme="light")
    room = shell.app.primaryScreen().availableGeometry()
    shell.show()
    try:
        assert shell.window.isMaximized()  # the screen of the tests is smaller than the window
        least = shell.window.minimumSize()
        assert shell.window.height() <= max(room.height(), least.height())
    finally:
        shell.close()
        desk.close()


def test_the_trash_takes_an_article_and_gives_it_back(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, "تجار السمك")
    article = shell.controls.article.article
    assert article is not None

    shell.commands.run("trash")
    library = shell.controls.library
    qtbot.waitUntil(
        lambda: any(row.id == article.id for row in library.shelves.rows(Place.TRASH)),
        timeout=10_000,
    )
    library.untrash(article.id)
    qtbot.waitUntil(
        lambda: any(row.id == article.id for row in library.shelves.rows(Place.DRAFTS)),
        timeout=10_000,
    )


def test_the_palette_finds_through_hamza_and_harakat_and_runs(shell: Shell) -> None:
    shell.commands.run("palette")
    box = shell.window.palette_box
    assert box.isVisible()
    field = box.findChild(QLineEdit)
    assert field is not None

    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Up)
    field.setText("اذهب الى الصور")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert not box.isVisible()
    assert shell.window.page == "images"


def test_matching_puts_what_begins_with_the_words_first() -> None:
    commands = [Command("أعد الفحص 🔁", "", int), Command("افحص الآن F7", "F7", int)]
    assert [c.text for c in matching(commands, "افحص")] == ["افحص الآن F7"]
    assert len(matching(commands, "فحص")) == 2


def test_the_focus_ring_follows_the_keyboard(shell: Shell, qtbot: QtBot) -> None:
    shell.window.activateWindow()
    row = shell.window.rail.rows["sent"]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(shell.window.ring.isVisible, timeout=3_000)

    assert shell.window.ring.geometry().intersects(row.geometry())
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert shell.places.place is Place.SENT


@pytest.mark.parametrize("width", [1024, 1366, 1440, 1920])
def test_the_centre_stays_wide_enough_at_every_width(
    width: int, shell: Shell, open_article: Open
) -> None:
    open_article(shell, "وزارة")
    shell.window.resize(width, 800)

    folded = shell.window.inspector.isHidden()
    assert shell.window.centre.width() >= 540 or folded or width < 1200


def test_a_window_that_was_rebuilt_is_let_go(shell: Shell, qtbot: QtBot) -> None:
    old = weakref.ref(shell.window), weakref.ref(shell.controls), weakref.ref(shell.writing)
    shell.switch_language()
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=20_000)

    def gone() -> bool:
        gc.collect()
        return all(part() is None for part in old)

    qtbot.waitUntil(gone, timeout=20_000)


def test_the_first_start_sits_down_where_the_work_is(tmp_path: Path, qtbot: QtBot) -> None:
    desk = build(tmp_path / "new", None, "ar")
    assert desk.person.login not in ("salma", "hadi", "noor"), "read before there was a board"
    shell = Shell(desk, theme="light")
    shell.begin()
    qtbot.waitUntil(lambda: shell.seated is not None and shell.controls.tasks.quiet, timeout=60_000)
    assert shell.seated is not None
    assert shell.seated.person.login == desk.person.login == "salma"
    assert shell.controls.library.shelves.mine
    shell.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.close()
