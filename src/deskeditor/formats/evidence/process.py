"""Starting the reading process, waiting for it, and ending it where it takes too long."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass

from deskeditor.domain.quotes import EvidenceKind

#: Seconds a file may take by the wall's clock.
PATIENCE = 30.0

_READ = frozenset({EvidenceKind.TEXT, EvidenceKind.HTML, EvidenceKind.DOCX, EvidenceKind.PDF})
#: Kinds in which no program looks for words, and what is said of them.
_UNREAD = {EvidenceKind.IMAGE: "picture", EvidenceKind.AUDIO: "recording"}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a file; or None, and why (a code, such as `scanned`)."""

    text: str | None
    unreadable: str = ""


def words_of(kind: EvidenceKind, raw: bytes, patience: float = PATIENCE) -> Words:
    """Read a file in a process of its own. Blocks for up to `patience` seconds."""
    if kind not in _READ:
        return Words(None, _UNREAD.get(kind, "unknown"))
    command = [sys.executable, "-I", "-m", "deskeditor.formats.evidence.reader", kind.value]
    child = subprocess.Popen(  # noqa: S603 - fixed arguments, no shell
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"},
    )
    try:
        answer, _ = child.communicate(raw, timeout=patience)
    except subprocess.TimeoutExpired:
        return Words(None, "too_long")
    finally:
        _end(child)
    return _told(answer, child.returncode)


def _end(child: subprocess.Popen[bytes]) -> None:
    """Nothing of the process outlives the call."""
    if child.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    with child:
        child.wait()


def _told(answer: bytes, code: int) -> Words:
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return Words(None, "too_long")
    try:
        said = json.loads(answer)
    except ValueError:
        return Words(None, "broken")
    return Words(said.get("text"), said.get("unreadable", ""))
