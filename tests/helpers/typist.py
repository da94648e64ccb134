"""A child process that is a window with a person at it.

`python typist.py HOME type` begins a new article, types `BODY` by key and composition, puts the
caret into it, and is killed one second after the last key, by SIGKILL, with nothing put in order.
`python typist.py HOME look` opens the window again and prints what stands in it, as one JSON line.
`... pause` types `PAUSES` lines with a rest behind each, and is killed; `... back` opens the window
again, presses Ctrl+Z as long as it changes something, then Ctrl+Y once, and prints what stood.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from deskeditor.bootstrap import build
from deskeditor.domain.document import Address
from deskeditor.ui.app import Shell
from deskeditor.ui.control.open_article import SaveKind
from deskeditor.ui.editor.places import caret_spots, put_caret, scroll_to
from deskeditor.ui.editor.view import ArticleEditor
from deskeditor.ui.screenshots import until

LINE = "قالَ شاهد إنّ WHO سلّمت ٢٥ من 60 جهازاً، «ولن ننتظر» 😀."
LINES = 40
#: Lines typed with a rest behind each.
PAUSES = 3
#: Where the caret is left: a paragraph, code points into it; and what stands at the top.
CARET, OFFSET, TOP = 20, 13, 12


def page_of(shell: Shell) -> ArticleEditor:
    page = shell.writing.editor
    assert isinstance(page, ArticleEditor)
    return page


def type_text(page: ArticleEditor, text: str) -> None:
    """As an input method commits it."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(page.surface, event)


def write(shell: Shell) -> None:
    """A new article, its lines, the caret in the middle; then the end, a second later."""
    shell.places.new()
    until(lambda: shell.controls.article.article is not None and shell.window.page == "write")
    page = page_of(shell)
    until(lambda: shell.controls.article.editable)
    first = (Address(page.document().blocks[0].id), 0)
    put_caret(page.surface, first, first)
    for number in range(LINES):
        if number:
            page.surface.change(page.surface.writer.enter)
        type_text(page, LINE)
    blocks = page.document().blocks
    there = (Address(blocks[CARET].id), OFFSET)
    put_caret(page.surface, there, there)
    scroll_to(page.surface, (Address(blocks[TOP].id), 5))
    QTimer.singleShot(1000, lambda: os.kill(os.getpid(), signal.SIGKILL))
    until(lambda: False)


def look(shell: Shell) -> None:
    """Say what came back."""
    until(lambda: shell.window.page == "write" and shell.controls.tasks.quiet, "came back")
    page = page_of(shell)
    turns = iter(range(8))
    until(lambda: next(turns, None) is None)
    (address, offset), _ = caret_spots(page.surface)
    document = page.document()
    ids = [block.id for block in document.blocks]
    top = page.surface.cursorForPosition(page.surface.viewport().rect().topLeft()).block()
    said = {
        "lines": [slot.text.text for slot in document.slots() if slot.role.value == "paragraph"],
        "caret": [ids.index(address.block), offset],
        "top": ids.index(page.surface.page.address(top).block),
        "saved": shell.window.status.save_text,
        "focus": page.surface.hasFocus() or shell.window.focusWidget() is page.surface,
        "undo": page.surface.page.isUndoAvailable(),
    }
    sys.stdout.write(json.dumps(said, ensure_ascii=False) + "\n")
    shell.window.close()


def settled(shell: Shell) -> bool:
    """Whether everything typed is on disk."""
    return shell.controls.article.save.kind is SaveKind.SAVED and shell.controls.tasks.quiet


def rest(shell: Shell) -> None:
    """Take one's hands off the keys until what was typed is on disk and two seconds are over."""
    over: list[bool] = []
    QTimer.singleShot(2200, partial(over.append, True))
    until(lambda: bool(over) and settled(shell))


def pause(shell: Shell) -> None:
    """Lines with a rest behind each, long enough to be a step of its own; then the end."""
    shell.places.new()
    until(lambda: shell.controls.article.article is not None and shell.window.page == "write")
    page = page_of(shell)
    until(lambda: shell.controls.article.editable)
    first = (Address(page.document().blocks[0].id), 0)
    put_caret(page.surface, first, first)
    for number in range(PAUSES):
        if number:
            page.surface.change(page.surface.writer.enter)
        type_text(page, LINE)
        rest(shell)
    os.kill(os.getpid(), signal.SIGKILL)


def texts_of(page: ArticleEditor) -> list[str]:
    return [slot.text.text for slot in page.document().slots() if slot.role.value == "paragraph"]


def back(shell: Shell) -> None:
    """Undo as far as it goes, redo once, and say what stood there each time."""
    until(lambda: shell.window.page == "write" and settled(shell), "came back")
    page, action = page_of(shell), shell.window.actions_table["undo"]
    seen = [texts_of(page)]
    while action.isEnabled() and len(seen) < 20:
        page.undo()
        until(lambda: texts_of(page) != seen[-1] or not action.isEnabled(), "undone")
        seen.append(texts_of(page))
    page.redo()
    seen.append(texts_of(page))
    until(lambda: settled(shell), "written")
    sys.stdout.write(json.dumps(seen, ensure_ascii=False) + "\n")
    shell.window.close()


def main(home: Path, act: str) -> None:
    """Open the window and do it."""
    desk = build(home, "salma", "ar")
    shell = Shell(desk, theme="light")
    shell.window.resize(1200, 800)
    shell.window.show()
    shell.begin()
    until(lambda: shell.seated is not None and shell.controls.tasks.quiet, "seated")
    {"type": write, "look": look, "pause": pause, "back": back}[act](shell)
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
