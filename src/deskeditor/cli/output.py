"""Where a command's answer goes: text or JSON on standard output, one-line errors on the other.

Owns the two streams and their accidents: a reader that went away (`| head`), a stream that was
closed before we started, an encoding that cannot hold Arabic, a disk that fills under a redirect.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from typing import IO

from deskeditor.domain.errors import KnownError


class OutputLost(KnownError):
    """Standard output could not take the answer (a full disk, not a reader that went away)."""


def _is_unicode(stream: IO[str]) -> bool:
    return (getattr(stream, "encoding", None) or "").lower().replace("-", "").startswith("utf")


def prepare() -> None:
    """Let both streams pass what their encoding cannot hold as escapes instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


class Output:
    """Writes lines to standard output. A closed pipe is no error: the rest goes nowhere."""

    def __init__(self, stream: IO[str] | None = None) -> None:
        """`stream` stands in for standard output in tests."""
        self._stream = stream if stream is not None else sys.stdout
        self._gone = self._stream is None

    def line(self, text: str = "") -> None:
        """One line of text for people.

        Raises:
            OutputLost: the disk under a redirected output is full or broken.
        """
        self._write(text + "\n")

    def json(self, data: object) -> None:
        """One JSON value and a line end; escapes beyond ASCII only where the stream needs them."""
        plain = not _is_unicode(self._stream) if self._stream is not None else True
        self._write(json.dumps(data, ensure_ascii=plain, indent=2) + "\n")

    def finish(self) -> None:
        """Pass on what is still buffered; called once, before the exit code is settled."""
        self._write("")

    def _write(self, text: str) -> None:
        if self._gone:
            return
        try:
            self._stream.write(text)
            if not text:
                self._stream.flush()
        except BrokenPipeError:
            self._let_go()
        except (OSError, ValueError) as error:
            self._let_go()
            reason = getattr(error, "strerror", None) or type(error).__name__
            raise OutputLost("output-lost", reason=reason) from error

    def _let_go(self) -> None:
        """Point the file descriptor at nothing, so the interpreter's last flush cannot fail."""
        self._gone = True
        with suppress(OSError, ValueError, AttributeError):
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, self._stream.fileno())
            os.close(nothing)


def complain(sentence: str) -> None:
    """One line on standard error; a stream that is gone is no reason to fail."""
    one_line = " ".join(sentence.split())
    with suppress(OSError, ValueError):
        if sys.stderr is not None:
            sys.stderr.write(one_line + "\n")
            sys.stderr.flush()
