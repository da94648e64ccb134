"""Writing at the desk: findings, fixes, undo, autosave, dismissals, pictures, history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from deskeditor.domain.document import Address, Document
from deskeditor.domain.errors import StoreError
from deskeditor.domain.findings import Anchor, Edit
from deskeditor.ui.app import Shell
from deskeditor.ui.control.open_article import SaveKind
from deskeditor.ui.editor.view import ArticleEditor
from deskeditor.ui.panels.checks.panel import ChecksPanel
from deskeditor.ui.wording import ltr

Open = Callable[[Shell, str], None]
PAGE = "وزارة النقل"
HEADLINE = Address("header", "headline")


def write(shell: Shell, where: Address, text: str) -> None:
    """Put `text` before what stands at `where`, as the person at the keyboard would."""
    assert shell.writing.editor.apply((Edit(Anchor(where, 0, 0), text),))
    shell.writing.editor.flush()


def saved(shell: Shell) -> bool:
    return shell.controls.article.save.kind is SaveKind.SAVED


def stored(shell: Shell) -> Document:
    article = shell.controls.article.article
    assert article is not None
    return shell.desk.drafts.open(article.id).document


def test_a_fix_mends_the_text_and_undo_brings_it_back(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    panel, page = shell.window.panels.checks, shell.writing.editor
    checked = shell.controls.checks.newest
    assert checked is not None
    finding = next(f for f in checked.report.findings if f.text == "الى")
    before = page.document()
    panel.choose(finding)

    shell.writing.apply_first_fix()

    mended = page.document().text_at(finding.anchor.address)
    assert mended is not None
    assert mended.text[finding.anchor.start :].startswith("إلى")
    page.undo()
    assert page.document() == before
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=10_000)


def test_f8_walks_the_findings_and_selects_their_words(shell: Shell, open_article: Open) -> None:
    open_article(shell, PAGE)
    panel = shell.window.panels.checks

    shell.commands.run("next_finding")
    first = panel.current
    shell.commands.run("next_finding")
    second = panel.current
    shell.commands.run("previous_finding")

    assert first is not None
    assert second is not None
    assert second != first
    assert panel.current == first
    assert cast("Any", shell.writing.editor).selected_text() == first.text


def in_sight(panel: ChecksPanel) -> bool:
    """Whether the open card is seen whole."""
    card, sight = panel._cards[cast("Any", panel._current)], panel.area.viewport()
    top = card.mapTo(sight, QPoint(0, 0)).y()
    return top >= 0 and top + card.height() <= sight.height()


def test_f8_goes_down_the_page_whatever_the_panel_groups(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    panel, page = shell.window.panels.checks, cast("Any", shell.writing.editor)
    order = {slot.address: n for n, slot in enumerate(page.document().slots())}

    def place() -> tuple[int, int]:
        assert panel.current is not None
        return order[panel.current.anchor.address], panel.current.anchor.start

    seen = []
    for _ in range(12):
        shell.commands.run("next_finding")
        seen.append(place())

        qtbot.waitUntil(lambda: in_sight(panel))

    assert seen == sorted(seen)
    assert len(set(seen)) > 6
    shell.commands.run("previous_finding")
    assert place() == seen[-2]


def test_f8_begins_where_the_caret_was_put(shell: Shell, open_article: Open) -> None:
    open_article(shell, PAGE)
    panel, page = shell.window.panels.checks, cast("Any", shell.writing.editor)
    slots = tuple(page.document().slots())
    order = {slot.address: n for n, slot in enumerate(slots)}
    there = len(slots) * 2 // 3

    page.go_to(Anchor(slots[there].address, 0, 0))
    shell.commands.run("next_finding")

    assert panel.current is not None
    assert order[panel.current.anchor.address] >= there
    shell.commands.run("previous_finding")
    assert order[panel.current.anchor.address] <= there


def test_typing_is_saved_within_a_second_of_a_pause_and_the_line_says_when(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)

    write(shell, HEADLINE, "عاجل 📰 WHO 3: ")

    assert "لم يُحفظ بعد" in shell.window.status.save_text
    qtbot.waitUntil(lambda: saved(shell), timeout=1_700)
    assert stored(shell).header.headline.text.startswith("عاجل 📰 WHO 3: ")
    assert "محفوظ هنا" in shell.window.status.save_text
    assert ":" in shell.window.status.save_text


def test_closing_the_window_writes_what_was_not_saved_yet(shell: Shell, open_article: Open) -> None:
    open_article(shell, PAGE)
    article = shell.controls.article.article
    assert article is not None
    write(shell, HEADLINE, "قبل الإغلاق: ")

    shell.window.close()

    kept = shell.desk.drafts.open(article.id)
    assert kept.document.header.headline.text.startswith("قبل الإغلاق: ")


def test_a_save_that_fails_is_said_in_one_sentence_and_tried_again(
    shell: Shell, open_article: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_article(shell, PAGE)
    real = shell.desk.drafts.autosave

    def full(*_given: object) -> object:
        raise StoreError("disk-full")

    monkeypatch.setattr(shell.desk.drafts, "autosave", full)
    write(shell, HEADLINE, "والقرص ممتلئ: ")
    qtbot.waitUntil(lambda: shell.controls.article.save.kind is SaveKind.FAILED, timeout=3_000)

    assert shell.window.notice.text
    assert "لم يُحفظ" in shell.window.status.save_text
    monkeypatch.setattr(shell.desk.drafts, "autosave", real)
    shell.controls.article.save_now()
    qtbot.waitUntil(lambda: saved(shell), timeout=3_000)
    assert stored(shell).header.headline.text.startswith("والقرص ممتلئ: ")


def test_a_dismissed_finding_leaves_with_its_reason_and_comes_back(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    checks = shell.controls.checks
    assert checks.newest is not None
    finding = checks.newest.report.findings[0]

    shell.window.panels.checks.dismissed.emit(finding, "اسم المكان هكذا")
    qtbot.waitUntil(
        lambda: checks.newest is not None and finding in checks.newest.report.dismissed,
        timeout=10_000,
    )

    panel = shell.window.panels.checks
    (fold,) = [
        one
        for one in panel.findChildren(QAbstractButton)
        if one.text() == shell.writing._words("panels.set_aside", n=1, count=ltr(1))
    ]
    fold.click()
    labels = panel.findChildren(QLabel)
    assert any("اسم المكان هكذا" in label.text() for label in labels)
    shell.window.panels.checks.taken_back.emit(finding)
    qtbot.waitUntil(
        lambda: checks.newest is not None and finding in checks.newest.report.findings,
        timeout=10_000,
    )


def test_a_picture_comes_with_its_words_and_the_panel_writes_into_the_text(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, "تجار السمك")
    source = Path(shell.desk.resources) / "sample" / "station.jpg"
    before = len(shell.writing.editor.document().figures())

    shell.controls.pictures.add(source, source.name)
    qtbot.waitUntil(
        lambda: len(shell.writing.editor.document().figures()) == before + 1, timeout=10_000
    )

    shell.writing.editor.flush()
    figure = next(f for f in shell.writing.editor.document().figures() if not f.alt)
    words = replace(figure, alt="محطة ضخ 24/7 📷", credit="أرشيف الصحيفة")
    shell.window.panels.images.figure_changed.emit(words)
    kept = shell.writing.editor.document().block(figure.id)
    assert kept == words


def test_history_reads_an_older_text_and_restores_it(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    old = shell.writing.editor.document().header.headline.text
    first = shell.desk.drafts.history(cast("Any", shell.controls.article.article).id)[0].name
    write(shell, HEADLINE, "نسخة جديدة: ")
    shell.commands.run("save")
    qtbot.waitUntil(lambda: saved(shell) and shell.controls.tasks.quiet, timeout=10_000)

    shell.window.panels.history.read_asked.emit(first)
    qtbot.waitUntil(lambda: bool(shell.window.notice.text), timeout=5_000)
    assert shell.writing.editor.document().header.headline.text == old
    page = cast("ArticleEditor", shell.writing.editor).surface.page
    sides = {page.findBlockByNumber(n).textDirection() for n in range(page.blockCount())}
    assert sides == {Qt.LayoutDirection.RightToLeft}, "an older text reads from the right too"
    shell.window.panels.history.restore_asked.emit(first)
    qtbot.waitUntil(lambda: stored(shell).header.headline.text == old, timeout=10_000)
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=10_000)

    assert len(shell.desk.drafts.history(cast("Any", shell.controls.article.article).id)) >= 3


def test_details_are_kept_with_the_article(shell: Shell, open_article: Open, qtbot: QtBot) -> None:
    open_article(shell, PAGE)
    article = shell.controls.article.article
    assert article is not None
    details = replace(article.details, slug="quay-2026", place="مرسى الطيب")

    shell.window.panels.details.details_changed.emit(details)
    qtbot.waitUntil(lambda: saved(shell), timeout=3_000)

    assert shell.desk.drafts.open(article.id).details == details
