"""Key to screen and memory: our whole window, all checks on, against novelWriter on the same text.

Each runs on a screen of its own (Xvfb, openbox, an Arabic keyboard), with the same text open, the
spelling on and the caret in the middle of it. A key goes through XTEST; the answer is the first
DAMAGE. Rounds of 12 keys in turn; the ratio is the median of the rounds' ratios. Memory is the
proportional set (PSS) of a process once it has come to rest, before the first key. Beside them the
floor under ours: `bare_window.py`, a bare QTextEdit with the text, and SQLAlchemy loaded.

    .venv/bin/python benchmarks/bench_screen.py [--words 10000,50000] [--rounds 9] [--at middle,end]

`--at end` goes to the end of the text first, where one writes most.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import bare_window
import desk_window
import novelwriter
import x_screen
from measure import tell

#: Of the Arabic keyboard: مرحبا and a space.
_KEYS = ("Arabic_meem", "Arabic_ra", "Arabic_hah", "Arabic_beh", "Arabic_alef", "space")
_A_ROUND = 12
#: Seconds between two keys: nobody types faster for long.
_BETWEEN = 0.12
#: A process is at rest once it has used less than this part of a core for so many seconds.
_REST, _REST_FOR, _LONGEST = 0.06, 4, 300


@dataclass
class Contestant:
    """A program with the text open, and the keyboard of its screen."""

    name: str
    process: subprocess.Popen[bytes]
    keyboard: x_screen.Keyboard
    #: Where its text is on the screen.
    spot: tuple[int, int]

    def busy(self) -> float:
        """Seconds of processor it has used."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def rest(self) -> None:
        """Wait until it has come to rest."""
        quiet, until = 0, time.monotonic() + _LONGEST
        while quiet < _REST_FOR and time.monotonic() < until:
            before = self.busy()
            time.sleep(1)
            quiet = quiet + 1 if self.busy() - before < _REST else 0

    def memory(self) -> float:
        """MiB it holds, what it shares with others in proportion."""
        lines = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024

    def round(self) -> list[float]:
        """Seconds from key to screen, of one round of keys."""
        taken = []
        for number in range(_A_ROUND):
            self.keyboard.settle(_BETWEEN)
            taken.append(self.keyboard.press(_KEYS[number % len(_KEYS)]))
        return taken


@contextmanager
def ours(folder: Path, words: int) -> Iterator[Contestant]:
    """The window as `deskeditor` opens it."""
    home = folder / "desk"
    desk_window.furnish(home, words)
    script = str(Path(desk_window.__file__))
    with _running("deskeditor", [sys.executable, script, str(home)], {}, (640, 500)) as made:
        yield made


@contextmanager
def floor(words: int) -> Iterator[Contestant]:
    """The least a window with this text on these packages can be."""
    argv = [sys.executable, bare_window.__file__, str(words)]
    with _running("bare QTextEdit", argv, {}, (640, 500)) as made:
        yield made


@contextmanager
def peer(folder: Path, words: int, program: Path) -> Iterator[Contestant]:
    """novelWriter; its first start writes an index, and asks for a key."""
    file = novelwriter.project(folder / "project", desk_window.paragraphs(words))
    home = folder / "home"
    argv = novelwriter.command(program, home, file)
    with _running("novelWriter", argv, novelwriter.environment({}, home), (640, 560)) as made:
        made.rest()
        made.keyboard.press("Return")
        made.keyboard.settle()
        yield made


@contextmanager
def _running(
    name: str, argv: list[str], environment: dict[str, str], spot: tuple[int, int]
) -> Iterator[Contestant]:
    with x_screen.screen() as display:
        child = subprocess.Popen(
            argv,
            env={**os.environ, **environment, "QT_QPA_PLATFORM": "xcb", "DISPLAY": display},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        keyboard = x_screen.Keyboard(display)
        try:
            yield Contestant(name, child, keyboard, spot)
        finally:
            keyboard.close()
            child.kill()
            child.wait()


def measure(words: int, rounds: int, program: Path, places: list[str]) -> None:
    """All of them at one length, with the caret at each of these places."""
    with tempfile.TemporaryDirectory() as made, ExitStack() as stack:
        folder = Path(made)
        every = (
            stack.enter_context(ours(folder, words)),
            stack.enter_context(peer(folder, words, program)),
            stack.enter_context(floor(words)),
        )
        for one in every:
            one.rest()
            one.keyboard.click(*one.spot)
        held = {one.name: one.memory() for one in every}
        print(f"memory, {words} words: " + ", ".join(f"{n} {m:.0f} MiB" for n, m in held.items()))
        for name in ("deskeditor", "bare QTextEdit"):
            print(f"  {name}, ratio {held[name] / held['novelWriter']:.2f}")
        for place in places:
            if place == "end":
                for one in every:
                    one.keyboard.press("End", control=True)
                    one.rest()
            _type(f"{words} words, caret at the {place}", every, rounds)


def _type(title: str, every: tuple[Contestant, ...], rounds: int) -> None:
    taken: dict[str, list[list[float]]] = {one.name: [] for one in every}
    for number in range(rounds + 1):
        for one in every if number % 2 else every[::-1]:
            keys = one.round()
            if number:  # the first fills caches
                taken[one.name].append(keys)
    rounds_p50 = {name: [median(keys) for keys in lists] for name, lists in taken.items()}
    rounds_worst = {name: [sorted(keys)[-2] for keys in lists] for name, lists in taken.items()}
    tell(f"key to screen, {title}, p50 of each round", rounds_p50, base="novelWriter")
    tell(f"key to screen, {title}, p90 of each round", rounds_worst, base="novelWriter")


def main() -> None:
    """Measure every length asked for; say what is missing instead."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--words", default="10000,50000")
    reader.add_argument("--rounds", type=int, default=9)
    reader.add_argument("--at", default="middle,end")
    given = reader.parse_args()
    missing = x_screen.missing()
    program = None if missing else novelwriter.install()
    if program is None or shutil.which("enchant-lsmod-2") is None:
        names = ", ".join(missing) or "novelWriter (pip could not get it) or enchant-2"
        print(f"key to screen against novelWriter: not measured, missing: {names}")
        return
    for words in given.words.split(","):
        measure(int(words), given.rounds, program, given.at.split(","))


if __name__ == "__main__":
    main()
