"""Suggesting mode with what is not words: pictures and what stands with them, tables, breaks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from deskeditor.domain.document import (
    Address,
    Document,
    Figure,
    Inline,
    Paragraph,
    Separator,
    Suggestion,
    Table,
)
from deskeditor.domain.document.blocks import Crop
from deskeditor.domain.document.proposals import standing_figures
from deskeditor.domain.findings import Anchor, Edit
from deskeditor.ui.editor.structure import end_of, group_of, start_of
from deskeditor.ui.editor.view import ArticleEditor
from helpers.edit_scripts import compose, press
from helpers.editing import Opened

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
NONE = Qt.KeyboardModifier.NoModifier
BACK, DELETE, TAB = Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab
FIGURE = Figure(
    "f", "a" * 64, Inline("عمال يصلحون الأنبوب قرب الجسر"), "عمال قرب أنبوب 2-1", "تصوير: هادي"
)
TABLE = Table("t", ((Inline("الحي"), Inline("الدور")), (Inline("الفاروق"), Inline("420"))))
PAGE = Document(
    blocks=(
        Paragraph("p", Inline("عاد الماء إلى خمسة أحياء 😀")),
        FIGURE,
        Paragraph("q", Inline("قالت WHO إن العمل مستمر")),
        Separator("s"),
        Paragraph("r", Inline("وبعد الفاصل")),
        TABLE,
        Paragraph("u", Inline("آخرها")),
    )
)


def suggesting(opened: Opened, author: str = "noor") -> ArticleEditor:
    editor = opened(PAGE)
    editor.set_suggesting(True, author)
    return editor


def at(editor: ArticleEditor, block: str, part: str = "text", place: int = 0) -> None:
    assert editor.go_to(Anchor(Address(block, part), place, place))


def select_block(editor: ArticleEditor, address: Address) -> None:
    line = editor.surface.page.find_line(address)
    assert line is not None
    first, last = group_of(line)
    cursor = QTextCursor(first)
    cursor.setPosition(start_of(first))
    cursor.setPosition(end_of(last), QTextCursor.MoveMode.KeepAnchor)
    editor.surface.setTextCursor(cursor)


def only(editor: ArticleEditor, changes: str, whole: str) -> None:
    """One proposal of this kind; refused it leaves the page as it was, and undone too."""
    (one,) = editor.suggestions()
    assert (one.changes, one.whole, one.author) == (changes, whole, "noor")
    assert one.at.tzinfo is not None
    after = editor.document()
    assert editor.refuse(one.id)
    assert editor.document() == PAGE
    editor.undo()
    assert editor.document() == after
    editor.undo()
    assert editor.document() == PAGE
    editor.redo()
    assert editor.document() == after


def test_a_picture_put_in_is_a_suggestion_with_its_words(opened: Opened) -> None:
    editor = suggesting(opened)
    at(editor, "q")
    own = editor.insert_figure(replace(FIGURE, id="", media="b" * 64))
    only(editor, "insert", "figure")
    at(editor, own, "caption")
    compose(editor, committed="قبل ساعة: ")
    at(editor, own, "credit", 3)
    press(editor, BACK, NONE)
    assert len(editor.suggestions()) == 1, "what one writes in it is part of it"
    assert editor.accept_all()
    figure = editor.document().block(own)
    assert isinstance(figure, Figure)
    assert figure.suggested == ()
    assert figure.caption == Inline("قبل ساعة: عمال يصلحون الأنبوب قرب الجسر")
    assert figure.credit == "تصير: هادي"


@pytest.mark.parametrize("way", ["select", "back", "delete", "cut"])
def test_a_picture_taken_out_is_a_suggestion(opened: Opened, way: str) -> None:
    editor = suggesting(opened)
    at(editor, "f", "alt")
    if way in ("select", "cut"):
        select_block(editor, Address("f", "alt"))
    elif way == "back":
        editor.surface.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    editor.cut() if way == "cut" else press(editor, BACK if way == "back" else DELETE, NONE)
    only(editor, "delete", "figure")
    assert standing_figures(editor.document()) == ()
    editor.accept_all()
    assert editor.document().figures() == ()
    assert len(editor.document().blocks) == len(PAGE.blocks) - 1


@pytest.mark.parametrize(
    "changed",
    [
        replace(FIGURE, alt="بديل أدق"),
        replace(FIGURE, credit="تصوير: سلمى", caption=Inline("شرح آخر 2-1")),
        replace(FIGURE, hero=True),
        replace(FIGURE, crops=(Crop("wide", 0.0, 0.25, 1.0, 0.5),), focal=(0.5, 0.5)),
        replace(FIGURE, media="c" * 64),
    ],
)
def test_a_picture_changed_is_a_suggestion(opened: Opened, changed: Figure) -> None:
    editor = suggesting(opened)
    own = editor.change_figure(changed)
    assert own != FIGURE.id
    only(editor, "replace", "figure")
    (figure,) = standing_figures(editor.document())
    assert (figure.id, figure.alt) == (own, changed.alt)
    again = replace(figure, alt="بديل ثالث", suggested=())
    assert editor.change_figure(again) == own
    assert len(editor.suggestions()) == 1, "one's own pending picture really changes"
    editor.accept_all()
    assert editor.document().figures() == (replace(changed, id=own, alt="بديل ثالث"),)


def test_a_caption_changed_from_the_panel_is_proposed_in_words(opened: Opened) -> None:
    editor = suggesting(opened)
    changed = replace(FIGURE, caption=Inline("عمال يرممون الأنبوب قرب الجسر"))
    assert editor.change_figure(changed) == FIGURE.id
    (one,) = editor.suggestions()
    assert (one.deleted, one.inserted, one.whole) == ("صلح", "رمم", "")
    editor.accept_all()
    assert editor.document().figures() == (changed,)


def test_a_credit_typed_on_the_page_and_a_fix_in_it_are_suggestions(opened: Opened) -> None:
    editor = suggesting(opened)
    at(editor, "f", "credit", 6)
    compose(editor, committed="!")
    only(editor, "replace", "figure")
    editor.refuse_all()
    edits = (
        Edit(Anchor(Address("f", "alt"), 0, 4), "فنيون"),
        Edit(Anchor(Address("f", "caption"), 0, 4), "فنيون"),
        Edit(Anchor(Address("q"), 0, 4), "أعلنت"),
    )
    assert editor.apply(edits)
    assert {one.whole for one in editor.suggestions()} == {"", "figure"}
    after = editor.document()
    editor.undo()
    assert editor.document() == PAGE
    editor.redo()
    assert editor.document() == after
    editor.accept_all()
    (figure,) = editor.document().figures()
    assert (figure.alt, figure.caption.text[:5]) == ("فنيون قرب أنبوب 2-1", "فنيون")
    editor.undo()
    editor.refuse_all()
    assert editor.document() == PAGE


def test_breaks_put_in_and_taken_out_are_suggestions(opened: Opened) -> None:
    editor = suggesting(opened)
    at(editor, "p")
    editor.insert_separator()
    only(editor, "insert", "separator")
    editor.refuse_all()
    for key, block, place in ((BACK, "s", 0), (BACK, "r", 0), (DELETE, "q", 23)):
        at(editor, block, place=place)
        press(editor, key, NONE)
        only(editor, "delete", "separator")
        press(editor, key, NONE)
        editor.refuse_all()
        assert editor.document() == PAGE


def test_a_table_put_in_and_filled_is_one_suggestion(opened: Opened) -> None:
    editor = suggesting(opened)
    at(editor, "p")
    editor.insert_table(2, 2)
    for letter in "حي":
        compose(editor, committed=letter)
    editor.add_column()
    (one,) = editor.suggestions()
    assert (one.changes, one.whole) == ("insert", "table")
    editor.accept_all()
    table = editor.document().blocks[1]
    assert isinstance(table, Table)
    assert (len(table.rows[0]), table.rows[0][0]) == (3, Inline("حي"))


@pytest.mark.parametrize("act", ["row", "column", "no row", "no column", "tab"])
def test_rows_and_columns_are_suggestions(opened: Opened, act: str) -> None:
    editor = suggesting(opened)
    at(editor, "t", "r1c1")
    match act:
        case "row":
            editor.add_row()
        case "column":
            editor.add_column()
        case "no row":
            editor.remove_row()
        case "no column":
            editor.remove_column()
        case _:
            press(editor, TAB, NONE)
    only(editor, "replace", "table")
    editor.accept_all()
    (table,) = (block for block in editor.document().blocks if isinstance(block, Table))
    sizes = {"row": (3, 2), "column": (2, 3), "no row": (1, 2), "no column": (2, 1), "tab": (3, 2)}
    assert (len(table.rows), len(table.rows[0])) == sizes[act]


def test_the_last_row_taken_out_leaves_the_table_struck(opened: Opened) -> None:
    editor = suggesting(opened)
    at(editor, "t", "r0c0")
    for _ in range(2):
        editor.remove_row()
    (one,) = editor.suggestions()
    assert (one.changes, one.whole) == ("delete", "table")
    editor.refuse_all()
    assert editor.document() == PAGE


def test_everything_pasted_is_one_suggestion_pictures_too(opened: Opened) -> None:
    editor = suggesting(opened)
    editor.select_all()
    mime = editor.surface.createMimeDataFromSelection()
    at(editor, "u", place=5)
    editor.surface.paste(mime)
    (one,) = editor.suggestions()
    assert one.kind == "insert"
    assert len(editor.document().figures()) == 2
    editor.refuse_all()
    assert editor.document() == PAGE


def test_a_picture_dragged_is_proposed_there_and_struck_here(opened: Opened) -> None:
    editor = suggesting(opened)
    select_block(editor, Address("f", "alt"))
    mime = editor.surface.createMimeDataFromSelection()
    line = editor.surface.page.find_line(Address("u"))
    assert line is not None
    assert editor.surface.dragging.dropped(mime, QTextCursor(line), own=True, move=True)
    assert {one.changes for one in editor.suggestions()} == {"insert", "delete"}
    after = editor.document()
    editor.undo()
    assert editor.document() == PAGE
    editor.redo()
    assert editor.document() == after
    editor.refuse_all()
    assert editor.document() == PAGE
    editor.undo()
    editor.accept_all()
    (figure,) = editor.document().figures()
    assert editor.document().blocks.index(figure) > 3
    assert replace(figure, id="f") == FIGURE


def test_nobody_alters_what_another_proposed_about_a_block(opened: Opened) -> None:
    editor = suggesting(opened)
    select_block(editor, Address("f", "alt"))
    press(editor, DELETE, NONE)
    hers = editor.document()
    told: list[str] = []
    editor.refused.connect(lambda code, _values: told.append(code))
    editor.set_suggesting(True, "zayd")
    assert editor.change_figure(replace(FIGURE, alt="بديل آخر")) == ""
    at(editor, "f", "credit")
    compose(editor, committed="ن")
    select_block(editor, Address("f", "alt"))
    press(editor, DELETE, NONE)
    assert told == ["not-proposed"] * 2
    assert editor.document() == hers


def test_what_one_person_put_in_another_only_proposes_to_take_out(opened: Opened) -> None:
    editor = suggesting(opened)
    at(editor, "p")
    editor.insert_separator()
    editor.set_suggesting(True, "zayd")
    at(editor, editor.document().blocks[1].id)
    press(editor, BACK, NONE)
    block = editor.document().blocks[1]
    assert isinstance(block, Separator)
    assert [(m.author, m.kind) for m in block.suggested] == [("noor", "insert"), ("zayd", "delete")]
    editor.accept(editor.suggestions()[1].id)
    assert editor.document() == PAGE


def test_proposals_about_blocks_are_copied_and_come_back_from_the_store(opened: Opened) -> None:
    mark = Suggestion("delete", "x", "noor", AT)
    struck = replace(PAGE, blocks=(PAGE.blocks[0], replace(FIGURE, suggested=(mark,))))
    editor = opened(struck)
    assert editor.document() == struck
    editor.select_all()
    mime = editor.surface.createMimeDataFromSelection()
    at(editor, "f", "credit", 0)
    editor.surface.moveCursor(QTextCursor.MoveOperation.End)
    press(editor, Qt.Key.Key_Return, NONE)
    editor.surface.paste(mime)
    assert [figure.suggested for figure in editor.document().figures()] == [(mark,), (mark,)]
    assert editor.accept("x")
    assert editor.document().figures() == ()
