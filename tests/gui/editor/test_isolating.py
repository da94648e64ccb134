"""One key holds what a right-to-left line would turn round: at the caret, or on the whole page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from deskeditor.domain.document import (
    Address,
    Direction,
    Document,
    Header,
    Inline,
    Isolate,
    Paragraph,
)
from deskeditor.domain.findings import Anchor
from deskeditor.formats.html.inline import inline_html
from deskeditor.ui.editor.isolating import turning_at
from deskeditor.ui.editor.view import ArticleEditor
from helpers.edit_scripts import compose, press
from helpers.editing import Opened

PHONE = "اتصلوا على +964 770-123-4567 صباحاً"


def at(opened: Opened, text: str, place: int) -> ArticleEditor:
    editor = opened(Document(blocks=(Paragraph("p", Inline(text)),)))
    editor.go_to(Anchor(Address("p"), place, place))
    return editor


def text(editor: ArticleEditor, block: str = "p") -> Inline:
    found = editor.document().text_at(Address(block))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("words", "run"),
    [
        (PHONE, "+964 770-123-4567"),
        ("فاز بنتيجة 2-1 أمسِ", "2-1"),
        ("كُتب بلغة C++", "C++"),
        ("😀 موعدها 2026-11-23", "2026-11-23"),
    ],
)
def test_one_key_holds_the_run_at_the_caret_and_lets_it_go(
    opened: Opened, words: str, run: str
) -> None:
    start = words.index(run)
    editor = at(opened, words, start + len(run))
    editor.toggle_isolate()
    assert text(editor) == Inline(words).with_mark(start, start + len(run), Isolate())
    assert "<bdi" in inline_html(text(editor), Direction.RTL)
    compose(editor, committed="ـ")
    assert text(editor).text == words[: start + len(run)] + "ـ" + words[start + len(run) :]
    assert text(editor).marks_at(start + len(run)) == (), "one writes on after it, not in it"
    editor.undo()
    editor.toggle_isolate()
    assert text(editor) == Inline(words)
    editor.undo()
    editor.undo()
    assert text(editor) == Inline(words)


@pytest.mark.parametrize("words", ["السبت 23/11/2026", "الساعة 10:30", "قالت WHO أمسِ", "نعم"])
def test_what_reads_right_is_not_offered(opened: Opened, words: str) -> None:
    for place in range(len(words) + 1):
        assert turning_at(at(opened, words, place).surface.textCursor()) is None


def test_what_is_held_already_and_left_to_right_lines_are_not_offered(opened: Opened) -> None:
    editor = at(opened, "فاز 2-1 أمسِ", 5)
    assert turning_at(editor.surface.textCursor()) is not None
    editor.toggle_isolate()
    assert turning_at(editor.surface.textCursor()) is None
    editor.toggle_isolate()
    editor.set_direction(Direction.LTR)
    assert turning_at(editor.surface.textCursor()) is None


def test_all_such_runs_are_held_in_one_step(opened: Opened) -> None:
    held = Inline("وكان 3-0 قبلها").with_mark(5, 8, Isolate())
    page = Document(
        Header(headline=Inline("فوز 2-1 😀")),
        (Paragraph("p", Inline(PHONE)), Paragraph("q", held)),
    )
    editor = opened(page)
    assert editor.isolate_all() == 2
    assert text(editor, "q") == held
    headline = editor.document().header.headline
    assert headline == Inline("فوز 2-1 😀").with_mark(4, 7, Isolate())
    assert editor.isolate_all() == 0
    editor.undo()
    assert editor.document() == page
    editor.set_read_only(True)
    assert editor.isolate_all() == 0


def test_backspace_right_after_the_first_letter_of_an_isolate_takes_it(opened: Opened) -> None:
    editor = opened(Document(blocks=(Paragraph("p", Inline("لغة ")),)))
    editor.go_to(Anchor(Address("p"), 4, 4))
    editor.toggle_isolate()
    compose(editor, committed="C")
    assert not editor.surface.textCursor().hasSelection()
    press(editor, Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier)
    assert editor.document().blocks == (Paragraph("p", Inline("لغة ")),)
