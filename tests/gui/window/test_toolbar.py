"""The toolbar tells where the caret is; links, isolates, tashkeel and the clipboard by key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskeditor.domain.document import (
    Address,
    Heading,
    Inline,
    Isolate,
    Link,
    ListBlock,
    Note,
    Paragraph,
    Separator,
    Strong,
)
from deskeditor.domain.findings import Anchor
from deskeditor.ui.app import Shell
from deskeditor.ui.editor.view import ArticleEditor
from deskeditor.ui.wiring.linking import address_of
from helpers.edit_scripts import compose

Open = Callable[[Shell, str], None]
PAGE = "وزارة النقل"


@pytest.fixture
def writing(shell: Shell, open_article: Open) -> Shell:
    open_article(shell, PAGE)
    return shell


def page(shell: Shell) -> ArticleEditor:
    found = shell.writing.editor
    assert isinstance(found, ArticleEditor)
    return found


def do(shell: Shell, name: str) -> None:
    action = shell.window.actions_table[name]
    assert action.isEnabled(), name
    action.trigger()


def body(shell: Shell) -> Paragraph:
    blocks = page(shell).document().blocks
    return next(b for b in blocks if isinstance(b, Paragraph) and len(b.text) > 40)


def shown_kind(shell: Shell) -> str:
    box = shell.window.toolbar.kinds
    return box.currentText() or box.placeholderText()


def test_the_kind_under_the_caret_is_shown(writing: Shell, qtbot: QtBot) -> None:
    editor, words = page(writing), writing.window.look.words
    editor.go_to(Anchor(Address("header", "headline"), 0, 0))
    qtbot.waitUntil(lambda: shown_kind(writing) == words("editor.empty-headline"))
    assert not writing.window.toolbar.kinds.isEnabled()
    place = Address(body(writing).id)
    for action, kind in (("numbers", ListBlock), ("heading", Heading), ("insert_note", Note)):
        editor.go_to(Anchor(place, 2, 2))
        do(writing, action)
        assert any(isinstance(block, kind) for block in editor.document().blocks)
        wanted = words(f"window.kind_{action}")
        qtbot.waitUntil(lambda wanted=wanted: shown_kind(writing) == wanted)  # type: ignore[misc]
        editor.undo()


def test_bold_is_shown_pressed_and_undo_only_where_there_is_a_step(
    writing: Shell, qtbot: QtBot
) -> None:
    editor, table = page(writing), writing.window.actions_table
    assert not table["undo"].isEnabled()
    place = Address(body(writing).id)
    editor.go_to(Anchor(place, 0, 5))
    do(writing, "strong")
    qtbot.waitUntil(table["strong"].isChecked)
    assert body(writing).text.marks_at(2) == (Strong(),)
    assert table["undo"].isEnabled()
    editor.go_to(Anchor(place, 20, 20))
    qtbot.waitUntil(lambda: not table["strong"].isChecked())
    do(writing, "undo")
    assert not table["undo"].isEnabled()
    assert table["redo"].isEnabled()


def test_suggesting_stands_over_the_page(writing: Shell) -> None:
    chip = writing.window.title._suggesting
    assert not chip.isVisible()
    do(writing, "suggesting")
    assert chip.isVisible()
    do(writing, "suggesting")
    assert not chip.isVisible()


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("example.org/a?b=1", "https://example.org/a?b=1"),
        ("https://example.org", "https://example.org"),
        ("desk@example.org", "mailto:desk@example.org"),
        ("tel:+964770123", "tel:+964770123"),
        ("javascript:alert(1)", None),
        ("file:///etc/hostname", None),
        ("كلام", None),
        ("", None),
    ],
)
def test_an_address_readers_may_be_led_to(typed: str, address: str | None) -> None:
    assert address_of(typed) == address


def test_a_link_is_put_on_changed_and_taken_off(writing: Shell) -> None:
    editor, bar = page(writing), writing.window.link_bar
    QGuiApplication.clipboard().setText("كلام لا عنوان")
    place = Address(body(writing).id)
    editor.go_to(Anchor(place, 0, 5))
    do(writing, "link")
    assert bar.isVisible()
    bar.field.setText("javascript:1")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.problem.isVisible()
    bar.field.setText("example.org")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert not bar.isVisible()
    assert body(writing).text.marks_at(0) == (Link("https://example.org"),)
    editor.go_to(Anchor(place, 3, 3))
    do(writing, "link")
    assert bar.field.text() == "https://example.org", "the caret in a link is enough"
    bar.off.click()
    assert body(writing).text.marks_at(0) == ()
    do(writing, "link")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_what_readers_would_see_turned_round_is_offered_and_held(
    writing: Shell, qtbot: QtBot
) -> None:
    editor, offer = page(writing), writing.isolating.offer
    place = Address(body(writing).id)
    editor.go_to(Anchor(place, 0, 0))
    compose(editor, committed="770-123-4567 ")
    editor.go_to(Anchor(place, 12, 12))
    qtbot.waitUntil(offer.isVisible)
    assert "4567-123-770" in offer.text.text()
    offer.does.click()
    assert not offer.isVisible()
    assert body(writing).text.marks_at(3) == (Isolate(),)
    editor.go_to(Anchor(place, 30, 30))
    compose(editor, committed=" 2-1 ")
    do(writing, "isolate_all")
    assert body(writing).text.marks_at(31) == (Isolate(),)
    assert writing.window.notice.isVisible()


def test_parts_are_broken_and_vowels_put_by_name(writing: Shell) -> None:
    editor = page(writing)
    place = Address(body(writing).id)
    editor.go_to(Anchor(place, 1, 1))
    do(writing, "insert_tashkeel")
    box = writing.window.palette_box
    box._field.setText(writing.window.look.words("lettering.shadda"))
    QTest.keyClick(box._field, Qt.Key.Key_Return)
    assert body(writing).text.text[1] == "\u0651"
    do(writing, "insert_separator")
    assert any(isinstance(b, Separator) for b in editor.document().blocks)


def test_the_clipboard_of_the_menus_goes_where_the_focus_is(writing: Shell) -> None:
    editor = page(writing)
    before = editor.document()
    do(writing, "find")
    field = writing.window.find_bar.field
    field.setText("WHO 2-1")
    do(writing, "select_all")
    do(writing, "cut")
    assert field.text() == ""
    do(writing, "paste_plain")
    assert field.text() == "WHO 2-1"
    assert editor.document() == before
    editor.setFocus()
    editor.go_to(Anchor(Address(body(writing).id), 0, 0))
    do(writing, "paste")
    assert body(writing).text == Inline("WHO 2-1") + next(
        b.text for b in before.blocks if isinstance(b, Paragraph) and len(b.text) > 40
    )


def test_the_palette_gives_the_focus_back_and_scrolls_to_every_line(writing: Shell) -> None:
    window = writing.window
    page(writing).setFocus()
    was = window.focusWidget()
    writing.commands.palette()
    box = window.palette_box
    assert len(box._found) > 60
    QTest.keyClick(box._field, Qt.Key.Key_Up)
    assert box._list.currentIndex().row() == len(box._found) - 1
    assert box.height() < 600
    QTest.keyClick(box._field, Qt.Key.Key_Escape)
    assert window.focusWidget() is was
