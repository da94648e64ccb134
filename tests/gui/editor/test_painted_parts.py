"""What stands on the screen after a key is what a whole painting would show."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskeditor.domain.document import Address, Document, Header, Inline, Paragraph, Span, Strong
from deskeditor.domain.findings import Anchor, Category, Finding, FindingClass, Severity
from deskeditor.domain.words import Bilingual
from deskeditor.ui.editor.view import ArticleEditor
from helpers.edit_scripts import press
from helpers.editing import Opened

NONE = Qt.KeyboardModifier.NoModifier
SENTENCE = "وقالت مديرة المحطة إنّ فريق WHO استبدل 2-1 من المضخات الى الحي ـٍّحجيّ 😀. "
PAGE = Document(
    Header(headline=Inline("عنوانٌ")),
    (
        Paragraph("p", Inline(SENTENCE * 4, (Span(0, 6, Strong()),))),
        Paragraph("q", Inline(SENTENCE * 3)),
    ),
)


def findings() -> tuple[Finding, ...]:
    said = Bilingual("همزة", "hamza")
    made = []
    for block, times in (("p", 4), ("q", 3)):
        for number in range(times):
            start = SENTENCE.index("الى") + number * len(SENTENCE)
            anchor = Anchor(Address(block), start, start + 3)
            kind = list(FindingClass)[number % 3]
            made.append(
                Finding("x.y", Category.SPELLING, Severity.ERROR, anchor, "الى", said, kind=kind)
            )
    return tuple(made)


@pytest.fixture
def steady_caret(qapp: QApplication) -> Iterator[None]:
    """A caret that does not blink between two looks at it."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


def on_screen(editor: ArticleEditor) -> QImage:
    """What the window shows now, without painting anything for it."""
    QApplication.processEvents()  # the paints that are due
    port = editor.surface.viewport()
    place = QRect(port.mapTo(editor.window(), QPoint()), port.size())
    shown = editor.screen().grabWindow(editor.window().winId()).toImage()
    return shown.copy(place).convertToFormat(QImage.Format.Format_RGB32)


def painted(editor: ArticleEditor) -> QImage:
    """What a whole painting shows."""
    image = editor.surface.viewport().grab().toImage()
    return image.convertToFormat(QImage.Format.Format_RGB32)


LONG = Document(PAGE.header, tuple(Paragraph(f"l{n}", Inline(SENTENCE * 2)) for n in range(20)))


@pytest.mark.usefixtures("steady_caret")
def test_at_the_end_of_a_page_no_more_is_painted_than_elsewhere(
    opened: Opened, qtbot: QtBot
) -> None:
    editor = opened(LONG)
    end = len(SENTENCE * 2)
    editor.go_to(Anchor(Address("l19"), end, end))
    bar = editor.surface.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0)
    qtbot.waitUntil(lambda: on_screen(editor) == painted(editor))
    press(editor, Qt.Key.Key_unknown, NONE, "ق")
    QApplication.processEvents()  # what was still to be painted is painted with the first key
    port, areas = editor.surface.viewport(), PaintedAreas()
    port.installEventFilter(areas)
    for letter in "عاد ":
        press(editor, Qt.Key.Key_unknown, NONE, letter)
        QApplication.processEvents()
    assert len(areas.heights) == 4
    assert max(areas.heights) < port.height() / 4
    port.removeEventFilter(areas)
    scrolled = bar.value()
    for letter in "الماء إلى الحي القديم اليوم. " * 12:  # lines are added, the page scrolls
        press(editor, Qt.Key.Key_unknown, NONE, letter)
        assert on_screen(editor) == painted(editor), f"after {letter!r}"
    assert bar.value() > scrolled
    assert port.rect().contains(editor.surface.cursorRect())


class PaintedAreas(QObject):
    """How high each painted area is, in pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.heights: list[int] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        if isinstance(event, QPaintEvent):
            self.heights.append(event.rect().height())
        return super().eventFilter(watched, event)


@pytest.mark.usefixtures("steady_caret")
@pytest.mark.parametrize("place", [0, 8, 70, 150, 290])
def test_only_what_has_changed_is_painted_and_all_of_it(
    opened: Opened, qtbot: QtBot, place: int
) -> None:
    editor = opened(PAGE)
    editor.show_findings(findings())
    editor.go_to(Anchor(Address("p"), place, place))
    qtbot.waitUntil(lambda: on_screen(editor) == painted(editor))
    for letter in "مرحبا 😀 يا أهل الدار ":
        press(editor, Qt.Key.Key_unknown, NONE, letter)
        assert on_screen(editor) == painted(editor), f"after {letter!r}"
    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) * 9:
        press(editor, key, NONE)
        assert on_screen(editor) == painted(editor), f"after {key}"
    press(editor, Qt.Key.Key_Return, NONE)
    editor.undo()
    assert on_screen(editor) == painted(editor)
