"""The editor as the window sees it: signals, findings, pictures, zoom, the clipboard."""

from __future__ import annotations

import socket

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from pytestqt.qtbot import QtBot

from deskeditor.domain.document import (
    Address,
    CommentMark,
    Document,
    Figure,
    Header,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Separator,
    Strong,
    Table,
)
from deskeditor.domain.findings import (
    Anchor,
    Category,
    Finding,
    FindingClass,
    Severity,
)
from deskeditor.domain.words import Bilingual
from deskeditor.ui.editor.appearance import EditorTheme
from deskeditor.ui.editor.clipboard import LINES, TEXT_MOST
from helpers.editing import Opened, caret, editor_of

PAGE = Document(
    Header(headline=Inline("عنوان إنّ")),
    (Paragraph("p", Inline("قال مدير 😀 WHO الى بغداد")), Paragraph("q", Inline("ثانية 2-1"))),
)


def finding(text: str, start: int, block: str = "p", kind: FindingClass | None = None) -> Finding:
    anchor = Anchor(Address(block), start, start + len(text))
    said = Bilingual("خطأ", "error")
    return Finding("spelling.x", Category.SPELLING, Severity.ERROR, anchor, text, said, kind=kind)


def test_changes_are_gathered_and_told_once(opened: Opened, qtbot: QtBot) -> None:
    editor = opened(PAGE)
    told: list[Document] = []
    editor.document_changed.connect(told.append)
    with qtbot.waitSignal(editor.document_changed):
        for letter in "أجل":
            editor.go_to(Anchor(Address("q"), 0, 0))
            editor.insert_mark(letter)
    assert told == [editor.document()]
    assert told[0].blocks[0] is editor.document().blocks[0]


def test_setting_an_article_tells_nothing_and_leaves_nothing_to_undo(opened: Opened) -> None:
    editor = opened(PAGE)
    told: list[Document] = []
    editor.document_changed.connect(told.append)
    editor.set_document(Document())
    editor.flush()
    editor.undo()
    assert told == []
    assert editor.document() == Document()


def test_the_caret_is_told_in_code_points(opened: Opened, qtbot: QtBot) -> None:
    editor = opened(PAGE)
    with qtbot.waitSignal(editor.cursor_moved) as moved:
        editor.go_to(Anchor(Address("p"), 12, 12))
    assert moved.args == [Address("p"), 12]


def test_going_to_a_place_selects_its_words(opened: Opened) -> None:
    editor = opened(PAGE)
    assert editor.go_to(Anchor(Address("p"), 15, 18))
    assert editor.selected_text() == "الى"
    assert editor.selection() == Anchor(Address("p"), 15, 18)
    assert not editor.go_to(Anchor(Address("gone"), 0, 0))


