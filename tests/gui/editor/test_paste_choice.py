"""What to keep of a paste: asked afterwards, in a bar, answered by one press."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent

from deskeditor.domain.document import Document, Heading, Inline, Paragraph, Span, Strong
from deskeditor.domain.findings import Anchor
from deskeditor.ui.editor.view import ArticleEditor
from helpers.edit_scripts import press
from helpers.editing import Opened

HTML = "<p>أول</p><h2>عنوان فرعي</h2><p>قال <b>WHO</b> إن 18% 😀</p>"
PAGE = Document(blocks=(Paragraph("p", Inline("نصّ هنا")),))


def pasted(opened: Opened, html: str = HTML, text: str = "") -> ArticleEditor:
    editor = opened(PAGE)
    editor.go_to(Anchor(editor.surface.page.address(editor.surface.page.body), 4, 7))
    mime = QMimeData()
    if html:
        mime.setHtml(html)
    mime.setText(text or "أول\nعنوان فرعي\nقال WHO إن 18% 😀")
    editor.surface.paste(mime)
    return editor


def test_the_looks_can_be_left_behind_and_taken_again(opened: Opened) -> None:
    editor = pasted(opened)
    rich = editor.document()
    assert [type(block) for block in rich.blocks] == [Paragraph, Heading, Paragraph]
    bar = editor.paste_choice
    assert bar.isVisible()
    assert (bar.rich.isChecked(), bar.plain.isChecked()) == (True, False)
    bar.plain.click()
    assert all(isinstance(block, Paragraph) for block in editor.document().blocks)
    assert not any(slot.text.spans for slot in editor.document().slots())
    assert "هنا" not in "".join(slot.text.text for slot in editor.document().slots())
    bar.rich.click()
    texts = [slot.text for slot in editor.document().slots() if slot.text]
    assert texts == [slot.text for slot in rich.slots() if slot.text]
    assert Span(4, 7, Strong()) in texts[-1].spans
    editor.undo()
    assert editor.document() == PAGE


def test_it_goes_with_the_next_key_and_with_escape(opened: Opened) -> None:
    editor = pasted(opened)
    press(editor, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, "ق")
    editor.flush()
    assert not editor.paste_choice.isVisible()
    editor = pasted(opened)
    escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    editor.paste_choice.keyPressEvent(escape)
    assert not editor.paste_choice.isVisible()


def test_plain_words_ask_nothing(opened: Opened) -> None:
    editor = pasted(opened, html="", text="كلام عادي 2-1 😀")
    assert not editor.paste_choice.isVisible()
