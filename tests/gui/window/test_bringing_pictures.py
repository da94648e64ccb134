"""Images come in: dropped, pasted, in batches, while somebody captions, until the window closes."""

from __future__ import annotations

import io
import threading
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskeditor.domain.media import ImageRecord
from deskeditor.ui.app import Shell
from helpers.gallery import area, enter, images, photo, settle, type_into


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


def test_what_the_desk_had_and_what_looks_alike_is_told(
    shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    page = enter(shell, qtbot)
    first = images(shell).add(photo(5, 200), "أصل.png")
    (tmp_path / "1 same.png").write_bytes(photo(5, 200))
    smaller = Image.open(io.BytesIO(photo(5, 200))).resize((100, 20))
    smaller.save(tmp_path / "2 smaller.jpg", quality=70)
    with qtbot.waitSignal(shell.controls.gallery.ended, timeout=60_000) as ended:
        shell.controls.gallery.bring([tmp_path])
    assert ended.args is not None
    assert ended.args[0] == 1
    words = shell.window.look.words
    assert words("images.known", n=1, count="") in shell.window.notice.text
    assert words("images.alike_came") in shell.window.notice.text
    qtbot.waitUntil(lambda: page.model.row_of(ended.args[2].alike) >= 0, timeout=60_000)
    shell.window.notice._button.click()
    settle(shell, qtbot)
    assert page.below.currentWidget() is page.compare
    assert [tile.record.media for tile in page.compare.pair] == [ended.args[2].alike, first.media]
