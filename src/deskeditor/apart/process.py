"""One process of our own, in a session of its own, that can be asked, outwaited and killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress

from deskeditor.apart import frames


class Ended(Exception):
    """The process went before it answered, or what it said was no answer."""


class Child:
    """A module of ours that runs as a program, and its pipes.

    It sees none of the desk's environment; what it writes to its error stream is read by nobody, so
    that nothing of a text lands in a log. Raises OSError where it cannot be started.

    Attributes:
        slow: whether it was killed because it took too long.
    """

    def __init__(self, module: str, *arguments: str) -> None:
        """Start it."""
        self._process = subprocess.Popen(  # noqa: S603 - fixed arguments, no shell
            [sys.executable, "-I", "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"},
        )
        self.slow = False

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._process.poll() is None

    @property
    def code(self) -> int | None:
        """Its exit code; None while it runs."""
        return self._process.poll()

    def ask(
        self, head: frames.Data, raw: bytes = b"", *, patience: float
    ) -> tuple[frames.Data, bytes]:
        """Send one frame and wait for the answer; what takes longer than `patience` is killed.

        Raises:
            Ended: it went, or was killed, before it answered, or answered no frame.
        """
        pipes = self._process.stdin, self._process.stdout
        assert pipes[0] is not None
        assert pipes[1] is not None
        guard = threading.Timer(patience, self._too_slow)
        guard.daemon = True
        guard.start()
        try:
            frames.send(pipes[0], head, raw)  # type: ignore[arg-type]
            found = frames.receive(pipes[1])  # type: ignore[arg-type]
        except (OSError, ValueError) as error:
            raise Ended from error
        finally:
            guard.cancel()
        if found is None:
            raise Ended
        return found

    def run(self, raw: bytes, *, patience: float) -> bytes | None:
        """Give it everything, wait until it has ended and answer what it said; None: too slow.

        Nothing of it outlives the call.
        """
        try:
            return self._process.communicate(raw, timeout=patience)[0]
        except subprocess.TimeoutExpired:
            self.slow = True
            return None
        finally:
            self.close()

    def _too_slow(self) -> None:
        self.slow = True
        self.kill()

    def kill(self) -> None:
        """End it now; from any thread. Whoever waits for its answer is told that it ended."""
        if self._process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def close(self) -> None:
        """End it and let go of its pipes."""
        self.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        self._process.wait()
