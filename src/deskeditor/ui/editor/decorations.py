"""What a paragraph wears: the lines under its findings and comments, the signs in both margins.

Worked out once and kept until the paragraph, the findings or the page's look change; painting then
only lays it down. Of a paragraph taller than the page in sight only the part in sight is dressed.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainter, QPen, QPixmap, QTextBlock

from deskeditor.domain.document import Address, CommentMark, Isolate, Mark
from deskeditor.domain.findings import FindingClass, Severity
from deskeditor.ui.editor import stamps, symbols
from deskeditor.ui.editor.appearance import UNDER, EditorTheme, setting
from deskeditor.ui.editor.lines import Tag
from deskeditor.ui.editor.marks import GUARD, MARKS, read_marks
from deskeditor.ui.editor.overlay import Talk
from deskeditor.ui.editor.underlines import (
    MOST_IN_LINE,
    Placed,
    Placements,
    is_rtl,
    pieces,
    solid_pen,
)

#: How far from the text the margin signs stand, in pixels at scale 1: findings, own marks.
_FINDING_SIDE, _MARK_SIDE = 40, 26
#: How far two marks beside one line of text stand apart, in pixels at scale 1.
_MARK_STEP = 20

#: No stamp is higher than this, in pixels: a margin sign at the largest zoom.
_STAMP = 80

#: The part of a paragraph that is dressed, in UTF-16 units.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Paper:
    """What is the same for every paragraph of a page: its look and its column, in pixels."""

    theme: EditorTheme
    scale: float
    left: float
    right: float
    ratio: float
    talk: Talk


Stamp = tuple[QPointF, QPixmap]


@dataclass(frozen=True, slots=True)
class Underlined:
    """A finding's line, and the height of the line of text it begins on."""

    stamps: tuple[Stamp, ...]
    middle: float | None


@dataclass(slots=True)
class Worn:
    """Drawings of one paragraph, placed from the page's left edge and the paragraph's top."""

    stamps: list[Stamp] = field(default_factory=list)
    findings: dict[int, Underlined] = field(default_factory=dict)
    #: The signs of the end margin that stand beside each line of text, by the line's y.
    beside: dict[float, list[symbols.Sign]] = field(default_factory=dict)
    lines: list[tuple[QPen, QLineF]] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.stamps or self.lines)

    def draw(self, painter: QPainter, top: float, bottom: float) -> None:
        """Lay down what is asked for, in heights of the paragraph; the painter stands at its top.

        A stamp is looked at by its upper edge alone: none is higher than a margin sign.
        """
        top -= _STAMP
        for place, picture in self.stamps:
            if top < place.y() < bottom:
                painter.drawPixmap(place, picture)
        for pen, line in self.lines:
            painter.setPen(pen)
            painter.drawLine(line)

    def sign(self, picture: QPixmap, middle: QPointF, scale: float) -> None:
        """Put a margin sign with its middle here."""
        half = stamps.SIGN * scale
        self.stamps.append((QPointF(middle.x() - half, middle.y() - half), picture))


@dataclass(frozen=True, slots=True)
class Wearer:
    """A paragraph to be dressed: where its text starts on the page, how high it is, which part."""

    block: QTextBlock
    tag: Tag
    address: Address
    left: float
    height: float
    span: Span
    #: Whether it carries no marks.
    bare: bool = False


class Decorations:
    """What the paragraphs of one page wear, by paragraph."""

    def __init__(self) -> None:
        """Nothing known."""
        self._known: dict[int, tuple[Span, Worn]] = {}
        self._edited: dict[int, tuple[Worn, Span]] = {}
        self._made_for: tuple[object, ...] = ()

    def clear(self) -> None:
        """Everything may have changed."""
        self._known.clear()
        self._edited.clear()

    def edited(self, block: QTextBlock) -> None:
        """One paragraph has changed; where is not known."""
        index = block.fragmentIndex()
        self._edited.pop(index, None)
        found = self._known.pop(index, None)
        if found is not None:
            self._edited[index] = found[1], (0, block.length())

    def moved(self, block: QTextBlock, span: Span) -> None:
        """What was edited of a paragraph, moved only the words in these units of it as it is."""
        index = block.fragmentIndex()
        found = self._edited.get(index)
        if found is not None:
            self._edited[index] = found[0], span

    def expect(self, *made_for: object) -> None:
        """Forget everything unless it was made for just this width, scale and report."""
        if made_for != self._made_for:
            self.clear()
            self._made_for = made_for

    def known(self, block: QTextBlock, span: Span) -> Worn | None:
        """What this part of a paragraph wears, where it has been worked out."""
        found = self._known.get(block.fragmentIndex())
        return found[1] if found is not None and found[0] == span else None

    def dress(self, wearer: Wearer, placements: Placements, paper: Paper) -> Worn:
        """Work out what a paragraph wears, and keep it."""
        worn, index = Worn(), wearer.block.fragmentIndex()
        found = placements.within(wearer.address, *wearer.span)[:MOST_IN_LINE]
        edit = self._edited.pop(index, None)
        kept = _unmoved(found, *edit) if edit else {}
        if edit and wearer.bare and len(kept) == len(found) == len(edit[0].findings):
            worn = edit[0]
        else:
            if not wearer.bare:
                _add_marks(worn, wearer, paper)
            if found:
                _add_findings(worn, wearer, found, kept, paper)
        self._known[index] = (wearer.span, worn)
        return worn


