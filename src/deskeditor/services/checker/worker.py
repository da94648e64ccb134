"""The process that checks: a text in pieces in, what is new in its report out.

Run as `python -I -m deskeditor.services.checker.worker NICE LANGUAGE TABLES`. It keeps one text
from question to question, with all its checks remember of it. It stands behind every other process,
writes no file once it listens, tells nobody what it read but the desk, and leaves when the desk is
gone, whatever it is at.
"""

from __future__ import annotations

import logging
import os
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from deskeditor.apart import frames, limits
from deskeditor.apart.frames import Data
from deskeditor.apart.values import Values
from deskeditor.domain.article import Article
from deskeditor.domain.findings import Finding
from deskeditor.domain.sources import SourceLine, Uttered
from deskeditor.services.checker import piece, report
from deskeditor.services.checker.tidying import IDLE, Tidying
from deskeditor.services.checking import Checking, lay_out
from deskeditor.services.register import reading_of
from deskeditor.services.wordings import twins_of, voices_of

#: Bytes of memory this process may have.
MEMORY = 2 * 2**30
_FINDING = Values[Finding](Finding)
_ARTICLE = Values[Article](Article)
_LINES = Values[tuple[SourceLine, ...]](tuple[SourceLine, ...])
_UTTERED = Values[tuple[Uttered, ...]](tuple[Uttered, ...])


class Room:
    """One text, its checks, and what was told of them."""

    def __init__(self, checking: Checking) -> None:
        """Nothing is loaded yet."""
        self._checking = checking
        self._heard, self._told = piece.Listener(), report.Teller()
        self._uttered: tuple[Uttered, ...] = ()
        self._listed: frozenset[str] = frozenset()
        self._do: Mapping[str, Callable[[Data], Data]] = {
            "warm": self._warm, "check": self._check, "twins": self._twins,
            "suggest": self._suggest, "unknown": self._unknown, "reading": _reading,
        }  # fmt: skip

    @classmethod
    def of(cls, said: Data) -> Room:
        """The room of one desk, by the folders it names."""
        language, dictionaries, archive, tables = (
            Path(said[name]) for name in ("language", "dictionaries", "archive", "tables")
        )
        room: list[Room] = []
        made = Checking(
            language, dictionaries, system=said["system"], archive=archive, tables=tables,
            terms=lambda: room[0]._heard.piece.terms,  # noqa: SLF001 - its own room
        )  # fmt: skip
        room.append(cls(made))
        return room[0]

    def answer(self, asked: Data) -> Data:
        """Do what is asked. A fault of ours is an answer too: its kind and its place, no text."""
        try:
            said = self._do[asked["do"]](asked)
        except Exception as error:  # noqa: BLE001 - told to the desk, which begins anew
            last = traceback.extract_tb(error.__traceback__)[-1]
            said = {"fault": f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"}
        return said

    def _warm(self, _asked: Data) -> Data:
        return {"dictionary": self._checking.speller.dictionary is not None}

    def _check(self, asked: Data) -> Data:
        now = self._heard.hear(asked["piece"])
        found = self._checking.check(
            now.document, now.details, now.publication, dismissals=now.dismissals,
            evidence=now.evidence, ledger=now.ledger, pictures=now.pictures,
        )  # fmt: skip
        return self._told.tell(found) | {"voices": voices_of(found.quotes)}

    def _twins(self, asked: Data) -> Data:
        if asked["uttered"] is not None:
            self._uttered = _UTTERED.read(asked["uttered"])
        return self._told.tell_twins(twins_of(self._told.report.quotes, self._uttered))

    def _suggest(self, asked: Data) -> Data:
        return {"words": list(self._checking.suggestions(_FINDING.read(asked["finding"])))}

    def _unknown(self, asked: Data) -> Data:
        from deskeditor.services.names import unknown_in

        if asked["listed"] is not None:
            self._listed = frozenset(asked["listed"])
        document = self._heard.hear(asked["piece"]).document
        return {"words": dict(unknown_in(document, self._checking.speller, self._listed))}


def _reading(asked: Data) -> Data:
    lines, said = reading_of(_ARTICLE.read(asked["article"]))
    return {"lines": _LINES.data(tuple(lines)), "said": _UTTERED.data(tuple(said))}


class _Log(logging.Handler):
    """Keeps what our own modules log as errors: rules that broke, by name and place."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    def taken(self) -> list[str]:
        lines, self.lines = self.lines, []
        return lines


def _next(waiting: queue.SimpleQueue[Data], tidying: Tidying) -> Data:
    """The next question; what nobody holds is looked for where it is long in coming."""
    try:
        return waiting.get(timeout=IDLE)
    except queue.Empty:
        tidying.thoroughly()
        return waiting.get()


def serve(asked: Callable[[], Data], to: BinaryIO, tidying: Tidying) -> None:
    """Answer one question after another; one that says where things lie begins an empty room."""
    log = _Log()
    logging.getLogger("deskeditor").addHandler(log)
    logging.getLogger("deskeditor").propagate = False
    room: Room | None = None
    while True:
        question = asked()
        # What costs more work than this ends the process, in whatever library it hangs; a clock on
        # the wall would end it where a busy machine lets it wait.
        signal.setitimer(signal.ITIMER_PROF, question["patience"])
        said: Data = {}
        if room is None or question["do"] == "begin":
            room = Room.of(question)
        else:
            said = room.answer(question)
        frames.send(to, said | {"number": question["number"], "log": log.taken()})
        signal.setitimer(signal.ITIMER_PROF, 0)
        tidying.lightly()


def _listen(source: BinaryIO, put: Callable[[Data], None]) -> None:
    """Hand on what is asked. The desk's end is this process's, even in the middle of a check."""
    with suppress(OSError, ValueError):
        while (found := frames.receive(source)) is not None:
            put(found[0])
    os._exit(0)


def main() -> None:
    """Serve standard input and output."""
    limits.stand_behind(int(sys.argv[1]))
    lay_out(Path(sys.argv[2]), Path(sys.argv[3]))  # from here on it writes no file
    limits.bind(MEMORY)
    # What a library prints must not stand between two answers.
    with os.fdopen(os.dup(1), "wb") as to:
        os.dup2(2, 1)
        waiting: queue.SimpleQueue[Any] = queue.SimpleQueue()
        arguments = (sys.stdin.buffer, waiting.put)
        threading.Thread(target=_listen, args=arguments, daemon=True).start()
        with suppress(BrokenPipeError, KeyboardInterrupt):
            tidying = Tidying()
            serve(lambda: _next(waiting, tidying), to, tidying)


if __name__ == "__main__":
    main()
