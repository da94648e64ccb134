"""The ledger at the desk: find, confirm, mend, attach evidence, see what differs, put it right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from deskeditor.domain.document import Address
from deskeditor.domain.findings import Anchor, Edit
from deskeditor.domain.quotes import (
    Channel,
    Comparison,
    Evidence,
    Fact,
    Quote,
    Signed,
    Standing,
    Verdict,
)
from deskeditor.formats.evidence import pdf
from deskeditor.services.evidence import Where
from deskeditor.ui.app import Shell
from deskeditor.ui.control.open_article import SaveKind
from helpers.evidence import pdf as made_pdf

Open = Callable[[Shell, str], None]
PAGE = "وزارة النقل"
WORDS = "لجنة مستقلة"
STATEMENT = (
    "بيان رقم 118 😀 WHO\nوقال النجفي: لجنة مستقلة لن تراجع عقود التجريف منذ عام ٢٠١٨"
    " وستعلن نتائجها كاملة أمام الصيادين والتجار.\nأنجزنا اليوم المرحلة الاولى من تدعيم كاسر"
    " الأمواج مع الشركة المنفذة، وقد بدأناها الربيع الماضي، وسحبنا الحفارات كلها من الحوض"
    " الشرقي."
)


def quotes(shell: Shell) -> tuple[Quote, ...]:
    newest = shell.controls.checks.newest
    assert newest is not None
    return newest.report.quotes


def quote(shell: Shell, words: str = WORDS) -> Quote:
    return next(one for one in quotes(shell) if words in one.text)


def choose(shell: Shell, words: str = WORDS) -> Quote:
    shell.window.show_panel("quotes")
    found = quote(shell, words)
    shell.window.panels.quotes.choose(found)
    return found


def settle(shell: Shell, qtbot: QtBot, ready: Callable[[], bool]) -> None:
    qtbot.waitUntil(lambda: ready() and shell.controls.tasks.quiet, timeout=20_000)


@pytest.fixture
def held(shell: Shell, open_article: Open, qtbot: QtBot) -> Shell:
    """The sample's page with a statement attached."""
    open_article(shell, PAGE)
    shell.controls.quotes.paste(STATEMENT, Where("بيان الوزارة"))
    settle(shell, qtbot, lambda: quote(shell).comparison is not None)
    return shell


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


def test_evidence_gives_verdicts_and_the_pane_shows_what_differs(held: Shell) -> None:
    assert quote(held).verdict is Verdict.ALTERED
    choose(held)
    pane = held.window.compare
    assert not pane.isHidden()
    assert "ستراجع" in pane.article.passage.toPlainText()
    assert "لن تراجع" in pane.held.passage.toPlainText()
    held.commands.run("compare")
    assert pane.isHidden()


def test_the_evidences_words_can_be_put_into_the_text(held: Shell, qtbot: QtBot) -> None:
    found = choose(held)
    held.window.compare.put_text.click()
    settle(held, qtbot, lambda: quote(held).verdict is not Verdict.ALTERED)

    now = held.writing.editor.document().text_at(found.anchor.address)
    assert now is not None
    assert "لجنة مستقلة لن تراجع عقود التجريف منذ عام ٢٠١٨" in now.text
    assert quote(held).verdict is Verdict.VERBATIM


def test_a_verdict_is_signed_with_a_note(held: Shell, qtbot: QtBot) -> None:
    choose(held)
    pane = held.window.compare
    pane.verdict.setCurrentIndex(pane.verdict.findData(Verdict.ALTERED))
    pane.note.setText("بموافقة القائل")
    pane.yes.click()
    settle(held, qtbot, lambda: quote(held).ruled)

    item = quote(held).confirmation
    assert item is not None
    assert item.ruling is not None
    assert (item.ruling.by, item.ruling.note) == ("salma", "بموافقة القائل")


