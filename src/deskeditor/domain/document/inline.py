"""Inline text: characters with marks on ranges of code points.

Owns the text of one paragraph-like slot and the algebra on it (cut, join, replace, mark). Refuses
characters no text can hold (lone surrogates, control characters, Qt's frame markers), so that a
value built here can be stored, shown and exported as it is. Two `Inline`s that show the same are
equal: spans are kept in one normal form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Literal

from deskeditor.domain.errors import BadInput


class InvalidText(BadInput):
    """The text holds a character that inline text cannot hold, or a span lies outside it."""


@dataclass(frozen=True, slots=True)
class Strong:
    """Strong importance (bold)."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stress; shown without italics in Arabic."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `href` is http(s), mailto or tel, checked where it comes in."""

    href: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Isolate:
    """A left-to-right run kept together inside right-to-left text; exported as `bdi`."""


@dataclass(frozen=True, slots=True)
class QuoteMark:
    """Anchors a confirmed quotation of the ledger to its words."""

    id: str


@dataclass(frozen=True, slots=True)
class CommentMark:
    """Anchors a comment thread of the document to the words it is about."""

    id: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposed insertion or deletion, by whom and when (UTC)."""

    kind: Literal["insert", "delete"]
    id: str
    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Fact:
    """A passage flagged to be checked, or checked, by whom and when (UTC)."""

    state: Literal["flagged", "checked"]
    by: str
    at: datetime


Mark = Strong | Emphasis | Link | Isolate | QuoteMark | CommentMark | Suggestion | Fact

#: Kinds of which a character carries at most one; the others may overlap with different ids.
EXCLUSIVE: tuple[type[Mark], ...] = (Strong, Emphasis, Link, Isolate, Fact)
_ORDER: tuple[type[Mark], ...] = (
    Strong, Emphasis, Link, Isolate, QuoteMark, CommentMark, Suggestion, Fact,
)  # fmt: skip

#: What text may not hold: C0 and C1 controls but tab and line feed, surrogates, line and paragraph
#: separators, the object replacement character, and noncharacters (Qt frames use U+FDD0, U+FDD1).
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]"
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def clean_text(raw: str) -> str:
    """`raw` as text a document can hold: line ends become ``\\n``, what cannot stand is dropped.

    Lone surrogates become U+FFFD so that the loss is seen; bidi marks and joiners stay.
    """
    if _FORBIDDEN.search(raw) is None:  # every other line end is among them
        return raw
    text = _LINE_ENDS.sub("\n", raw)
    text = re.sub("[\ud800-\udfff]", "\ufffd", text)
    return _FORBIDDEN.sub("", text)


def mark_order(mark: Mark) -> tuple[int, str]:
    """A total order of marks: by kind, then by their values."""
    return _ORDER.index(type(mark)), repr(mark)


@dataclass(frozen=True, slots=True)
class Span:
    """One mark on the code points `[start, end)` of its text."""

    start: int
    end: int
    mark: Mark


