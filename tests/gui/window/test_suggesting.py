"""An editor in another's draft: all that is written is suggested; the author decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pytestqt.qtbot import QtBot

from deskeditor.domain.document import Document, Figure
from deskeditor.domain.document.deciding import decided
from deskeditor.domain.errors import KnownError
from deskeditor.domain.findings import Anchor
from deskeditor.ui.app import Shell
from deskeditor.ui.control.open_article import SaveKind
from deskeditor.ui.editor.view import ArticleEditor
from helpers.edit_scripts import compose

#: Opens the window for a login.
OpenShell = Callable[..., Shell]


def page(shell: Shell) -> ArticleEditor:
    found = shell.writing.editor
    assert isinstance(found, ArticleEditor)
    return found


def open_hers(shell: Shell, qtbot: QtBot) -> str:
    """Open Salma's first draft, whoever sits here."""
    row = next(row for row in shell.desk.drafts.rows(owner="salma") if row.state == "draft")
    with qtbot.waitSignal(shell.controls.article.opened, timeout=30_000):
        shell.places.open(row.id)
    return row.id


def write_at_a_paragraph(shell: Shell, text: str) -> None:
    editor = page(shell)
    slot = next(s for s in editor.document().slots() if s.role == "paragraph" and len(s.text) > 30)
    assert editor.go_to(Anchor(slot.address, 0, 0))
    compose(editor, committed=text)


def saved(shell: Shell, qtbot: QtBot) -> None:
    page(shell).flush()
    shell.controls.article.save_now()
    qtbot.waitUntil(
        lambda: shell.controls.article.save.kind is SaveKind.SAVED and shell.controls.tasks.quiet,
        timeout=30_000,
    )


def refused(document: Document, by: str) -> Document:
    return decided(document, lambda mark: mark.author == by, take=False)


def test_what_an_editor_writes_is_suggested_and_the_author_decides(
    open_shell: OpenShell, qtbot: QtBot
) -> None:
    shell = open_shell("noor")
    own = open_hers(shell, qtbot)
    before = shell.desk.drafts.open(own)
    editor, action = page(shell), shell.window.actions_table["suggesting"]
    assert editor.is_suggesting()
    assert (action.isChecked(), action.isEnabled()) == (True, False)
    assert shell.controls.article.editable is False
    assert not shell.window.actions_table["submit"].isEnabled()
    write_at_a_paragraph(shell, "أمس ")
    figure = next(b for b in editor.document().blocks if isinstance(b, Figure))
    shell.writing.change_figure(replace(figure, alt="بديل تقترحه نور 😀"))
    saved(shell, qtbot)
    after = shell.desk.drafts.open(own)
    assert after.owner == "salma"
    assert {p.author for p in editor.suggestions()} == {"noor"}
    assert refused(after.document, "noor") == before.document

    shell = open_shell("salma")
    open_hers(shell, qtbot)
    editor = page(shell)
    assert not editor.is_suggesting()
    assert shell.window.actions_table["suggesting"].isEnabled()
    words = next(p for p in editor.suggestions() if not p.whole)
    assert editor.accept(words.id)
    assert editor.refuse_all()
    saved(shell, qtbot)
    kept = shell.desk.drafts.open(own).document
    assert [s.text.text for s in kept.slots() if s.text.text.startswith("أمس ")]
    assert editor.suggestions() == ()
    assert kept.figures() == before.document.figures()


def test_an_editor_may_decide_but_change_nothing_else(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell = open_shell("noor")
    own = open_hers(shell, qtbot)
    before = shell.desk.drafts.open(own)
    told: list[KnownError] = []
    shell.controls.article.save_changed.connect(
        lambda state: told.append(state.error) if state.error else None
    )
    page(shell).set_suggesting(False)  # as if the window forgot: the services do not
    write_at_a_paragraph(shell, "خلسة ")
    page(shell).flush()
    shell.controls.article.save_now()
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert told[0].code == "only-suggest"
    assert shell.desk.drafts.open(own) == before
    page(shell).undo()
    saved(shell, qtbot)
    details = shell.controls.article.article
    assert details is not None
    shell.places.trash()
    assert shell.controls.article.article is details, "nor put it into the trash"


def test_a_reporter_only_reads_what_another_writes(open_shell: OpenShell, qtbot: QtBot) -> None:
    shell = open_shell("hadi")
    open_hers(shell, qtbot)
    assert not shell.controls.article.writable
    assert page(shell).surface.isReadOnly()
    assert not page(shell).is_suggesting()
