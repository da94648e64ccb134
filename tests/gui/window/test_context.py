"""The page's own menu: fixes at once or when they come, words to keep, dismissals, clipboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from deskeditor.domain.findings import Category, Finding
from deskeditor.domain.lexicon import Scope
from deskeditor.ui.app import Shell

Open = Callable[[Shell, str], None]
PAGE = "وزارة النقل"


def finding(shell: Shell, text: str) -> Finding:
    newest = shell.controls.checks.newest
    assert newest is not None
    return next(f for f in newest.report.findings if f.text == text)


def actions(shell: Shell) -> dict[str, QAction]:
    menu = shell.context.menu
    assert menu is not None
    return {action.text(): action for action in menu.actions() if action.text()}


def ask(shell: Shell, found: Finding | None) -> dict[str, QAction]:
    cast("Any", shell.writing.editor).context_requested.emit(QPoint(10, 10), found)
    return actions(shell)


def close(shell: Shell) -> None:
    if shell.context.menu is not None:
        shell.context.menu.close()


def test_a_fix_of_the_menu_mends_and_undo_brings_it_back(shell: Shell, open_article: Open) -> None:
    open_article(shell, PAGE)
    editor = cast("Any", shell.writing.editor)
    before = editor.document()
    found = finding(shell, "الى")
    offered = ask(shell, found)
    fix = next(action for text, action in offered.items() if "إلى" in text and action.isEnabled())
    fix.trigger()
    text = editor.document().text_at(found.anchor.address)
    assert text.text[found.anchor.start :].startswith("إلى")
    editor.undo()
    assert editor.document() == before
    close(shell)


def test_replacements_that_take_time_come_into_the_open_menu(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    bare = replace(finding(shell, "الى"), suggestions=(), fixes=())
    assert "يبحث عن بدائل…" in ask(shell, bare)
    shell.controls.checks.suggested.emit(bare, ("إلى", "إلي"))
    texts = list(actions(shell))
    assert "يبحث عن بدائل…" not in texts
    assert [t for t in texts if "«إلى»" in t]
    close(shell)
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=10_000)


def test_a_word_goes_to_mine_or_the_publications_and_is_asked_about_no_more(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    article = shell.controls.article.article
    assert article is not None
    paper = article.details.publication
    found = finding(shell, "الى")
    assert found.category is Category.SPELLING
    offered = ask(shell, found)
    next(action for text, action in offered.items() if "كلمات المطبوعة" in text).trigger()
    close(shell)
    book = shell.desk.lexicon
    qtbot.waitUntil(lambda: "الى" in book.words(Scope.PUBLICATION, paper), timeout=10_000)
    offered = ask(shell, found)
    next(action for text, action in offered.items() if "كلماتي" in text).trigger()
    close(shell)
    qtbot.waitUntil(lambda: "الى" in book.words(Scope.MINE), timeout=10_000)

    def settled() -> bool:
        newest = shell.controls.checks.newest
        return newest is not None and not any(
            one.text == "الى" and one.rule == found.rule for one in newest.report.findings
        )

    qtbot.waitUntil(settled, timeout=20_000)
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=10_000)


def answer(shell: Shell, why: str) -> None:
    """Give a reason on the card that asks for one."""
    (field,) = shell.window.panels.checks.findChildren(QLineEdit)
    field.setText(why)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_keys_set_a_finding_aside_and_keep_its_word(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    commands, notice, words = shell.commands, shell.window.notice, shell.window.look.words
    shell.places.new()
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=20_000)
    shell.controls.checks.newest = None  # as it is until the first answer comes
    for name in ("next_finding", "explain", "dismiss", "keep_word"):
        notice.hide()
        commands.run(name)
        assert notice.text == words("window.first_check"), name
    open_article(shell, PAGE)
    for name in ("explain", "apply_fix", "fix_all"):
        notice.hide()
        commands.run(name)
        assert notice.text == words("window.choose_finding"), name
    shell.writing.editor.go_to(finding(shell, "الى").anchor)
    commands.run("dismiss")
    answer(shell, "لهجة القائل")
    article = shell.controls.article.article
    assert article is not None
    assert [one.why for one in article.dismissals] == ["لهجة القائل"]
    commands.run("keep_word")
    qtbot.waitUntil(lambda: "الى" in notice.text, timeout=10_000)
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=20_000)


def test_dismissing_and_explaining(shell: Shell, open_article: Open, qtbot: QtBot) -> None:
    open_article(shell, PAGE)
    found = finding(shell, "الى")
    ask(shell, found)["اشرح"].trigger()
    assert shell.window.panel == "checks"
    close(shell)
    ask(shell, found)["تجاهل حتى يتغير…"].trigger()
    close(shell)
    answer(shell, "")
    article = shell.controls.article.article
    assert article is not None
    assert article.dismissals == (), "not without a reason"
    answer(shell, "اسم المكان هكذا")
    article = shell.controls.article.article
    assert article is not None
    assert any(one.covers(found) for one in article.dismissals)
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=10_000)


def test_without_a_finding_there_is_the_clipboard(shell: Shell, open_article: Open) -> None:
    open_article(shell, PAGE)
    editor = cast("Any", shell.writing.editor)
    editor.select_all()
    offered = ask(shell, None)
    assert offered["نسخ"].isEnabled()
    assert offered["قص"].isEnabled()
    close(shell)
    editor.set_read_only(True)
    editor.go_to(finding(shell, "الى").anchor)
    assert ask(shell, None)["نسخ"].isEnabled()
    close(shell)
