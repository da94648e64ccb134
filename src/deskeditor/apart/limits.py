"""How a process of ours binds itself before it looks at anything from outside."""

from __future__ import annotations

import os
import resource
from contextlib import suppress


def bind(memory: int, *, seconds: int | None = None, behind: int = 0) -> None:
    """Bind this process: so many bytes of memory, no file written, no core.

    Args:
        memory: bytes of address space it may have.
        seconds: of processor time it may take in its life; None for as many as it wants.
        behind: how far it stands behind other processes (nice).
    """
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    if seconds is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 2))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if behind:
        with suppress(OSError):
            os.nice(behind)
