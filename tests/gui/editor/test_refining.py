"""The house's typography as one types, and one key that brings back what was typed."""

from __future__ import annotations

from PySide6.QtCore import Qt

from deskeditor.domain.document import (
    Address,
    Document,
    Inline,
    Isolate,
    Link,
    Mark,
    Paragraph,
    Span,
)
from deskeditor.domain.document.proposals import live
from deskeditor.domain.findings import Anchor
from deskeditor.domain.publication import HouseStyle
from deskeditor.ui.editor.view import ArticleEditor
from helpers.edit_scripts import compose, press
from helpers.editing import Opened

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
WHERE = Address("p")


def writing(opened: Opened, text: str = "", *marks: Span) -> ArticleEditor:
    editor = opened(Document(blocks=(Paragraph("p", Inline(text, marks)),)))
    editor.set_house(HouseStyle())
    editor.go_to(Anchor(WHERE, len(text), len(text)))
    return editor


def words(editor: ArticleEditor) -> str:
    found = editor.document().text_at(WHERE)
    assert found is not None
    return found.text


def keys(editor: ArticleEditor, text: str) -> None:
    for letter in text:
        press(editor, Qt.Key.Key_unknown, NONE, letter)


def test_keys_and_compositions_become_the_house_style(opened: Opened) -> None:
    editor = writing(opened, "😀 ")
    keys(editor, 'قال "نعم", وغادر')
    for letter in " هل عاد?":
        compose(editor, committed=letter)
    assert words(editor) == "😀 قال «نعم»، وغادر هل عاد؟"


def test_backspace_or_undo_right_after_brings_back_what_was_typed(opened: Opened) -> None:
    editor = writing(opened, "وصل ")
    keys(editor, ",")
    assert words(editor) == "وصل،"
    press(editor, Qt.Key.Key_Backspace, NONE)
    assert words(editor) == "وصل ,"
    keys(editor, " ثم")
    assert words(editor) == "وصل , ثم"
    keys(editor, "?")
    press(editor, Qt.Key.Key_Z, CTRL)
    assert words(editor) == "وصل , ثم?"
    press(editor, Qt.Key.Key_Backspace, NONE)
    assert words(editor) == "وصل , ثم", "a second Backspace deletes"


def test_isolates_links_and_latin_are_left_alone(opened: Opened) -> None:
    marks: tuple[Mark, ...] = (Isolate(), Link("https://example.org/"))
    for mark in marks:
        editor = writing(opened, "قال abc", Span(4, 7, mark))
        editor.go_to(Anchor(WHERE, 6, 6))
        keys(editor, "?")
        assert words(editor) == "قال ab?c"
    editor = writing(opened, "Hello there")
    keys(editor, ', "you"?')
    assert words(editor) == 'Hello there, "you"?'


def test_an_english_page_and_a_page_without_a_house_stay_as_typed(opened: Opened) -> None:
    editor = writing(opened, "وصل")
    editor.set_house(None)
    keys(editor, "?")
    assert words(editor) == "وصل?"
    english = opened(Document(blocks=(Paragraph("p", Inline("وصل")),), language="en"))
    english.set_house(HouseStyle())
    english.go_to(Anchor(WHERE, 3, 3))
    keys(english, "?")
    assert words(english) == "وصل?"


def test_it_is_part_of_what_one_suggests(opened: Opened) -> None:
    editor = writing(opened, "وصل ")
    editor.set_suggesting(True, "salma")
    keys(editor, ",")
    assert words(editor) == "وصل ،"
    editor.accept_all()
    assert words(editor) == "وصل،"
    editor.undo()
    editor.refuse_all()
    assert words(editor) == "وصل "


def test_it_goes_on_after_an_isolate_in_the_same_line(opened: Opened) -> None:
    editor = writing(opened, "فاز 2-1", Span(4, 7, Isolate()))
    press(editor, Qt.Key.Key_End, NONE)
    keys(editor, ' "نعم" ,')
    assert words(editor) == "فاز 2-1 «نعم»،"


def test_struck_words_are_no_part_of_what_is_written(opened: Opened) -> None:
    editor = writing(opened, "قال الوزير")
    editor.set_suggesting(True, "salma")
    editor.go_to(Anchor(WHERE, 4, 10))
    keys(editor, '"غدا"')
    found = editor.document().text_at(WHERE)
    assert found is not None
    assert live(found).text == "قال «غدا»"
