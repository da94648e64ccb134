"""Right-to-left, right: each defect named by writers of Arabic is absent here."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QTextBlock
from PySide6.QtWidgets import QApplication

from deskeditor.domain.document import (
    Address,
    Direction,
    Document,
    Header,
    Inline,
    Isolate,
    ListBlock,
    ListItem,
    Paragraph,
)
from deskeditor.domain.findings import Anchor
from deskeditor.domain.publication import Digits, HouseStyle
from deskeditor.ui.editor.keys import LEFT_SHIFT, RIGHT_SHIFT
from deskeditor.ui.editor.painting import Sight
from deskeditor.ui.editor.underlines import pieces
from deskeditor.ui.editor.view import ArticleEditor
from helpers.edit_scripts import press
from helpers.editing import Opened

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
MIXED = "قال مدير WHO news إنّ 2-1 نتيجةٌ عادلة 😀 في بغداد"


def body(editor: ArticleEditor, number: int = 0) -> QTextBlock:
    return editor.surface.page.findBlockByNumber(5 + number)


def put(editor: ArticleEditor, block: QTextBlock, place: int) -> None:
    cursor = editor.surface.textCursor()
    cursor.setPosition(block.position() + place)
    editor.surface.setTextCursor(cursor)


def at(editor: ArticleEditor) -> int:
    return editor.surface.textCursor().positionInBlock()


@pytest.mark.parametrize("text", ["", "2026 عام", "WHO قالت", "- قال", "«نعم»", "+964", "😀 WHO"])
def test_every_paragraph_reads_from_the_right_however_it_begins(opened: Opened, text: str) -> None:
    editor = opened(Document(blocks=(Paragraph("p", Inline(text)),)))
    assert body(editor).textDirection() == RTL
    if not text:
        put(editor, body(editor), 0)
        assert editor.surface.cursorRect().left() > editor.surface.viewport().width() / 2


def test_an_english_page_reads_from_the_left(opened: Opened) -> None:
    page = Document(blocks=(Paragraph("p", Inline("بغداد")),), direction=Direction.LTR)
    assert body(opened(page)).textDirection() == LTR


def test_the_arrows_move_the_caret_one_way_only_through_mixed_runs(opened: Opened) -> None:
    editor = opened(Document(blocks=(Paragraph("p", Inline(MIXED)),)))
    put(editor, body(editor), 0)
    seen = [editor.surface.cursorRect().x()]
    for _ in range(len(MIXED)):
        press(editor, Qt.Key.Key_Left, NONE)
        seen.append(editor.surface.cursorRect().x())
    assert seen == sorted(seen, reverse=True)


def test_home_and_end_reach_the_ends_of_the_text(opened: Opened) -> None:
    editor = opened(Document(blocks=(Paragraph("p", Inline(MIXED[:20])),)))
    put(editor, body(editor), 7)
    press(editor, Qt.Key.Key_End, NONE)
    assert at(editor) == body(editor).length() - 1
    press(editor, Qt.Key.Key_Home, NONE)
    assert at(editor) == 0


def test_control_left_goes_on_by_words_and_control_right_back(opened: Opened) -> None:
    editor = opened(Document(blocks=(Paragraph("p", Inline("قالَ مديرُ WHO أمسِ")),)))
    put(editor, body(editor), 0)
    stops = []
    for _ in range(4):
        press(editor, Qt.Key.Key_Left, CTRL)
        stops.append(at(editor))
    assert stops == [5, 11, 15, 19]
    press(editor, Qt.Key.Key_Right, CTRL)
    assert at(editor) == 15


def test_left_steps_over_a_letter_with_its_marks_and_backspace_takes_one_mark(
    opened: Opened,
) -> None:
    editor = opened(Document(blocks=(Paragraph("p", Inline("إنَّ")),)))
    put(editor, body(editor), 1)
    press(editor, Qt.Key.Key_Left, NONE)
    assert at(editor) == 4
    press(editor, Qt.Key.Key_Backspace, NONE)
    assert body(editor).text() in ("إنّ", "إنَ")


def chord(editor: ArticleEditor, scan: int) -> None:
    for kind, modifiers in (
        (QEvent.Type.KeyPress, CTRL | Qt.KeyboardModifier.ShiftModifier),
        (QEvent.Type.KeyRelease, CTRL),
    ):
        event = QKeyEvent(kind, Qt.Key.Key_Shift, modifiers, scan, 0, 0)
        QApplication.sendEvent(editor.surface, event)


def test_control_with_the_left_or_right_shift_turns_the_paragraph(opened: Opened) -> None:
    editor = opened(Document(blocks=(Paragraph("p", Inline(MIXED)),)))
    put(editor, body(editor), 3)
    chord(editor, LEFT_SHIFT)
    assert body(editor).textDirection() == LTR
    assert editor.document().blocks[0] == Paragraph("p", Inline(MIXED), Direction.LTR)
    chord(editor, RIGHT_SHIFT)
    assert editor.document().blocks[0] == Paragraph("p", Inline(MIXED))
    editor.undo()
    assert body(editor).textDirection() == LTR


def test_a_key_that_an_action_takes_interrupts_the_chord(opened: Opened) -> None:
    editor = opened(Document(blocks=(Paragraph("p", Inline(MIXED)),)))
    put(editor, body(editor), 3)
    both = CTRL | Qt.KeyboardModifier.ShiftModifier
    for kind, key, modifiers in (
        (QEvent.Type.KeyPress, Qt.Key.Key_Shift, both),
        (QEvent.Type.ShortcutOverride, Qt.Key.Key_Q, both),  # Ctrl+Shift+Q is a menu's
        (QEvent.Type.KeyRelease, Qt.Key.Key_Shift, CTRL),
    ):
        QApplication.sendEvent(editor.surface, QKeyEvent(kind, key, modifiers, LEFT_SHIFT, 0, 0))
    assert editor.document().blocks[0] == Paragraph("p", Inline(MIXED))


def test_selecting_words_with_control_shift_turns_nothing(opened: Opened) -> None:
    editor = opened(Document(blocks=(Paragraph("p", Inline(MIXED)),)))
    put(editor, body(editor), 0)
    both = CTRL | Qt.KeyboardModifier.ShiftModifier
    pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, both, LEFT_SHIFT, 0, 0)
    QApplication.sendEvent(editor.surface, pressed)
    press(editor, Qt.Key.Key_Left, both)
    released = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Shift, CTRL, LEFT_SHIFT, 0, 0)
    QApplication.sendEvent(editor.surface, released)
    assert body(editor).textDirection() == RTL
    assert editor.surface.textCursor().selectedText() == "قال "


def test_an_isolate_keeps_a_telephone_number_in_its_order(opened: Opened) -> None:
    text = "اتصلوا على +964 770-123-4567 اليوم"
    editor = opened(Document(blocks=(Paragraph("p", Inline(text)),)))
    first, last = text.index("+"), text.index(" اليوم")
    editor.go_to(Anchor(Address("p"), first, last))
    block = body(editor)
    reversed_first = min(x for _, x, _ in pieces(block, first, first + 1))
    editor.toggle_isolate()
    editor.surface.grab()
    block = body(editor)
    xs = [min(x for _, x, _ in pieces(block, n, n + 1)) for n in range(first + 1, last + 1)]
    assert xs == sorted(xs), "the plus sign comes first, each digit right of the one before"
    assert xs[0] != reversed_first
    (paragraph,) = editor.document().blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == Inline(text).with_mark(first, last, Isolate())
    assert editor.selection() == Anchor(Address("p"), first, last)
    editor.undo()
    assert editor.document().blocks == (Paragraph("p", Inline(text)),)


def test_the_caret_does_not_stop_at_an_isolates_ends(opened: Opened) -> None:
    text = Inline("قال C++ إنّ").with_mark(4, 7, Isolate())
    editor = opened(Document(blocks=(Paragraph("p", text),)))
    put(editor, body(editor), 0)
    seen = []
    for _ in range(len(text) - 1):
        press(editor, Qt.Key.Key_Left, NONE)
        seen.append(editor.surface.cursorRect().x())
    assert len(set(seen)) == len(seen)
    assert at(editor) == body(editor).length() - 1


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u200c", "\u200d", "\u2066", "\u2069"])
def test_characters_no_key_has_can_be_put_in(opened: Opened, mark: str) -> None:
    editor = opened(Document(blocks=(Paragraph("p", Inline("قال C++")),)))
    put(editor, body(editor), 7)
    editor.insert_mark(mark)
    assert editor.document().blocks == (Paragraph("p", Inline("قال C++" + mark)),)


def test_bullets_stand_on_the_right(opened: Opened) -> None:
    items = (ListItem("i", Inline("بند")), ListItem("j", Inline("WHO")))
    editor = opened(Document(Header(headline=Inline("عنوان")), (ListBlock("l", items),)))
    page = editor.surface.page
    sight = Sight(page, QPointF(0, 0), QRectF(0, 0, 900, 700), {})
    ((_, rect),) = [pair for pair in sight.blocks() if pair[0].blockNumber() == 6]
    image = editor.surface.viewport().grab().toImage()
    right = int(page.textWidth() - page.documentMargin())
    band = [
        (x, y)
        for x in range(right - 28, right)
        for y in range(int(rect.top()), int(rect.top()) + 33)
        if image.pixelColor(x, y) != image.pixelColor(2, 2)
    ]
    assert band, "the bullet is drawn between the text and the column's right edge"


def test_the_numbers_of_a_list_stand_on_the_right_with_the_stop_behind_them(
    opened: Opened,
) -> None:
    items = (ListItem("i", Inline("بند 2-1")), ListItem("j", Inline("WHO 😀")))
    editor = opened(Document(blocks=(ListBlock("l", items, ordered=True),)))
    page = editor.surface.page
    image = editor.surface.viewport().grab().toImage()
    rect = page.documentLayout().blockBoundingRect(body(editor))
    right, top = int(page.textWidth() - page.documentMargin()), int(rect.top())
    ground = image.pixelColor(2, 2)
    heights = [
        sum(image.pixelColor(x, y) != ground for y in range(top, top + 33))
        for x in range(right - 28, right)
    ]
    inked = [height for height in heights if height]
    assert inked, "the number stands between the text and the column's right edge"
    assert inked[0] < max(inked[len(inked) // 2 :]), "the low stop is left of the digit"


def test_the_numbers_of_a_list_have_the_digits_of_the_house(opened: Opened) -> None:
    items = (ListItem("i", Inline("بند 2-1")), ListItem("j", Inline("WHO 😀")))
    editor = opened(Document(blocks=(ListBlock("l", items, ordered=True),)))
    latin = editor.surface.viewport().grab().toImage()
    editor.set_house(HouseStyle(digits=Digits.ARABIC))
    assert editor.surface.viewport().grab().toImage() != latin
    editor.set_house(HouseStyle())
    assert editor.surface.viewport().grab().toImage() == latin
    english = Document(
        blocks=(ListBlock("l", items, ordered=True),), language="en", direction=Direction.LTR
    )
    editor.set_house(HouseStyle(digits=Digits.ARABIC))
    editor.set_document(english)
    assert not editor.surface.page.arabic_digits
