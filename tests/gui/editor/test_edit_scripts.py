"""Whatever is typed, pasted, fixed, undone: the page stays whole and says the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from PySide6.QtWidgets import QApplication

from deskeditor.domain.document import (
    CommentMark,
    Document,
    Fact,
    Figure,
    Header,
    Heading,
    Inline,
    Isolate,
    Suggestion,
)
from deskeditor.domain.document.deciding import decided
from deskeditor.ui.editor.assembling import flatten
from deskeditor.ui.editor.isolates import is_mended
from deskeditor.ui.editor.lines import HEADER_KINDS, Kind
from deskeditor.ui.editor.projection import Projection
from deskeditor.ui.editor.structure import all_tags
from deskeditor.ui.editor.view import ArticleEditor
from deskeditor.ui.editor.whole_tags import WHOLES
from helpers.documents import documents
from helpers.edit_scripts import Step, play, proposing_scripts, scripts
from helpers.editing import editor_of, let_go, page_of


@pytest.fixture(scope="module")
def editor(qapp: QApplication) -> Iterator[ArticleEditor]:
    assert qapp is not None
    made = editor_of()
    yield made
    made.deleteLater()


def check_whole(editor: ArticleEditor) -> Document:
    page = editor.surface.page
    document = editor.document()
    assert document.problems() == ()
    assert [tag.kind for tag in all_tags(page)][:5] == list(HEADER_KINDS)
    assert all(is_mended(page.findBlockByNumber(n)) for n in range(page.blockCount()))
    assert Projection(page, page.projection.base).document() == document
    return document


def untold(document: Document) -> Document:
    """A document without its threads: what is said about a text is no step of writing it."""
    return replace(document, threads=())


def thread_ids(document: Document) -> list[str]:
    return [thread.id for thread in document.threads]


def run_script(editor: ArticleEditor, document: Document, script: list[Step]) -> None:
    editor.set_suggesting(False)
    editor.set_document(document)
    let_go()
    assert editor.document() == document
    after = document
    for step in script:
        play(editor, step)
        after = check_whole(editor)
    assert page_of(after).projection.document() == after
    ahead = editor.surface.page.isRedoAvailable()  # Backspace right after a refinement undoes too
    while editor.surface.page.isUndoAvailable():
        editor.undo()
        check_whole(editor)
    assert untold(editor.document()) == untold(document)
    while editor.surface.page.isRedoAvailable():
        editor.redo()
    if not ahead:
        assert editor.document() == after
    assert set(thread_ids(document)) <= set(thread_ids(after)), "undo takes no thread away"


def lines(document: Document, about: Callable[[Inline], Inline]) -> list[tuple[object, ...]]:
    """Every line with words, and every whole block, as what it is and says; ids are left out."""
    found: list[tuple[object, ...]] = []
    for line in flatten(document, "blank"):
        whole = line.tag.kind in WHOLES or line.tag.kind is Kind.CREDIT
        extra = {k: v for k, v in line.tag.values.items() if k not in ("list", "blank")}
        if line.text or whole:
            found.append((line.tag.kind, line.tag.direction, extra, about(line.text), line.cell))
    return found


def every(_mark: Suggestion) -> bool:
    return True


def unchanged(text: Inline) -> Inline:
    return text


def quiet(text: Inline) -> Inline:
    """A text without what is said about it: comments and facts are no proposals."""
    spans = (span for span in text.spans if not isinstance(span.mark, (CommentMark, Fact)))
    return Inline(text.text, tuple(spans))


def run_proposals(editor: ArticleEditor, document: Document, script: list[Step]) -> None:
    """Refused, proposals leave the text as it was; taken, they leave what could be read."""
    editor.set_document(document)
    let_go()
    editor.set_suggesting(True, "salma of the tests")
    for step in script:
        play(editor, step)
    after = check_whole(editor)
    talked = any(step.act in ("comment", "fact") for step in script)
    plain = quiet if talked else unchanged
    before = decided(document, every, take=False)
    refused, taken = decided(after, every, take=False), decided(after, every, take=True)
    assert lines(refused, plain) == lines(before, plain), "refused, all reads as before"
    editor.refuse_all()
    assert lines(check_whole(editor), unchanged) == lines(refused, unchanged)
    if editor.surface.page.isUndoAvailable() and editor.document() != after:
        editor.undo()
    assert editor.document() == after
    editor.accept_all()
    assert lines(check_whole(editor), unchanged) == lines(taken, unchanged)


#: An isolate is asked for, then a picture is pasted: its credit, where the caret is, has none.
_BEFORE_A_PICTURE = [
    Step("enter"),
    Step("mark", number=2),
    Step("paste", lines=(Figure("b1"),)),
    Step("refine"),
]
_fixture_is_fine = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@pytest.mark.timeout(400)  # on busy cores it takes minutes
@example(Document(header=Header(headline=Inline("قال"))), _BEFORE_A_PICTURE)
@settings(max_examples=300, suppress_health_check=_fixture_is_fine)
@given(document=documents, script=scripts)
def test_a_page_stays_whole_through_any_script(
    editor: ArticleEditor, document: Document, script: list[Step]
) -> None:
    run_script(editor, document, script)


#: A kicker with an isolate at its second letter; words and the guard are typed over.
_ISOLATED = Document(header=Header(Inline("قالقال").with_mark(1, 2, Isolate())))
_OVER_A_GUARD = [Step("enter", text="ق"), Step("refine", 0.0, 0.125, "ق", 4)]
#: A picture that is struck out, and a selection from its credit into a subhead composed over.
_STRUCK = Document(
    blocks=(Figure("b1", credit="تصوير هادي قرب الجسر"), Heading("b2", Inline("عودة المياه"), 2)),
)
_OVER_STRUCK = [Step("whole", 0.2, number=1), Step("compose-on", 0.5, 1.0, number=6)]
#: An isolate of one's own that is dragged away: its guards go with it.
_DATED = Document(header=Header(dateline=Inline("قال")))
_DRAGGED = [Step("mark", 0.0, 0.625, number=6), Step("select", 1.0, 0.5), Step("drag", number=1)]
#: Only struck words are copied: they are nothing to propose anywhere else.
_STRUCK_DRAGGED = [
    *[Step("enter")] * 3,
    Step("enter", 0.0, 1.0, number=4),
    Step("select", 1.0, 0.5),
    Step("drag"),
]


@pytest.mark.timeout(400)
@example(_DATED, _STRUCK_DRAGGED)
@example(_DATED, _DRAGGED)
@example(_ISOLATED, _OVER_A_GUARD)
@example(_STRUCK, _OVER_STRUCK)
@settings(max_examples=200, suppress_health_check=_fixture_is_fine)
@given(document=documents, script=proposing_scripts)
def test_proposals_take_nothing_away(
    editor: ArticleEditor, document: Document, script: list[Step]
) -> None:
    run_proposals(editor, document, script)


@pytest.mark.soak
@pytest.mark.timeout(3600)
@settings(max_examples=10_000, suppress_health_check=_fixture_is_fine)
@given(document=documents, script=proposing_scripts)
def test_ten_thousand_proposals_take_nothing_away(
    editor: ArticleEditor, document: Document, script: list[Step]
) -> None:
    run_proposals(editor, document, script)


@pytest.mark.soak
@pytest.mark.timeout(3600)
@settings(max_examples=10_000, suppress_health_check=_fixture_is_fine)
@given(document=documents, script=scripts)
def test_a_page_stays_whole_through_ten_thousand_scripts(
    editor: ArticleEditor, document: Document, script: list[Step]
) -> None:
    run_script(editor, document, script)
