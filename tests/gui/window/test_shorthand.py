"""Shorthand at the desk: edited in its page, used as one types, snippets by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from pytestqt.qtbot import QtBot

from deskeditor.services.shorthand import Entry, Kind, Scope
from deskeditor.ui.app import Shell

Open = Callable[[Shell, str], None]
PAGE = "وزارة النقل"
SIGN = Entry(Kind.SNIPPET, "خاتمة", "انتهى 😀\nنقلاً عن WHO ٢٠٢٦")


def test_entries_are_edited_kept_and_used(shell: Shell, open_article: Open, qtbot: QtBot) -> None:
    open_article(shell, PAGE)
    shell.commands.run("shorthand")
    page = shell.shorthand.page
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet)
    assert page.isVisible()
    page.add_row()
    for column, text in ((1, "مم"), (2, "مجلس المحافظة")):
        item = page.table.item(0, column)
        assert item is not None
        item.setText(text)
    page._save()
    qtbot.waitUntil(lambda: shell.shorthand.now.words.get("مم") == "مجلس المحافظة", timeout=5_000)
    kept = shell.desk.shorthand.entries(Scope.PERSON, "salma")
    assert kept == (Entry(Kind.ABBREVIATION, "مم", "مجلس المحافظة"),)
    page.closed.emit()
    assert shell.window.page == "write"
    page.scope_chosen.emit(Scope.PUBLICATION)
    qtbot.waitUntil(lambda: page.table.rowCount() > 3, timeout=5_000)
    assert page.scope is Scope.PUBLICATION


def test_what_cannot_work_is_told_and_nothing_is_kept(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    page = shell.shorthand.page
    page.show_entries(Scope.PERSON, (Entry(Kind.ABBREVIATION, "م م", "x 1 😀"),))
    page._save()
    qtbot.waitUntil(lambda: "مسافة" in shell.window.notice.text, timeout=5_000)
    assert shell.desk.shorthand.entries(Scope.PERSON, "salma") == ()


def test_a_snippet_goes_in_by_name_as_one_step(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    shell.desk.shorthand.save(Scope.PERSON, "salma", [SIGN])
    open_article(shell, PAGE)
    qtbot.waitUntil(lambda: bool(shell.shorthand.now.snippets), timeout=5_000)
    editor = cast("Any", shell.writing.editor)
    before = editor.document()
    shell.commands.run("insert_snippet")
    shell.window.palette_box._run()
    said = "\n".join(slot.text.text for slot in editor.document().slots())
    assert "انتهى 😀" in said
    assert "نقلاً عن WHO ٢٠٢٦" in said
    editor.undo()
    assert editor.document() == before
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=10_000)
