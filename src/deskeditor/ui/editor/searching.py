"""Matches of a search on the page: outlined where they stand, walked, replaced.

The search itself runs elsewhere (`language.searching`); this shows its hits for as long as their
words stand where they were found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from deskeditor.domain.document import Address, Document
from deskeditor.domain.findings import Anchor
from deskeditor.services.searching import Hit
from deskeditor.ui.editor.painting import Sight
from deskeditor.ui.editor.positions import units_in
from deskeditor.ui.editor.underlines import pieces
from deskeditor.ui.editor.view import ArticleEditor

#: At most this many matches are outlined in one paragraph.
_MOST_IN_LINE = 200


class Finder(QObject):
    """The hits of one search on one editor's page."""

    def __init__(self, editor: ArticleEditor) -> None:
        """Nothing is found yet."""
        super().__init__(editor)
        self._editor = editor
        self.hits: tuple[Hit, ...] = ()
        self.current = -1
        self._order: dict[Address, int] = {}
        self._by_address: dict[Address, list[Anchor]] = {}
        editor.surface.under.append(self.paint)

    def show(self, document: Document, hits: Sequence[Hit]) -> None:
        """Outline these hits of `document`; the current one is the one at the caret, if any."""
        self.hits = tuple(hits)
        self._order = {slot.address: number for number, slot in enumerate(document.slots())}
        self._by_address = defaultdict(list)
        for hit in self.hits:
            self._by_address[hit.anchor.address].append(hit.anchor)
        chosen = self._editor.selection()
        anchors = [hit.anchor for hit in self.hits]
        self.current = anchors.index(chosen) if chosen in anchors else -1
        self._editor.surface.viewport().update()

    def clear(self) -> None:
        """Show nothing."""
        self.show(Document(), ())

    def nearest(self) -> int:
        """The first hit at or behind the caret, the first of all where none follows; -1 if none."""
        if not self.hits:
            return -1
        surface = self._editor.surface
        block = surface.page.findBlock(surface.textCursor().selectionStart())
        line = self._order.get(surface.page.address(block), 0)
        place = surface.textCursor().selectionStart() - block.position()
        keys = [(self._order.get(hit.anchor.address, 0), hit.anchor.start) for hit in self.hits]
        return bisect_left(keys, (line, place)) % len(self.hits)

    def step(self, by: int) -> bool:
        """Select the next hit (or the one before), round the ends; False where there is none."""
        if not self.hits:
            return False
        if self.current < 0:
            at = self.nearest()
            at = at if by > 0 else (at - 1) % len(self.hits)
        else:
            at = (self.current + by) % len(self.hits)
        return self.choose(at)

    def choose(self, number: int) -> bool:
        """Select one hit without taking the focus."""
        self.current = number
        found = self._editor.go_to(self.hits[number].anchor, focus=False)
        self._editor.surface.viewport().update()
        return found

    def paint(self, painter: QPainter, sight: Sight) -> None:
        """Outline the hits in sight; the current one also has the selection's ground."""
        if not self.hits:
            return
        theme = sight.page.theme
        now = self.hits[self.current].anchor if self.current >= 0 else None
        for block, rect in sight.blocks():
            for anchor in self._by_address.get(sight.page.address(block), ())[:_MOST_IN_LINE]:
                start, end = units_in(block, anchor.start), units_in(block, anchor.end)
                width = 2.0 if anchor == now else 1.0
                painter.setPen(QPen(QColor(theme.accent), width))
                painter.setBrush(QColor(theme.accent_wash))
                for line, left, right in pieces(block, start, end):
                    box = QRectF(left, line.y() + 1, right - left, line.height() - 2)
                    painter.drawRoundedRect(box.translated(rect.topLeft()), 3, 3)
