"""Findings on the page: where each stands now, and how its line and mark are drawn.

Each finding is drawn at 0.5 em under the baseline, in one of three forms: wavy, dashed, dotted.
Only those in sight are drawn; positions move along with typing until the next report comes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextBlock, QTextLine

from deskeditor.domain.document import Address
from deskeditor.domain.findings import Finding, FindingClass
from deskeditor.ui.editor.appearance import EditorTheme
from deskeditor.ui.editor.positions import to_points, units_of

#: At most this many findings are drawn in one paragraph: a page of errors must not slow typing.
MOST_IN_LINE = 60
#: No finding's words are longer than this, in UTF-16 units.
_LONGEST = 10_000
#: Strips nearer to one another than this, in pixels, are one: a space may have no width of its own.
_SPACE = 9.0
#: A text and the paragraph that shows it.
Place = tuple[str, QTextBlock]
_OTHER_WAY = re.compile("[\\dA-z\u00c0-\u024f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(slots=True)
class Placed:
    """One finding and where it stands now, in UTF-16 units of its paragraph."""

    finding: Finding
    start: int
    end: int


def _start(placed: Placed) -> int:
    return placed.start


def _placed(findings: Iterable[Finding], text: str, block: QTextBlock) -> list[Placed]:
    """Those of one paragraph whose words stand there still, in the order of their places."""
    units, placed = units_of(block), []
    for finding in findings:
        start, end = finding.anchor.start, finding.anchor.end
        if end > len(text) or (finding.text and text[start:end] != finding.text):
            continue
        placed.append(Placed(finding, units(start), units(end)))
    placed.sort(key=_start)
    return placed


class Placements:
    """Where the findings of the last report stand, by address."""

    def __init__(self) -> None:
        """No findings."""
        self._by_address: dict[Address, list[Placed]] = {}
        self.current: Finding | None = None
        #: How many reports have come.
        self.version = 0

    def show(self, findings: Iterable[Finding], find: Callable[[Address], Place | None]) -> None:
        """Take a report; a finding whose words no longer stand there is left out,
        and so are hints: what only advises is said in the panel.

        `find` answers the text at an address and the paragraph that shows it.
        """
        self._by_address = {}
        self.version += 1
        there: dict[Address, list[Finding]] = {}
        for finding in findings:
            if finding.shape is not FindingClass.HINT:
                there.setdefault(finding.anchor.address, []).append(finding)
        for address, own in there.items():
            found = find(address)
            placed = _placed(own, *found) if found is not None else []
            if placed:
                self._by_address[address] = placed

    def at(self, address: Address) -> list[Placed]:
        """The findings in one paragraph."""
        return self._by_address.get(address, [])

    def under(self, address: Address, place: int) -> Finding | None:
        """The finding that stands at a place of a paragraph, in UTF-16 units, or None."""
        found = (one for one in self.at(address) if one.start <= place <= one.end)
        return next((one.finding for one in found), None)

    def within(self, address: Address, start: int, end: int) -> list[Placed]:
        """Those of one paragraph that begin in its units `[start, end)`."""
        found = self._by_address.get(address)
        if not found:
            return []
        return found[bisect_left(found, start, key=_start) : bisect_left(found, end, key=_start)]

    def __bool__(self) -> bool:
        """Whether any finding stands on the page."""
        return bool(self._by_address)

    def __len__(self) -> int:
        """How many findings stand on the page."""
        return sum(len(placed) for placed in self._by_address.values())

    def typed(self, address: Address, place: int, delta: int) -> bool:
        """Move along with an edit at `place` that grew the paragraph by `delta` units.

        A finding whose own words were edited is gone until the next report; whether one is.
        """
        found = self._by_address.get(address)
        if not found:
            return False
        behind = bisect_left(found, place - min(delta, 0), key=_start)
        for placed in found[behind:]:
            placed.start += delta
            placed.end += delta
        before = bisect_left(found, place - _LONGEST, 0, behind, key=_start)
        kept = [one for one in found[before:behind] if one.end <= place]
        gone = len(kept) < behind - before
        found[before:behind] = kept
        return gone


def is_rtl(block: QTextBlock) -> bool:
    """Whether the paragraph reads from the right."""
    return block.textDirection() == Qt.LayoutDirection.RightToLeft


def pieces(
    block: QTextBlock, start: int, end: int, text: str | None = None
) -> Iterator[tuple[QTextLine, float, float]]:
    """The strips that units `[start, end)` of a paragraph cover: line, left and right x.

    A range across directions is several strips; strips that touch are one. `text` is the
    paragraph's, where the caller has it at hand: asking a long one for it takes 0.1 ms.
    """
    layout, rtl = block.layout(), is_rtl(block)
    text = block.text() if text is None else text
    paired = len(text) != block.length() - 1  # some character is two UTF-16 units
    begun = layout.lineForTextPosition(start) if start < end else QTextLine()
    if rtl and not paired and begun.isValid() and _one_way(text[start:end]):
        last = begun.textStart() + begun.textLength()
        if end < last and _one_way(text[end]):  # nearly every finding: a word within a line
            a = _x(begun, start, QTextLine.Edge.Leading)
            b = _x(begun, end, QTextLine.Edge.Leading)
            yield begun, min(a, b), max(a, b)
            return
    for number in range(begun.lineNumber() if begun.isValid() else 0, layout.lineCount()):
        line = layout.lineAt(number)
        first = line.textStart()
        last = first + line.textLength()
        if first >= end:
            return
        left, right = max(first, start), min(last, end)
        if left < right:
            cut = (to_points(text, left), to_points(text, right)) if paired else (left, right)
            if not rtl or not _one_way(text[cut[0] : cut[1]]):
                yield from _strips(line, left, right, rtl=rtl)
                continue
            a = _x(line, left, QTextLine.Edge.Leading)
            if right < last and _one_way(text[cut[1]]):
                b = _x(line, right, QTextLine.Edge.Leading)
            else:
                b = _edges(line, right - 1, rtl=True)[1]
            yield line, min(a, b), max(a, b)


def _one_way(text: str) -> bool:
    """Whether nothing in right-to-left words runs the other way."""
    return _OTHER_WAY.search(text) is None


def _x(line: QTextLine, place: int, edge: QTextLine.Edge) -> float:
    answer: Any = line.cursorToX(place, edge)  # a pair, whatever the stubs say
    return float(answer[0] if isinstance(answer, tuple) else answer)


def _edges(line: QTextLine, place: int, *, rtl: bool) -> tuple[float, float]:
    """The two x between which the unit at `place` stands; `rtl` is its paragraph's direction.

    With visual movement Qt answers the far edge for a run against the paragraph's direction, and
    one x for both edges at the last character before a change: the glyphs' advance then decides.
    """
    begin = _x(line, place, QTextLine.Edge.Leading)
    end = _x(line, place, QTextLine.Edge.Trailing)
    runs = line.glyphRuns(place, 1)
    own = runs[0].isRightToLeft() if runs else rtl
    if own == rtl and begin != end:
        return begin, end
    wide = sum(
        point.x()
        for run in runs
        for point in run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
    )
    return begin, begin - wide if rtl else begin + wide


def _strips(
    line: QTextLine, start: int, end: int, *, rtl: bool
) -> Iterator[tuple[QTextLine, float, float]]:
    spans: list[tuple[float, float]] = []
    for place in range(start, end):
        a, b = sorted(_edges(line, place, rtl=rtl))
        if a < b:
            spans.append((a, b))
    spans.sort()
    joined: list[tuple[float, float]] = []
    for a, b in spans:
        if joined and a <= joined[-1][1] + _SPACE:
            joined[-1] = (joined[-1][0], max(b, joined[-1][1]))
        else:
            joined.append((a, b))
    yield from ((line, a, b) for a, b in joined)


@lru_cache(maxsize=64)
def solid_pen(colour: str, width: float) -> QPen:
    """A pen to draw lines with; not to be changed."""
    return QPen(QColor(colour), width)


@lru_cache(maxsize=128)
def _pen(colour: str, width: float, style: Qt.PenStyle, pattern: tuple[float, ...] = ()) -> QPen:
    pen = QPen(QColor(colour), width, style)
    if pattern:
        pen.setDashPattern(list(pattern))
    return pen


@lru_cache(maxsize=512)
def _wave(width: int, scale: float) -> QPainterPath:
    path, step, rise = QPainterPath(QPointF(0, 0)), 4.5 * scale, 2.4 * scale
    x, up = 0.0, True
    while x < width:
        after = min(x + step, width)
        path.quadTo(QPointF((x + after) / 2, -rise if up else rise), QPointF(after, 0))
        x, up = after, not up
    return path


def shape_colour(shape: FindingClass, theme: EditorTheme) -> tuple[str, str]:
    """The colour of a class of findings and its wash."""
    if shape is FindingClass.ERROR:
        return theme.error, theme.error_wash
    if shape is FindingClass.CHECK:
        return theme.check, theme.check_wash
    if shape is FindingClass.KNOWN:
        return theme.ok, theme.ok_wash
    return theme.name, theme.name_wash


def draw_line(
    painter: QPainter, shape: FindingClass, theme: EditorTheme, strip: QRectF, scale: float
) -> None:
    """Draw one class's line along the bottom of `strip`."""
    y, left, right = strip.bottom(), strip.left(), strip.right()
    colour, _ = shape_colour(shape, theme)
    if shape is FindingClass.ERROR:
        painter.setPen(_pen(colour, 1.6 * scale, Qt.PenStyle.SolidLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.translate(left, y)
        painter.drawPath(_wave(round(right - left), scale))
        painter.translate(-left, -y)
        return
    if shape is FindingClass.KNOWN:
        painter.setPen(_pen(colour, 1.3 * scale, Qt.PenStyle.SolidLine))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        return
    dashed = shape is FindingClass.CHECK
    pattern = (3.2, 1.8) if dashed else (1.0, 1.4)
    style = Qt.PenStyle.CustomDashLine
    painter.setPen(_pen(colour, (1.8 if dashed else 2.0) * scale, style, pattern))
    painter.drawLine(QPointF(left, y), QPointF(right, y))
