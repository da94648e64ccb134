"""In suggesting mode no command changes the text: refused, all of it reads as it did."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from deskeditor.domain.document import (
    Address,
    Direction,
    Document,
    Figure,
    Header,
    Inline,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Quotation,
    Separator,
    Table,
)
from deskeditor.domain.findings import Anchor, Edit
from deskeditor.domain.publication import HouseStyle
from deskeditor.language.rewriting import Manner
from deskeditor.services.shorthand import Shorthand
from deskeditor.ui.editor.expanding import Expanding
from deskeditor.ui.editor.rewriting import rewrite
from deskeditor.ui.editor.view import ArticleEditor
from helpers.edit_scripts import press
from helpers.editing import Opened

PAGE = Document(
    Header(Inline("محليات"), Inline("عودةُ الماء 2-1"), Inline("بعد شهر"), Inline("سلمى")),
    (
        Paragraph("p", Inline("قالَ مديـر WHO إن ٢٥ جهازاً وصلت 2026-11-23 😀")),
        ListBlock("l", (ListItem("i", Inline("بند أول")), ListItem("j", Inline("بند ثانٍ")))),
        Quotation("k", Inline("لن ننتظر"), Inline("المدير")),
        Figure("f", "a" * 64, Inline("شرحُ الصورة"), "بديل", "تصوير: هادي"),
        Separator("s"),
        Table("t", ((Inline("الحيّ"), Inline("٤٢٠")),), caption=Inline("جدولٌ")),
        Note("n", Inline("للمكتب"), "salma"),
        Paragraph("q", Inline("آخرها")),
    ),
)
NONE = Qt.KeyboardModifier.NoModifier


def _type(editor: ArticleEditor, text: str) -> None:
    for letter in text:
        press(editor, Qt.Key.Key_unknown, NONE, letter)


def _shorthand(editor: ArticleEditor) -> None:
    expanding = Expanding(editor)
    expanding.use(Shorthand(words={"ام": "الأمم المتحدة"}))
    editor.go_to(Anchor(Address("q"), 5, 5))
    _type(editor, " ام")
    press(editor, Qt.Key.Key_unknown, NONE, " ")
    expanding.use(Shorthand())


def _smart(editor: ArticleEditor) -> None:
    editor.set_house(HouseStyle())
    editor.go_to(Anchor(Address("q"), 5, 5))
    _type(editor, ' "نعم"...')
    editor.set_house(None)


def _everywhere(editor: ArticleEditor) -> None:
    """Replace in every text of the page, as replacing all does."""
    found = [s for s in editor.document().slots() if s.text]
    assert editor.apply([Edit(Anchor(s.address, 0, 1), "ــ") for s in found])


def _whole_page(act: Callable[[ArticleEditor], object]) -> Callable[[ArticleEditor], object]:
    def selected(editor: ArticleEditor) -> object:
        editor.select_all()
        return act(editor)

    return selected


def _paste_all(editor: ArticleEditor) -> None:
    editor.select_all()
    mime = editor.surface.createMimeDataFromSelection()
    editor.surface.paste(mime)


COMMANDS: dict[str, Callable[[ArticleEditor], object]] = {
    "tashkeel": lambda e: [rewrite(e, manner) for manner in Manner],
    "isolates": lambda e: e.isolate_all(),
    "isolate": _whole_page(lambda e: e.toggle_isolate()),
    "strong": _whole_page(lambda e: e.toggle_strong()),
    "link": _whole_page(lambda e: e.set_link("https://example.org/")),
    "direction": _whole_page(lambda e: e.set_direction(Direction.LTR)),
    "bullets": _whole_page(lambda e: e.set_block_kind("bullets")),
    "note": lambda e: e.insert_note("noor"),
    "mark typed": lambda e: e.insert_mark("\u200f"),
    "cut": _whole_page(lambda e: e.cut()),
    "paste over all": _paste_all,
    "replace all": _everywhere,
    "shorthand": _shorthand,
    "typography": _smart,
    "deeper": _whole_page(lambda e: press(e, Qt.Key.Key_Tab, NONE)),
    "enter": _whole_page(lambda e: press(e, Qt.Key.Key_Return, NONE)),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_only_proposes(opened: Opened, name: str) -> None:
    editor = opened(PAGE)
    editor.set_suggesting(True, "noor")
    editor.go_to(Anchor(Address("i"), 2, 2))
    COMMANDS[name](editor)
    assert {one.author for one in editor.suggestions()} <= {"noor"}
    after = editor.document()
    if name not in ("deeper", "note"):
        assert after != PAGE, "the command does something here"
    editor.refuse_all()
    kept = tuple(b for b in editor.document().blocks if b != Paragraph(b.id))
    assert (editor.document().header, kept) == (PAGE.header, PAGE.blocks)
