"""Processes that check, lent from window to window: to start one costs two seconds of work.

Whoever borrows one begins in an empty room, as in a process of its own. One that is ended while it
answers, that fails or was lent often is let go of.
"""

from __future__ import annotations

from pathlib import Path

from deskeditor.apart.frames import Data
from deskeditor.apart.process import Child, Ended
from deskeditor.services.checker import checker

#: How often one process is lent.
_OFTEN = 40
_begin = checker.start


class Lender:
    """Lends processes, and takes them back."""

    def __init__(self) -> None:
        """None are there yet."""
        self._idle: dict[tuple[Path, Path], list[tuple[Child, int]]] = {}

    def start(self, language: Path, tables: Path) -> Lent:
        """An idle process, or a new one; what `checker.start` is asked."""
        idle = self._idle.setdefault((language, tables), [])
        while idle:
            child, times = idle.pop()
            if child.alive:
                return Lent(child, self, (language, tables), times)
            child.close()
        made = _begin(language, tables)
        assert isinstance(made, Child)
        return Lent(made, self, (language, tables), 0)

    def back(self, lent: Lent) -> None:
        """Take one back that is whole, else let go of it."""
        if lent.spoiled or lent.times >= _OFTEN:
            lent.child.close()
        else:
            self._idle[lent.place].append((lent.child, lent.times + 1))

    def close(self) -> None:
        """Let go of all."""
        for idle in self._idle.values():
            for child, _ in idle:
                child.close()
        self._idle.clear()


class Lent:
    """One process while one window has it; ended by its window, it answers no more."""

    def __init__(self, child: Child, lender: Lender, place: tuple[Path, Path], times: int) -> None:
        """`times` is how often it was lent before."""
        self.child, self.place, self.times = child, place, times
        self.spoiled = False
        self._lender = lender
        self._asked = self._ended = self._back = False

    @property
    def slow(self) -> bool:
        """Whether it took too long."""
        return self.child.slow

    def ask(self, head: Data, raw: bytes = b"", *, patience: float) -> tuple[Data, bytes]:
        """Its answer; raises `Ended`."""
        if self._ended:
            raise Ended
        self._asked = True
        try:
            return self.child.ask(head, raw, patience=patience)
        except BaseException:
            self.spoiled = True
            raise
        finally:
            self._asked = False

    def kill(self) -> None:
        """End it: in the middle of an answer for good."""
        self._ended = True
        if self._asked:
            self.spoiled = True
            self.child.kill()

    def close(self) -> None:
        """Give it back."""
        self._ended = True
        if not self._back:
            self._back = True
            self._lender.back(self)
