"""What is painted behind and beside the text: grounds, bars, bullets, rules, placeholders, marks.

Everything here is drawn for the paragraphs in sight only and changes nothing in the document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from deskeditor.domain.document import CommentMark, Fact, Isolate
from deskeditor.domain.findings import FindingClass, Severity
from deskeditor.ui.editor import symbols
from deskeditor.ui.editor.appearance import INDENT, Setting, font, setting
from deskeditor.ui.editor.lines import TEXTLESS, Kind, Tag
from deskeditor.ui.editor.marks import GUARD, marks_of, tag_of
from deskeditor.ui.editor.page import Page
from deskeditor.ui.editor.underlines import (
    MOST_IN_LINE,
    Placements,
    draw_line,
    pieces,
    shape_colour,
    under,
)

#: How far marks and underlines reach out of their paragraph, in pixels.
_SLACK = 16


@dataclass(frozen=True, slots=True)
class Sight:
    """What is being painted: the page, how far it is scrolled, and the part asked for."""

    page: Page
    offset: QPointF
    clip: QRectF
    #: Wording shown in an empty line, by kind; none while the page cannot be written on.
    placeholders: Mapping[Kind, str]

    def blocks(self) -> Iterator[tuple[QTextBlock, QRectF]]:
        """The paragraphs in sight with their rectangles on the viewport."""
        layout = self.page.documentLayout()
        top = self.clip.top() + self.offset.y()
        place = layout.hitTest(QPointF(self.page.textWidth() / 2, top), Qt.HitTestAccuracy.FuzzyHit)
        block = self.page.findBlock(max(0, place))
        if block.previous().isValid():
            block = block.previous()
        while block.isValid():
            rect = layout.blockBoundingRect(block).translated(-self.offset)
            if rect.top() > self.clip.bottom() + _SLACK:
                return
            if block.isVisible() and rect.bottom() > self.clip.top() - _SLACK:
                yield block, rect
            block = block.next()


#: Paints something of its own for what is in sight.
Layer = Callable[[QPainter, Sight], None]


def is_rtl(block: QTextBlock) -> bool:
    """Whether the paragraph reads from the right."""
    return block.textDirection() == Qt.LayoutDirection.RightToLeft


def _column(sight: Sight) -> tuple[float, float]:
    margin = sight.page.documentMargin() * sight.page.scale
    left = margin - sight.offset.x()
    return left, left + sight.page.textWidth() - 2 * margin


def paint_behind(painter: QPainter, sight: Sight, placements: Placements) -> None:
    """Grounds under the text: notes to the desk, and the wash of the current finding."""
    left, right = _column(sight)
    theme = sight.page.theme
    for block, rect in sight.blocks():
        kind = tag_of(block).kind
        if kind is Kind.NOTE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.check_wash))
            box = QRectF(left, rect.top() - 4, right - left, rect.height() + 8)
            painter.drawRoundedRect(box, 4, 4)
        if placements.current is not None:
            _paint_current(painter, sight, block, rect, placements)


def _paint_current(
    painter: QPainter, sight: Sight, block: QTextBlock, rect: QRectF, placements: Placements
) -> None:
    for placed in placements.at(sight.page.address(block)):
        if placed.finding is placements.current:
            _, wash = shape_colour(placed.finding.shape, sight.page.theme)
            for line, left, right in pieces(block, placed.start, placed.end):
                box = QRectF(rect.left() + left - 2, rect.top() + line.y(), right - left + 4,
                             line.height())  # fmt: skip
                painter.fillRect(box, QColor(wash))


def paint_over(painter: QPainter, sight: Sight, placements: Placements) -> None:
    """Everything drawn on and beside the text."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for block, rect in sight.blocks():
        tag = tag_of(block)
        _paint_kind(painter, sight, block, rect, tag)
        _paint_placeholder(painter, sight, block, rect, tag)
        if tag.kind not in TEXTLESS:
            _paint_own_marks(painter, sight, block, rect)
        _paint_findings(painter, sight, block, rect, placements)


def _paint_kind(painter: QPainter, sight: Sight, block: QTextBlock, rect: QRectF, tag: Tag) -> None:
    left, right = _column(sight)
    theme, scale = sight.page.theme, sight.page.scale
    if tag.kind is Kind.DATELINE:
        y = rect.top() + _text_height(block) + 10 * scale
        painter.fillRect(QRectF(left, round(y), right - left, 1), QColor(theme.hairline))
    elif tag.kind is Kind.SEPARATOR:
        middle = (left + right) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.edge))
        for step in (-1, 0, 1):
            spot = QPointF(middle + step * 18 * scale, rect.top() + 14 * scale)
            painter.drawEllipse(spot, 2 * scale, 2 * scale)
    elif tag.kind in (Kind.QUOTATION, Kind.ATTRIBUTION):
        edge = right - 4 * scale if is_rtl(block) else left + 4 * scale
        height = rect.height() if tag.kind is Kind.QUOTATION else _text_height(block)
        bar = QRectF(edge - 1.5 * scale, rect.top(), 3 * scale, height)
        painter.fillRect(bar, QColor(theme.accent))
    elif tag.kind is Kind.ITEM:
        _paint_bullet(painter, sight, block, rect, tag)


