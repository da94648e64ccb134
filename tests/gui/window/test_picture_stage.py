"""The large viewer: hidden parts, crops around a focal point, two images compared."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskeditor.domain.document import Figure
from deskeditor.domain.media import Hiding, Region
from deskeditor.ui.app import Shell
from deskeditor.ui.widgets.viewer import Hand
from helpers.gallery import Open, enter, illustrated, images, photo, settle


def test_a_hidden_part_is_drawn_turned_and_shown_again(shell: Shell, qtbot: QtBot) -> None:
    images(shell).add(photo(1, 400), "1.png")
    page = enter(shell, qtbot)
    page.choose_row(0)
    settle(shell, qtbot)
    stage, viewer = page.stage, page.stage.viewer
    stage.take(Hand.HIDE)
    box = viewer._box()
    start = (box.topLeft() + QPointF(20, 10)).toPoint()
    end = (box.topLeft() + QPointF(box.width() / 2, box.height() / 2)).toPoint()
    QTest.mousePress(viewer, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewer, end)
    QTest.mouseRelease(viewer, Qt.MouseButton.LeftButton, pos=end)
    settle(shell, qtbot)
    (region,) = page.tiles[0].record.regions
    assert region.left + region.width == pytest.approx(0.5, abs=0.02)
    stage._put_regions(0, Region(0.1, 0.1, 0.2, 0.2, Hiding.BLUR))
    settle(shell, qtbot)
    assert page.tiles[0].record.regions[0].how is Hiding.BLUR
    stage._put_regions(0, None)
    settle(shell, qtbot)
    assert page.tiles[0].record.regions == ()


def test_crops_follow_the_focal_point_and_the_hand(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    page, figure = illustrated(shell, open_article, qtbot)

    def now() -> Figure:
        found = shell.writing.editor.document().block(figure.id)
        assert isinstance(found, Figure)
        return found

    page.stage.take(Hand.FOCAL)
    QTest.keyClick(page.stage.viewer, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    focal = now().focal
    assert focal is not None
    assert focal[0] == pytest.approx(0.55)
    page.stage._choose("square")
    QTest.keyClick(page.stage.viewer, Qt.Key.Key_Left)
    (crop,) = now().crops
    assert crop.shape == "square"
    QTest.keyClick(page.stage.viewer, Qt.Key.Key_Minus)
    (smaller,) = now().crops
    assert smaller.width < crop.width
    shell.controls.article.save_now()
    settle(shell, qtbot)
    kept = shell.desk.drafts.open(shell.controls.article.article.id)  # type: ignore[union-attr]
    assert kept.document.block(figure.id) == now()


def test_two_images_are_compared_and_words_taken_over(shell: Shell, qtbot: QtBot) -> None:
    one = images(shell).add(photo(5, 200), "أصل.png")
    small = Image.open(io.BytesIO(photo(5, 200))).resize((100, 20))
    out = io.BytesIO()
    small.save(out, "JPEG", quality=70)
    other = images(shell).add(out.getvalue(), "نسخة.jpg")
    images(shell).update_many([one.media], creator="هادي", caption="ضفة النهر صباحا")
    page = enter(shell, qtbot)
    page.choose(one.media)
    page.stage._ask_near()
    settle(shell, qtbot)
    assert page.below.currentWidget() is page.compare
    assert [tile.record.media for tile in page.compare.pair] == [one.media, other.media]
    page.compare._take(0)
    settle(shell, qtbot)
    record = images(shell).record(other.media)
    assert record is not None
    assert (record.creator, record.caption) == ("هادي", "ضفة النهر صباحا")
    page.compare.closed.emit()
    assert page.below.currentWidget() is page.stage
