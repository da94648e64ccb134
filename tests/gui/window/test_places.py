"""The places of the rail: their articles, sorted and sifted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deskeditor.ui.app import Shell
from deskeditor.ui.control.shelves import Place
from deskeditor.ui.models.articles import ROW
from deskeditor.ui.models.telling import findings_of
from deskeditor.ui.wording import ltr


def test_a_place_is_sifted_and_sorted(shell: Shell) -> None:
    place, words = shell.window.place, shell.window.look.words
    titles = [row.title for row in place._model._rows]
    assert len(titles) == 3
    place.sorting.setCurrentIndex(place.sorting.findText(words("window.sort_oldest")))
    assert [row.title for row in place._model._rows] == titles[::-1]

    place.sift.setText(titles[0].split()[0])
    assert titles[0] in [row.title for row in place._model._rows]
    assert words("window.sifted", shown="", all="").split()[0] in place._count.text()
    place.sift.setText("لا تُوجد هذه")
    assert place._model._rows == ()
    assert place._empty.text().endswith(words("window.sifted_none"))
    place.sift.clear()
    assert len(place._model._rows) == 3


def test_due_times_lengths_and_findings_are_seen_and_heard_in_the_list(
    shell: Shell, open_article: Callable[[Shell, str], None], qtbot: QtBot
) -> None:
    window, library = shell.window, shell.controls.library
    first = library.shelves.mine[0]
    open_article(shell, first.title)
    details = window.panels.details
    details._due.setText("2026-02-30 12:00")
    details._due.textEdited.emit(details._due.text())
    assert details._due.property("problem") == "true"
    assert shell.controls.article.article is not None
    assert shell.controls.article.article.details.due is None
    details._due.setText("2020-05-01 17:30")
    details._due.textEdited.emit(details._due.text())
    details._words.setValue(19_000)
    due = datetime(2020, 5, 1, 17, 30, tzinfo=window.look.words.zone)
    assert shell.controls.article.article.details.due == due
    shell.controls.article.save_now()

    def told() -> bool:
        row = next(row for row in library.shelves.mine if row.id == first.id)
        return row.due == due and row.glance is not None

    qtbot.waitUntil(told, timeout=60_000)
    shell.places.go(Place.DRAFTS)
    place, words = window.place, window.look.words
    place.sorting.setCurrentIndex(place.sorting.findText(words("window.sort_due")))
    line = place._model.index(0)
    assert line.data(ROW).id == first.id
    heard = str(line.data(Qt.ItemDataRole.AccessibleTextRole))
    assert words("window.overdue", when=words.day(due)) in heard
    assert words("window.length_lacks", n=19_000, count=ltr(line.data(ROW).words),
                 wanted=ltr(19_000)) in heard  # fmt: skip
    found = findings_of(line.data(ROW), words)
    assert found is not None
    assert found.text in heard
