"""The log file of the home: what went wrong and where in the program, never what an article says.

Exceptions are written as their type and the places they passed; their messages are left out, since
a library's message may quote the text it failed on. Nothing is opened before the first record.
"""

from __future__ import annotations

import copy
import logging
import traceback
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


class _Quiet(logging.Formatter):
    """Formats an exception without its message, whatever other handlers made of the record."""

    def format(self, record: logging.LogRecord) -> str:
        """The record on one line, and under it the places an exception passed."""
        plain = copy.copy(record)
        plain.exc_info = plain.exc_text = None
        line = super().format(plain)
        if not record.exc_info or record.exc_info[0] is None:
            return line
        kind, _, trace = record.exc_info
        frames = traceback.extract_tb(trace)
        places = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        return "\n".join([line, kind.__name__, *places])


class LogFile(logging.Handler):
    """Appends records to `folder/deskeditor.log`; a folder that cannot be written is no fault."""

    def __init__(self, folder: Path) -> None:
        super().__init__(logging.WARNING)
        self.path = folder / "deskeditor.log"
        self.setFormatter(_Quiet(_FORMAT))

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record and close again: the home may lie on a stick."""
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8", errors="backslashreplace") as log:
                log.write(self.format(record) + "\n")
        except OSError:
            return


def install(folder: Path) -> LogFile:
    """Send the program's warnings and errors to the home's log, none of them to the terminal."""
    handler = LogFile(folder)
    root = logging.getLogger()
    root.addHandler(handler)
    return handler


def remove(handler: LogFile) -> None:
    """Take the handler off again."""
    logging.getLogger().removeHandler(handler)