def _normal(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    by_mark: dict[Mark, list[tuple[int, int]]] = {}
    for span in spans:
        if not 0 <= span.start <= span.end <= len(text):
            raise InvalidText("span-outside-text", start=span.start, end=span.end)
        if span.start < span.end:
            by_mark.setdefault(span.mark, []).append((span.start, span.end))
    joined: list[Span] = []
    for mark, ranges in by_mark.items():
        ranges.sort()
        start, end = ranges[0]
        for next_start, next_end in ranges[1:]:
            if next_start <= end:
                end = max(end, next_end)
            else:
                joined.append(Span(start, end, mark))
                start, end = next_start, next_end
        joined.append(Span(start, end, mark))
    if len(joined) < 2:
        return tuple(joined)
    joined.sort(key=lambda span: (span.start, span.end, mark_order(span.mark)))
    for kind in (Link, Fact):
        same = [span for span in joined if isinstance(span.mark, kind)]
        if any(left.end > right.start for left, right in pairwise(same)):
            raise InvalidText("marks-overlap", kind=kind.__name__)
    return tuple(joined)


@dataclass(frozen=True, slots=True)
class Inline:
    """Text with marks. Positions are code points; ``\\n`` is a line break inside the paragraph.

    Raises:
        InvalidText: a character that text cannot hold, a span outside the text, or two different
            links (or fact marks) on one character.
    """

    text: str = ""
    spans: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        """Check the text and bring the spans to normal form."""
        found = _FORBIDDEN.search(self.text)
        if found:
            raise InvalidText("character-forbidden", character=f"U+{ord(found.group()):04X}")
        object.__setattr__(self, "spans", _normal(self.text, self.spans))

    def __len__(self) -> int:
        """Length in code points."""
        return len(self.text)

    def __bool__(self) -> bool:
        """Whether there is any text."""
        return bool(self.text)

    def __add__(self, other: Inline) -> Inline:
        """Both texts in a row, each with its marks; equal marks that touch become one."""
        shift = len(self.text)
        moved = tuple(Span(s.start + shift, s.end + shift, s.mark) for s in other.spans)
        return Inline(self.text + other.text, self.spans + moved)

    def slice(self, start: int, end: int) -> Inline:
        """The code points `[start, end)` with the marks that lie on them."""
        if start == 0 and end == len(self.text):
            return self
        kept = (
            Span(max(s.start, start) - start, min(s.end, end) - start, s.mark)
            for s in self.spans
            if s.start < end and s.end > start
        )
        return Inline(self.text[start:end], tuple(kept))

    def replace(self, start: int, end: int, new: Inline | str) -> Inline:
        """`[start, end)` replaced by `new`; a plain string takes the marks common to the range.

        For an empty range a plain string takes the marks that enclose the position.
        """
        if isinstance(new, str):
            new = Inline(new, tuple(Span(0, len(new), m) for m in self._enclosing(start, end)))
        return self.slice(0, start) + new + self.slice(end, len(self.text))

    def _enclosing(self, start: int, end: int) -> tuple[Mark, ...]:
        if start == end:
            return tuple(s.mark for s in self.spans if s.start < start < s.end)
        return tuple(s.mark for s in self.spans if s.start <= start and end <= s.end)

    def marks_at(self, position: int) -> tuple[Mark, ...]:
        """The marks on the code point at `position`, in order."""
        found = (s.mark for s in self.spans if s.start <= position < s.end)
        return tuple(sorted(found, key=mark_order))

    def with_mark(self, start: int, end: int, mark: Mark) -> Inline:
        """`mark` put on `[start, end)`; another mark of an exclusive kind gives way there."""
        base = self.without_kind(start, end, type(mark)) if isinstance(mark, EXCLUSIVE) else self
        return Inline(self.text, (*base.spans, Span(start, end, mark)))

    def without_kind(self, start: int, end: int, kind: type[Mark]) -> Inline:
        """Marks of `kind` taken off `[start, end)`; what lies outside stays."""
        return self._cut(start, end, lambda mark: isinstance(mark, kind))

    def without_mark(self, start: int, end: int, mark: Mark) -> Inline:
        """Exactly `mark` taken off `[start, end)`."""
        return self._cut(start, end, lambda other: other == mark)

    def _cut(self, start: int, end: int, hit: Callable[[Mark], bool]) -> Inline:
        kept: list[Span] = []
        for span in self.spans:
            if not hit(span.mark) or span.end <= start or span.start >= end:
                kept.append(span)
                continue
            if span.start < start:
                kept.append(Span(span.start, start, span.mark))
            if span.end > end:
                kept.append(Span(end, span.end, span.mark))
        return Inline(self.text, tuple(kept))

    def runs(self) -> tuple[tuple[str, tuple[Mark, ...]], ...]:
        """The text cut wherever the set of marks changes: `(text, marks)` in order, none empty."""
        cuts = sorted(
            {0, len(self.text), *(s.start for s in self.spans), *(s.end for s in self.spans)}
        )
        return tuple((self.text[a:b], self.marks_at(a)) for a, b in pairwise(cuts) if a < b)
