"""How a process of ours binds itself before it looks at anything from outside."""

from __future__ import annotations

import os
import resource
from contextlib import suppress
from pathlib import Path


def bind(memory: int, *, seconds: int | None = None) -> None:
    """Bind this process: so many bytes of memory, no file written, no core.

    Args:
        memory: bytes of address space it may have.
        seconds: of processor time it may take in its life; None for as many as it wants.
    """
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    if seconds is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 2))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def stand_behind(by: int) -> None:
    """Let others run first, by so much of nice.

    Linux shares the machine between sessions before it looks at any nice value within one, so a
    process that leads a session of its own must lower that session too.
    """
    with suppress(OSError):
        os.nice(by)
    if os.getsid(0) == os.getpid():
        with suppress(OSError):
            Path("/proc/self/autogroup").write_text(f"{by}", "ascii")
