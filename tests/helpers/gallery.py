"""The place of images, as tests walk it: photographs, fields, an article with a picture."""

from __future__ import annotations

import io
from collections.abc import Callable

from PIL import Image
from PySide6.QtCore import QCoreApplication, QItemSelectionModel
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from deskeditor.domain.document import Figure
from deskeditor.services.images import Images
from deskeditor.ui.app import Shell
from deskeditor.ui.control.shelves import Place
from deskeditor.ui.panels.pictures.page import PicturesPage

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


def type_into(widget: QPlainTextEdit, text: str) -> None:
    """Write where the caret stands, as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(widget, event)


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
