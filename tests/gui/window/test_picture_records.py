"""The record of an image: captioning from the keyboard, many at once, what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskeditor.domain.errors import StoreError
from deskeditor.domain.media import Lease, Rights
from deskeditor.ui.app import Shell
from deskeditor.ui.panels.pictures.leases import read_day
from helpers.gallery import (
    area,
    choose_value,
    enter,
    images,
    line,
    photo,
    select,
    settle,
    type_into,
)


def test_captioning_from_the_keyboard(shell: Shell, qtbot: QtBot) -> None:
    for number in range(3):
        images(shell).add(photo(number), f"{number}.png")
    page = enter(shell, qtbot)
    page.choose_row(0)
    area(page, "caption").setFocus()
    area(page, "caption").setPlainText("عمال الصيانة يصلحون مضخة المحطة الثالثة")
    line(page, "creator").setText("هادي الراوي")
    line(page, "creator").textEdited.emit("هادي الراوي")
    QTest.keyClick(area(page, "caption"), Qt.Key.Key_PageDown)
    settle(shell, qtbot)
    assert page.view.currentIndex().row() == 1
    QTest.keyClick(area(page, "caption"), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    settle(shell, qtbot)
    first, second = (tile.record for tile in page.model.tiles[:2])
    assert first.caption == second.caption == "عمال الصيانة يصلحون مضخة المحطة الثالثة"
    assert second.creator == "هادي الراوي"
    assert area(page, "caption").toPlainText() == second.caption
    QTest.keyClick(area(page, "caption"), Qt.Key.Key_PageUp)
    assert page.view.currentIndex().row() == 0
    assert images(shell).record(second.media) == second


def test_one_field_of_many_is_written_and_the_rest_stays(shell: Shell, qtbot: QtBot) -> None:
    for number in range(4):
        images(shell).add(photo(number), f"{number}.png")
    page = enter(shell, qtbot)
    before = [tile.record for tile in page.model.tiles]
    select(page, 0, 1, 2)
    choose_value(page, "rights", Rights.AGENCY)
    line(page, "credit").setText("رويترز")
    line(page, "credit").textEdited.emit("رويترز")
    page.record.flush()
    settle(shell, qtbot)
    after = [tile.record for tile in page.model.tiles]
    assert [one.rights for one in after[:4]] == [Rights.AGENCY] * 3 + [before[3].rights]
    assert [one.credit for one in after[:4]] == ["رويترز"] * 3 + [""]
    assert [one.name for one in after] == [one.name for one in before]


def test_what_is_wrong_is_said_with_who_may_set_it_aside(
    open_shell: Callable[..., Shell], qtbot: QtBot
) -> None:
    shell = open_shell("noor")
    images(shell).add(photo(1), "1.png")
    page = enter(shell, qtbot)
    page.choose_row(0)
    failure = next(f for f in page.tiles[0].failures if f.code == "rights_unknown")
    page.record.override_asked.emit(page.record.chosen[0], failure, "")
    settle(shell, qtbot)
    assert page.tiles[0].record.overrides == ()
    page.record.override_asked.emit(page.record.chosen[0], failure, "أذن بها صاحبها هاتفيا")
    settle(shell, qtbot)
    record = images(shell).record(page.record.chosen[0])
    assert record is not None
    (override,) = record.overrides
    assert (override.by, override.failure) == ("noor", "rights_unknown")
    assert next(f for f in page.tiles[0].failures if f.code == "rights_unknown").overridden
    never = next(f for f in page.tiles[0].failures if f.code == "no_caption")
    page.record.override_asked.emit(page.record.chosen[0], never, "عجلة")
    settle(shell, qtbot)
    assert len(page.tiles[0].record.overrides) == 1


def test_leases_are_added_and_taken_away(shell: Shell, qtbot: QtBot) -> None:
    images(shell).add(photo(1), "1.png")
    page = enter(shell, qtbot)
    page.choose_row(0)
    leases = page.record.leases
    leases._end.setText("31/02/2026")
    leases._add()
    assert leases.leases == ()
    leases._end.setText("٣٠/١١/٢٠٢٦")
    leases._note.setText("نشر لمرة واحدة")
    leases._add()
    page.record.flush()
    settle(shell, qtbot)
    assert page.tiles[0].record.leases == (
        Lease(True, None, read_day("30/11/2026"), "نشر لمرة واحدة"),
    )


def test_a_rest_while_captioning_leaves_the_words_and_the_caret(shell: Shell, qtbot: QtBot) -> None:
    images(shell).add(photo(1), "مضخة.png")
    page = enter(shell, qtbot)
    page.choose_row(0)
    caption = area(page, "caption")
    for part in ("عمال ", "يصلحون ", "المضخة"):
        type_into(caption, part)
        page.record.flush()
        settle(shell, qtbot)
    assert caption.toPlainText() == "عمال يصلحون المضخة"
    assert caption.textCursor().position() == len("عمال يصلحون المضخة")
    assert page.model.tiles[0].record.caption == "عمال يصلحون المضخة"


def test_an_older_answer_never_takes_newer_words_back(shell: Shell, qtbot: QtBot) -> None:
    images(shell).add(photo(1), "مضخة.png")
    page = enter(shell, qtbot)
    page.choose_row(0)
    older = page.model.tiles[0]
    caption = area(page, "caption")
    type_into(caption, "مضخة")
    page.record.flush()
    page.record.replace((older,))
    assert caption.toPlainText() == "مضخة"
    page.record.choose(())
    page.record.choose((older,))
    assert caption.toPlainText() == "مضخة"
    settle(shell, qtbot)
    assert caption.toPlainText() == "مضخة"


def test_words_that_could_not_be_written_stay_and_go_with_the_next(
    shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    images(shell).add(photo(1), "مضخة.png")
    page = enter(shell, qtbot)
    page.choose_row(0)

    def full(*_: object, **__: object) -> None:
        raise StoreError("disk-full")

    type_into(area(page, "caption"), "مضخة الضفة")
    with monkeypatch.context() as broken:
        broken.setattr(shell.desk.images, "update_many", full)
        page.record.flush()
        settle(shell, qtbot)
    assert area(page, "caption").toPlainText() == "مضخة الضفة"
    page.record.flush()
    settle(shell, qtbot)
    assert page.model.tiles[0].record.caption == "مضخة الضفة"


def test_what_was_typed_last_is_written_when_the_window_closes(shell: Shell, qtbot: QtBot) -> None:
    media = images(shell).add(photo(1), "مضخة.png").media
    page = enter(shell, qtbot)
    page.choose(media)
    type_into(area(page, "caption"), "آخر ما كتب")
    shell.controls.close()
    record = shell.desk.images.records([media])[media]
    assert record.caption == "آخر ما كتب"