def _unmoved(found: list[Placed], worn: Worn, moved: Span) -> dict[int, Underlined]:
    """The lines under those findings that stand where they stood, by the finding's place's id."""
    first, last = moved
    drawn = worn.findings
    return {
        id(placed): drawn[id(placed)]
        for placed in found
        if (placed.end <= first or placed.start >= last) and id(placed) in drawn
    }


def _add_marks(worn: Worn, wearer: Wearer, paper: Paper) -> None:
    """Comment and suggestion lines under their words, and the signs of the end margin."""
    runs, base = wearer.block.begin(), wearer.block.position()
    first, last = wearer.span
    while not runs.atEnd():
        run = runs.fragment()
        runs += 1
        made = run.charFormat()
        raw = made.property(MARKS)
        if not raw or made.property(GUARD):
            continue
        start = max(run.position() - base, first)
        end = min(run.position() - base + run.length(), last)
        if start < end:
            for mark in read_marks(raw):
                _add_mark(worn, wearer, (start, end), mark, paper)


def _add_mark(worn: Worn, wearer: Wearer, run: Span, mark: Mark, paper: Paper) -> None:
    lined, sign = symbols.is_underlined(mark), symbols.sign_of(mark)
    isolate = isinstance(mark, Isolate)
    if isinstance(mark, CommentMark) and mark.id in paper.talk.settled:
        return
    if not lined and sign is None and not isolate:
        return
    theme, scale = paper.theme, paper.scale
    drop = UNDER * 0.8 * setting(wearer.tag).size * scale
    pen = solid_pen(symbols.mark_colour(mark, theme), 1.8 * scale)
    for number, (line, a, b) in enumerate(pieces(wearer.block, *run)):
        left, right, y = wearer.left + a, wearer.left + b, line.y() + line.ascent() + drop
        if lined:
            worn.lines.append((pen, QLineF(left, y, right, y)))
        if isolate:
            corner = solid_pen(theme.edge, 1.2 * scale)
            worn.lines.extend((corner, one) for one in symbols.corners(left, right, y, scale))
        signs = worn.beside.setdefault(line.y(), [])
        if number == 0 and sign is not None and sign not in signs:
            signs.append(sign)
            picture = stamps.mark_sign(sign, theme, scale, paper.ratio)
            side = (_MARK_SIDE + (len(signs) - 1) * _MARK_STEP) * scale
            gutter = paper.left - side if is_rtl(wearer.block) else paper.right + side
            worn.sign(picture, QPointF(gutter, line.y() + line.height() / 2), scale)


def _add_findings(
    worn: Worn, wearer: Wearer, found: list[Placed], kept: dict[int, Underlined], paper: Paper
) -> None:
    """Lines under findings and their signs; `kept` are the lines that are known already."""
    scale = paper.scale
    beside: dict[float, tuple[int, FindingClass, bool]] = {}
    text = ""
    for placed in found:
        finding, own = placed.finding, id(placed)
        line = kept.get(own)
        if line is None:
            text = text or wearer.block.text()
            line = _underlined(wearer, placed, text, paper)
        worn.findings[own] = line
        worn.stamps.extend(line.stamps)
        middle, shape = line.middle, finding.shape
        if shape is FindingClass.KNOWN:
            continue  # no sign beside the line: there is nothing to do
        if middle is None:
            if finding.severity is Severity.HINT:
                continue
            middle = min(wearer.height, 33 * scale) / 2
        blocking = finding.severity is Severity.BLOCK
        rank = symbols.rank(shape, blocking=blocking)
        if middle not in beside or rank > beside[middle][0]:
            beside[middle] = (rank, shape, blocking)
    side = _FINDING_SIDE * scale
    gutter = paper.right + side if is_rtl(wearer.block) else paper.left - side
    for middle, (_, shape, blocking) in beside.items():
        sign = stamps.class_sign(shape, paper.theme, scale, paper.ratio, blocking=blocking)
        worn.sign(sign, QPointF(gutter, middle), scale)


def _underlined(wearer: Wearer, placed: Placed, text: str, paper: Paper) -> Underlined:
    """Underline one finding."""
    scale, shape = paper.scale, placed.finding.shape
    drop = UNDER * setting(wearer.tag).size * scale - stamps.LINE * scale
    made: list[Stamp] = []
    middle: float | None = None
    for line, a, b in pieces(wearer.block, placed.start, placed.end, text):
        picture = stamps.class_line(shape, paper.theme, round(b - a), scale, paper.ratio)
        y = line.y()
        made.append((QPointF(wearer.left + a, y + line.ascent() + drop), picture))
        if middle is None:
            middle = y + line.height() / 2
    return Underlined(tuple(made), middle)


def span_in_sight(block: QTextBlock, top: float, height: float) -> Span:
    """The part of a tall paragraph between two heights of it, in UTF-16 units."""
    layout = block.layout()
    count = layout.lineCount()
    if not count:
        return 0, block.length()
    numbers = range(count)
    first = bisect_left(numbers, top, key=lambda number: layout.lineAt(number).y())
    last = bisect_left(numbers, top + height, key=lambda number: layout.lineAt(number).y())
    begin, end = layout.lineAt(max(0, first - 1)), layout.lineAt(min(count - 1, last))
    return begin.textStart(), end.textStart() + end.textLength()
