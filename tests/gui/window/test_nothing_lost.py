"""What is typed outlives whatever arrives, is read, fails or is left in the meantime."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from deskeditor.domain.article import Article
from deskeditor.domain.document import Address, Figure
from deskeditor.domain.errors import StoreError
from deskeditor.domain.findings import Anchor, Edit
from deskeditor.domain.ports import Ids
from deskeditor.formats.imported import Imported
from deskeditor.formats.page_text import read_page_file
from deskeditor.services import importing
from deskeditor.ui.app import Shell
from deskeditor.ui.control.open_article import SaveKind
from deskeditor.ui.editor.view import ArticleEditor
from helpers import photos

Open = Callable[[Shell, str], None]
PAGE = "وزارة النقل"
HEADLINE = Address("header", "headline")


def press(shell: Shell, text: str) -> None:
    """Type at the start of the headline; nothing is handed in yet."""
    assert shell.writing.editor.apply((Edit(Anchor(HEADLINE, 0, 0), text),))


def now(shell: Shell) -> Article:
    article = shell.controls.article.article
    assert article is not None
    return article


def editable(shell: Shell) -> bool:
    return shell.controls.article.editable


def stored(shell: Shell, article: str) -> str:
    return shell.desk.drafts.open(article).document.header.headline.text


def test_words_typed_while_the_article_is_read_again_stay(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    surface = cast("ArticleEditor", shell.writing.editor).surface
    with qtbot.waitSignal(shell.controls.article.opened, timeout=10_000):
        shell.controls.article.reread()
        press(shell, "كُتب الآن: ")
    assert now(shell).document.header.headline.text.startswith("كُتب الآن: ")
    assert surface.page.isUndoAvailable(), "the page was not laid anew"
    qtbot.waitUntil(lambda: stored(shell, now(shell).id).startswith("كُتب الآن: "), timeout=10_000)


def test_words_typed_while_another_article_arrives_are_kept_with_theirs(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    first = now(shell).id
    other = next(row for row in shell.controls.library.shelves.mine if row.id != first)
    with qtbot.waitSignal(shell.controls.article.opened, timeout=10_000):
        shell.controls.article.arrived(shell.desk.drafts.open(other.id))
        press(shell, "قبل الوصول: ")
    assert now(shell).id == other.id
    qtbot.waitUntil(lambda: stored(shell, first).startswith("قبل الوصول: "), timeout=10_000)


def test_an_older_text_is_only_read(shell: Shell, open_article: Open, qtbot: QtBot) -> None:
    open_article(shell, PAGE)
    article = now(shell).id
    first = shell.desk.drafts.history(article)[0].name
    press(shell, "الأحدث: ")
    shell.window.panels.history.read_asked.emit(first)
    qtbot.waitUntil(lambda: bool(shell.window.notice.text), timeout=10_000)
    figure = shell.writing.editor.document().figures()[0]
    shell.writing.change_figure(replace(figure, alt="بديل من نسخة قديمة"))
    assert not shell.writing.editor.change_figure(replace(figure, alt="بديل"))
    shell.controls.pictures.added.emit(Figure("جديدة", "e" * 64))
    assert not editable(shell)
    shell.writing.editor.flush()
    shell.controls.article.save_now()
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=10_000)
    assert stored(shell, article).startswith("الأحدث: ")
    cast("Any", shell.writing)._back()
    assert editable(shell)
    assert shell.writing.editor.document().header.headline.text.startswith("الأحدث: ")


@pytest.mark.parametrize("act", ["autosave", "keep"])
def test_a_save_that_failed_is_tried_again_by_itself(
    shell: Shell, open_article: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    open_article(shell, PAGE)
    shell.controls.article._retry.setInterval(50)
    real = getattr(shell.desk.drafts, act)
    failures: list[str] = []

    def full(*given: object) -> object:
        if len(failures) < 1:
            failures.append(act)
            raise StoreError("disk-full")
        return real(*given)

    monkeypatch.setattr(shell.desk.drafts, act, full)
    press(shell, "والقرص ممتلئ: ")
    if act == "keep":
        shell.controls.article.keep()
    qtbot.waitUntil(lambda: failures == [act], timeout=10_000)
    qtbot.waitUntil(
        lambda: stored(shell, now(shell).id).startswith("والقرص ممتلئ: "), timeout=10_000
    )
    qtbot.waitUntil(lambda: shell.controls.article.save.kind is SaveKind.SAVED, timeout=10_000)


def test_a_picture_for_an_article_that_was_left_is_put_nowhere(
    shell: Shell,
    open_article: Open,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_article(shell, PAGE)
    left, real = threading.Event(), shell.desk.images.add

    def behind(source: Path, name: str) -> object:
        left.wait(20)  # the picture comes once the article was left, however busy the machine is
        return real(source, name)

    monkeypatch.setattr(shell.desk.images, "add", behind)
    source = tmp_path / "رصيف.jpg"
    source.write_bytes(photos.saved(photos.drawn(640, 480), "JPEG"))
    first = now(shell).id
    other = next(row for row in shell.controls.library.shelves.mine if row.id != first)
    with qtbot.waitSignal(shell.controls.pictures.strayed, timeout=20_000):
        shell.controls.pictures.add(source, source.name)
        shell.controls.article.open(other.id)
        qtbot.waitUntil(lambda: now(shell).id == other.id, timeout=20_000)
        left.set()
    assert shell.window.notice.text
    assert not any(figure.media for figure in now(shell).document.figures())
    assert len(shell.desk.images.all()) >= 1


def test_a_preview_of_all_fixes_goes_with_the_text_it_was_made_from(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    panel = shell.window.panels.checks
    newest = shell.controls.checks.newest
    assert newest is not None
    finding = next(f for f in newest.report.findings if f.text == "الى")
    shell.window.show_panel("checks")
    panel.ask_all(finding)
    card = cast("Any", panel)._preview
    assert card.isVisibleTo(panel)
    surface = cast("ArticleEditor", shell.writing.editor).surface
    cursor = QTextCursor(surface.page)
    cursor.insertText("كلمة ")
    shell.writing.editor.flush()
    qtbot.waitUntil(lambda: not card.isVisibleTo(panel), timeout=20_000)


def test_no_save_waits_for_a_file_that_is_read(
    shell: Shell, open_article: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_article(shell, PAGE)
    begun, go_on = threading.Event(), threading.Event()

    def slowly(path: Path, ids: Ids, at: datetime) -> Imported:
        begun.set()
        assert go_on.wait(30)
        return read_page_file(path, ids, at)

    monkeypatch.setattr(importing, "READERS", {**importing.READERS, "markdown": slowly})
    file = tmp_path / "جسر.md"
    file.write_text("افتتاح الجسر\n\nافتتح المحافظ الجسر القديم صباح الأحد.\n", "utf-8")
    first = now(shell).id
    shell.window.dropped.emit([str(file)])
    qtbot.waitUntil(begun.is_set)
    try:
        press(shell, "عاجل: ")
        qtbot.waitUntil(lambda: stored(shell, first).startswith("عاجل: "), timeout=10_000)
    finally:
        go_on.set()
    qtbot.waitUntil(lambda: now(shell).id != first, timeout=20_000)
    assert stored(shell, now(shell).id) == "افتتاح الجسر"
