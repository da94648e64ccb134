"""The page and the Document say the same thing: rendering, then reading, changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from deskeditor.domain.document import (
    Document,
    Header,
    Inline,
    ListBlock,
    ListItem,
    Paragraph,
    Table,
)
from helpers.documents import documents
from helpers.editing import page_of

pytestmark = pytest.mark.usefixtures("qapp")


@settings(max_examples=150)
@given(documents)
def test_reading_a_rendered_document_gives_the_same_document(
    qapp: QApplication, document: Document
) -> None:
    assert qapp is not None
    assert page_of(document).projection.document() == document


def test_an_edit_shares_every_block_it_did_not_touch() -> None:
    blocks = tuple(
        Paragraph(f"p{n}", Inline(f"قال المدير رقم {n} 😀 إنّ WHO راضية")) for n in range(20)
    )
    page = page_of(Document(Header(headline=Inline("عنوان")), blocks))
    before = page.projection.document()
    cursor = QTextCursor(page.find_line(page.address(page.findBlockByNumber(12))) or page.begin())
    cursor.insertText("جديد ")
    after = page.projection.document()
    changed = [n for n in range(20) if after.blocks[n] is not before.blocks[n]]
    assert changed == [7]
    assert after.header is before.header
    assert after.blocks[7] != before.blocks[7]


def test_two_lists_in_a_row_stay_two() -> None:
    first = ListBlock("a", (ListItem("a1", Inline("أولاً")), ListItem("a2", Inline("2-1"))))
    second = ListBlock("b", (ListItem("b1", Inline("C++")),))
    document = Document(blocks=(first, second))
    assert page_of(document).projection.document() == document


def test_tables_stand_right_to_left_and_read_in_their_order() -> None:
    rows = ((Inline("الصنف"), Inline("السعر")), (Inline("قمح 😀"), Inline("1,250")))
    document = Document(blocks=(Table("t", rows), Table("u", rows)))
    page = page_of(document)
    assert page.projection.document() == document
    first = page.findBlockByNumber(5)
    assert first.text() == "السعر", "Qt's first column stands on the left"


def test_an_empty_body_offers_a_line_to_write_in_that_is_no_paragraph_yet() -> None:
    page = page_of(Document())
    assert page.blockCount() == 6
    assert page.projection.document() == Document()
    cursor = QTextCursor(page.body)
    cursor.insertText("بدأ")
    (paragraph,) = page.projection.document().blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.text == "بدأ"
