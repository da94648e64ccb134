"""Comments, suggestions and facts in the real window: keys, the panel, and what it says back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from deskeditor.domain.document import Address, CommentMark, Fact, passages
from deskeditor.domain.findings import Anchor
from deskeditor.ui.app import Shell
from deskeditor.ui.editor.view import ArticleEditor
from helpers.edit_scripts import compose


@pytest.fixture
def written(shell: Shell, open_article: Callable[[Shell, str], None]) -> Shell:
    row = next(row for row in shell.controls.library.shelves.mine if row.title)
    open_article(shell, row.title)
    editor = page(shell)
    block = next(slot for slot in editor.document().slots() if len(slot.text) > 60)
    editor.go_to(Anchor(block.address, 0, 5))
    return shell


def page(shell: Shell) -> ArticleEditor:
    found = shell.writing.editor
    assert isinstance(found, ArticleEditor)
    return found


def words_on(shell: Shell) -> str:
    talk = shell.window.panels.review.talk
    return " ".join(one.text() for one in talk.findChildren(QLabel) if one.isVisibleTo(talk))


def press_in(shell: Shell, key: str, qtbot: QtBot) -> None:
    """Press a button of the list, once it stands there."""
    said = shell.window.look.words(key)
    talk = shell.window.panels.review.talk

    def wanted() -> list[QPushButton]:
        buttons = talk.findChildren(QPushButton)
        return [b for b in buttons if b.text() == said and b.isVisibleTo(talk)]

    qtbot.waitUntil(lambda: bool(wanted()))
    wanted()[0].click()


def test_a_comment_is_written_answered_and_settled(written: Shell, qtbot: QtBot) -> None:
    shell, editor = written, page(written)
    shell.window.actions_table["comment"].trigger()
    talk = shell.window.panels.review.talk
    assert shell.window.panel == "review"
    talk.field.setPlainText("من أين الرقم 18%؟ 😀")
    press_in(shell, "review.talk_send", qtbot)
    *others, thread = editor.document().threads
    assert thread.messages[0].author == shell.desk.person.login
    assert len(passages(editor.document(), CommentMark)) == len(others) + 1
    for other in others:
        editor.resolve(other.id, "hadi")
    editor.flush()
    talk.refresh()
    press_in(shell, "review.talk_answer", qtbot)
    talk.field.setPlainText("من بيان WHO")
    press_in(shell, "review.talk_send", qtbot)
    assert len(editor.document().threads[-1].messages) == 2
    qtbot.waitUntil(lambda: "من بيان WHO" in words_on(shell))
    press_in(shell, "review.talk_settle", qtbot)
    assert editor.document().threads[-1].resolved_by == shell.desk.person.login


def test_suggestions_are_listed_taken_and_refused(written: Shell, qtbot: QtBot) -> None:
    shell, editor = written, page(written)
    before = editor.document()
    shell.window.actions_table["suggesting"].trigger()
    compose(editor, committed="كلام 2-1 😀")
    (one,) = editor.suggestions()
    assert one.kind == "replace"
    shell.window.show_panel("review")
    qtbot.waitUntil(lambda: "كلام 2-1 😀" in words_on(shell))
    assert shell.desk.person.name in words_on(shell)
    press_in(shell, "review.talk_refuse", qtbot)
    assert editor.document() == before
    assert editor.suggestions() == ()
    shell.window.actions_table["suggesting"].trigger()
    assert not editor.is_suggesting()


def test_facts_are_flagged_and_checked_by_a_key(written: Shell, qtbot: QtBot) -> None:
    shell, editor = written, page(written)
    shell.window.actions_table["flag_fact"].trigger()
    (fact,) = passages(editor.document(), Fact)
    assert isinstance(fact.mark, Fact)
    assert (fact.mark.state, fact.mark.by) == ("flagged", shell.desk.person.login)
    shell.window.actions_table["check_fact"].trigger()
    (fact,) = passages(editor.document(), Fact)
    assert isinstance(fact.mark, Fact)
    assert fact.mark.state == "checked"
    shell.window.show_panel("review")
    qtbot.waitUntil(lambda: fact.text in words_on(shell))
    editor.go_to(Anchor(Address("header", "headline"), 0, 0))
    card = shell.window.panels.review.talk.cards[f"{fact.address.block}.{fact.address.part}.0"]
    card.chosen.emit()
    assert editor.selected_text() == fact.text


def test_a_picture_changed_in_the_panel_is_suggested_and_stays_chosen(
    written: Shell, qtbot: QtBot
) -> None:
    shell, editor = written, page(written)
    panel, figure = shell.window.panels.images, editor.document().figures()[0]
    shell.window.actions_table["suggesting"].trigger()
    shell.window.show_panel("images")
    panel.choose(figure.id)
    for alt in ("جرافة", "جرافة ترفع", "جرافة ترفع أنقاضاً 😀"):
        panel.figure_changed.emit(replace(figure, id=panel.chosen, alt=alt))
    (one,) = (p for p in editor.suggestions() if p.author == shell.desk.person.login)
    assert (one.changes, one.whole) == ("replace", "figure")
    assert panel.chosen != figure.id
    shell.window.show_panel("review")
    said = shell.window.look.words("review.talk_replace_figure")
    qtbot.waitUntil(lambda: said in words_on(shell))
    assert editor.accept(one.id)
    assert [f.alt for f in editor.document().figures() if f.id == panel.chosen] == [
        "جرافة ترفع أنقاضاً 😀"
    ]


def test_changing_what_is_proposed_away_is_refused_in_a_sentence(written: Shell) -> None:
    shell, editor = written, page(written)
    shell.window.actions_table["suggesting"].trigger()
    figure = editor.document().figures()[0]
    editor.change_figure(replace(figure, alt="بديل"))
    assert not editor.change_figure(replace(figure, alt="بديل آخر"))
    assert shell.window.notice.isVisible()
