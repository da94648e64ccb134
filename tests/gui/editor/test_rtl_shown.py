"""What readers see inside a right-to-left paragraph, and what one key mends.

Which test holds which measured defect absent: `test_rtl_table`.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLibraryInfo, QMimeData, Qt, QTranslator, QUrl
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QApplication

from deskeditor.domain.document import (
    Address,
    Direction,
    Document,
    Inline,
    Isolate,
    Paragraph,
    Table,
)
from deskeditor.domain.findings import Anchor
from deskeditor.language import counting
from deskeditor.language.searching import Query, Search
from deskeditor.ui.editor.underlines import pieces
from deskeditor.ui.editor.view import ArticleEditor
from helpers.edit_scripts import press
from helpers.editing import Opened

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
RTL = Qt.LayoutDirection.RightToLeft


def of(text: str | Inline) -> Document:
    return Document(blocks=(Paragraph("p", Inline(text) if isinstance(text, str) else text),))


def body(editor: ArticleEditor, number: int = 0) -> QTextBlock:
    return editor.surface.page.findBlockByNumber(5 + number)


def shown(editor: ArticleEditor, text: str) -> str:
    """The characters of `text` in the paragraph as the screen has them, from its left."""
    editor.surface.grab()
    block = body(editor)
    base = block.text().index(text)
    at = {
        place: min(x for _, x, _ in pieces(block, base + place, base + place + 1))
        for place in range(len(text))
    }
    return "".join(text[place] for place in sorted(at, key=lambda place: at[place]))


def put(editor: ArticleEditor, place: int) -> None:
    cursor = editor.surface.textCursor()
    cursor.setPosition(body(editor).position() + place)
    editor.surface.setTextCursor(cursor)


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("2-1", "1-2"),
        ("12-2026", "2026-12"),
        ("2026-11-23", "23-11-2026"),
        ("23/11/2026", "23/11/2026"),
        ("10:30", "10:30"),
        ("+964 770-123-4567", "4567-123-770 964+"),
    ],
)
def test_numbers_as_readers_see_them_and_as_an_isolate_mends_them(
    opened: Opened, typed: str, seen: str
) -> None:
    text = f"قالَ {typed} اليوم"
    editor = opened(of(text))
    assert shown(editor, typed) == seen
    start = text.index(typed)
    editor.go_to(Anchor(Address("p"), start, start + len(typed)))
    editor.toggle_isolate()
    assert shown(editor, typed) == typed


def test_a_mark_of_direction_mends_a_score(opened: Opened) -> None:
    editor = opened(of("فاز \u200e2-1 أمسِ 😀"))
    editor.surface.grab()
    block = body(editor)
    first, last = block.text().index("2"), block.text().index("1")
    left = [min(x for _, x, _ in pieces(block, n, n + 1)) for n in (first, last)]
    assert left[0] < left[1]


@pytest.mark.parametrize("typed", ["23/11/2026", "10:30", "٢٣/١١/٢٠٢٦"])
def test_days_and_hours_read_as_typed(opened: Opened, typed: str) -> None:
    assert shown(opened(of(f"عند {typed} من 😀 WHO")), typed) == typed


def test_c_plus_plus_at_the_end_of_a_line(opened: Opened) -> None:
    editor = opened(of("كُتب البرنامج بلغة C++"))
    assert shown(editor, "C++") == "++C"
    put(editor, body(editor).length() - 1)
    editor.insert_mark("\u200e")
    assert shown(editor, "C++") == "C++"
    editor.undo()
    assert shown(editor, "C++") == "++C"


def test_percent_stands_where_its_language_puts_it_and_an_isolate_holds_it(opened: Opened) -> None:
    assert shown(opened(of("ارتفع إلى 87.5% 😀")), "87.5%") == "%87.5"
    isolated = Inline("ارتفع إلى 87.5% 😀").with_mark(10, 15, Isolate())
    assert shown(opened(of(isolated)), "87.5%") == "87.5%"


@pytest.mark.parametrize("pair", ["()", "[]", "«»"])
def test_brackets_open_on_the_right_and_hold_what_they_hold(opened: Opened, pair: str) -> None:
    words = f"{pair[0]}WHO ٢٥{pair[1]}"
    text = f"قالت {words} إنّ 😀"
    editor = opened(of(text))
    editor.surface.grab()
    block, start = body(editor), text.index(words)
    x = [min(x for _, x, _ in pieces(block, start + n, start + n + 1)) for n in range(len(words))]
    assert x[0] == max(x), "it opens right of all it holds"
    assert x[-1] == min(x), "and closes left of it"


def test_shift_and_arrows_select_across_runs_without_a_gap(opened: Opened) -> None:
    text = "قال مدير WHO news إنّ 21 😀 نعم"
    editor = opened(of(text))
    put(editor, 4)
    sizes = []
    for _ in range(12):
        press(editor, Qt.Key.Key_Left, SHIFT)
        cursor = editor.surface.textCursor()
        assert cursor.anchor() - body(editor).position() == 4
        sizes.append(len(cursor.selectedText()))
    assert len(set(sizes)) == len(sizes), "each key selects something else"


def test_home_and_end_with_shift_select_to_the_lines_ends(opened: Opened) -> None:
    text = "WHO قالت 2-1 C++"
    editor = opened(of(text))
    put(editor, 5)
    press(editor, Qt.Key.Key_End, SHIFT)
    assert editor.surface.textCursor().selectedText() == text[5:]
    put(editor, 5)
    press(editor, Qt.Key.Key_Home, SHIFT)
    assert editor.surface.textCursor().selectedText() == text[:5]


@pytest.mark.parametrize("text", ["WHO news 2026", "- بند", "2-1", "https://who.int 😀"])
def test_a_paste_flips_no_direction(opened: Opened, text: str) -> None:
    editor = opened(of("قالَ "))
    put(editor, 5)
    mime = QMimeData()
    mime.setText(text)
    mime.setHtml(f'<p dir="ltr" style="direction:ltr;text-align:left">{text}</p>')
    editor.surface.paste(mime)
    assert body(editor).textDirection() == RTL
    (paragraph, *_) = editor.document().blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.direction in (None, Direction.RTL)


def test_a_page_that_is_read_keeps_its_direction(opened: Opened) -> None:
    editor = opened(of("WHO قالت ٢٥ 😀"))
    editor.set_read_only(True)
    editor.set_document(of("C++ في سطر"))
    assert body(editor).textDirection() == RTL


def test_the_first_column_of_a_table_is_on_the_right(opened: Opened) -> None:
    row = (Inline("الأولُ 1"), Inline("WHO 😀"), Inline("٣"))
    editor = opened(Document(blocks=(Table("t", (row, row)),)))
    editor.surface.grab()
    page = editor.surface.page
    layout = page.documentLayout()
    cells = [page.find_line(Address("t", f"r0c{n}")) for n in range(3)]
    left = [layout.blockBoundingRect(cell).left() for cell in cells if cell is not None]
    assert len(left) == 3
    assert left == sorted(left, reverse=True)


def test_pictures_named_in_pasted_html_are_never_loaded(opened: Opened) -> None:
    page = opened(of("قالَ 1 WHO 😀")).surface.page
    for name in ("file:///etc/hostname", "https://example.org/a.png", "resource.png"):
        assert page.loadResource(2, QUrl(name)) is None


def test_a_translator_of_qt_turns_no_english_window(opened: Opened) -> None:
    editor = opened(of("WHO قالت 21 😀"))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    translator, before = QTranslator(), app.layoutDirection()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_ar", folder):
        app.installTranslator(translator)
        app.removeTranslator(translator)
        app.setLayoutDirection(before)
    assert body(editor).textDirection() == RTL


def test_words_and_characters_are_counted_as_people_see_them() -> None:
    text = "ضمّ ٢٥ عضواً و60 من WHO 😀"
    assert counting.words(text) == 6
    assert counting.graphemes("مُحَمَّدٌ") == 4, "not the eight of UTF-16"


def test_search_finds_hamza_and_vocalised_forms_where_qt_finds_none(opened: Opened) -> None:
    text = "قالتْ إنَّ المسؤولَ أعلن ٢٥ 😀"
    editor = opened(of(text))
    assert editor.surface.page.find("المسوول").isNull()
    (match,) = Search(Query("المسوول")).matches(text)
    assert text[match.start : match.end] == "المسؤولَ"


def test_up_and_down_keep_their_side_of_the_page(opened: Opened) -> None:
    text = "قالَ مدير WHO إنّ 21 😀 " * 30
    editor = opened(of(text))
    put(editor, 3)
    before = editor.surface.cursorRect().x()
    press(editor, Qt.Key.Key_Down, NONE)
    press(editor, Qt.Key.Key_Down, NONE)
    press(editor, Qt.Key.Key_Up, NONE)
    press(editor, Qt.Key.Key_Up, NONE)
    assert abs(editor.surface.cursorRect().x() - before) <= 12


def test_control_shift_and_an_arrow_select_whole_words(opened: Opened) -> None:
    editor = opened(of("قالَ مديرُ WHO 21 😀"))
    put(editor, 0)
    press(editor, Qt.Key.Key_Left, CTRL | SHIFT)
    press(editor, Qt.Key.Key_Left, CTRL | SHIFT)
    assert editor.surface.textCursor().selectedText() == "قالَ مديرُ "


def test_a_percent_alone_in_a_cell_reads_as_typed(opened: Opened) -> None:
    editor = opened(Document(blocks=(Table("t", ((Inline("87.5%"), Inline("النسبةُ 😀")),)),)))
    editor.surface.grab()
    cell = editor.surface.page.find_line(Address("t", "r0c0"))
    assert cell is not None
    middles = [sum((a + b) / 2 for _, a, b in pieces(cell, n, n + 1)) for n in range(5)]
    assert middles == sorted(middles)