def test_a_verdict_and_its_note_stay_as_written_while_the_text_is_checked(
    held: Shell, qtbot: QtBot
) -> None:
    choose(held)
    pane, editor = held.window.compare, held.writing.editor
    assert (pane.verdict.currentData(), pane.note.text()) == (Verdict.ALTERED, "")
    pane.verdict.setCurrentIndex(pane.verdict.findData(Verdict.TRANSLATED))
    pane.note.setText("ترجمة نور")
    pane.note.setCursorPosition(3)
    before, headline = held.controls.checks.newest, Anchor(Address("header", "headline"), 0, 0)
    assert editor.apply((Edit(headline, "عاجل 📰 WHO 3: "),))
    settle(held, qtbot, lambda: held.controls.checks.newest is not before)
    written = pane.verdict.currentData(), pane.note.text(), pane.note.cursorPosition()
    assert written == (Verdict.TRANSLATED, "ترجمة نور", 3)

    other = next(one for one in quotes(held) if one.comparison and WORDS not in one.text)
    held.window.panels.quotes.choose(other)
    qtbot.waitUntil(lambda: pane.quote == other, timeout=5_000)
    assert pane.note.text() == ""
    assert pane.verdict.currentIndex() == 0


def test_a_translation_without_its_translator_is_refused_in_a_sentence(
    held: Shell, qtbot: QtBot
) -> None:
    choose(held)
    pane = held.window.compare
    pane.verdict.setCurrentIndex(pane.verdict.findData(Verdict.TRANSLATED))
    pane.yes.click()
    qtbot.waitUntil(lambda: "ترجم" in held.window.notice.text, timeout=5_000)
    assert not quote(held).ruled


def test_the_filter_shows_one_verdict(held: Shell) -> None:
    panel = held.window.panels.quotes
    held.window.show_panel("quotes")
    panel.filter.setCurrentIndex(panel.filter.findData(Verdict.ALTERED.value))
    panel.filter.activated.emit(panel.filter.currentIndex())
    shown = [card.quote.verdict for card in panel._cards if not card.isHidden()]
    assert shown
    assert set(shown) == {Verdict.ALTERED}


