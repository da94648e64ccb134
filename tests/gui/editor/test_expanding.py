"""Slips mend themselves and abbreviations expand at the word's end; one undo brings them back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from deskeditor.domain.document import Address, Document, Inline, Paragraph
from deskeditor.services.shorthand import Shorthand
from deskeditor.ui.editor.expanding import Expanding
from deskeditor.ui.editor.view import ArticleEditor
from helpers.editing import Opened

TABLE = Shorthand({"الى": "إلى", "مم": "مجلس المحافظة 2 WHO 😀"})


@pytest.fixture
def editor(opened: Opened) -> ArticleEditor:
    made = opened(Document(blocks=(Paragraph("p", Inline("ذهبَ 😀 ")),)))
    Expanding(made).use(TABLE)
    cursor = made.surface.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    made.surface.setTextCursor(cursor)
    return made


def compose(editor: ArticleEditor, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor.surface, event)


def key(editor: ArticleEditor, key: Qt.Key, text: str) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    QApplication.sendEvent(editor.surface, event)


def text_of(editor: ArticleEditor) -> str:
    found = editor.document().text_at(Address("p"))
    assert found is not None
    return found.text


def test_a_slip_is_mended_at_the_space_and_one_undo_brings_it_back(editor: ArticleEditor) -> None:
    compose(editor, "الى")
    assert text_of(editor) == "ذهبَ 😀 الى"
    key(editor, Qt.Key.Key_Space, " ")
    assert text_of(editor) == "ذهبَ 😀 إلى "
    assert editor.surface.textCursor().atBlockEnd()
    editor.undo()
    assert text_of(editor) == "ذهبَ 😀 الى "
    compose(editor, "البيت ")
    assert text_of(editor) == "ذهبَ 😀 الى البيت ", "what was taken back stays"


@pytest.mark.parametrize("end", ["،", ".", "؟", "»", " "])
def test_an_abbreviation_expands_before_what_ends_it(editor: ArticleEditor, end: str) -> None:
    compose(editor, "مم" + end)
    assert text_of(editor) == "ذهبَ 😀 مجلس المحافظة 2 WHO 😀" + end


def test_enter_ends_a_word_too(editor: ArticleEditor) -> None:
    compose(editor, "مم")
    key(editor, Qt.Key.Key_Return, "\r")
    assert text_of(editor) == "ذهبَ 😀 مجلس المحافظة 2 WHO 😀"
    assert len(editor.document().blocks) == 2


def test_letters_inside_another_word_stay(editor: ArticleEditor) -> None:
    compose(editor, "ممر ")
    compose(editor, "والى ")
    assert text_of(editor) == "ذهبَ 😀 ممر والى "


def test_a_page_that_is_read_stays(editor: ArticleEditor) -> None:
    editor.set_read_only(True)
    key(editor, Qt.Key.Key_Space, " ")
    assert text_of(editor) == "ذهبَ 😀 "


def test_without_shorthand_nothing_is_watched(opened: Opened) -> None:
    made = opened(Document(blocks=(Paragraph("p", Inline("أ 1 WHO 😀")),)))
    expanding = Expanding(made)
    expanding.use(TABLE)
    expanding.use(Shorthand())
    compose(made, "الى ")
    assert "الى " in made.document().header.headline.text + text_of(made)