def _text_height(block: QTextBlock) -> float:
    return block.layout().boundingRect().height()


def _number(block: QTextBlock, tag: Tag) -> int:
    """The item's number in its list, counted among items of its own level."""
    count, before = 1, block.previous()
    level, listed = tag.values.get("level", 0), tag.values["list"]
    while before.isValid():
        old = tag_of(before)
        if old.kind is not Kind.ITEM or old.values["list"] != listed:
            break
        if old.values.get("level", 0) < level:
            break
        count += old.values.get("level", 0) == level
        before = before.previous()
    return count


def _paint_bullet(
    painter: QPainter, sight: Sight, block: QTextBlock, rect: QRectF, tag: Tag
) -> None:
    if not block.layout().lineCount():
        return
    theme, scale = sight.page.theme, sight.page.scale
    left, right = _column(sight)
    line = block.layout().lineAt(0)
    step = INDENT * scale
    indent = step * (int(tag.values.get("level", 0)) + 1)
    rtl = is_rtl(block)
    start = right - indent if rtl else left + indent - step
    baseline = rect.top() + line.y() + line.ascent()
    painter.setPen(QColor(theme.ink2))
    if tag.values.get("ordered"):
        painter.setFont(font(theme, Setting(16), scale))
        number = f"{_number(block, tag)}."
        width = painter.fontMetrics().horizontalAdvance(number)
        painter.drawText(QPointF(start + (step - width) / 2, baseline), number)
        return
    painter.setBrush(QColor(theme.ink2))
    spot = QPointF(start + step / 2, baseline - 5.5 * scale)
    painter.drawEllipse(spot, 2.4 * scale, 2.4 * scale)


def _paint_placeholder(
    painter: QPainter, sight: Sight, block: QTextBlock, rect: QRectF, tag: Tag
) -> None:
    wording = sight.placeholders.get(tag.kind)
    if not wording or block.length() > 1 or block.layout().preeditAreaText():
        return
    how = setting(tag)
    theme, scale = sight.page.theme, sight.page.scale
    left, right = _column(sight)
    indent = how.indent * INDENT * scale
    rtl = is_rtl(block)
    box = QRectF(left + (0 if rtl else indent), rect.top(), right - left - indent, how.line * scale)
    painter.setFont(font(theme, how, scale))
    painter.setPen(QColor(theme.edge))
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    painter.drawText(box, flags, wording)


def _paint_own_marks(painter: QPainter, sight: Sight, block: QTextBlock, rect: QRectF) -> None:
    """Comment and suggestion lines under their words, and the marks of the end margin."""
    theme, scale = sight.page.theme, sight.page.scale
    em = setting(tag_of(block)).size * scale
    left, right = _column(sight)
    rtl = is_rtl(block)
    gutter = left - 26 * scale if rtl else right + 26 * scale
    runs = block.begin()
    while not runs.atEnd():
        run = runs.fragment()
        made = run.charFormat()
        marks = () if made.property(GUARD) else marks_of(made)
        if marks:
            start = run.position() - block.position()
            for mark in marks:
                colour = symbols.mark_colour(mark, theme)
                for number, (line, a, b) in enumerate(pieces(block, start, start + run.length())):
                    strip = under(line, rect.topLeft(), a, b, em * 0.8)
                    if symbols.is_underlined(mark):
                        painter.setPen(QPen(QColor(colour), 1.8 * scale))
                        painter.drawLine(strip.bottomLeft(), strip.bottomRight())
                    if isinstance(mark, Isolate):
                        symbols.draw_corners(painter, theme, strip, scale)
                    if number == 0 and isinstance(mark, CommentMark | Fact):
                        middle = rect.top() + line.y() + line.height() / 2
                        symbols.draw_mark(painter, mark, theme, QPointF(gutter, middle), scale)
        runs += 1


def _paint_findings(
    painter: QPainter, sight: Sight, block: QTextBlock, rect: QRectF, placements: Placements
) -> None:
    found = placements.at(sight.page.address(block))
    if not found:
        return
    theme, scale = sight.page.theme, sight.page.scale
    em = setting(tag_of(block)).size * scale
    left, right = _column(sight)
    gutter = right + 40 * scale if is_rtl(block) else left - 40 * scale
    beside: dict[float, tuple[int, FindingClass, bool]] = {}
    for placed in found[:MOST_IN_LINE]:
        finding = placed.finding
        hint = finding.severity is Severity.HINT
        block_it = finding.severity is Severity.BLOCK
        strips = placed.strips(block, (sight.page.textWidth(), scale))
        for strip in strips:
            draw_line(painter, finding.shape, theme, strip.under(rect.topLeft(), em), scale)
        if hint and not strips:
            continue
        if strips:
            middle = rect.top() + strips[0].top + strips[0].height / 2
        else:
            middle = rect.top() + min(rect.height(), 33 * scale) / 2
        rank = symbols.rank(finding.shape, blocking=block_it)
        if middle not in beside or rank > beside[middle][0]:
            beside[middle] = (rank, finding.shape, block_it)
    for middle, (_, shape, block_it) in beside.items():
        symbols.draw_class(painter, shape, theme, QPointF(gutter, middle), scale, blocking=block_it)
