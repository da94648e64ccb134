"""The desk's own language in the window: fix all with a preview, names turned green, the rules."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from deskeditor.domain.article import Article
from deskeditor.domain.document import Document, Header, Inline, Paragraph
from deskeditor.domain.errors import StoreError
from deskeditor.domain.findings import Finding
from deskeditor.domain.lexicon import NameEntry, NameKind, Register, Scope
from deskeditor.services.checker import Checker
from deskeditor.ui.app import Shell
from deskeditor.ui.control.shelves import Place
from deskeditor.ui.panels.names.page import NamesPage

Open = Callable[[Shell, str], None]
PAGE = "وزارة النقل"
TEXTS = (
    "قال الوزير , إن كوتشيلوفا وصلت , وإن 25 من WHO معها 😀.",
    "ثم غادرت كوتشيلوفا , وعاد الوفد.",
)


def write(shell: Shell, qtbot: QtBot) -> Any:
    """The open article with text of our own, checked."""
    editor = cast("Any", shell.writing.editor)
    blocks = tuple(Paragraph(f"b{n}", Inline(text)) for n, text in enumerate(TEXTS))
    old = shell.controls.article.article
    assert old is not None
    from dataclasses import replace

    article = replace(old, document=Document(Header(headline=Inline("عنوان 😀")), blocks))
    editor.set_article(article)
    shell.controls.article.take_document(article.document)
    shell.controls.checks.take(article)
    qtbot.waitUntil(lambda: bool(found(shell, "style.latin-comma")), timeout=20_000)
    return editor


def found(shell: Shell, rule: str) -> list[Finding]:
    newest = shell.controls.checks.newest
    return [f for f in newest.report.findings if f.rule == rule] if newest is not None else []


def test_fix_all_of_a_kind_shows_what_changes_and_is_one_step(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    editor = write(shell, qtbot)
    panel = shell.window.panels.checks
    panel.choose(found(shell, "style.latin-comma")[0])
    before = editor.document()
    shell.commands.run("fix_all")
    preview = panel._preview
    assert preview is not None
    assert preview.isVisible()
    assert preview.list.count() == 3
    QTest.keyClick(preview.list, Qt.Key.Key_Escape)
    assert preview.isHidden()
    shell.commands.run("fix_all")
    assert editor.document() == before
    preview.list.item(2).setCheckState(Qt.CheckState.Unchecked)
    QTest.keyClick(preview.list, Qt.Key.Key_Return)
    assert preview.isHidden()
    texts = [slot.text.text for slot in editor.document().slots()]
    assert "قال الوزير، إن كوتشيلوفا وصلت، وإن 25 من WHO معها 😀." in texts
    assert "ثم غادرت كوتشيلوفا , وعاد الوفد." in texts
    editor.undo()
    assert editor.document() == before
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=20_000)


def test_an_open_card_shows_all_of_itself_and_the_question_why(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    """Nothing on it is cut off or laid over something else, and what grew is scrolled into sight.

    The list was laid out at the width of one line of all buttons: its height came out too small.
    """
    open_article(shell, PAGE)
    panel = shell.window.panels.checks
    panel.choose(found(shell, "style.house-quotes")[0])
    card = panel._cards[panel._current or ("", "", "")]
    qtbot.waitUntil(lambda: card.height() == card.heightForWidth(card.width()), timeout=10_000)
    words = shell.window.look.words("panels.dismiss")
    dismiss = next(one for one in card.findChildren(QPushButton) if one.text() == words)
    dismiss.click()
    dismiss.click()  # in haste: it is asked once
    (why,) = card.findChildren(QLineEdit)
    qtbot.waitUntil(lambda: card.height() == card.heightForWidth(card.width()), timeout=10_000)

    def in_sight() -> bool:
        seen = panel.area.viewport().rect()
        corner = why.mapTo(panel.area.viewport(), why.rect().bottomLeft())
        return seen.top() <= corner.y() <= seen.bottom()

    qtbot.waitUntil(in_sight, timeout=10_000)
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=20_000)


def test_a_name_marked_right_is_known_to_the_whole_desk_and_can_be_taken_off(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    write(shell, qtbot)
    name = found(shell, "spelling.unknown-name")[0]
    shell.window.panels.checks.name_kept.emit(name)

    def known() -> set[str]:
        newest = shell.controls.checks.newest
        return {one.text for one in newest.report.known} if newest is not None else set()

    qtbot.waitUntil(lambda: "كوتشيلوفا" in known(), timeout=20_000)
    assert found(shell, "spelling.unknown-name") == []
    paper = shell.language_desk._publication
    assert "كوتشيلوفا" in shell.desk.lexicon.words(Scope.PUBLICATION, paper)
    shell.language_desk.forget_name("كوتشيلوفا")
    qtbot.waitUntil(lambda: bool(found(shell, "spelling.unknown-name")), timeout=20_000)
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=20_000)


def test_the_register_is_edited_and_read_against_all_articles(shell: Shell, qtbot: QtBot) -> None:
    shell.commands.run("names")
    page = shell.language_desk.names
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=20_000)
    entry = NameEntry("الجسر", NameKind.PLACE, "معلم", "Bridge", ("القنطرة", "الجسير"))
    page.show_register(Scope.PUBLICATION, Register({entry.name: entry}, frozenset({"WHO"})))
    assert page.register() == Register({entry.name: entry}, frozenset({"WHO"}))
    page._shown = Register()
    page.save()
    paper = shell.language_desk._publication
    book = shell.desk.lexicon
    qtbot.waitUntil(lambda: book.names(Scope.PUBLICATION, paper) == (entry,), timeout=20_000)
    page.across_asked.emit()
    qtbot.waitUntil(lambda: bool(page._told.text()), timeout=60_000)
    page.closed.emit()
    assert shell.window.page == "place"
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=20_000)


def test_rules_are_listed_with_their_counts_and_help(shell: Shell, qtbot: QtBot) -> None:
    from deskeditor.checks.registry import ALL_RULES

    shell.commands.run("rules")
    page = shell.language_desk.rules
    qtbot.waitUntil(lambda: page.table.rowCount() == len(ALL_RULES), timeout=20_000)
    page.search.setText("style.tamma")
    shown = [at for at in range(page.table.rowCount()) if not page.table.isRowHidden(at)]
    assert len(shown) == 1
    page.table.setCurrentCell(shown[0], 0)
    assert page.current == "style.tamma"
    assert "المرجع" in page._help.toPlainText()
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=20_000)


def test_checks_go_on_while_names_are_read_and_closing_ends_the_reading(
    shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, begun, read = threading.Event(), threading.Event(), list[str]()
    checker, opened = shell.desk.checker, shell.desk.drafts.open
    another = checker.another

    def slow() -> Checker:
        begun.set()
        gate.wait(60)
        return another()

    def counted(article: str) -> Article:
        read.append(article)
        return opened(article)

    shell.commands.run("names")
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=20_000)
    shell.places.go(Place.DRAFTS)
    row = next(r for r in shell.controls.library.shelves.mine if PAGE in r.title)
    shell.places.open(row.id)
    qtbot.waitUntil(lambda: shell.controls.checks.newest is not None, timeout=60_000)
    monkeypatch.setattr(checker, "another", slow)
    shell.language_desk.names.across_asked.emit()
    qtbot.waitUntil(begun.is_set, timeout=20_000)
    with qtbot.waitSignal(shell.controls.checks.checked, timeout=60_000):
        shell.controls.checks.run()
    monkeypatch.setattr(shell.desk.drafts, "open", counted)
    threading.Timer(0.1, gate.set).start()
    shell.controls.close()
    assert read == []


def test_a_store_that_cannot_say_other_wordings_stops_no_check(
    shell: Shell, open_article: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_article(shell, PAGE)

    def busy(*_: object) -> None:
        raise StoreError("store-busy")

    monkeypatch.setattr(shell.desk.register, "uttered", busy)
    write(shell, qtbot)
    newest = shell.controls.checks.newest
    assert newest is not None
    assert newest.twins == ()


def cell(page: NamesPage, row: int, column: int, text: str) -> None:
    item = page.table.item(row, column)
    assert item is not None
    item.setText(text)


def test_unsaved_names_stay_behind_the_other_scope_and_another_page(
    shell: Shell, qtbot: QtBot
) -> None:
    shell.commands.run("names")
    page = shell.language_desk.names
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=20_000)
    before = page.table.rowCount()
    page.add_row()
    cell(page, before, 0, "ميناء مرسى الطيب")
    for scope in (Scope.MINE, Scope.PUBLICATION):
        page._whose._buttons[scope.value].click()
        qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=20_000)
        assert page.scope is scope
        assert page.dirty is (scope is Scope.PUBLICATION)
    page.closed.emit()
    shell.commands.run("names")
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=20_000)
    assert [row[0] for row in page.rows()].count("ميناء مرسى الطيب") == 1
    page.save()
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=20_000)
    assert not page.dirty
    paper = shell.language_desk._publication
    kept = shell.desk.lexicon.names(Scope.PUBLICATION, paper)
    assert "ميناء مرسى الطيب" in {entry.name for entry in kept}


def test_a_name_that_is_too_long_is_refused_in_a_sentence(shell: Shell, qtbot: QtBot) -> None:
    shell.commands.run("names")
    page = shell.language_desk.names
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=20_000)
    told: list[object] = []
    shell.controls.tasks.known.connect(told.append)
    before = page.table.rowCount()
    page.add_row()
    cell(page, before, 0, "ميناء " * 40)
    page.save()
    assert [getattr(error, "code", "") for error in told] == ["name-unusable"]
    assert page.dirty


def test_the_kind_of_a_name_is_chosen_in_its_cell(shell: Shell, qtbot: QtBot) -> None:
    page = shell.language_desk.names
    entry = NameEntry("مرسى الطيب")
    page.show_register(Scope.PUBLICATION, Register({entry.name: entry}))
    assert not page.table.findChildren(QComboBox)
    shell.window.show_page("names")
    page._pressed(page.table.model().index(0, 1))
    (box,) = page.table.findChildren(QComboBox)
    box.setCurrentIndex(box.findData(NameKind.PLACE.value))
    box.activated.emit(box.currentIndex())
    assert page.register().names[entry.name].kind is NameKind.PLACE
    qtbot.waitUntil(lambda: not page.table.findChildren(QComboBox), timeout=20_000)