def test_findings_move_along_with_typing_and_go_when_their_words_change(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.show_findings((finding("الى", 15), finding("gone", 3), finding("x", 99)))
    (placed,) = editor.surface.placements.at(Address("p"))
    assert (placed.start, placed.end) == (16, 19), "UTF-16 units on the page"
    editor.go_to(Anchor(Address("p"), 0, 0))
    editor.insert_mark("و")
    (placed,) = editor.surface.placements.at(Address("p"))
    assert (placed.start, placed.end) == (17, 20)
    editor.go_to(Anchor(Address("p"), 17, 17))
    editor.insert_mark("ل")
    assert editor.surface.placements.at(Address("p")) == []


def test_a_hint_leaves_no_line_and_no_sign(opened: Opened) -> None:
    editor = opened(PAGE)
    before = editor.grab().toImage()
    editor.show_findings((finding("الى", 15, kind=FindingClass.HINT),))
    assert editor.grab().toImage() == before


@pytest.mark.parametrize("kind", [FindingClass.ERROR, FindingClass.CHECK, FindingClass.NAME])
def test_each_class_is_drawn_under_its_words_and_in_the_margin(
    opened: Opened, kind: FindingClass
) -> None:
    editor = opened(PAGE)
    before = editor.grab().toImage()
    one = finding("الى", 15, kind=kind)
    editor.show_findings((one,))
    after = editor.grab().toImage()
    editor.set_current(one)
    washed = editor.grab().toImage()
    assert before != after
    assert washed != after


def test_pictures_come_from_the_article_alone(qtbot: QtBot) -> None:
    asked: list[str] = []
    red = QImage(64, 32, QImage.Format.Format_RGB32)
    red.fill(QColor("#ff0000"))

    def source(media: str) -> QImage:
        asked.append(media)
        return red

    editor = editor_of()
    editor.set_image_source(source)
    editor.set_document(Document(blocks=(Figure("f", "a" * 64), Figure("g", None))))
    image = editor.grab().toImage()
    assert set(asked) == {"a" * 64}
    assert any(image.pixelColor(450, y) == QColor("#ff0000") for y in range(100, image.height()))
    page = editor.surface.page
    kind = QTextDocument.ResourceType.ImageResource.value
    assert page.loadResource(kind, QUrl("file:///etc/hostname")) is None
    qtbot.addWidget(editor)


def test_zoom_and_theme_touch_neither_the_text_nor_undo(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.go_to(Anchor(Address("q"), 0, 0))
    editor.insert_mark("و")
    changed, small = editor.document(), editor.surface.page.size().height()
    editor.set_zoom(2.0)
    editor.set_theme(EditorTheme(ink="#E8ECEB", paper="#1C2224"))
    editor.grab()
    assert editor.surface.page.size().height() > 1.5 * small
    assert editor.document() is changed
    editor.undo()
    assert editor.document() == PAGE


def test_comment_marks_sit_on_the_selected_words(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.go_to(Anchor(Address("p"), 4, 8))
    editor.add_comment_mark("t1")
    wanted = PAGE.blocks[0]
    assert isinstance(wanted, Paragraph)
    marked = wanted.text.with_mark(4, 8, CommentMark("t1"))
    assert editor.document().text_at(Address("p")) == marked


@pytest.mark.parametrize("paragraphs", [1, 60])
def test_the_column_stands_in_the_middle_at_every_width(opened: Opened, paragraphs: int) -> None:
    blocks = tuple(Paragraph(f"p{n}", Inline("قال مدير WHO " * 9)) for n in range(paragraphs))
    editor = opened(Document(blocks=(*blocks, Figure("f", "a" * 64))))
    editor.set_zoom(1.25)
    for width, height in ((900, 700), (1500, 400), (620, 2400), (800, 2300)):
        editor.resize(width, height)
        surface = editor.surface
        assert surface.page.textWidth() == surface.viewport().width()
        assert surface.horizontalScrollBar().maximum() == 0


# --- the clipboard --------------------------------------------------------------------------------


def html(markup: str) -> QMimeData:
    mime = QMimeData()
    mime.setHtml(markup)
    mime.setText("نص")
    return mime


def test_a_cut_block_comes_back_with_its_id_and_a_copied_one_with_a_new_one(
    opened: Opened,
) -> None:
    table = Table("t", ((Inline("الصنف"), Inline("C++")),))
    editor = opened(Document(PAGE.header, (*PAGE.blocks, table, Separator("s"))))
    editor.select_all()
    mime = editor.surface.createMimeDataFromSelection()
    assert mime.hasFormat(LINES)
    assert "WHO" in mime.text()
    editor.surface.setTextCursor(caret(editor.surface.page, 6, -1))
    editor.surface.paste(mime)
    document = editor.document()
    assert document.problems() == ()
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [t.rows for t in tables] == [table.rows, table.rows]
    assert tables[1].id == "t"
    editor.undo()
    assert editor.document().blocks == (*PAGE.blocks, table, Separator("s"))


def test_hostile_html_is_cleaned_and_nothing_is_fetched(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise AssertionError("a paste must not touch the network")

    monkeypatch.setattr(socket, "create_connection", refuse)
    editor = opened(PAGE)
    editor.surface.setTextCursor(caret(editor.surface.page, 6, -1))
    markup = (
        '<style>p{}</style><p onclick="x()">ثالثة <b>WHO</b></p><script>alert(1)</script>'
        '<img src="file:///etc/passwd"><img src="https://example.invalid/a.png">'
        '<p><a href="javascript:x()">سيئ</a> <a href="https://example.org/">جيد 😀</a></p>'
        "<ul><li>إنّ</li><li>2-1</li></ul>"
    )
    editor.surface.paste(html(markup))
    _, joined, links, items = editor.document().blocks
    bold = Inline("ثانية 2-1ثالثة WHO").with_mark(15, 18, Strong())
    assert joined == Paragraph("q", bold)
    linked = Inline("سيئ جيد 😀").with_mark(4, 9, Link("https://example.org/"))
    assert isinstance(links, Paragraph)
    assert links.text == linked
    assert isinstance(items, ListBlock)
    assert [item.text.text for item in items.items] == ["إنّ", "2-1"]


def test_html_too_deep_is_taken_as_its_words(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.surface.setTextCursor(caret(editor.surface.page, 6, -1))
    editor.surface.paste(html("<div>" * 40_000 + "x"))
    assert editor.document().text_at(Address("q")) == Inline("ثانية 2-1نص")


def test_ten_million_characters_are_refused_in_one_sentence(opened: Opened, qtbot: QtBot) -> None:
    editor = opened(PAGE)
    mime = QMimeData()
    mime.setText("كلمة " * 2_000_000)
    with qtbot.waitSignal(editor.refused) as refused:
        editor.surface.paste(mime)
    assert refused.args == ["paste-too-long", {"characters": 10_000_000, "limit": TEXT_MOST}]
    assert editor.document() == PAGE


@pytest.mark.parametrize(
    ("raw", "clean"),
    [("\x00أ\x07", "أ"), ("أ\u2028ب", "أ"), ("\ufdd0أ\ufffc", "أ"), ("أ\u00a0ب", "أ\u00a0ب")],
)
def test_what_no_text_can_hold_stays_outside(opened: Opened, raw: str, clean: str) -> None:
    editor = opened(Document(blocks=(Paragraph("p"),)))
    editor.surface.setTextCursor(caret(editor.surface.page, 5))
    mime = QMimeData()
    mime.setText(raw)
    editor.surface.paste(mime)
    assert editor.document().text_at(Address("p")) == Inline(clean)


def test_nonsense_in_our_own_format_is_no_harm(opened: Opened) -> None:
    editor = opened(PAGE)
    mime = QMimeData()
    mime.setData(LINES, b'[["[\\"figure\\",\\"f\\",\\"\\",\\"\\"]", {"t": ""}, null], 7]')
    mime.setText("و")
    editor.surface.setTextCursor(caret(editor.surface.page, 6, -1))
    editor.surface.paste(mime)
    assert editor.document().text_at(Address("q")) == Inline("ثانية 2-1و")
