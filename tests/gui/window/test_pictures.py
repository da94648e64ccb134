"""The place of images: pages that follow scrolling, filters, what a tile says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskeditor.bootstrap import build
from deskeditor.domain.media import ImageRecord
from deskeditor.ui.app import Shell
from deskeditor.ui.control.gallery import PAGE, Tile, Usage
from helpers.gallery import Open, enter, illustrated, images, photo, settle


def test_the_grid_reads_pages_as_one_scrolls_and_draws_only_what_is_seen(
    home: Path, open_shell: Callable[..., Shell], qtbot: QtBot
) -> None:
    desk = build(home, "salma", "ar")
    for number in range(2 * PAGE + 30):
        name = f"صورة {number}.jpg"
        desk.store.add_image(ImageRecord(f"{number:064x}", "image/jpeg", 900, 600, 9, name=name))
    desk.close()
    shell = open_shell()
    page = enter(shell, qtbot)
    assert page.model.rowCount() == PAGE
    assert str(2 * PAGE + 32) in page._count.text()
    bar = page.view.verticalScrollBar()
    for _ in range(4):
        bar.setValue(bar.maximum())
        page.model.fetchMore(page.model.index(-1))
        settle(shell, qtbot)
    assert page.model.rowCount() == 2 * PAGE + 32
    assert not page.model.canFetchMore(page.model.index(-1))
    names = {tile.record.name for tile in page.model.tiles}
    assert len(names) == 2 * PAGE + 32


def test_filters_ask_the_store_and_say_when_nothing_is_like_that(
    shell: Shell, qtbot: QtBot
) -> None:
    kept = images(shell).add(photo(1), "يتيمة.png")
    page = enter(shell, qtbot)
    page.ask_for(Usage.UNUSED)
    settle(shell, qtbot)
    assert [tile.record for tile in page.model.tiles] == [kept]
    page.ask_for(Usage.INVALID)
    settle(shell, qtbot)
    assert kept.media in {tile.record.media for tile in page.model.tiles}
    assert not any(tile.valid for tile in page.model.tiles)
    page._words.setText("لا شيء بهذا الاسم")
    page._ask()
    settle(shell, qtbot)
    assert page.model.rowCount() == 0
    assert page._empty.isVisible()
    assert not page.record.chosen


def test_the_images_of_any_article_are_found_by_words_of_its_title(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    page, figure = illustrated(shell, open_article, qtbot)
    article = shell.controls.article.article
    assert article is not None
    images(shell).add(photo(1), "يتيمة.png")
    open_article(shell, "تجار السمك")  # another one is open now
    enter(shell, qtbot)
    box, line = page.articles, page.articles.lineEdit()
    assert line is not None
    assert article.title in [box.itemText(n) for n in range(box.count())]
    completer = box.completer()
    assert completer is not None
    completer.setCompletionPrefix(article.title.split()[1])
    found = [completer.completionModel().index(n, 0) for n in range(completer.completionCount())]
    assert article.title in [one.data() for one in found]
    line.setText(article.title)
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle(shell, qtbot)
    assert box.article == article.id
    shown = {tile.record.media for tile in page.model.tiles}
    assert figure.media in shown
    assert all(any(use.article == article.id for use in tile.uses) for tile in page.model.tiles)
    line.clear()
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle(shell, qtbot)
    assert box.article == ""
    assert len(page.model.tiles) > len(shown)


def test_tiles_say_their_state_to_screen_readers(shell: Shell, qtbot: QtBot) -> None:
    images(shell).add(photo(1), "1.png")
    page = enter(shell, qtbot)
    tile = page.model.tiles[0]
    assert isinstance(tile, Tile)
    said = page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert shell.window.look.words("images.state_stopped") in said
