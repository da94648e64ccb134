"""The place of images: pages that follow scrolling, filters, many at once, crops, comparing."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from deskeditor.bootstrap import build
from deskeditor.domain.document import Figure
from deskeditor.domain.errors import StoreError
from deskeditor.domain.media import Hiding, ImageRecord, Lease, Region, Rights
from deskeditor.services.images import Images
from deskeditor.ui.app import Shell
from deskeditor.ui.control.gallery import PAGE, Tile, Usage
from deskeditor.ui.control.shelves import Place
from deskeditor.ui.panels.pictures.leases import read_day
from deskeditor.ui.panels.pictures.page import PicturesPage
from deskeditor.ui.widgets.viewer import Hand

Open = Callable[[Shell, str], None]


def photo(number: int, wide: int = 64) -> bytes:
    out = io.BytesIO()
    image = Image.new("RGB", (wide, 40), (number * 37 % 255, number * 91 % 255, 90))
    image.paste((250, 250, 250), (number % 50, 5, number % 50 + 9, 30))
    image.save(out, "PNG")
    return out.getvalue()


def settle(shell: Shell, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shell.controls.tasks.quiet, timeout=60_000)


def enter(shell: Shell, qtbot: QtBot) -> PicturesPage:
    shell.places.go(Place.IMAGES)
    settle(shell, qtbot)
    return shell.window.gallery


def images(shell: Shell) -> Images:
    return shell.desk.images


def area(page: PicturesPage, name: str) -> QPlainTextEdit:
    found = page.record.editors[name]
    assert isinstance(found, QPlainTextEdit)
    return found


def line(page: PicturesPage, name: str) -> QLineEdit:
    found = page.record.editors[name]
    assert isinstance(found, QLineEdit)
    return found


def choose_value(page: PicturesPage, name: str, value: str) -> None:
    box = page.record.editors[name]
    assert isinstance(box, QComboBox)
    row = box.findData(value)
    box.setCurrentIndex(row)
    box.activated.emit(row)


def select(page: PicturesPage, *rows: int) -> None:
    chosen = page.view.selectionModel()
    chosen.clearSelection()
    for row in rows:
        chosen.select(page.model.index(row), QItemSelectionModel.SelectionFlag.Select)


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


def illustrated(shell: Shell, open_article: Open, qtbot: QtBot) -> tuple[PicturesPage, Figure]:
    """A draft of salma's with a picture, its images shown."""
    rows = shell.controls.library.shelves.rows(Place.DRAFTS)
    open_article(shell, rows[0].title)
    record = images(shell).add(photo(9, 400), "ضفة.png")
    shell.controls.pictures.use(record)
    shell.controls.article.save_now()
    settle(shell, qtbot)
    shell.commands.run("images_of_article")
    settle(shell, qtbot)
    page = shell.window.gallery
    page.choose(record.media)
    settle(shell, qtbot)
    figures = shell.writing.editor.document().figures()
    return page, next(figure for figure in figures if figure.media == record.media)


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


def test_a_dropped_folder_comes_in_and_its_faults_are_told(
    shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    page = enter(shell, qtbot)
    folder = tmp_path / "card"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.png").write_bytes(photo(number + 20))
    for number in range(2):
        (folder / f"bad{number}.jpg").write_bytes(b"MZ")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    nothing, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    before = images(shell).count()
    with qtbot.waitSignal(shell.controls.gallery.ended, timeout=60_000) as ended:
        page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, nothing))
    settle(shell, qtbot)
    assert ended.args is not None
    assert ended.args[0] == 3
    assert len(ended.args[1]) == 2
    assert images(shell).count() == before + 3
    said = shell.window.notice.text
    assert "bad0.jpg" in said
    assert "bad1.jpg" not in said


def test_tiles_say_their_state_to_screen_readers(shell: Shell, qtbot: QtBot) -> None:
    images(shell).add(photo(1), "1.png")
    page = enter(shell, qtbot)
    tile = page.model.tiles[0]
    assert isinstance(tile, Tile)
    said = page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert shell.window.look.words("images.state_stopped") in said


def test_a_pasted_picture_is_kept_and_goes_into_no_article(shell: Shell, qtbot: QtBot) -> None:
    page = enter(shell, qtbot)
    before = images(shell).count()
    data = QMimeData()
    data.setData("image/png", photo(44))
    data.setImageData(QImage.fromData(photo(44)))
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(page.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(shell, qtbot)
    assert images(shell).count() == before + 1
    assert shell.window.page == "images"


def type_into(widget: QPlainTextEdit, text: str) -> None:
    """Write where the caret stands, as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(widget, event)


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


def test_pictures_that_come_in_leave_the_chosen_ones_and_their_fields(
    shell: Shell, qtbot: QtBot
) -> None:
    media = [images(shell).add(photo(number), f"{number}.png").media for number in range(3)]
    page = enter(shell, qtbot)
    page.choose(media[0])
    caption = area(page, "caption")
    type_into(caption, "عمال ")
    chosen = page.record.chosen
    before = page.model.rowCount()
    for number in range(3, 9):
        images(shell).add(photo(number), f"{number}.png")
    qtbot.waitUntil(lambda: page.model.rowCount() == before + 6, timeout=60_000)
    assert page.record.chosen == chosen == (media[0],)
    assert page.view.currentIndex().row() == page.model.row_of(media[0])
    assert caption.toPlainText() == "عمال "
    assert caption.textCursor().position() == len("عمال ")


def test_what_was_typed_last_is_written_when_the_window_closes(shell: Shell, qtbot: QtBot) -> None:
    media = images(shell).add(photo(1), "مضخة.png").media
    page = enter(shell, qtbot)
    page.choose(media)
    type_into(area(page, "caption"), "آخر ما كتب")
    shell.controls.close()
    record = shell.desk.images.records([media])[media]
    assert record.caption == "آخر ما كتب"


def test_closing_does_not_wait_for_a_batch_that_comes_in(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    card = tmp_path / "بطاقة"
    card.mkdir()
    for number in range(40):
        (card / f"{number:03}.png").write_bytes(photo(number))
    came, gate = list[Path](), threading.Event()
    add = shell.desk.images.add

    def slow(path: Path, **more: Any) -> ImageRecord:
        came.append(path)
        gate.wait(60)
        return add(path, **more)

    monkeypatch.setattr(shell.desk.images, "add", slow)
    shell.controls.gallery.bring([card])
    qtbot.waitUntil(lambda: len(came) == 1, timeout=60_000)
    drawn = list[int]()
    shell.controls.tasks.run("images", lambda: 1, drawn.append)
    qtbot.waitUntil(lambda: drawn == [1], timeout=60_000)  # a batch keeps nothing else waiting
    threading.Timer(0.1, gate.set).start()
    shell.controls.close()
    assert len(came) == 1
