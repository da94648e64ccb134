"""Comments on words and facts to be checked: they ride with the words and say who and when."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deskeditor.domain.document import (
    Address,
    CommentMark,
    Document,
    Fact,
    Inline,
    Paragraph,
    Passage,
    ThreadMessage,
    passages,
)
from deskeditor.domain.findings import Anchor
from helpers.edit_scripts import compose, press
from helpers.editing import Opened

NONE = Qt.KeyboardModifier.NoModifier
AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
PAGE = Document(blocks=(Paragraph("p", Inline("قالَ مدير WHO إن 18% عادت 😀")),))
WHERE = Address("p")


def test_a_thread_stands_on_its_words_and_moves_with_them(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.go_to(Anchor(WHERE, 5, 9))
    own = editor.add_comment("من هو؟ 😀", "salma", AT)
    (thread,) = editor.document().threads
    assert thread.messages == (ThreadMessage("salma", AT, "من هو؟ 😀"),)
    editor.go_to(Anchor(WHERE, 0, 0))
    compose(editor, committed="و")
    press(editor, Qt.Key.Key_Return, NONE)
    (found,) = passages(editor.document(), CommentMark)
    assert (found.mark, found.text) == (CommentMark(own), "مدير")


def test_answers_and_settling(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.go_to(Anchor(WHERE, 6, 6))
    own = editor.add_comment("من هو؟", "salma", AT)
    assert passages(editor.document(), CommentMark)[0].text == "مدير"
    assert editor.reply(own, "مدير المحطة 2-1", "hadi", AT)
    assert editor.resolve(own, "salma", AT)
    assert not editor.reply("gone", "لا", "hadi", AT)
    (thread,) = editor.document().threads
    assert [m.author for m in thread.messages] == ["salma", "hadi"]
    assert (thread.resolved_by, thread.resolved_at) == ("salma", AT)
    assert editor.reopen(own)
    assert editor.document().threads[0].resolved_by is None


def test_a_settled_thread_leaves_no_sign(opened: Opened) -> None:
    editor = opened(PAGE)
    before = editor.grab().toImage()
    editor.go_to(Anchor(WHERE, 5, 9))
    own = editor.add_comment("من هو؟", "salma", AT)
    editor.go_to(Anchor(WHERE, 0, 0))
    marked = editor.grab().toImage()
    assert marked != before
    editor.resolve(own, "hadi", AT)
    assert editor.grab().toImage() != marked
    assert not editor.surface.page.talk.current


def test_the_thread_at_the_caret_is_the_one_being_read(opened: Opened, qtbot: QtBot) -> None:
    editor = opened(PAGE)
    editor.go_to(Anchor(WHERE, 5, 9))
    own = editor.add_comment("من هو؟", "salma", AT)
    with qtbot.waitSignal(editor.thread_entered) as entered:
        editor.go_to(Anchor(WHERE, 7, 7))
    assert entered.args == [own]
    with qtbot.waitSignal(editor.thread_entered) as left:
        editor.go_to(Anchor(WHERE, 0, 0))
    assert left.args == [""]


def test_one_key_flags_and_another_checks(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.go_to(Anchor(WHERE, 17, 20))
    assert editor.flag("salma", AT)
    (one,) = passages(editor.document(), Fact)
    assert one == Passage(Fact("flagged", "salma", AT), WHERE, 17, 20, "18%")
    editor.go_to(Anchor(WHERE, 18, 18))
    assert editor.check("hadi", AT)
    (one,) = passages(editor.document(), Fact)
    assert one == Passage(Fact("checked", "hadi", AT), WHERE, 17, 20, "18%")
    assert editor.check("hadi", AT), "once more takes it off"
    assert editor.document() == PAGE


def test_nothing_is_marked_on_a_page_one_may_only_read(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.set_read_only(True)
    editor.go_to(Anchor(WHERE, 5, 9))
    assert editor.add_comment("لا", "salma") == ""
    assert not editor.flag("salma")
    assert editor.document() == PAGE


def test_two_signs_beside_one_line_stand_apart_and_none_twice(opened: Opened) -> None:
    editor = opened(PAGE)
    editor.go_to(Anchor(WHERE, 0, 3))
    editor.add_comment("من أين هذا؟ 😀", "salma", AT)
    editor.go_to(Anchor(WHERE, 5, 9))
    editor.flag("salma", AT)
    editor.go_to(Anchor(WHERE, 10, 13))
    editor.flag("hadi", AT)
    editor.surface.grab()
    block = editor.surface.page.find_line(WHERE)
    assert block is not None
    worn = editor.surface.page.decorations.known(block, (0, block.length()))
    assert worn is not None
    assert list(worn.beside.values()) == [["comment", "flag"]]
    left = [place.x() for place, _ in worn.stamps]
    assert len(left) == 2
    assert abs(left[0] - left[1]) >= 18
