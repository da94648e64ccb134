"""The ledger at the desk: find, confirm, mend, mark by hand, sign fact by fact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskeditor.domain.findings import Anchor, Edit
from deskeditor.domain.quotes import (
    Channel,
    Fact,
    Quote,
    Signed,
    Standing,
)
from deskeditor.ui.app import Shell
from deskeditor.ui.control.open_article import SaveKind
from helpers.quote_desk import PAGE, choose, quote, quotes, settle

Open = Callable[[Shell, str], None]


def test_one_key_confirms_and_the_text_may_move(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    found = choose(shell)
    shell.commands.run("confirm_quote")
    settle(shell, qtbot, lambda: quote(shell).standing is Standing.CONFIRMED)

    before = Anchor(found.anchor.address, 0, 0)
    assert shell.writing.editor.apply((Edit(before, "بعد ساعات 😀 من الحادث، "),))
    shell.writing.editor.flush()
    settle(shell, qtbot, lambda: quote(shell).anchor.start > found.anchor.start)

    assert quote(shell).standing is Standing.CONFIRMED
    article = shell.controls.article.article
    assert article is not None
    settle(shell, qtbot, lambda: shell.controls.article.save.kind is SaveKind.SAVED)
    kept = shell.desk.drafts.open(article.id).ledger
    assert [(item.by, item.speaker) for item in kept] == [("salma", "عمار النجفي")]


def test_changed_words_must_be_confirmed_again(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    found = choose(shell)
    shell.commands.run("confirm_quote")
    settle(shell, qtbot, lambda: quote(shell).standing is Standing.CONFIRMED)

    at = found.anchor.start
    assert shell.writing.editor.apply((Edit(Anchor(found.anchor.address, at, at), "كل "),))
    shell.writing.editor.flush()
    settle(shell, qtbot, lambda: quote(shell).standing is Standing.AGAIN)

    shell.commands.run("confirm_quote")
    settle(shell, qtbot, lambda: quote(shell).standing is Standing.CONFIRMED)
    assert quote(shell).text.startswith("كل ")


def test_mending_by_key_changes_speaker_and_channel(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    choose(shell)
    form = shell.window.panels.quotes.form
    shell.commands.run("mend_quote")
    assert form.speaker.hasFocus() or form.speaker.selectedText() == "عمار النجفي"

    form.speaker.setText("الوكيل عمار النجفي")
    form.channel.setCurrentIndex(form.channel.findData(Channel.INTERVIEW))
    QTest.keyClick(form.speaker, Qt.Key.Key_Return)
    settle(shell, qtbot, lambda: quote(shell).standing is Standing.CONFIRMED)

    mended = quote(shell)
    assert mended.speaker is not None
    assert mended.speaker.name == "الوكيل عمار النجفي"
    assert mended.channel is Channel.INTERVIEW
    shell.window.panels.quotes.form.taken_back.emit(mended)
    settle(shell, qtbot, lambda: quote(shell).standing is Standing.PROPOSED)
    assert quote(shell).speaker != mended.speaker


def test_the_ledger_is_walked_by_keys(shell: Shell, open_article: Open) -> None:
    open_article(shell, PAGE)
    panel = shell.window.panels.quotes
    shell.commands.run("next_quote")
    first = panel.chosen
    shell.commands.run("next_quote")
    assert panel.chosen is not first
    shell.commands.run("previous_quote")
    assert panel.chosen is first
    assert first is quotes(shell)[0]


def test_nothing_can_be_confirmed_in_somebody_elses_text(
    open_shell: Callable[..., Shell], open_article: Open
) -> None:
    shell = open_shell()
    open_article(shell, PAGE)
    article = shell.controls.article
    assert article.now is not None
    article.now = replace(article.now, article=replace(article.now.article, owner="noor"))
    shell.controls.quotes.confirm(quote(shell), shell.window.panels.quotes.form.facts)
    assert article.article is not None
    assert article.article.ledger == ()


def test_words_without_glyphs_are_marked_by_hand_and_follow_the_text(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    editor = cast("Any", shell.writing.editor)
    slot = next(s for s in editor.document().slots() if "كاسر الأمواج" in s.text.text)
    start = slot.text.text.index("كاسر الأمواج")
    shell.commands.run("mark_quote")
    qtbot.waitUntil(lambda: "حدّد" in shell.window.notice.text, timeout=5_000)

    end = start + len("كاسر الأمواج")
    assert editor.go_to(Anchor(slot.address, start - 1, end))
    shell.commands.run("mark_quote")
    settle(shell, qtbot, lambda: any(q.mark for q in quotes(shell)))
    marked = next(q for q in quotes(shell) if q.mark)
    assert marked.text == "كاسر الأمواج"
    assert shell.window.panels.quotes.chosen == marked

    form = shell.window.panels.quotes.form
    form.speaker.setText("عمار النجفي")
    form.confirm()
    settle(shell, qtbot, lambda: hand(shell).standing is Standing.CONFIRMED)
    assert editor.apply((Edit(Anchor(slot.address, 0, 0), "أمس 😀 WHO، "),))
    editor.flush()
    settle(shell, qtbot, lambda: hand(shell).anchor.start > start)
    assert hand(shell).standing is Standing.CONFIRMED

    place = hand(shell).anchor
    inside = Anchor(place.address, place.start + 4, place.start + 4)
    assert editor.apply((Edit(inside, " كل"),))
    editor.flush()
    settle(shell, qtbot, lambda: hand(shell).standing is Standing.AGAIN)

    form.taken_back.emit(hand(shell))
    settle(shell, qtbot, lambda: hand(shell).confirmation is None)
    form.unmarked.emit(hand(shell))
    settle(shell, qtbot, lambda: not any(q.mark for q in quotes(shell)))


def test_marking_what_is_a_quotation_already_chooses_it(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    found = quote(shell)
    inner = Anchor(found.anchor.address, found.anchor.start, found.anchor.start + 9)
    assert shell.writing.editor.go_to(inner)
    shell.commands.run("mark_quote")
    settle(shell, qtbot, lambda: shell.window.panels.quotes.chosen == quote(shell))
    assert not any(one.mark for one in quotes(shell))


def test_each_fact_is_mended_by_a_key_of_its_own(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    choose(shell)
    form = shell.window.panels.quotes.form
    for action, box in (("mend_kind", form.kind), ("mend_channel", form.channel)):
        shell.commands.run(action)
        assert box.view().isVisible()
        box.hidePopup()
    form.channel.setCurrentIndex(form.channel.findData(Channel.CALL))
    shell.commands.run("confirm_channel")
    settle(shell, qtbot, lambda: quote(shell).standing is Standing.PARTLY)
    assert quote(shell).channel is Channel.CALL
    assert not form.ticks[Fact.CHANNEL].isEnabled()
    assert form.ticks[Fact.SPEAKER].isEnabled()
    for action in ("confirm_speaker", "confirm_kind"):
        shell.commands.run(action)
        settle(shell, qtbot, partial(stands, shell, Fact(action.removeprefix("confirm_"))))
    settle(shell, qtbot, lambda: quote(shell).standing is Standing.CONFIRMED)
    for action, line, said in (
        ("cue", form.cue, "صرّح"), ("relay", form.relay, "وكالة الخبر"),
    ):  # fmt: skip
        shell.commands.run(f"mend_{action}")
        assert line.window().focusWidget() is line
        line.setText(said)
        shell.commands.run(f"confirm_{action}")
        settle(shell, qtbot, partial(stands, shell, Fact(action)))
    mended = quote(shell)
    assert mended.cue is not None and mended.relayed_by is not None  # noqa: PT018
    assert (mended.cue.text, mended.relayed_by.text) == ("صرّح", "وكالة الخبر")
    assert mended.standing is Standing.CONFIRMED
    assert {one.fact for one in signed(shell)} == set(Fact)
    form.channel.setCurrentIndex(form.channel.findData(Channel.POST))
    form.channel.activated.emit(form.channel.currentIndex())
    QTest.keyClick(form.channel, Qt.Key.Key_Return)
    settle(shell, qtbot, lambda: quote(shell).channel is Channel.POST)


def hand(shell: Shell) -> Quote:
    return next(one for one in quotes(shell) if one.mark)


def stands(shell: Shell, fact: Fact) -> bool:
    return fact in {one.fact for one in signed(shell)}


def signed(shell: Shell) -> tuple[Signed, ...]:
    item = quote(shell).confirmation
    return item.signatures if item is not None else ()
