"""Keys on the page: fields, kinds, undo as people think, and compositions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from deskeditor.domain.document import (
    Address,
    Document,
    Figure,
    Header,
    Heading,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    Separator,
    Strong,
)
from deskeditor.domain.findings import Anchor, Edit
from helpers.edit_scripts import compose, press
from helpers.editing import Opened

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ENTER, BACK, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete
PAGE = Document(
    Header(kicker=Inline("محليات"), headline=Inline("عنوان 😀")),
    (Paragraph("p", Inline("قالَ مدير WHO")), Paragraph("q", Inline("ثانية 2-1"))),
)


def test_enter_in_a_header_field_goes_to_the_next_and_then_to_the_body(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.go_to(Anchor(Address("header", "headline"), 3, 3))
    seen = []
    for _ in range(4):
        press(editor, ENTER, NONE)
        seen.append(editor.surface.page.address(editor.surface.textCursor().block()))
    parts = [Address("header", part) for part in ("deck", "byline", "dateline")]
    assert seen == [*parts, Address("p")]
    assert editor.document() == PAGE


def test_backspace_never_merges_a_field_away(opened: Opened) -> None:
    editor = opened(PAGE)
    for address in (Address("header", "headline"), Address("header", "deck"), Address("p")):
        editor.go_to(Anchor(address, 0, 0))
        press(editor, BACK, NONE)
        assert editor.document() == PAGE


def test_deleting_the_whole_page_leaves_the_empty_fields(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.select_all()
    press(editor, DELETE, NONE)
    assert editor.document().header == Header()
    assert all(not slot.text for slot in editor.document().slots())
    editor.undo()
    assert editor.document() == PAGE


def test_enter_splits_and_backspace_joins_and_the_first_id_stays(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.go_to(Anchor(Address("p"), 5, 5))
    press(editor, ENTER, NONE)
    first, second, third = editor.document().blocks
    assert (first.id, third.id) == ("p", "q")
    assert first == Paragraph("p", Inline("قالَ "))
    assert second == Paragraph(second.id, Inline("مدير WHO"))
    press(editor, BACK, NONE)
    assert editor.document() == PAGE


def test_enter_before_the_first_letter_leaves_the_id_with_the_words(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.go_to(Anchor(Address("q"), 0, 0))
    press(editor, ENTER, NONE)
    assert [block.id for block in editor.document().blocks][0::2] == ["p", "q"]


def test_a_composed_word_is_one_step_of_undo(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.go_to(Anchor(Address("q"), 9, 9))
    for letter in " مرحبا":
        compose(editor, committed=letter)
    assert editor.document().text_at(Address("q")) == Inline("ثانية 2-1 مرحبا")
    editor.undo()
    assert editor.document() == PAGE


def test_a_cancelled_composition_leaves_no_trace(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.go_to(Anchor(Address("header", "headline"), 2, 2))
    compose(editor, "مر", "مرح", "")
    assert editor.document() == PAGE
    assert editor.surface.page.findBlockByNumber(1).layout().formats()


def test_undo_goes_back_sentence_by_sentence(opened: Opened) -> None:
    editor = opened(Document(blocks=(Paragraph("p"),)))
    editor.go_to(Anchor(Address("p"), 0, 0))
    for letter in "وصل الوفد. غادر":
        compose(editor, committed=letter)
    editor.undo()
    assert editor.document().text_at(Address("p")) == Inline("وصل الوفد. ")
    editor.undo()
    assert editor.document().text_at(Address("p")) == Inline()


def test_a_fix_of_many_places_is_one_step(opened: Opened) -> None:
    editor = opened(PAGE)
    edits = (
        Edit(Anchor(Address("p"), 0, 4), "ذكر"),
        Edit(Anchor(Address("q"), 0, 5), "أخرى"),
        Edit(Anchor(Address("header", "headline"), 6, 7), "🙂"),
    )
    assert editor.apply(edits)
    document = editor.document()
    assert document.header.headline == Inline("عنوان 🙂")
    assert document.text_at(Address("p")) == Inline("ذكر مدير WHO")
    assert document.text_at(Address("q")) == Inline("أخرى 2-1")
    editor.undo()
    assert editor.document() == PAGE


def test_a_fix_for_words_that_are_gone_does_nothing(opened: Opened) -> None:
    editor = opened(PAGE)
    assert not editor.apply((Edit(Anchor(Address("p"), 0, 99), "ذكر"),))
    assert not editor.apply((Edit(Anchor(Address("gone"), 0, 0), "ذكر"),))
    assert editor.document() == PAGE


def test_a_fix_keeps_the_marks_of_the_words_it_replaces(opened: Opened) -> None:
    text = Inline("قال الى بغداد").with_mark(4, 7, Strong())
    editor = opened(Document(blocks=(Paragraph("p", text),)))
    assert editor.apply((Edit(Anchor(Address("p"), 4, 7), "إلى"),))
    wanted = Inline("قال إلى بغداد").with_mark(4, 7, Strong())
    assert editor.document().text_at(Address("p")) == wanted


def test_bold_goes_on_at_its_end_and_a_link_does_not(opened: Opened) -> None:
    text = Inline("نص رابط").with_mark(0, 2, Strong()).with_mark(3, 7, Link("https://example.org"))
    editor = opened(Document(blocks=(Paragraph("p", text),)))
    editor.go_to(Anchor(Address("p"), 7, 7))
    editor.insert_mark("ة")
    editor.go_to(Anchor(Address("p"), 2, 2))
    editor.insert_mark("ّ")
    wanted = Inline("نصّ رابطة").with_mark(0, 3, Strong())
    wanted = wanted.with_mark(4, 8, Link("https://example.org"))
    assert editor.document().text_at(Address("p")) == wanted


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("heading", Heading("p", Inline("قالَ مدير WHO"), 2)),
        ("subheading", Heading("p", Inline("قالَ مدير WHO"), 3)),
        ("quotation", Quotation("p", Inline("قالَ مدير WHO"))),
    ],
)
def test_a_paragraph_becomes_another_kind_and_goes_back(
    opened: Opened, kind: str, wanted: object
) -> None:
    editor = opened(PAGE)
    editor.go_to(Anchor(Address("p"), 2, 2))
    editor.set_block_kind(kind)  # type: ignore[arg-type]
    assert editor.document().blocks[0] == wanted
    assert editor.block_kind() == kind
    editor.set_block_kind("paragraph")
    assert editor.document() == PAGE
    editor.undo()
    assert editor.document().blocks[0] == wanted


def test_two_paragraphs_become_one_list_and_enter_on_an_empty_item_ends_it(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.select_all()
    editor.set_block_kind("bullets")
    (made,) = editor.document().blocks
    assert isinstance(made, ListBlock)
    assert [item.text.text for item in made.items] == ["قالَ مدير WHO", "ثانية 2-1"]
    editor.go_to(Anchor(Address("q"), 9, 9))
    press(editor, ENTER, NONE)
    press(editor, Qt.Key.Key_Tab, NONE)
    (made,) = editor.document().blocks
    assert isinstance(made, ListBlock)
    assert made.items[2] == ListItem(made.items[2].id, Inline(), 1)
    press(editor, ENTER, NONE)
    press(editor, ENTER, NONE)
    assert isinstance(editor.document().blocks[-1], Paragraph)


def test_a_picture_comes_in_and_goes_in_one_step(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.go_to(Anchor(Address("p"), 13, 13))
    own = editor.insert_figure(Figure("", "a" * 64, Inline("سوق"), "بديل", "تصوير: هادي"))
    first, figure, _ = editor.document().blocks
    assert first.id == "p"
    assert figure == Figure(own, "a" * 64, Inline("سوق"), "بديل", "تصوير: هادي")
    compose(editor, committed="ال")
    assert editor.document().text_at(Address(own, "caption")) == Inline("السوق")
    editor.undo()
    editor.undo()
    assert editor.document() == PAGE


def test_backspace_after_a_picture_takes_it_away_whole(opened: Opened) -> None:
    figure = Figure("f", "a" * 64, Inline("شرح"), credit="هادي")
    editor = opened(Document(PAGE.header, (PAGE.blocks[0], figure, PAGE.blocks[1])))
    editor.go_to(Anchor(Address("f", "alt"), 0, 0))
    press(editor, Qt.Key.Key_End, NONE)
    press(editor, BACK, NONE)
    assert editor.document() == PAGE


def test_a_fix_reaches_the_alternative_text(opened: Opened) -> None:
    editor = opened(Document(blocks=(Figure("f", "a" * 64, alt="سوق الى"),)))
    assert editor.apply((Edit(Anchor(Address("f", "alt"), 4, 7), "إلى"),))
    assert editor.document().figures()[0].alt == "سوق إلى"


def test_delete_before_a_separator_takes_it_away(opened: Opened) -> None:
    blocks = (PAGE.blocks[0], Separator("s"), PAGE.blocks[1])
    editor = opened(Document(PAGE.header, blocks))
    editor.go_to(Anchor(Address("p"), 13, 13))
    press(editor, DELETE, NONE)
    assert editor.document() == PAGE


def test_a_page_to_read_takes_no_key(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.set_read_only(True)
    editor.go_to(Anchor(Address("p"), 2, 2))
    for key in (ENTER, BACK, DELETE):
        press(editor, key, NONE)
    press(editor, Qt.Key.Key_X, NONE, "x")
    compose(editor, committed="ق")
    editor.set_block_kind("heading")
    editor.surface.paste()
    assert not editor.apply((Edit(Anchor(Address("p"), 0, 1), ""),))
    assert editor.document() == PAGE


def test_the_caret_stays_in_the_words_that_become_a_quotation(opened: Opened) -> None:
    editor = opened(Document(blocks=(Paragraph("p", Inline("")),)))
    editor.go_to(Anchor(Address("p"), 0, 0))
    editor.set_block_kind("quotation")
    compose(editor, committed="لا نعرف متى يعود 😀")
    press(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    compose(editor, committed="مدير WHO")
    (found,) = editor.document().blocks
    assert isinstance(found, Quotation)
    assert (found.text.text, found.attribution.text) == ("لا نعرف متى يعود 😀", "مدير WHO")


def test_a_page_opens_at_its_top(opened: Opened) -> None:
    long = tuple(Paragraph(f"p{n}", Inline("كلام طويل 2-1 " * 40)) for n in range(20))
    editor = opened(Document(Header(headline=Inline("عنوان 😀")), long))
    editor.go_to(Anchor(Address("p19"), 3, 3))
    assert editor.surface.verticalScrollBar().value() > 0
    editor.set_document(Document(Header(headline=Inline("آخر")), long))
    assert editor.surface.verticalScrollBar().value() == 0
