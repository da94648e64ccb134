"""What a reader of files makes of one, before it has names of the desk and pictures of its own."""

from __future__ import annotations

import base64
import binascii
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from deskeditor.domain.article import Details
from deskeditor.domain.document import (
    CommentMark,
    Document,
    Inline,
    Thread,
    ThreadMessage,
)
from deskeditor.domain.words import Bilingual
from deskeditor.formats.imported import IMPORT_AUTHOR
from deskeditor.formats.incoming.report import TOLD

#: Pictures taken from one file, and bytes of all of them together.
PICTURES, BYTES = 200, 120_000_000
_DATA = re.compile(r"data:image/[a-z0-9.+-]{1,40};base64,", re.IGNORECASE)


class Unreadable(ValueError):
    """The file is not what its name says. `code` names why, as `errors.toml` does."""

    def __init__(self, code: str = "file-broken") -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Draft:
    """A read file; `pictures` are files by the id of the figure that shows them."""

    document: Document
    details: Details = field(default_factory=Details)
    notes: tuple[Bilingual, ...] = ()
    pictures: tuple[tuple[str, bytes], ...] = ()


@dataclass
class Reading:
    """What a reader collects on its way: names, threads, pictures and what it must tell."""

    at: datetime
    threads: list[Thread] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    counted: Counter[str] = field(default_factory=Counter)
    _named: int = 0
    _bytes: int = 0

    def name(self) -> str:
        """The next name; the desk gives others."""
        self._named += 1
        return f"r{self._named}"

    def tell(self, what: str, count: int = 1) -> None:
        """Count one thing that was changed or left out; `what` is a key of the report."""
        self.counted[what] += count

    def comment(self, text: Inline, start: int, end: int, said: str) -> Inline:
        """`text` with a comment of the reader's on `[start, end)`, or on all of it."""
        if not text:
            return text
        thread = Thread(self.name(), (ThreadMessage(IMPORT_AUTHOR, self.at, said),))
        self.threads.append(thread)
        if start >= end:
            start, end = max(0, min(start, len(text)) - 1), max(1, min(start, len(text)))
        return text.with_mark(start, end, CommentMark(thread.id))

    def keep(self, figure: str, raw: bytes) -> bool:
        """Keep a figure's picture; whether there was room for it, told where there was none."""
        if len(self.pictures) >= PICTURES or self._bytes + len(raw) > BYTES:
            self.tell("pictures_many")
            return False
        self._bytes += len(raw)
        self.pictures[figure] = raw
        return True

    def notes(self) -> tuple[Bilingual, ...]:
        """The report, in the order of its wording."""
        return tuple(said.format(n=self.counted[key]) for key, said in TOLD.items()
                     if self.counted[key])  # fmt: skip

    def draft(self, document: Document, details: Details) -> Draft:
        """All of it."""
        return Draft(document, details, self.notes(), tuple(self.pictures.items()))


def data_picture(address: str) -> bytes | None:
    """The bytes of a `data:` address of a picture; None for any other."""
    found = _DATA.match(address)
    if found is None:
        return None
    try:
        return base64.b64decode(address[found.end() :], validate=False)
    except (binascii.Error, ValueError):
        return None


def is_placeholder(raw: bytes) -> bool:
    """Whether a picture is one dot: what a page shows until the true one is loaded."""
    if raw.startswith(b"GIF8"):
        return raw[6:10] == b"\x01\x00\x01\x00"
    return raw.startswith(b"\x89PNG") and raw[16:24] == b"\x00\x00\x00\x01" * 2


def joined(parts: Iterable[Inline]) -> Inline:
    """Texts in a row."""
    whole = Inline()
    for part in parts:
        whole = whole + part
    return whole