def test_a_file_that_cannot_be_read_is_kept_and_said(
    shell: Shell, open_article: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    open_article(shell, PAGE)
    tape = tmp_path / "مؤتمر.m4a"
    tape.write_bytes(b"\x00\x00\x00\x18ftypM4A tape")
    shell.controls.quotes.attach([tape], Where("تسجيل المؤتمر", timecode="04:12"))
    qtbot.waitUntil(lambda: "تسجيل" in shell.window.notice.text, timeout=10_000)
    newest = shell.controls.checks
    settle(shell, qtbot, lambda: newest.newest is not None and bool(newest.newest.evidence))
    assert quote(shell).verdict is Verdict.NOT_CHECKED


def test_a_screenshot_is_looked_at_beside_the_quotation(
    shell: Shell, open_article: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    open_article(shell, PAGE)
    screen = tmp_path / "تغريدة 😀.png"
    Image.new("RGB", (2400, 900), (20, 120, 90)).save(screen)
    shell.controls.quotes.attach([screen], Where("شاشة المنشور"))
    settle(shell, qtbot, lambda: bool(shell.controls.checks.newest and evidence(shell)))
    choose(shell)
    side = shell.window.compare.held
    settle(shell, qtbot, lambda: side.picture.image is not None)
    assert side.picture.image is not None
    assert side.picture.image.width() == 1600
    assert not side.picture.isHidden()
    assert side.passage.isHidden()
    assert quote(shell).verdict is Verdict.NOT_CHECKED


def test_a_scanned_page_is_looked_at_and_a_page_with_words_may_be(
    shell: Shell, open_article: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    open_article(shell, PAGE)
    for name, words in (("مسح ضوئي 😀.pdf", ""), ("بيان.pdf", "statement WHO 25")):
        (tmp_path / name).write_bytes(made_pdf(words))
        shell.controls.quotes.attach([tmp_path / name], Where(name))
        settle(shell, qtbot, lambda name=name: any(e.name == name for e in evidence(shell)))  # type: ignore[misc]
    scan, statement = evidence(shell)
    compare = shell.window.compare
    choose(shell)
    compare.show_quote(quote(shell), (scan,), paragraph=1, writable=True)
    settle(shell, qtbot, lambda: compare.held.picture.image is not None)
    assert compare.held.passage.isHidden()
    assert "صفحة" in compare.held.where.accessibleName()
    assert compare.held.page.isHidden()

    held = Comparison(Verdict.ALTERED, statement.id, 0, 5)
    compare.show_quote(
        replace(quote(shell), comparison=held), (statement,), paragraph=1, writable=True
    )
    settle(shell, qtbot, lambda: not compare.held.page.isHidden())
    assert compare.held.picture.isHidden()
    compare.held.page.click()
    assert compare.held.passage.isHidden()
    assert not compare.held.picture.isHidden()


def test_a_picture_that_is_none_is_said_and_not_shown(
    shell: Shell, open_article: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    open_article(shell, PAGE)
    broken = tmp_path / "شاشة.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + b"<script>" * 40)
    shell.controls.quotes.attach([broken], Where())
    settle(shell, qtbot, lambda: bool(evidence(shell)))
    shell.window.notice.hide()
    choose(shell)
    qtbot.waitUntil(lambda: "شاشة.png" in shell.window.notice.text, timeout=20_000)
    assert shell.window.compare.held.picture.image is None
    assert not shell.window.compare.held.passage.isHidden()


def evidence(shell: Shell) -> tuple[Evidence, ...]:
    newest = shell.controls.checks.newest
    return newest.evidence if newest is not None else ()


def test_a_program_is_refused_in_one_sentence(
    shell: Shell, open_article: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    open_article(shell, PAGE)
    program = tmp_path / "statement.pdf"
    program.write_bytes(b"MZ\x90\x00" + b"\x00" * 99)
    shell.controls.quotes.attach([program], Where())
    qtbot.waitUntil(lambda: "برنامج" in shell.window.notice.text, timeout=10_000)


def test_evidence_taken_off_is_held_no_longer(held: Shell, qtbot: QtBot) -> None:
    newest = held.controls.checks.newest
    assert newest is not None
    held.controls.quotes.take_off(newest.evidence[0])
    settle(held, qtbot, lambda: quote(held).verdict is Verdict.NOT_CHECKED)


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


def test_the_sheet_is_written_from_the_window(held: Shell, qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "ورقة التحقق.html"
    held.quoting.write_sheet(out)
    qtbot.waitUntil(lambda: "ورقة التحقق" in held.window.notice.text, timeout=10_000)
    text = out.read_text("utf-8")
    assert "بيان الوزارة" in text
    assert "عمار النجفي" in text


def test_the_sheet_is_drawn_for_paper_and_reads_as_it_was_written(
    held: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    out = tmp_path / "ورقة.pdf"
    held.quoting.write_sheet(out)
    qtbot.waitUntil(lambda: "ورقة" in held.window.notice.text, timeout=20_000)
    words = pdf.read(out.read_bytes())
    for wanted in ("ورقة التحقق", "بيان الوزارة", "عمار النجفي", "لن تراجع", "1 / "):
        assert wanted in words
    assert "الاقتباسات" in words


def test_a_quotations_history_is_shown_and_left(held: Shell, qtbot: QtBot) -> None:
    choose(held)
    panel = held.window.panels.quotes
    panel.form.past.click()
    settle(held, qtbot, lambda: any("كُتب" in text for text in said(panel.steps)))
    assert any("سلمى" in text for text in said(panel.steps))
    panel.steps.closed.emit()
    assert panel._stack.currentIndex() == 0
    assert not panel.foot.isHidden()


def said(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_typing_while_a_quotation_is_compared_leaves_the_caret_where_it_is(
    held: Shell, qtbot: QtBot
) -> None:
    choose(held)
    editor = held.writing.editor
    qtbot.waitUntil(lambda: not held.quoting._soon.isActive())
    assert cast("Any", editor).selected_text() == quote(held).text
    headline = Address("header", "headline")
    assert editor.go_to(Anchor(headline, 0, 0))
    assert editor.apply((Edit(Anchor(headline, 0, 0), "عاجل 📰 WHO 3: "),))
    editor.flush()

    settle(
        held, qtbot, lambda: held.controls.checks.newest is not None
        and held.controls.checks.newest.article.title.startswith("عاجل"),
    )  # fmt: skip
    assert cast("Any", editor).selected_text() == ""
    assert not held.window.compare.isHidden()


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


def hand(shell: Shell) -> Quote:
    return next(one for one in quotes(shell) if one.mark)


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
        settle(shell, qtbot, lambda: len(signed(shell)) > 1)
    settle(shell, qtbot, lambda: quote(shell).standing is Standing.CONFIRMED)
    assert {one.fact for one in signed(shell)} == set(Fact)
    form.channel.setCurrentIndex(form.channel.findData(Channel.POST))
    form.channel.activated.emit(form.channel.currentIndex())
    QTest.keyClick(form.channel, Qt.Key.Key_Return)
    settle(shell, qtbot, lambda: quote(shell).channel is Channel.POST)


def signed(shell: Shell) -> tuple[Signed, ...]:
    item = quote(shell).confirmation
    return item.signatures if item is not None else ()
