"""Text dropped on the page, moved on it, and dragged out of it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QTextCursor

from deskeditor.domain.document import Address, Document, Header, Inline, Paragraph, Span, Strong
from deskeditor.domain.findings import Anchor
from deskeditor.ui.editor.view import ArticleEditor
from helpers.editing import Opened, caret

MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction
PAGE = Document(
    Header(headline=Inline("عنوان 😀")),
    (
        Paragraph("p", Inline("قالَ مدير WHO نعم", (Span(5, 9, Strong()),))),
        Paragraph("q", Inline("ثانية 2-1")),
    ),
)


def texts(editor: ArticleEditor) -> list[str]:
    return [slot.text.text for slot in editor.document().slots() if slot.text]


def drop(editor: ArticleEditor, target: QTextCursor) -> bool:
    mime = editor.surface.createMimeDataFromSelection()
    return editor.surface.dragging.dropped(mime, target, own=True, move=True)


def test_words_move_with_their_marks_as_one_step(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.go_to(Anchor(Address("p"), 5, 10))
    assert drop(editor, caret(editor.surface.page, 6, 6))
    first, second = (editor.document().text_at(Address(own)) for own in "pq")
    assert first == Inline("قالَ WHO نعم")
    assert second == Inline("ثانية مدير 2-1", (Span(6, 10, Strong()),))
    editor.undo()
    assert editor.document() == PAGE


def test_paragraphs_move_whole_and_no_field_is_lost(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.go_to(Anchor(Address("header", "headline"), 0, 7))
    assert drop(editor, caret(editor.surface.page, 6, -1))
    assert texts(editor) == ["قالَ مدير WHO نعم", "ثانية 2-1عنوان 😀"]
    assert editor.document().header == Header()


def test_words_dropped_on_themselves_stay(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.go_to(Anchor(Address("p"), 5, 9))
    assert not drop(editor, caret(editor.surface.page, 5, 7))
    assert editor.document() == PAGE


def test_words_from_elsewhere_are_put_where_they_fall(opened: Opened) -> None:
    editor = opened(PAGE)
    surface = editor.surface
    mime = QMimeData()
    mime.setText("نصّ 60%")
    where = surface.cursorRect(caret(surface.page, 6, 0)).center()
    event = QDropEvent(
        QPointF(where), COPY, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    surface.dropEvent(event)
    assert "نصّ 60%ثانية 2-1" in texts(editor)


def test_what_another_program_took_is_taken_away_whole(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.select_all()
    editor.surface.dragging.left(MOVE, inside=False)
    assert texts(editor) == []
    assert editor.document().header == Header()
    editor.undo()
    editor.surface.dragging.left(MOVE, inside=True)
    editor.surface.dragging.left(COPY, inside=False)
    assert editor.document() == PAGE


def test_nothing_falls_on_a_page_one_may_only_read(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.set_read_only(True)
    editor.go_to(Anchor(Address("p"), 5, 9))
    assert not drop(editor, caret(editor.surface.page, 6, 0))
    editor.surface.dragging.left(MOVE, inside=False)
    assert editor.document() == PAGE


def test_moving_is_proposed_while_suggesting(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.set_suggesting(True, "salma")
    editor.go_to(Anchor(Address("p"), 5, 10))
    assert drop(editor, caret(editor.surface.page, 6, 6))
    assert {one.kind for one in editor.suggestions()} == {"delete", "insert"}
    editor.refuse_all()
    assert editor.document() == PAGE
