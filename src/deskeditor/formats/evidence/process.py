"""Starting the reading process, waiting for it, and ending it where it takes too long."""

from __future__ import annotations

import json
import signal
from dataclasses import dataclass

from deskeditor.apart.process import Child
from deskeditor.domain.quotes import EvidenceKind

#: Seconds a file may take by the wall's clock.
PATIENCE = 30.0

_READ = frozenset({EvidenceKind.TEXT, EvidenceKind.HTML, EvidenceKind.DOCX, EvidenceKind.PDF})
#: Kinds in which no program looks for words, and what is said of them.
_UNREAD = {EvidenceKind.IMAGE: "picture", EvidenceKind.AUDIO: "recording"}
#: How a process ends that used up its time.
_KILLED = (-signal.SIGXCPU, -signal.SIGKILL)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a file; or None, and why (a code, such as `scanned`)."""

    text: str | None
    unreadable: str = ""


def words_of(kind: EvidenceKind, raw: bytes, patience: float = PATIENCE) -> Words:
    """Read a file in a process of its own. Blocks for up to `patience` seconds."""
    if kind not in _READ:
        return Words(None, _UNREAD.get(kind, "unknown"))
    child = Child("deskeditor.formats.evidence.reader", kind.value)
    answer = child.run(raw, patience=patience)
    if answer is None or child.code in _KILLED:
        return Words(None, "too_long")
    return _told(answer)


def _told(answer: bytes) -> Words:
    try:
        said = json.loads(answer)
    except ValueError:
        return Words(None, "broken")
    return Words(said.get("text"), said.get("unreadable", ""))


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a PDF: its number, of how many, and its picture (JPEG, drawn apart).

    `at` is how far down its words the place that was asked for stands, from 0 to 1.
    """

    number: int
    of: int
    data: bytes
    at: float = 0.0


def leaf_of(raw: bytes, place: int, number: int, patience: float = PATIENCE) -> Leaf | str:
    """A page drawn in a process of its own, or why it was not (a code, such as `locked`).

    `place` is a code point of the file's words, or -1 where the page `number` is wanted.
    """
    child = Child("deskeditor.formats.evidence.leaf", str(place), str(number))
    answer = child.run(raw, patience=patience)
    if answer is None or child.code in _KILLED:
        return "too_long"
    head, _, data = answer.partition(b"\n")
    try:
        said = json.loads(head)
        if "unreadable" in said:
            return str(said["unreadable"])
        return Leaf(int(said["number"]), int(said["of"]), data, float(said["at"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return "broken"
