"""Bad pastes into the whole window: how long its thread answers nothing for each.

Text of 10 MB and of the most that is taken, HTML of 10 MB, HTML with as many elements as are read,
40,000 nested divs, scripts and remote and file pictures, lone surrogates, a picture of 144
megapixels. Milliseconds by the clock, and of the thread's own work, which other work on the machine
cannot lengthen; the ratio is to a paste of one sentence.

    .venv/bin/python benchmarks/bench_paste.py
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import desk_window
from bench_window import Gaps, opened, rest, wait
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from deskeditor.ui.app import Shell
from deskeditor.ui.editor.view import ArticleEditor

_WORDS = "كلمة من النص "


def text(words: str) -> QMimeData:
    """Plain text."""
    made = QMimeData()
    made.setText(words)
    return made


def html(markup: str, words: str = "نص") -> QMimeData:
    """HTML with its plain text beside it."""
    made = text(words)
    made.setHtml(markup)
    return made


def picture() -> QMimeData:
    """144 megapixels."""
    image = QImage(12_000, 12_000, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    made = QMimeData()
    made.setImageData(image)
    return made


PASTES: dict[str, Callable[[], QMimeData]] = {
    "one sentence": lambda: text(_WORDS),
    "text of 10 MB": lambda: text(_WORDS * 450_000),
    "390 paragraphs": lambda: text((_WORDS * 8 + "\n") * 390),
    "one paragraph of 99,000 characters": lambda: text(_WORDS * 7_600),
    "HTML of 10 MB": lambda: html("<p>كلمة من النص</p>" * 350_000, _WORDS * 450_000),
    "HTML of 390 paragraphs": lambda: html("<p>كلمة <b>من</b> النص</p>" * 390),
    "40,000 nested divs": lambda: html("<div>" * 40_000 + "نص" + "</div>" * 40_000),
    "scripts and pictures": lambda: html(
        '<script>x()</script><img src="http://192.0.2.1/a.png"><img src="file:///etc/hostname">نص'
    ),
    "lone surrogates and controls": lambda: text("\ud83d\x00\x07" * 5_000 + "نص"),
    "picture of 144 megapixels": picture,
}


def gaps_of(shell: Shell, editor: ArticleEditor, mime: QMimeData) -> tuple[float, float]:
    """The longest gap of one paste and of a second after it: by the clock, and own work."""
    gaps = Gaps()
    rest(50)
    editor.surface.paste(mime)
    rest(1_000)
    gaps.stop()
    editor.undo()
    shell.window.notice.hide()
    wait(lambda: shell.controls.tasks.quiet)
    return max(gaps.wall), max(gaps.own)


def main() -> None:
    """Each paste three times; the best is told."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "desk"
        desk_window.furnish(home, 600)
        shell = opened(home)
        editor = shell.writing.editor
        assert isinstance(editor, ArticleEditor)
        base = 0.0
        for name, make in PASTES.items():
            mime = make()
            taken = [gaps_of(shell, editor, mime) for _ in range(3)]
            wall, own = min(gap for gap, _ in taken), min(gap for _, gap in taken)
            base = base or own
            print(
                f"paste, {name}: gap {wall:.0f} ms, own work {own:.0f} ms, ratio {own / base:.1f}"
            )
        shell.close()
        shell.desk.close()


if __name__ == "__main__":
    main()
