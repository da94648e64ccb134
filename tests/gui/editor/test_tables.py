"""Rows and columns of a table, put in and taken out where one reads them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt

from deskeditor.domain.document import (
    HEADER,
    Address,
    Direction,
    Document,
    Header,
    Inline,
    Paragraph,
    Separator,
    Span,
    Strong,
    Table,
)
from deskeditor.domain.findings import Anchor
from deskeditor.ui.editor.marks import tag_of
from deskeditor.ui.editor.view import ArticleEditor
from helpers.edit_scripts import compose, press
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


def test_outside_a_table_nothing_happens(opened: Opened) -> None:
    editor = opened_at(opened, "r0c0")
    before = editor.document()
    editor.go_to(Anchor(Address("p"), 0, 0))
    editor.add_row()
    editor.remove_column()
    assert editor.document() == before


HTML = (
    "<p>قبل</p><table><caption>أسعار 2026</caption><tr><th>اسم</th><th>60%</th></tr>"
    "<tr><td><p>WHO</p><p>ثانٍ</p></td><td><b>2-1</b> 😀</td></tr><tr><td>وحيد</td></tr></table>"
    "<p>بعد</p>"
)


def test_a_table_of_a_page_is_pasted_as_a_table(opened: Opened) -> None:
    editor = opened(Document(blocks=(Paragraph("p", Inline("نص")),)))
    editor.go_to(Anchor(Address("p"), 2, 2))
    mime = QMimeData()
    mime.setHtml(HTML)
    editor.surface.paste(mime)
    first, found, last = editor.document().blocks
    assert isinstance(found, Table)
    assert (found.header_rows, found.caption) == (1, Inline("أسعار 2026"))
    bold = Inline("2-1 😀", (Span(0, 3, Strong()),))
    assert found.rows[1:] == ((Inline("WHO\nثانٍ"), bold), (Inline("وحيد"), Inline()))
    assert (first, last) == (Paragraph("p", Inline("نصقبل")), Paragraph(last.id, Inline("بعد")))
    editor.undo()
    assert editor.document() == Document(blocks=(Paragraph("p", Inline("نص")),))


def test_a_table_that_only_lays_out_comes_as_paragraphs(opened: Opened) -> None:
    editor = opened(Document())
    mime = QMimeData()
    mime.setHtml("<table><tr><td>أول</td></tr><tr><td>WHO 😀</td></tr></table>")
    editor.go_to(Anchor(editor.surface.page.address(editor.surface.page.body), 0, 0))
    editor.surface.paste(mime)
    assert [type(block) for block in editor.document().blocks] == [Paragraph, Paragraph]


def test_a_table_pasted_into_a_cell_is_its_text(opened: Opened) -> None:
    editor = opened_at(opened, "r0c0")
    mime = QMimeData()
    mime.setHtml(HTML)
    editor.surface.paste(mime)
    assert rows_of(editor)[0][0].text.startswith("قبل\nاسم\n60%\nWHO")


@pytest.mark.parametrize("direction", list(Direction))
def test_beside_an_empty_cell_a_new_one_is_a_cell_too(opened: Opened, direction: Direction) -> None:
    editor = opened(Document(direction=direction))
    editor.insert_table(2, 2)
    editor.go_to(Anchor(Address(editor.document().blocks[0].id, "r0c0"), 0, 0))
    editor.add_column()
    editor.add_row()
    (made,) = editor.document().blocks
    assert isinstance(made, Table)
    assert [len(row) for row in made.rows] == [3, 3, 3]
    editor.surface.selectAll()
    press(editor, Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier)
    assert editor.document().problems() == ()
    assert editor.document().text_at(Address(HEADER, "headline")) == Inline()


@pytest.mark.parametrize("direction", list(Direction))
def test_tab_goes_from_cell_to_cell_as_one_reads_and_adds_a_row_at_the_end(
    opened: Opened, direction: Direction
) -> None:
    editor = opened(Document(blocks=(Paragraph("p", Inline("قبل 😀")),), direction=direction))
    editor.go_to(Anchor(Address("p"), 5, 5))
    editor.insert_table(2, 2)
    for word in ("الحي", "WHO", "2-1", "٣"):
        compose(editor, committed=word)
        press(editor, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    compose(editor, committed="صفّ جديد")
    found = editor.document().blocks[1]
    assert isinstance(found, Table)
    assert found.rows == table("الحي|WHO", "2-1|٣", "صفّ جديد|")
    press(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    compose(editor, committed="!")
    last = editor.document().blocks[1]
    assert isinstance(last, Table)
    assert last.rows[1][1] == Inline("٣!")


@pytest.mark.parametrize("dateline", ["", "بغداد 23/11"])
def test_a_table_right_below_the_header_covers_nothing_of_it(opened: Opened, dateline: str) -> None:
    header = Header(dateline=Inline(dateline))
    editor = opened(Document(header, (Table("t", table("الحي|87.5%")),)))
    page = editor.surface.page
    rect_of = page.documentLayout().blockBoundingRect
    above, first = rect_of(page.findBlockByNumber(4)), rect_of(page.findBlockByNumber(5))
    assert first.top() > above.bottom()
    for zoom in (1.0, 1.1, 1.7):
        editor.set_zoom(zoom)
        image = editor.surface.viewport().grab().toImage()
        above, first = rect_of(page.findBlockByNumber(4)), rect_of(page.findBlockByNumber(5))
        middle, rows = int(above.center().x()), range(int(above.top()), int(first.top()) - 12)
        dots = [
            (x, y)
            for x in range(middle - 4, middle + 5)
            for y in rows
            if image.pixelColor(x, y) != image.pixelColor(middle + 30, y)
        ]
        assert dots == [], "no dot of Qt's rule is left"


def test_a_break_keeps_its_room_before_a_table(opened: Opened) -> None:
    page = Document(blocks=(Separator("s"), Table("t", table("اسم|60%")), Separator("u")))
    surface = opened(page).surface
    layout, block = surface.page.documentLayout(), surface.page.begin()
    found = {}
    while block.isValid():
        found[tag_of(block).id or tag_of(block).kind.value] = layout.blockBoundingRect(block)
        block = block.next()
    assert found["s"].height() == found["u"].height() > 0
    assert found["s"].bottom() <= found["t"].top()
