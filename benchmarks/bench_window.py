"""Typing in the whole window with all checks on: key to painted frame, and gaps of its thread.

One process, offscreen, the window as it opens with an article of so many words. Keys come every
70 ms, with a pause of a second after forty: checks, autosave, counts and panels all follow. In turn
with that, the same while the checks' thread never rests: it reads one new text behind the other.

- key to paint: from the key press to the end of what it caused, the paint among it;
- a gap: how long the window's thread answered nothing. Told as the clock saw it, and as processor
  time of that thread alone, which other work on the machine cannot lengthen.

    .venv/bin/python benchmarks/bench_window.py [--words 10000] [--keys 240]
"""

from __future__ import annotations

import argparse
import itertools
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import desk_window
from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from deskeditor.bootstrap import build
from deskeditor.ui.app import Shell
from deskeditor.ui.editor.view import ArticleEditor

_TEXT = "قال الوزير ان الماء يعود الى الحي القديم بعد المدرسه. "
_EVERY, _PAUSE, _AFTER = 70, 1100, 40
#: Keys of one turn: idle, then with the checks working without a rest.
_TURN = 40


@dataclass
class Gaps:
    """How long the window's thread answered nothing, in milliseconds: clock and own processor."""

    wall: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin to look, a thousand times a second."""
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=1)
        self._timer.timeout.connect(self._tick)
        self._last = time.perf_counter(), time.thread_time()
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self.wall.append((now[0] - self._last[0]) * 1000)
        self.own.append((now[1] - self._last[1]) * 1000)
        self._last = now

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def tell(self, name: str) -> None:
        """One line."""
        worst = [", ".join(f"{gap:.0f}" for gap in _worst(kind)) for kind in (self.wall, self.own)]
        over = [sum(gap > 50 for gap in kind) for kind in (self.wall, self.own)]
        print(f"gaps, {name}: longest {worst[0]} ms by the clock ({over[0]} over 50 ms), ", end="")
        print(f"{worst[1]} ms of its own work ({over[1]} over 50 ms)")


def _worst(gaps: list[float]) -> list[float]:
    return sorted(gaps, reverse=True)[:4]


class Typist:
    """Presses keys in the open window."""

    def __init__(self, shell: Shell) -> None:
        """At the caret."""
        editor = shell.writing.editor
        assert isinstance(editor, ArticleEditor)
        self._surface = editor.surface
        self._app = shell.app
        self._at = 0

    def key(self) -> float:
        """Milliseconds from a key press to the end of what it caused."""
        letter = _TEXT[self._at % len(_TEXT)]
        self._at += 1
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        began = time.perf_counter()
        self._app.sendEvent(self._surface, event)
        self._app.processEvents()
        return (time.perf_counter() - began) * 1000

    def type(self, count: int) -> list[float]:
        """So many keys, with the event loop between them."""
        taken: list[float] = []
        for number in range(count):
            rest(_PAUSE if number % _AFTER == _AFTER - 1 else _EVERY)
            taken.append(self.key())
        return taken


def rest(milliseconds: int) -> None:
    """Let the window live for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait(ready: Callable[[], bool]) -> None:
    """Let the window live until something is so."""
    while not ready():
        rest(20)


def opened(home: Path) -> Shell:
    """The window with its article open and checked."""
    shell = Shell(build(home, desk_window.LOGIN, "ar"), theme="light")
    shell.show()
    checks, tasks = shell.controls.checks, shell.controls.tasks
    wait(lambda: shell.window.page == "write" and checks.newest is not None and tasks.quiet)
    return shell


def saturated(shell: Shell, words: int, act: Callable[[], list[float]]) -> list[float]:
    """What `act` answers while the checks' thread reads one new text behind the other.

    Their reports are shown to nobody: what a panel takes to fill is told by the gaps.
    """
    tasks, checker, on = shell.controls.tasks, shell.desk.checker, [True]
    newest = shell.controls.checks.newest
    assert newest is not None
    details, publication = newest.article.details, newest.publication
    # Made before: what it takes to think of a text is no part of a check.
    texts = itertools.cycle([desk_window.page(words, turn=turn) for turn in range(1, 5)])

    def work() -> None:
        checker.check(next(texts), details, publication)

    def again(_answer: object) -> None:
        if on[0]:
            tasks.run("checks", work, again)

    again(None)
    try:
        return act()
    finally:
        on[0] = False
        wait(lambda: tasks.quiet)


def measure(words: int, keys: int) -> None:
    """Both ways in turn, on one article."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "desk"
        desk_window.furnish(home, words)
        shell = opened(home)
        typist, idle, busy = Typist(shell), list[float](), list[float]()
        typist.type(6)
        gaps = Gaps()
        for _ in range(max(1, keys // _TURN)):
            idle += typist.type(_TURN)
        gaps.stop()
        gaps.tell(f"{words} words")
        idle.clear()
        for _ in range(max(1, keys // _TURN)):
            idle += typist.type(_TURN // 2)
            busy += saturated(shell, words, lambda: typist.type(_TURN // 2))
        parts = []
        for cut in (50, 95, 99):
            a, b = (statistics.quantiles(times, n=100)[cut - 1] for times in (busy, idle))
            parts.append(f"p{cut} {a:.2f} / {b:.2f} ms = {a / b:.2f}")
        print(f"key to paint, {words} words, checks without rest / at rest: " + "; ".join(parts))
        shell.close()
        shell.desk.close()


def main() -> None:
    """Measure every length asked for."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--words", default="10000")
    reader.add_argument("--keys", type=int, default=160)
    given = reader.parse_args()
    for words in given.words.split(","):
        measure(int(words), given.keys)


if __name__ == "__main__":
    main()
