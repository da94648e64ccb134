"""What comes over the clipboard or is dropped and is no text: taken, or refused in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from deskeditor.ui.app import Shell
from deskeditor.ui.editor.view import ArticleEditor

Open = Callable[[Shell, str], None]
PAGE = "وزارة"


def page_of(shell: Shell) -> ArticleEditor:
    page = shell.writing.editor
    assert isinstance(page, ArticleEditor)
    return page


def hung(shell: Shell) -> set[str]:
    """The pictures in the text, by the names of their files."""
    return {figure.media for figure in page_of(shell).document().figures() if figure.media}


def picture(wide: int, high: int) -> QImage:
    """One bit for each pixel."""
    image = QImage(wide, high, QImage.Format.Format_Mono)
    image.fill(1)
    return image


def test_a_picture_of_144_megapixels_is_refused_before_it_is_encoded(
    shell: Shell, open_article: Open
) -> None:
    open_article(shell, PAGE)
    before = page_of(shell).document()
    mime = QMimeData()
    mime.setImageData(picture(12_000, 12_000))

    page_of(shell).surface.paste(mime)

    assert "50 مليون بكسل" in shell.window.notice.text
    assert shell.controls.tasks.quiet, "no thread was given anything to do"
    assert page_of(shell).document() == before


def test_a_large_picture_is_taken_as_it_came_and_refused_by_its_file(
    shell: Shell, open_article: Open, qtbot: QtBot
) -> None:
    open_article(shell, PAGE)
    before = page_of(shell).document()
    raw = QByteArray()
    buffer = QBuffer(raw)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture(12_000, 12_000).save(buffer, "PNG")  # type: ignore[call-overload]
    mime = QMimeData()
    mime.setData("image/png", raw)
    mime.setImageData(picture(3, 3))

    page_of(shell).surface.paste(mime)

    qtbot.waitUntil(lambda: "50 مليون بكسل" in shell.window.notice.text, timeout=20_000)
    assert page_of(shell).document() == before


def test_a_pasted_picture_becomes_a_figure(shell: Shell, open_article: Open, qtbot: QtBot) -> None:
    open_article(shell, PAGE)
    before = hung(shell)
    mime = QMimeData()
    mime.setImageData(picture(640, 480))

    page_of(shell).surface.paste(mime)

    qtbot.waitUntil(lambda: len(hung(shell) - before) == 1, timeout=20_000)


def test_a_dropped_program_is_refused_in_one_sentence(
    shell: Shell, open_article: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    open_article(shell, PAGE)
    before = page_of(shell).document()
    program = tmp_path / "صورة.png"
    program.write_bytes(b"\x7fELF\x02\x01\x01" + bytes(4096))
    program.chmod(0o755)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(program)), QUrl("https://example.org/a.png")])

    page_of(shell).surface.paste(mime)

    qtbot.waitUntil(lambda: "ليس صورة" in shell.window.notice.text, timeout=20_000)
    assert page_of(shell).document() == before
