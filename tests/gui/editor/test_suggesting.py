"""Suggesting mode: every change proposed, nobody's altered, taken or refused as one step."""

from __future__ import annotations

from PySide6.QtCore import Qt

from deskeditor.domain.document import (
    Address,
    Document,
    Header,
    Heading,
    Inline,
    Isolate,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    Span,
    Strong,
)
from deskeditor.domain.document.proposals import live, original
from deskeditor.domain.findings import Anchor, Edit
from deskeditor.ui.editor.view import ArticleEditor
from helpers.edit_scripts import compose, press
from helpers.editing import Opened

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
BACK, DELETE, ENTER = Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return
PAGE = Document(
    Header(headline=Inline("عنوانٌ 2-1 😀")),
    (Paragraph("p", Inline("قالَ مدير WHO إن الماء عاد 😀")), Paragraph("q", Inline("ثانية"))),
)


def type_in(editor: ArticleEditor, text: str) -> None:
    for letter in text:
        compose(editor, committed=letter)


def at(editor: ArticleEditor, start: int, end: int | None = None, block: str = "p") -> None:
    assert editor.go_to(Anchor(Address(block), start, start if end is None else end))


def text(editor: ArticleEditor, block: str = "p") -> Inline:
    found = editor.document().text_at(Address(block))
    assert found is not None
    return found


