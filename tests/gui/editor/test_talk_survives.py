"""Comments, facts and suggestions live through undo, copy, moving, merging and a restart."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from deskeditor.domain.document import (
    Address,
    CommentMark,
    Document,
    Fact,
    Inline,
    Mark,
    Paragraph,
    Passage,
    Suggestion,
    passages,
)
from deskeditor.domain.document.codec import dumps, loads
from deskeditor.domain.findings import Anchor, Edit
from deskeditor.formats.published import published
from deskeditor.ui.editor.view import ArticleEditor
from helpers.edit_scripts import press
from helpers.editing import Opened

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
NONE = Qt.KeyboardModifier.NoModifier
PAGE = Document(
    blocks=(
        Paragraph("p", Inline("قال المدير إن ٢٥ جهازاً وصلت 😀")),
        Paragraph("q", Inline("ثم قال WHO")),
        Paragraph("r", Inline("آخرها")),
    )
)
KINDS = ["comment", "flagged", "checked", "suggestion"]


def marked(opened: Opened, kind: str) -> ArticleEditor:
    """The page with «٢٥ جهازاً» under a mark of this kind, put there as people do."""
    editor = opened(PAGE)
    assert editor.go_to(Anchor(Address("p"), 14, 23))
    if kind == "comment":
        assert editor.add_comment("من أين الرقم؟", "noor", AT)
    elif kind == "suggestion":
        editor.set_suggesting(True, "noor")
        press(editor, Qt.Key.Key_Delete, NONE)
        editor.set_suggesting(False)
    else:
        (editor.flag if kind == "flagged" else editor.check)("noor", AT)
    assert found(editor.document(), kind)
    return editor


def found(document: Document, kind: str) -> list[Passage]:
    kinds: dict[str, type[Mark]] = {"comment": CommentMark, "suggestion": Suggestion}
    return list(passages(document, kinds.get(kind, Fact)))


def only(editor: ArticleEditor, kind: str) -> Passage:
    (one,) = found(editor.document(), kind)
    return one


@pytest.mark.parametrize("kind", KINDS)
def test_undo_takes_it_off_and_redo_brings_it_back(opened: Opened, kind: str) -> None:
    editor = marked(opened, kind)
    before = only(editor, kind)
    editor.undo()
    assert found(editor.document(), kind) == []
    editor.redo()
    assert only(editor, kind) == before
    assert before.text == "٢٥ جهازاً"


@pytest.mark.parametrize("kind", KINDS)
def test_words_cut_and_pasted_elsewhere_take_it_along(opened: Opened, kind: str) -> None:
    editor = marked(opened, kind)
    before = only(editor, kind)
    editor.go_to(Anchor(Address("p"), 11, 29))
    mime = editor.surface.createMimeDataFromSelection()
    press(editor, Qt.Key.Key_Delete, NONE)
    assert found(editor.document(), kind) == []
    editor.go_to(Anchor(Address("r"), 0, 0))
    editor.surface.paste(mime)
    after = only(editor, kind)
    assert (after.mark, after.text) == (before.mark, before.text)
    assert after.address == Address("r")
    for _ in range(2):
        editor.undo()
    assert only(editor, kind) == before


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_carries_it_too(opened: Opened, kind: str) -> None:
    editor = marked(opened, kind)
    editor.go_to(Anchor(Address("p"), 0, 29))
    mime = editor.surface.createMimeDataFromSelection()
    editor.go_to(Anchor(Address("q"), 0, 0))
    editor.surface.paste(mime)
    one, two = found(editor.document(), kind)
    assert (one.mark, one.text) == (two.mark, two.text)


@pytest.mark.parametrize("kind", KINDS)
def test_paragraphs_merged_and_split_keep_it(opened: Opened, kind: str) -> None:
    editor = marked(opened, kind)
    before = only(editor, kind)
    editor.go_to(Anchor(Address("q"), 0, 0))
    press(editor, Qt.Key.Key_Backspace, NONE)
    assert len(editor.document().blocks) == 2
    assert only(editor, kind) == before
    editor.go_to(Anchor(Address("p"), 11, 11))
    press(editor, Qt.Key.Key_Return, NONE)
    after = only(editor, kind)
    assert (after.mark, after.text) == (before.mark, before.text)


@pytest.mark.parametrize("kind", ["comment", "flagged", "checked"])
def test_a_fix_in_its_words_keeps_it(opened: Opened, kind: str) -> None:
    editor = marked(opened, kind)
    assert editor.apply((Edit(Anchor(Address("p"), 14, 16), "25"),))
    assert only(editor, kind).text == "25 جهازاً"


@pytest.mark.parametrize("kind", KINDS)
def test_it_comes_back_from_what_is_stored_and_never_leaves_the_desk(
    opened: Opened, kind: str
) -> None:
    editor = marked(opened, kind)
    before = editor.document()
    again = opened(loads(dumps(before)))
    assert again.document() == before
    assert again.threads() == editor.threads()
    left = published(before)
    assert found(left, kind) == []
    assert left.threads == ()
    assert [slot.text.text for slot in left.slots()] == [slot.text.text for slot in PAGE.slots()]


def test_a_settled_thread_stays_settled_through_undo_and_a_restart(opened: Opened) -> None:
    editor = marked(opened, "comment")
    (thread,) = editor.threads()
    assert editor.resolve(thread.id, "salma", AT)
    editor.undo()
    editor.redo()
    (settled,) = editor.threads()
    assert (settled.resolved_by, settled.resolved_at) == ("salma", AT)
    (kept,) = loads(dumps(editor.document())).threads
    assert kept == settled
