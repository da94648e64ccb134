"""Rows and columns of a table, put in and taken out where one reads them."""

from __future__ import annotations

import pytest

from deskeditor.domain.document import Address, Direction, Document, Inline, Paragraph, Table
from deskeditor.domain.findings import Anchor
from deskeditor.ui.editor.view import ArticleEditor
from helpers.editing import Opened


def table(*rows: str) -> tuple[tuple[Inline, ...], ...]:
    return tuple(tuple(Inline(cell) for cell in row.split("|")) for row in rows)


def opened_at(opened: Opened, cell: str, direction: Direction = Direction.RTL) -> ArticleEditor:
    rows = table("اسم|60%", "WHO|2-1 😀")
    page = Document(
        blocks=(Table("t", rows, 1, Inline("جدول")), Paragraph("p", Inline("بعد"))),
        direction=direction,
    )
    editor = opened(page)
    assert editor.go_to(Anchor(Address("t", cell), 0, 0))
    return editor


def rows_of(editor: ArticleEditor) -> tuple[tuple[Inline, ...], ...]:
    found = editor.document().blocks[0]
    assert isinstance(found, Table)
    assert found.caption == Inline("جدول")
    assert editor.document().problems() == ()
    return found.rows


@pytest.mark.parametrize("direction", list(Direction))
def test_rows_and_columns_come_beside_the_caret(opened: Opened, direction: Direction) -> None:
    editor = opened_at(opened, "r0c0", direction)
    editor.add_row()
    assert rows_of(editor) == table("اسم|60%", "|", "WHO|2-1 😀")
    editor.undo()
    editor.add_column()
    assert rows_of(editor) == table("اسم||60%", "WHO||2-1 😀")
    editor.insert_mark("ن")
    assert rows_of(editor)[0][1] == Inline("ن"), "the caret is in the new column"
    editor.undo()
    editor.undo()
    editor.go_to(Anchor(Address("t", "r0c0"), 0, 0))
    editor.add_column(after=False)
    editor.add_row(below=False)
    assert rows_of(editor) == table("||", "|اسم|60%", "|WHO|2-1 😀")


def test_rows_and_columns_go(opened: Opened) -> None:
    editor = opened_at(opened, "r1c1")
    before = editor.document()
    editor.remove_column()
    assert rows_of(editor) == table("اسم", "WHO")
    editor.remove_row()
    assert rows_of(editor) == table("اسم")
    editor.remove_row()
    assert editor.document().blocks == (Paragraph("p", Inline("بعد")),)
    for _ in range(3):
        editor.undo()
    assert editor.document() == before


def test_outside_a_table_and_while_suggesting_nothing_happens(opened: Opened) -> None:
    editor = opened_at(opened, "r0c0")
    before = editor.document()
    editor.set_suggesting(True, "salma")
    editor.add_row()
    editor.set_suggesting(False)
    editor.go_to(Anchor(Address("p"), 0, 0))
    editor.add_row()
    editor.remove_column()
    assert editor.document() == before
