"""What a screen reader is told: names, roles, values and live states of the real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from deskeditor.domain.findings import Anchor
from deskeditor.ui.app import Shell
from deskeditor.ui.control.shelves import Place

Open = Callable[[Shell, str], None]
PAGE = "وزارة النقل"
Role = QAccessible.Role
INTERACTIVE = frozenset({
    Role.Button, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText, Role.PageTab,
    Role.List, Role.Table, Role.Tree, Role.Slider, Role.SpinBox, Role.Link, Role.ButtonMenu,
    Role.ButtonDropDown, Role.MenuItem, Role.PopupMenu,
})  # fmt: skip


def face(widget: object) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(cast("Any", widget))
    assert found is not None
    return found


def walk(root: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """Everything that can be reached, what is hidden left out."""
    if not root.isValid() or depth > 40:
        return
    state = root.state()
    if depth and state.invisible:
        return
    yield root
    for number in range(root.childCount()):
        child = root.child(number)
        if child is not None:
            yield from walk(child, depth + 1)


def name_of(one: QAccessibleInterface) -> str:
    return one.text(QAccessible.Text.Name)


#: Roles that tell a screen reader nothing of what one can do with what has the focus.
MUTE = frozenset({Role.NoRole, Role.Border, Role.Grouping, Role.Graphic})
FRAMES = frozenset({Role.Window, Role.Client, Role.Pane, Role.Separator, Role.Cell, Role.ListItem})


def faults(root: object) -> list[str]:
    """Whatever can be reached and has no name, or a role that says nothing."""
    found = []
    for one in walk(face(root)):
        reached = one.role() in INTERACTIVE or bool(one.state().focusable)
        if not reached:
            continue
        if one.role() not in FRAMES and not name_of(one).strip():
            found.append(f"unnamed {one.role().name} {one.object()!r}")
        if one.role() in MUTE:
            found.append(f"mute {one.role().name} {one.object()!r}")
    return found


def quiet(shell: Shell, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=20_000)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_everything_at_the_writing_desk_has_a_name_and_a_role(
    open_shell: Callable[..., Shell], open_article: Open, language: str, qtbot: QtBot
) -> None:
    shell = open_shell(language=language)
    open_article(shell, PAGE)
    window, run = shell.window, shell.commands.run
    window.find_bar.everywhere.setChecked(True)
    run("replace")
    for panel in ("checks", "quotes", "images", "review", "history", "details"):
        window.show_panel(panel)
        quiet(shell, qtbot)
        assert faults(window) == [], panel
    window.show_panel("checks")
    for asked in ("next_finding", "explain", "fix_all", "link", "compare", "attach_evidence"):
        run(asked)
        quiet(shell, qtbot)
        assert faults(window) == [], asked
    for asked in ("palette", "outline", "go_to", "insert_tashkeel", "insert_snippet"):
        run(asked)
        assert faults(window) == [], asked
        window.palette_box.hide()
    newest = shell.controls.checks.newest
    assert newest is not None
    menu = shell.context.open(QPoint(0, 0), newest.report.findings[0])
    assert faults(menu) == []
    menu.close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_everything_in_every_place_has_a_name_and_a_role(
    open_shell: Callable[..., Shell], language: str, qtbot: QtBot
) -> None:
    shell = open_shell(language=language)
    for place in Place:
        shell.places.go(place)
        quiet(shell, qtbot)
        assert faults(shell.window) == [], place
    for page in ("shorthand", "shortcuts", "names", "rules"):
        shell.commands.run(page)
        quiet(shell, qtbot)
        assert faults(shell.window) == [], page


def test_places_and_panels_say_which_is_shown(shell: Shell, open_article: Open) -> None:
    open_article(shell, PAGE)
    shell.window.show_panel("history")
    tabs = shell.window.strip.tabs
    assert face(tabs["history"]).state().checked
    assert not face(tabs["checks"]).state().checked
    shell.window.show_panel("checks")
    assert face(tabs["checks"]).state().checked
    rows = shell.window.rail.rows
    assert face(rows[Place.DRAFTS]).state().checked
    assert face(rows[Place.TRASH]).state().checkable
    press = face(rows[Place.TRASH]).actionInterface()
    assert press is not None
    press.doAction(press.toggleAction())
    assert shell.places.place is Place.TRASH
    assert face(rows[Place.TRASH]).state().checked


def test_the_page_tells_its_text_its_caret_and_its_selection(
    shell: Shell, open_article: Open
) -> None:
    open_article(shell, PAGE)
    editor = cast("Any", shell.writing.editor)
    page = face(editor.surface)
    assert page.role() is Role.EditableText
    assert name_of(page) == shell.window.look.words("editor.page")
    text = page.textInterface()
    assert text is not None
    whole = text.text(0, text.characterCount())
    headline = editor.document().header.headline.text
    assert headline in whole
    newest = shell.controls.checks.newest
    assert newest is not None
    found = next(f for f in newest.report.findings if f.text == "الى")
    editor.go_to(found.anchor)
    assert text.selectionCount() == 1
    end = text.cursorPosition()
    assert whole[end - 3 : end] == "الى"
    editor.go_to(Anchor(found.anchor.address, 3, 3))
    assert text.selectionCount() == 0
    assert text.cursorPosition() == editor.surface.textCursor().position()


def test_the_page_says_whether_it_may_be_written_on(shell: Shell, open_article: Open) -> None:
    open_article(shell, PAGE)
    editor = cast("Any", shell.writing.editor)
    assert not face(editor.surface).state().readOnly
    assert face(editor.surface).state().multiLine
    editor.set_read_only(True)
    assert face(editor.surface).state().readOnly


def test_live_states_are_told(shell: Shell, open_article: Open, qtbot: QtBot) -> None:
    open_article(shell, PAGE)
    window = shell.window
    assert name_of(face(window.status._save)) == window.status.save_text
    chip = window.find_bar.switches["hamza"]
    assert face(chip).state().checkable
    assert face(chip).state().checked
    chip.setChecked(False)
    assert not face(chip).state().checked
    window.find_bar.open("", replacing=False, writable=True)
    window.find_bar.field.setText("الوزارة")
    qtbot.waitUntil(lambda: shell.find.found is not None and shell.find.found.places > 0)
    field = face(window.find_bar.field)
    said = field.text(QAccessible.Text.Description)
    assert said
    assert window.find_bar.count.text().endswith(said)
    assert face(window.toolbar.submit).state().disabled == 0
    shell.places.go(Place.DRAFTS)
    assert face(window.toolbar.submit).state().disabled
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=10_000)


def test_what_changes_elsewhere_is_said_aloud(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[str, bool]] = []

    def hear(_widget: object, text: str, *, urgent: bool = False) -> None:
        said.append((text, urgent))

    monkeypatch.setattr("deskeditor.ui.widgets.notice.announce", hear)
    shell.window.notice.say("حُفظت 2 😀 WHO", "ok")
    shell.window.notice.say("لم يُحفظ", "error")
    assert said == [("حُفظت 2 😀 WHO", False), ("لم يُحفظ", True)]


def test_switches_of_the_menus_say_whether_they_are_on(shell: Shell, open_article: Open) -> None:
    open_article(shell, PAGE)
    shell.window.actions_table["invisibles"].trigger()
    menus = [one for one in walk(face(shell.window)) if one.role() is Role.MenuItem]
    assert menus
    assert shell.window.actions_table["invisibles"].isChecked()
