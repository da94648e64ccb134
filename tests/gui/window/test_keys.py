"""The map of keys: sound from the start, changed, kept by person, conflicts shown on both."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from deskeditor.services.keymap import conflicts
from deskeditor.ui.actions import ACTIONS, RESERVED
from deskeditor.ui.app import Shell


def key_of(shell: Shell, name: str) -> str:
    return shell.window.actions_table[name].shortcut().toString()


def choose(shell: Shell, name: str) -> str:
    """Choose an action's line; answers what it says of its keys."""
    table = shell.keys.page.table
    at = [spec.id for spec in ACTIONS].index(name)
    table.setCurrentCell(at, 1)
    item = table.item(at, 2)
    assert item is not None
    return item.text()


def test_the_programs_own_keys_clash_nowhere() -> None:
    own = [(spec.id, QKeySequence(spec.keys).toString()) for spec in ACTIONS]
    assert conflicts([*own, *((f"page:{keys}", keys) for keys in RESERVED)]) == {}


def test_every_action_does_something_and_stands_in_the_palette(shell: Shell) -> None:
    assert {spec.id for spec in ACTIONS} == shell.commands.handlers.keys()
    shell.window.actions_table.allow(article=True, writing=True)
    shell.commands.palette()
    texts = {command.text for command in shell.window.palette_box._commands}
    table = shell.window.actions_table
    folders = {table[f"folder_{number}"].text() for number in range(1, 10)}  # there is none yet
    named = {table[spec.id].text() for spec in ACTIONS}
    assert named - texts == {table["palette"].text(), *folders}


def test_keys_are_changed_kept_and_given_back(shell: Shell, qtbot: QtBot) -> None:
    shell.commands.run("shortcuts")
    page = shell.keys.page
    assert page.isVisible()
    choose(shell, "find")
    page.edit.setKeySequence(QKeySequence("Ctrl+Alt+F"))
    page.edit.editingFinished.emit()
    assert key_of(shell, "find") == "Ctrl+Alt+F"
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=5_000)
    assert shell.desk.keymap.load("salma") == {"find": "Ctrl+Alt+F"}
    assert shell.desk.keymap.load("hadi") == {}
    page._give_back()
    assert key_of(shell, "find") == "Ctrl+F"
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=5_000)
    assert shell.desk.keymap.load("salma") == {}


def test_a_conflict_is_said_on_both_lines_and_below(shell: Shell, qtbot: QtBot) -> None:
    shell.keys.change("find", "Ctrl+B")
    page = shell.keys.page
    assert shell.window.look.words("window.action_strong") in choose(shell, "find")
    assert shell.window.look.words("window.action_find") in choose(shell, "strong")
    assert "مفتاح واحد" in page._say.text()
    shell.keys.change("find", "Ctrl+Y")
    assert "الصفحة" in choose(shell, "find")
    shell.keys.reset()
    assert page.conflicts() == {}
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=5_000)


def test_the_map_is_searched_by_name_and_key(shell: Shell) -> None:
    page = shell.keys.page
    page.search.setText("f3")
    shown = [at for at in range(len(ACTIONS)) if not page.table.isRowHidden(at)]
    assert {ACTIONS[at].id for at in shown} >= {"find_next", "find_previous"}
    assert len(shown) < 8
    page.search.setText("")
    assert not any(page.table.isRowHidden(at) for at in range(len(ACTIONS)))
