"""An hour at the desk, by the keyboard: one piece from the empty page to its export."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskeditor.domain.document import (
    Document,
    Heading,
    Isolate,
    Link,
    ListBlock,
    Note,
    Paragraph,
    Quotation,
    Strong,
    Table,
)
from deskeditor.services.shorthand import Entry, Kind, Scope
from deskeditor.ui.app import Shell
from deskeditor.ui.editor.view import ArticleEditor
from helpers.edit_scripts import press

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
KINDS = (Heading, ListBlock, Quotation, Table, Note)


class Desk:
    """The window, and a person who only types."""

    def __init__(self, shell: Shell, qtbot: QtBot) -> None:
        """A new article is open."""
        self.shell, self._bot = shell, qtbot
        found = shell.writing.editor
        assert isinstance(found, ArticleEditor)
        self.page = found
        self.do("new")
        qtbot.waitUntil(lambda: shell.controls.article.article is not None, timeout=20_000)
        self.quiet()

    def quiet(self) -> None:
        """Wait for every answer."""
        self.page.flush()
        self._bot.waitUntil(lambda: self.shell.controls.tasks.quiet, timeout=30_000)

    def do(self, name: str) -> None:
        """One action of the menus."""
        action = self.shell.window.actions_table[name]
        assert action.isEnabled(), name
        action.trigger()

    def write(self, text: str) -> None:
        """Letters and Enter, one key after another."""
        for letter in text:
            if letter == "\n":
                press(self.page, ENTER, NONE)
            else:
                press(self.page, Qt.Key.Key_unknown, NONE, letter)

    def await_offer(self) -> None:
        """Wait until an isolate is offered for what was just written."""
        self._bot.waitUntil(self.shell.isolating.offer.isVisible)


@pytest.fixture
def desk(shell: Shell, qtbot: QtBot) -> Desk:
    entry = Entry(Kind.ABBREVIATION, "وم", "وزارة الموارد المائية")
    shell.desk.shorthand.save(Scope.PERSON, "salma", (entry,))
    return Desk(shell, qtbot)


def header(desk: Desk) -> None:
    press(desk.page, Qt.Key.Key_Up, NONE)
    desk.write("محليات\n")
    desk.write("عودة الماء إلى حي السواقي بعد أسبوع\nوم تعد بخط بديل قبل الصيف\n")
    desk.write("سلمى البدري\nمرسى الطيب - الاثنين 23/11/2026\n")


def opening(desk: Desk) -> None:
    desk.write('قالت المهندسة هدى "وصل الماء فجرا" ,وأضافت أن 87.5 % من الحي يشرب.\n')
    desk.write("رقم الشكاوى 770-123-4567")
    desk.await_offer()
    desk.do("insert_isolate")
    desk.write(" حتى المساء.\n")


def parts(desk: Desk) -> None:
    desk.do("heading")
    desk.write("ما الذي تعطل\n")
    desk.do("numbers")
    desk.write("مضخة\nمحوّل\n\n")
    desk.do("quotation")
    desk.write("لم نشرب من الصنبور أسبوعاً\nأم كريم، من سكان الحي\n")
    desk.do("insert_table")
    for cell in ("الحي", "الساعات", "الحال"):
        desk.write(cell)
        press(desk.page, TAB, NONE)
    press(desk.page, Qt.Key.Key_End, CTRL)
    desk.do("insert_note")
    desk.write("لا تنشروا قبل رد الوزارة\n")


def ending(desk: Desk) -> None:
    desk.write("وتنشر الوزارة الجدول في موقعها")
    QGuiApplication.clipboard().setText("https://example.org/water")
    desk.do("link")
    QTest.keyClick(desk.shell.window.link_bar.field, ENTER)
    press(desk.page, Qt.Key.Key_End, NONE)
    desk.write(" ")
    desk.do("strong")
    desk.write("اليوم")
    desk.do("strong")
    desk.write(".")


def check_parts(document: Document) -> None:
    first = document.blocks[0]
    assert isinstance(first, Paragraph)
    assert "«وصل الماء فجرا»، وأضافت أن 87.5% من الحي" in first.text.text
    marks = {type(span.mark) for slot in document.slots() for span in slot.text.spans}
    assert marks == {Isolate, Link, Strong}
    one = {kind: [b for b in document.blocks if isinstance(b, kind)] for kind in KINDS}
    assert all(len(found) == 1 for found in one.values()), one
    (quotation,), (table,), (note,) = one[Quotation], one[Table], one[Note]
    assert isinstance(quotation, Quotation)
    assert quotation.attribution.text == "أم كريم، من سكان الحي"
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0]] == ["الحي", "الساعات", "الحال"]
    assert isinstance(note, Note)
    assert note.author == "salma"


def test_an_hour_of_writing(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    page = desk.page
    page.set_house(desk.shell.desk.publications.default().house)
    header(desk)
    top = page.document().header
    assert top.headline.text == "عودة الماء إلى حي السواقي بعد أسبوع"
    assert top.deck.text == "وزارة الموارد المائية تعد بخط بديل قبل الصيف"
    assert top.dateline.text == "مرسى الطيب – الاثنين 23/11/2026"
    opening(desk)
    parts(desk)
    ending(desk)
    document = page.document()
    check_parts(document)

    steps = 0
    while desk.shell.window.actions_table["undo"].isEnabled() and steps < 300:
        desk.do("undo")
        steps += 1
    empty = page.document()
    assert not any(slot.text for slot in empty.slots())
    assert steps < 60, "undo goes back by words and sentences, not by letters"
    while desk.shell.window.actions_table["redo"].isEnabled():
        desk.do("redo")
    assert page.document() == document

    desk.quiet()
    qtbot.waitUntil(lambda: desk.shell.controls.article.save.kind.value == "saved", timeout=20_000)
    out = tmp_path / "piece.html"
    desk.shell.places.export_to("html", out)
    qtbot.waitUntil(out.exists, timeout=20_000)
    desk.quiet()
    html = out.read_text("utf-8")
    assert '<bdi dir="ltr">770-123-4567</bdi>' in html
    assert 'href="https://example.org/water"' in html
    assert "لا تنشروا" not in html, "a note to the desk leaves with no export"
    desk.do("copy_article")
    desk.quiet()
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.html().startswith('<div lang="ar" dir="rtl">')
    assert "770-123-4567" in mime.text()
    assert "لا تنشروا" not in mime.html() + mime.text()


def test_files_dropped_on_the_page_come_in_where_they_belong(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    shell, first = desk.shell, desk.shell.controls.article.article
    piece = tmp_path / "خبر.txt"
    piece.write_text("عنوان الخبر القادم من البريد\n\nقالت المديرة إن العمل انتهى أمس.\n", "utf-8")
    program = tmp_path / "setup.exe"
    program.write_bytes(b"MZ" + bytes(range(256)) * 8)
    for path in (program, piece):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        desk.page.surface.paste(mime)
        desk.quiet()
        if path is program:
            assert shell.window.notice.isVisible(), "refused in one sentence"
            assert shell.controls.article.article is first

    def came() -> bool:
        now = shell.controls.article.article
        return now is not None and first is not None and now.id != first.id

    qtbot.waitUntil(came, timeout=20_000)
    assert "قالت المديرة" in " ".join(s.text.text for s in desk.page.document().slots())
