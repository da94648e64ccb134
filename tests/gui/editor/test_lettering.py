"""Invisible characters shown, tashkeel, tatweel and digits written another way, as one step."""

from __future__ import annotations

import pytest

from deskeditor.domain.document import Address, Document, Header, Inline, Paragraph, Strong
from deskeditor.domain.findings import Anchor
from deskeditor.language.rewriting import Manner
from deskeditor.ui.editor.invisibles import SIGNS, Invisibles
from deskeditor.ui.editor.rewriting import rewrite
from deskeditor.ui.editor.view import ArticleEditor
from helpers.editing import Opened

TEXT = "قالَ المـديرُ إنّ WHO سلّمت 25 😀"
PAGE = Document(
    Header(headline=Inline("عنوانٌ 12")),
    (Paragraph("p", Inline(TEXT).with_mark(5, 13, Strong())), Paragraph("q", Inline("أمسِ 3"))),
)


def text_of(editor: ArticleEditor, block: str) -> Inline:
    found = editor.document().text_at(Address(block))
    assert found is not None
    return found


def test_tashkeel_leaves_the_whole_page_in_one_step_and_marks_stay(opened: Opened) -> None:
    editor = opened(PAGE)
    assert rewrite(editor, Manner.NO_TASHKEEL) == 6
    assert text_of(editor, "p") == Inline("قال المـدير إن WHO سلمت 25 😀").with_mark(
        4, 11, Strong()
    )
    assert text_of(editor, "q").text == "أمس 3"
    assert editor.document().header.headline.text == "عنوان 12"
    editor.undo()
    assert editor.document() == PAGE


def test_only_what_is_selected_is_written_anew(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.go_to(Anchor(Address("p"), 5, 13))
    assert rewrite(editor, Manner.NO_TATWEEL) == 1
    assert text_of(editor, "p").text == "قالَ المديرُ إنّ WHO سلّمت 25 😀"
    assert rewrite(editor, Manner.NO_TATWEEL) == 0


@pytest.mark.parametrize(
    ("manner", "number"), [(Manner.ARABIC_DIGITS, "٢٥"), (Manner.LATIN_DIGITS, "25")]
)
def test_digits_of_the_article(opened: Opened, manner: Manner, number: str) -> None:
    editor = opened(PAGE)
    rewrite(editor, manner)
    assert number in text_of(editor, "p").text


def test_a_page_that_is_read_is_not_written_anew(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.set_read_only(True)
    assert rewrite(editor, Manner.NO_TASHKEEL) == 0
    assert editor.document() == PAGE


@pytest.mark.parametrize("char", [*SIGNS, " ", "\u00a0", "\t", "\u2028"])
def test_each_invisible_character_is_seen_when_asked_for(opened: Opened, char: str) -> None:
    text = f"قال{char}WHO 😀".replace("\u2028", "\n")
    editor = opened(Document(blocks=(Paragraph("p", Inline(text)),)))
    invisibles = Invisibles(editor)
    before = editor.surface.viewport().grab().toImage()
    invisibles.show(on=True)
    shown = editor.surface.viewport().grab().toImage()
    assert shown != before
    invisibles.show(on=False)
    assert editor.surface.viewport().grab().toImage() == before
    plain = opened(Document(blocks=(Paragraph("p", Inline("قالWHO 😀")),)))
    other = Invisibles(plain)
    other.show(on=True)
    assert plain.surface.viewport().grab().toImage() != shown
    assert editor.document().blocks == (Paragraph("p", Inline(text)),)
