"""Quotations marked by hand: the selected words join the ledger, or leave it again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, cast

from PySide6.QtCore import QObject

from deskeditor.domain.document import Document
from deskeditor.domain.findings import Anchor
from deskeditor.domain.quotes import Quote
from deskeditor.ui.control.live_checks import Checked
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.wiring.controls import Controls

#: What is no part of anybody's words at the edge of a selection.
_EDGES = " \t\n\xa0«»“”„\"'‹›:،,"


class MarkPage(Protocol):
    """What this wiring needs of the article editor."""

    #: Makes a new id.
    new_id: Callable[[], str]

    def document(self) -> Document:
        """The text as it stands."""
        ...

    def selection(self) -> Anchor | None:
        """What is selected within one text."""
        ...

    def selected_text(self) -> str:
        """The words selected."""
        ...

    def go_to(self, anchor: Anchor) -> bool:
        """Select a place."""
        ...

    def add_quote_mark(self, own: str) -> None:
        """Mark the selected words."""
        ...

    def drop_quote_mark(self, own: str) -> None:
        """Take a mark off."""
        ...

    def flush(self) -> None:
        """Tell gathered changes now."""
        ...


class MarkDesk(QObject):
    """Wires the marking of quotations."""

    def __init__(self, window: MainWindow, controls: Controls, editor: object) -> None:
        """Everything is connected once, for the life of the window."""
        super().__init__(window)
        self.window, self._do = window, controls
        self.page = cast("MarkPage", editor)
        self._wanted = ""
        self.handlers: dict[str, Callable[[], object]] = {"mark_quote": self.mark}
        window.panels.quotes.form.unmarked.connect(self.unmark)
        controls.checks.checked.connect(self._checked)

    def mark(self) -> None:
        """The selected words are a quotation; one that is known already is chosen only."""
        if not self._do.article.editable:
            return
        self.page.flush()
        place = self._trimmed()
        if place is None and not self.page.selected_text().strip(_EDGES):
            self.window.notice.say(self.window.look.words("ledger.mark_nothing"), "info")
            return
        known = self._known(place) if place is not None else None
        if known is not None:
            self._choose(known)
            return
        if place is not None:
            self.page.go_to(place)
        self._wanted = self.page.new_id()
        self.page.add_quote_mark(self._wanted)
        self.page.flush()
        self._do.checks.run()

    def unmark(self, quote: Quote) -> None:
        """The words are no quotation after all."""
        if self._do.article.editable and quote.mark:
            self.page.drop_quote_mark(quote.mark)
            self.page.flush()
            self._do.checks.run()

    def _trimmed(self) -> Anchor | None:
        """The selection within one text without glyphs and spaces at its edges."""
        place = self.page.selection()
        text = None if place is None else self.page.document().text_at(place.address)
        if place is None or text is None:
            return None
        words = text.text[place.start : place.end]
        start = place.start + len(words) - len(words.lstrip(_EDGES))
        end = place.end - len(words) + len(words.rstrip(_EDGES))
        return Anchor(place.address, start, end) if start < end else None

    def _known(self, place: Anchor) -> Quote | None:
        """The quotation of the ledger that these words are, or stand in."""
        newest = self._do.checks.newest
        for quote in newest.report.quotes if newest is not None else ():
            at = quote.anchor
            if at.address == place.address and at.start <= place.start and place.end <= at.end:
                return quote
        return None

    def _choose(self, quote: Quote) -> None:
        panel = self.window.panels.quotes
        self.window.show_panel("quotes")
        panel.turn("quotes")
        panel.choose(quote)
        panel.form.mend()

    def _checked(self, checked: Checked) -> None:
        """Choose what was just marked, once the ledger knows it, and ask who said it."""
        found = next((q for q in checked.report.quotes if q.mark == self._wanted), None)
        if self._wanted and found is not None:
            self._wanted = ""
            self._choose(found)