def test_consecutive_typing_is_one_suggestion_with_author_and_time(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.set_suggesting(True, "salma")
    at(editor, 5)
    type_in(editor, "نائب ")
    (one,) = editor.suggestions()
    assert (one.kind, one.inserted, one.author) == ("insert", "نائب ", "salma")
    assert one.at.tzinfo is not None
    assert live(text(editor)).text == "قالَ نائب مدير WHO إن الماء عاد 😀"
    assert original(text(editor)) == text_of(PAGE)


def text_of(document: Document) -> Inline:
    found = document.text_at(Address("p"))
    assert found is not None
    return found


def test_deleting_strikes_out_and_goes_on_with_the_same_suggestion(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.set_suggesting(True, "salma")
    at(editor, 9)
    for _ in range(3):
        press(editor, BACK, NONE)
    (one,) = editor.suggestions()
    assert (one.kind, one.deleted) == ("delete", "دير")
    assert text(editor).text == text_of(PAGE).text
    press(editor, BACK, NONE)
    assert [(s.kind, s.deleted) for s in editor.suggestions()] == [("delete", "مدير")]
    at(editor, 28)
    press(editor, BACK, NONE)
    assert editor.suggestions()[1].deleted == "😀"


def test_deleting_ones_own_pending_words_really_deletes(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.set_suggesting(True, "salma")
    at(editor, 5)
    type_in(editor, "نائب ")
    for _ in range(5):
        press(editor, BACK, NONE)
    assert editor.document() == PAGE


def test_nobody_alters_another_persons_suggestion(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.set_suggesting(True, "salma")
    at(editor, 5)
    type_in(editor, "نائب ")
    (hers,) = editor.suggestions()
    editor.set_suggesting(True, "hadi")
    at(editor, 7)
    type_in(editor, "😀")
    press(editor, BACK, NONE)
    at(editor, 5, 10)
    press(editor, DELETE, NONE)
    found = {one.author: one for one in editor.suggestions()}
    assert found["salma"] == hers
    assert (found["hadi"].kind, found["hadi"].deleted) == ("delete", "نائب ")
    editor.set_suggesting(False)
    at(editor, 7)
    type_in(editor, "ـ")
    assert found["salma"].inserted == "نائب "
    assert [one.inserted for one in editor.suggestions() if one.author == "salma"] == ["نا ئب "]
    assert "ـ" in original(text(editor)).text, "typed plainly, it is no part of a suggestion"


def test_typing_over_words_is_one_replacement_taken_or_refused_whole(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.set_suggesting(True, "salma")
    editor.apply((Edit(Anchor(Address("p"), 5, 9), "مندوب"),))
    (one,) = editor.suggestions()
    assert (one.kind, one.deleted, one.inserted) == ("replace", "مدير", "مندوب")
    before = editor.document()
    assert editor.accept(one.id)
    assert text(editor) == Inline("قالَ مندوب WHO إن الماء عاد 😀")
    editor.undo()
    assert editor.document() == before
    assert editor.refuse(one.id)
    assert editor.document() == PAGE
    assert not editor.refuse(one.id)


def test_formatting_is_proposed_with_the_words(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.set_suggesting(True, "salma")
    at(editor, 0, 4)
    editor.toggle_strong()
    (one,) = editor.suggestions()
    assert (one.kind, one.deleted, one.inserted) == ("replace", "قالَ", "قالَ")
    editor.refuse_all()
    assert editor.document() == PAGE
    at(editor, 0, 4)
    editor.toggle_strong()
    editor.accept_all()
    assert text(editor) == text_of(PAGE).with_mark(0, 4, Strong())


def test_a_heading_is_proposed_as_a_line_of_its_own(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.set_suggesting(True, "salma")
    at(editor, 0)
    editor.set_block_kind("heading")
    before = editor.document()
    assert [type(block) for block in before.blocks] == [Paragraph, Heading, Paragraph]
    editor.accept_all()
    heading, last = editor.document().blocks
    assert isinstance(heading, Heading)
    assert (heading.text, last) == (text_of(PAGE), PAGE.blocks[1])
    editor.undo()
    assert editor.document() == before
    editor.refuse_all()
    assert editor.document() == PAGE


def test_a_paragraph_split_and_joined_comes_back_whole(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.set_suggesting(True, "salma")
    at(editor, 9)
    press(editor, ENTER, NONE)
    assert len(editor.suggestions()) == 1
    at(editor, 0, block="q")
    press(editor, BACK, NONE)
    editor.refuse_all()
    assert editor.document() == PAGE
    at(editor, 9)
    press(editor, ENTER, NONE)
    editor.accept_all()
    texts = [slot.text.text for slot in editor.document().slots()][5:]
    assert texts == ["قالَ مدير", " WHO إن الماء عاد 😀", "ثانية"]


def test_joining_is_proposed_and_taken(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.set_suggesting(True, "salma")
    at(editor, 0, block="q")
    press(editor, BACK, NONE)
    editor.accept_all()
    assert editor.document().blocks == (Paragraph("p", Inline(text_of(PAGE).text + "ثانية")),)


def test_all_keys_of_deleting_leave_the_words(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.set_suggesting(True, "salma")
    editor.select_all()
    press(editor, DELETE, NONE)
    assert [slot.text.text for slot in editor.document().slots()] == [
        slot.text.text for slot in PAGE.slots()
    ]
    editor.refuse_all()
    assert editor.document() == PAGE
    editor.select_all()
    editor.cut()
    editor.accept_all()
    assert all(not slot.text for slot in editor.document().slots())


def test_pasted_lines_are_one_suggestion(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.select_all()
    mime = editor.surface.createMimeDataFromSelection()
    editor.set_suggesting(True, "salma")
    at(editor, 9)
    editor.surface.paste(mime)
    editor.refuse_all()
    assert editor.document() == PAGE
    at(editor, 6, block="q")
    editor.surface.paste(mime)
    (one,) = editor.suggestions()
    assert one.kind == "insert"
    editor.accept_all()
    assert [type(b) for b in editor.document().blocks] == [Paragraph] * 5


def test_suggestions_survive_copy_undo_and_an_isolate_inside(opened: Opened) -> None:
    words = Inline("قال C++ نعم", (Span(4, 7, Isolate()),))
    page = Document(blocks=(Paragraph("p", words), Quotation("k", Inline("قول 2-1"))))
    editor = opened(page)
    editor.set_suggesting(True, "salma")
    at(editor, 2, 9)
    press(editor, BACK, NONE)
    after = editor.document()
    assert after.blocks[0].text.text == words.text  # type: ignore[union-attr]
    editor.undo()
    assert editor.document() == page
    editor.redo()
    assert editor.document() == after
    editor.set_suggesting(False)
    editor.select_all()
    mime = editor.surface.createMimeDataFromSelection()
    editor.go_to(Anchor(Address("k"), 7, 7))
    editor.surface.paste(mime)
    assert len({one.id for one in editor.suggestions()}) == 1
    editor.refuse_all()
    assert editor.document().blocks[0] == page.blocks[0]


def test_the_caret_goes_on_in_the_proposed_heading(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.set_suggesting(True, "salma")
    at(editor, 5, block="q")
    editor.set_block_kind("heading")
    type_in(editor, " 2-1")
    heading = next(b for b in editor.document().blocks if isinstance(b, Heading))
    assert live(heading.text).text == "ثانية 2-1"


def test_a_list_parted_by_a_suggestion_is_one_again_when_that_is_refused(opened: Opened) -> None:
    items = tuple(ListItem(f"i{n}", Inline(f"بند {n}")) for n in range(3))
    page = Document(blocks=(ListBlock("l", items), Paragraph("q", Inline("بعدها"))))
    editor = opened(page)
    editor.set_suggesting(True, "salma")
    at(editor, 0, block="i1")
    editor.set_block_kind("paragraph")
    assert len([b for b in editor.document().blocks if isinstance(b, ListBlock)]) == 2
    editor.refuse_all()
    assert editor.document() == page
