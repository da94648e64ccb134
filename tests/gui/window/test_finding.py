"""Find and replace at the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskeditor.domain.document import Address, Document
from deskeditor.domain.findings import Anchor, Edit
from deskeditor.services.searching import edited
from deskeditor.ui.app import Shell

Open = Callable[[Shell, str], None]
PAGE = "وزارة النقل"
HEADLINE = Address("header", "headline")


def body(shell: Shell) -> Address:
    return next(
        s.address for s in shell.writing.editor.document().slots() if s.role.value == "paragraph"
    )


def text_of(document: Document, address: Address) -> str:
    text = document.text_at(address)
    assert text is not None
    return text.text


def begin(shell: Shell, text: str) -> Any:
    """Put `text` before the first paragraph and look for what follows."""
    editor = cast("Any", shell.writing.editor)
    assert editor.apply((Edit(Anchor(body(shell), 0, 0), text),))
    editor.flush()
    return editor


def answered(shell: Shell, text: str) -> bool:
    found = shell.find.found
    return found is not None and found.query.text == text


def look_for(shell: Shell, qtbot: QtBot, text: str, places: int | None = None) -> None:
    shell.commands.run("replace")
    shell.window.find_bar.field.setText(text)
    qtbot.waitUntil(lambda: answered(shell, text), timeout=5_000)
    if places is not None:
        assert shell.find.found is not None
        assert len(shell.find.found.hits) == places


def test_the_bar_counts_and_walks_what_is_found(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    editor = begin(shell, "الأمانةُ الامانه ٢٠٢٦ WHO 😀 الأمـانة ")
    bar = shell.window.find_bar
    look_for(shell, qtbot, "الأمانة", 3)
    assert bar.isVisible()
    assert bar.count.text().endswith("3 نتائج") or "3" in bar.count.text()
    shell.commands.run("find_next")
    assert editor.selected_text() == "الأمانةُ"
    shell.commands.run("find_next")
    assert editor.selected_text() == "الامانه"
    shell.commands.run("find_previous")
    assert editor.selected_text() == "الأمانةُ"
    assert "1" in bar.count.text()
    with qtbot.waitSignal(shell.find.finding.found, timeout=5_000):
        bar.switches["hamza"].click()
    assert shell.find.found is not None
    assert len(shell.find.found.hits) == 2


def test_replacing_all_is_one_undo_step(shell: Shell, open_article: Open, qtbot: QtBot) -> None:
    open_article(shell, PAGE)
    editor = begin(shell, "لجنةٌ ولجنة 12 WHO 😀 لجنة ")
    before = editor.document()
    look_for(shell, qtbot, "لجنة")
    assert shell.find.found is not None
    count = len(shell.find.found.hits)
    assert count >= 3
    shell.window.find_bar.template.setText("هيئة")
    shell.window.find_bar.all.click()
    qtbot.waitUntil(lambda: "استُبدل" in shell.window.notice.text, timeout=5_000)
    assert text_of(editor.document(), body(shell)).startswith("هيئة وهيئة 12 WHO 😀 هيئة ")
    editor.undo()
    assert editor.document() == before


def test_replacing_one_goes_on_to_the_next(shell: Shell, open_article: Open, qtbot: QtBot) -> None:
    open_article(shell, PAGE)
    editor = begin(shell, "لجنةٌ ولجنة 12 WHO 😀 ")
    look_for(shell, qtbot, "لجنة")
    shell.commands.run("find_next")
    shell.window.find_bar.template.setText("هيئة")
    with qtbot.waitSignal(shell.find.finding.found, timeout=5_000):
        shell.window.find_bar.one.click()
    assert text_of(editor.document(), body(shell)).startswith("هيئة ولجنة 12")
    assert editor.selected_text() == "لجنة"
    editor.undo()
    assert text_of(editor.document(), body(shell)).startswith("لجنةٌ ولجنة 12")


def test_a_pattern_that_explodes_is_told_and_the_window_lives(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    begin(shell, "ا" * 4000 + "😀")
    shell.commands.run("find")
    bar = shell.window.find_bar
    bar.switches["expression"].setChecked(True)
    with qtbot.waitSignal(shell.find.finding.failed, timeout=60_000):
        bar.field.setText(r"^(ا|اا)+ب$")
    assert "تجاوز" in bar.count.text()
    with qtbot.waitSignal(shell.find.finding.failed, timeout=60_000):
        bar.field.setText("(")
    assert bar.field.property("problem") == "true"
    assert "نمطي" in bar.count.text()


def test_other_drafts_are_listed_and_replaced_in_with_a_revision_each(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    desk = shell.desk
    other = desk.drafts.new("salma", "alrafid")
    paragraph = Anchor(Address(other.document.blocks[0].id), 0, 0)
    text = replace(other, document=edited(other.document, [Edit(paragraph, "قرطاسيّة 7 WHO 😀")]))
    desk.drafts.autosave(text, "salma")
    open_article(shell, PAGE)
    editor = begin(shell, "قرطاسية ")
    shell.window.find_bar.everywhere.setChecked(True)
    look_for(shell, qtbot, "قرطاسية", 1)
    results = shell.window.find_bar.results
    assert results.isVisible()
    assert results.topLevelItemCount() == 2
    shell.window.find_bar.template.setText("أدوات")
    with qtbot.waitSignal(shell.find.finding.replaced, timeout=10_000):
        shell.window.find_bar.all.click()
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=10_000)
    assert text_of(desk.drafts.open(other.id).document, paragraph.address).startswith("أدوات")
    assert "قرطاسية" in desk.drafts.history(other.id)[0].label
    assert text_of(editor.document(), body(shell)).startswith("أدوات ")


def test_a_result_in_another_draft_opens_it_there(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    shell.window.find_bar.everywhere.setChecked(True)
    look_for(shell, qtbot, "السمك")
    results = shell.window.find_bar.results
    tops = [results.topLevelItem(n) for n in range(results.topLevelItemCount())]
    top = next(t for t in tops if t is not None and t.data(0, Qt.ItemDataRole.UserRole)[0])
    article = top.data(0, Qt.ItemDataRole.UserRole)[0]
    child = top.child(0)
    assert child is not None
    results.itemActivated.emit(child, 0)
    qtbot.waitUntil(
        lambda: (
            shell.controls.article.article is not None
            and shell.controls.article.article.id == article
            and cast("Any", shell.writing.editor).selected_text() == "السمك"
        ),
        timeout=10_000,
    )
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=10_000)


def test_escape_closes_the_bar_and_gives_the_focus_back(shell: Shell, open_article: Open) -> None:
    open_article(shell, PAGE)
    shell.commands.run("find")
    QTest.keyClick(shell.window.find_bar, Qt.Key.Key_Escape)
    assert not shell.window.find_bar.isVisible()
    assert shell.find.finder.hits == ()
    assert shell.window.focusWidget() is cast("Any", shell.writing.editor).surface


def test_the_palette_finds_words_of_every_text_and_opens_there(shell: Shell, qtbot: QtBot) -> None:
    shell.commands.palette()
    box = shell.window.palette_box
    before = len(box._found)
    box._field.setText("مستوصف وادي الزيتون")
    qtbot.waitUntil(lambda: any("مستوصف" in c.text for c in box._found), timeout=30_000)
    assert len(box._found) < before
    place = next(n for n, c in enumerate(box._found) if "مستوصف" in c.text)
    box._list.setCurrentIndex(box._model.index(place, 0))
    box._run()
    qtbot.waitUntil(lambda: shell.controls.article.article is not None, timeout=20_000)
    article = shell.controls.article.article
    assert article is not None
    assert "مستوصف" in article.title
    assert not shell.controls.article.editable
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=20_000)


def test_the_palette_of_places_looks_no_further(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    shell.commands.run("outline")
    with qtbot.assertNotEmitted(shell.window.palette_box.typed):
        shell.window.palette_box._field.setText("مستوصف")
    assert shell.window.palette_box._found == []
