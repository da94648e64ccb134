"""What became of a quotation at the desk: its history, and the sheet for file and paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from deskeditor.formats.evidence import pdf
from deskeditor.ui.app import Shell
from helpers.quote_desk import choose, settle

Open = Callable[[Shell, str], None]


def test_the_sheet_is_written_from_the_window(held: Shell, qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "ورقة التحقق.html"
    held.quoting.write_sheet(out)
    qtbot.waitUntil(lambda: "ورقة التحقق" in held.window.notice.text, timeout=10_000)
    text = out.read_text("utf-8")
    assert "بيان الوزارة" in text
    assert "عمار النجفي" in text


def test_the_sheet_is_drawn_for_paper_and_reads_as_it_was_written(
    held: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    out = tmp_path / "ورقة.pdf"
    held.quoting.write_sheet(out)
    qtbot.waitUntil(lambda: "ورقة" in held.window.notice.text, timeout=20_000)
    words = pdf.read(out.read_bytes())
    for wanted in ("ورقة التحقق", "بيان الوزارة", "عمار النجفي", "لن تراجع", "1 / "):
        assert wanted in words
    assert "الاقتباسات" in words


def test_a_quotations_history_is_shown_and_left(held: Shell, qtbot: QtBot) -> None:
    choose(held)
    panel = held.window.panels.quotes
    panel.form.past.click()
    settle(held, qtbot, lambda: any("كُتب" in text for text in said(panel.steps)))
    assert any("سلمى" in text for text in said(panel.steps))
    panel.steps.closed.emit()
    assert panel._stack.currentIndex() == 0
    assert not panel.foot.isHidden()


def said(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]
