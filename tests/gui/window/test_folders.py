"""The search over everything, folders in the rail, templates, follow-ups, the archive."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskeditor.ui.app import Shell
from deskeditor.ui.control.shelves import Place
from deskeditor.ui.widgets.cards import Card

OpenArticle = Callable[[Shell, str], None]


def shown(shell: Shell) -> list[str]:
    return [row.id for row in shell.window.place._model._rows]


def settled(shell: Shell, qtbot: QtBot, ready: Callable[[], bool]) -> None:
    tasks = shell.controls.tasks
    qtbot.waitUntil(lambda: ready() and tasks.quiet, timeout=60_000)


def test_a_search_is_kept_as_a_folder_renamed_opened_by_its_key_and_removed(
    shell: Shell, open_article: OpenArticle, qtbot: QtBot
) -> None:
    window, place = shell.window, shell.window.place
    mine = shell.controls.library.shelves.mine[0]
    word = mine.title.split()[0]
    shell.places.go(Place.LIBRARY)
    assert not place.folder_bar.isVisible()
    place.sift.setText(f"{word} ")
    settled(shell, qtbot, lambda: mine.id in shown(shell))
    bar = place.folder_bar
    assert bar.isVisible()
    bar.name.setText("ملف الأسبوع")
    bar.keep.click()
    settled(shell, qtbot, lambda: bool(window.rail.folders))
    assert mine.id in shown(shell), "what was found stays in sight"
    (row,) = window.rail.folders.values()
    assert "ملف الأسبوع" in row.accessibleName()
    bar.name.setText("ملف الشهر")
    bar.rename.click()
    settled(shell, qtbot, lambda: shell.foldering.folders[0].name == "ملف الشهر")

    open_article(shell, mine.title)  # it is looked for anew: what no longer has the word is out
    header = shell.controls.article.article
    assert header is not None
    shell.places.go(Place.DRAFTS)
    action = window.actions_table["folder_1"]
    assert "ملف الشهر" in action.text()
    assert not window.actions_table["folder_2"].isVisible()
    action.trigger()
    settled(shell, qtbot, lambda: mine.id in shown(shell))
    assert [row.isChecked() for row in window.rail.folders.values()] == [True]
    assert not window.rail.rows["library"].isChecked()
    assert "ملف الشهر" in place._title.text()
    shell.controls.library.trash(mine.id)
    settled(shell, qtbot, lambda: mine.id not in shown(shell))
    shell.controls.library.untrash(mine.id)
    settled(shell, qtbot, lambda: mine.id in shown(shell))

    place.sift.setText("تاريخ:أمس ")
    settled(shell, qtbot, lambda: shown(shell) == [])
    assert "أمس" in place._empty.text()
    bar.drop.click()
    settled(shell, qtbot, lambda: not window.rail.folders)
    assert not action.isVisible()


def test_a_piece_is_begun_from_a_template_and_a_follow_up_keeps_its_link(
    shell: Shell, open_article: OpenArticle, qtbot: QtBot
) -> None:
    window, desk = shell.window, shell.desk
    mine = shell.controls.library.shelves.mine[0]
    open_article(shell, mine.title)
    window.actions_table["make_template"].trigger()
    library = shell.controls.library
    settled(shell, qtbot, lambda: len(library.shelves.templates) == 1)
    template = library.shelves.templates[0]
    shell.places.go(Place.TEMPLATES)
    assert shown(shell) == [template.id]
    place = window.place
    place._view.setCurrentIndex(place._model.index(0))
    QTest.keyClick(place._view, Qt.Key.Key_Return)
    known = {mine.id, template.id}

    def begun() -> bool:
        article = shell.controls.article.article
        return article is not None and article.id not in known

    settled(shell, qtbot, begun)
    made = shell.controls.article.article
    assert made is not None
    assert desk.drafts.row(made.id) is not None

    open_article(shell, mine.title)
    first = shell.controls.article.article
    assert first is not None
    known |= {made.id, first.id}
    window.actions_table["follow_up"].trigger()
    settled(shell, qtbot, begun)
    after = shell.controls.article.article
    assert after is not None
    assert after.details.follows == first.id
    details = window.panels.details
    settled(shell, qtbot, lambda: details._relatives.count() == 2)
    line = details._relatives.itemAt(1)
    card = line.widget() if line is not None else None
    assert isinstance(card, Card)
    assert first.title in card.accessibleName()
    card.chosen.emit()
    settled(shell, qtbot, lambda: shell.controls.article.article is not None
            and shell.controls.article.article.id == first.id
            and details._relatives.count() == 2)  # fmt: skip


def test_a_piece_is_laid_away_and_taken_back(
    shell: Shell, open_article: OpenArticle, qtbot: QtBot
) -> None:
    window, library = shell.window, shell.controls.library
    mine = library.shelves.mine[0]
    open_article(shell, mine.title)
    window.actions_table["archive"].trigger()
    settled(shell, qtbot, lambda: [row.id for row in library.shelves.archive] == [mine.id])
    assert mine.id not in [row.id for row in library.shelves.mine]
    shell.places.go(Place.ARCHIVE)
    place = window.place
    assert place._back.text() == window.look.words("window.unarchive")
    place._view.setCurrentIndex(place._model.index(0))
    place._back.click()
    settled(shell, qtbot, lambda: mine.id in [row.id for row in library.shelves.mine])
    assert library.shelves.archive == ()
