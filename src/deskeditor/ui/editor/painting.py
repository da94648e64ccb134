"""What is painted behind and beside the text: grounds, bars, bullets, rules, placeholders, marks.

Everything here is drawn for the paragraphs in sight only and changes nothing in the document.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextBlock

from deskeditor.ui.editor.appearance import INDENT, Setting, font, setting
from deskeditor.ui.editor.decorations import Paper, Wearer, Worn, span_in_sight
from deskeditor.ui.editor.lines import TEXTLESS, Kind, Tag
from deskeditor.ui.editor.marks import tag_of
from deskeditor.ui.editor.page import Page
from deskeditor.ui.editor.underlines import Placements, is_rtl, pieces, shape_colour
from deskeditor.ui.editor.whole_frames import paint_frames

#: The digits of a house that writes Arabic-Indic ones.
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
#: A paragraph higher than this, in pixels, is dressed only where it is in sight.
_TALL = 2000
#: Further than this from where one last looked, in pixels, the layout is asked for the place.
_FAR = 4000
#: Half of what parts two paragraphs of the body, in pixels at scale 1.
_CLEAR = 6
#: How far marks and underlines reach out of their paragraph, in pixels.
_SLACK = 16


#: A paragraph in sight, its rectangle on the viewport, and its tag.
Seen = tuple[QTextBlock, QRectF, Tag]


@dataclass(frozen=True, slots=True)
class Sight:
    """What is being painted: the page, how far it is scrolled, and the part asked for."""

    page: Page
    offset: QPointF
    clip: QRectF
    #: Wording shown in an empty line, by kind; none while the page cannot be written on.
    placeholders: Mapping[Kind, str]
    #: The height of the viewport, in pixels.
    height: float = 0.0

    def blocks(self) -> list[tuple[QTextBlock, QRectF]]:
        """The paragraphs in sight with their rectangles on the viewport."""
        rect_of = self.page.documentLayout().blockBoundingRect
        top, bottom = self.clip.top() - _SLACK, self.clip.bottom() + _SLACK
        x, y = self.offset.x(), self.offset.y()
        block = self._first(top + y)
        self.page.seen_first = block.blockNumber()
        found: list[tuple[QTextBlock, QRectF]] = []
        while block.isValid():
            rect = rect_of(block)
            rect.translate(-x, -y)
            if rect.top() > bottom:
                break
            if rect.bottom() > top and block.isVisible():
                found.append((block, rect))
            block = block.next()
        return found

    def _first(self, top: float) -> QTextBlock:
        """The paragraph at this height of the page, or the one before it.

        Asking the layout takes 30 µs; from the paragraph seen last it is a step or none.
        """
        page, layout = self.page, self.page.documentLayout()
        block = page.findBlockByNumber(page.seen_first)
        here = layout.blockBoundingRect(block) if block.isValid() else QRectF()
        if not block.isValid() or abs(here.top() - top) > _FAR:
            middle = QPointF(page.textWidth() / 2, top)
            place = layout.hitTest(middle, Qt.HitTestAccuracy.FuzzyHit)
            block = page.findBlock(max(0, place))
            here = layout.blockBoundingRect(block)
        while here.top() > top and block.previous().isValid():
            block = block.previous()
            here = layout.blockBoundingRect(block)
        while here.bottom() <= top and block.next().isValid():
            block = block.next()
            here = layout.blockBoundingRect(block)
        return block

    def alone(self, block: QTextBlock, rect: QRectF) -> list[Seen] | None:
        """This paragraph, where nothing of any other can be in what is painted; None where it can.

        `rect` is where it is on the viewport.
        """
        clip, clear = self.clip, _CLEAR * self.page.scale
        if clip.top() < rect.top() - clear or clip.bottom() > rect.bottom() + clear:
            return None
        above = clip.top() - _SLACK < rect.top() and not self._keeps_in(block.previous())
        below = clip.bottom() + _SLACK > rect.bottom() and not self._keeps_in(block.next())
        return None if above or below else [(block, rect, self.page.tag(block))]

    def _keeps_in(self, block: QTextBlock) -> bool:
        """Whether nothing of a paragraph reaches across half of what parts it from its next."""
        return not block.isValid() or self.page.tag(block).kind is Kind.PARAGRAPH

    def seen(self) -> list[Seen]:
        """The paragraphs in sight, with their tags."""
        return [(block, rect, self.page.tag(block)) for block, rect in self.blocks()]


#: Paints something of its own for what is in sight.
Layer = Callable[[QPainter, Sight], None]


def _column(sight: Sight) -> tuple[float, float]:
    margin = sight.page.documentMargin() * sight.page.scale
    left = margin - sight.offset.x()
    return left, left + sight.page.textWidth() - 2 * margin


def needs_ground(seen: list[Seen], placements: Placements) -> bool:
    """Whether there is anything to paint behind the text."""
    return placements.current is not None or any(tag.kind is Kind.NOTE for _, _, tag in seen)


def paint_behind(painter: QPainter, sight: Sight, seen: list[Seen], placements: Placements) -> None:
    """Grounds under the text: notes to the desk, and the wash of the current finding."""
    left, right = _column(sight)
    theme = sight.page.theme
    for block, rect, tag in seen:
        if tag.kind is Kind.NOTE:
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


def paint_over(painter: QPainter, sight: Sight, seen: list[Seen], placements: Placements) -> None:
    """Everything drawn on and beside the text."""
    page = sight.page
    page.decorations.expect(page.textWidth(), page.scale, placements.version)
    top, bottom = sight.clip.top(), sight.clip.bottom()
    paint_frames(painter, page, sight.offset, seen)
    for block, rect, tag in seen:
        if tag.kind is not Kind.PARAGRAPH:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _paint_kind(painter, sight, block, rect, tag)
            _paint_placeholder(painter, sight, block, rect, tag)
        worn = _worn(sight, (block, rect, tag), placements)
        if worn:
            y = rect.top()
            painter.translate(0, y)
            worn.draw(painter, top - y, bottom - y)
            painter.translate(0, -y)


def _worn(sight: Sight, seen: Seen, placements: Placements) -> Worn:
    """What a paragraph wears: known, or worked out now."""
    block, rect, tag = seen
    page = sight.page
    span = (0, block.length())
    if rect.height() > _TALL:
        span = span_in_sight(block, -rect.top(), sight.height or sight.clip.height())
    known = page.decorations.known(block, span)
    if known is not None:
        return known
    left, right = _column(sight)
    paper = Paper(page.theme, page.scale, left, right, page.pictures.ratio, page.talk)
    bare = tag.kind in TEXTLESS or page.is_bare(block)
    wearer = Wearer(block, tag, page.address(block), rect.left(), rect.height(), span, bare)
    return page.decorations.dress(wearer, placements, paper)


def _paint_kind(painter: QPainter, sight: Sight, block: QTextBlock, rect: QRectF, tag: Tag) -> None:
    left, right = _column(sight)
    theme, scale = sight.page.theme, sight.page.scale
    if tag.kind is Kind.DATELINE:
        y = rect.top() + _text_height(block) + 10 * scale
        dot = rect.center().y() - 3 if block.length() == 1 else y - 10 * scale
        cover = QRectF(rect.center().x() - 3, dot, 6, 6 if block.length() == 1 else 9 * scale)
        painter.fillRect(cover, QColor(theme.paper))  # the dot of a rule of no width
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
        side = "\u200f" if rtl else "\u200e"  # on both ends: the stop follows its number
        count = str(_number(block, tag))
        count = count.translate(_ARABIC_DIGITS) if sight.page.arabic_digits else count
        number = f"{side}{count}.{side}"
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
