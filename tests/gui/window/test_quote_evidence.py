"""Evidence at the desk: attach, look at, see what differs, put it right, rule on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from PIL import Image
from pytestqt.qtbot import QtBot

from deskeditor.domain.document import Address
from deskeditor.domain.findings import Anchor, Edit
from deskeditor.domain.quotes import (
    Comparison,
    Verdict,
)
from deskeditor.services.evidence import Where
from deskeditor.ui.app import Shell
from helpers.evidence import pdf as made_pdf
from helpers.quote_desk import PAGE, WORDS, choose, evidence, quote, quotes, settle

Open = Callable[[Shell, str], None]


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
