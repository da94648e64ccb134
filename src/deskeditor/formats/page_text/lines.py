"""The lines of a page, each with where it stands in the file and what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Every line end a document cannot hold inside a paragraph; `\\r\\n` is one.
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
#: What may stand at a line's edges without being text: spaces and the byte order mark.
_EDGE = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff"
_CONTENT = re.compile(f"[^{_EDGE}](?:.*[^{_EDGE}])?", re.DOTALL)
#: Characters without a picture: a line of nothing else is an empty line.
_INVISIBLE = re.compile(f"[{_EDGE}\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]*")
_TATWEEL_AND_MARKS = re.compile(
    "[\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)
_WORD = re.compile(r"[^\W_]+(?:['’.\-/][^\W_]+)*")


def plain(text: str) -> str:
    """`text` for comparing: without tashkeel, tatweel and invisible marks, hamza on alif folded."""
    bare = _TATWEEL_AND_MARKS.sub("", text)
    return re.sub("[أإآٱ]", "ا", bare).replace("\u00a0", " ")


@dataclass(frozen=True, slots=True)
class Line:
    """One line with something to read.

    `start` is the code point in the file where `text` begins; `gap_before` and `gap_after` tell
    whether an empty line, or the edge of the file, stands there. `number` counts from 1.
    """

    text: str
    start: int
    number: int
    gap_before: bool
    gap_after: bool

    @property
    def plain(self) -> str:
        """The text for comparing."""
        return plain(self.text)

    @property
    def words(self) -> tuple[str, ...]:
        """Its words for comparing."""
        return tuple(_WORD.findall(self.plain))


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a file. `spaces_only` numbers lines that hold only spaces, such as NBSP."""

    lines: tuple[Line, ...]
    spaces_only: tuple[int, ...]


def split(text: str) -> Page:
    """The page's lines, empty ones left out."""
    found: list[tuple[str, int, int]] = []
    gaps, spaces_only = {0}, []
    start, number = 0, 1
    ends = [(end.start(), end.end()) for end in _LINE_END.finditer(text)]
    for stop, following in [*ends, (len(text), len(text))]:
        raw = text[start:stop]
        content = _CONTENT.search(raw)
        if content is None or _INVISIBLE.fullmatch(raw):
            gaps.add(number)
            if raw:
                spaces_only.append(number)
        else:
            found.append((content.group(), start + content.start(), number))
        start, number = following, number + 1
    gaps.add(number)
    lines = tuple(
        Line(text, start, number, number - 1 in gaps, number + 1 in gaps)
        for text, start, number in found
    )
    return Page(lines, tuple(spaces_only))
