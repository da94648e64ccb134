"""The page of the centre where two texts of an article are read as one, or side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QSplitter, QWidget

from deskeditor.domain.article import Article
from deskeditor.domain.findings import Anchor
from deskeditor.services.compared import Compared, Difference
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, icon_button
from deskeditor.ui.widgets.labels import ElidedLabel
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from deskeditor.ui.editor.view import ArticleEditor


class ComparedPage(QWidget):
    """Signals: `stepped(by)`, to the next change or the one before; `closed()`.

    The pages one reads on are made when they are first needed.
    """

    stepped = Signal(int)
    closed = Signal()

    def __init__(self, look: Look, make: Callable[[], ArticleEditor]) -> None:
        """`make` makes a page that is only read here."""
        super().__init__()
        self._look, self._make = look, make
        words = look.words
        self.title = ElidedLabel("", "place", sentence=True)
        self.form = Segmented(
            (("inline", words("panels.compare_inline")), ("side", words("panels.compare_side"))),
            words("panels.compare_title"),
        )
        self.form.chosen.connect(self._shape)
        back = icon_button(
            look, "up", words("panels.previous_change"), lambda: self.stepped.emit(-1)
        )
        onward = icon_button(
            look, "down", words("panels.next_change"), lambda: self.stepped.emit(1)
        )
        leave = button(words("window.back_to_text"), self.closed.emit)
        head = row(self.title, self.form, back, onward, leave, margins=(0, 10, 0, 10), gap=8)
        head.setStretch(0, 1)
        self._split = QSplitter()
        self._split.setHandleWidth(3)
        self._split.setChildrenCollapsible(False)
        place = QFrame()
        place.setObjectName("editorPlace")
        put(place, column(self._split, margins=(1, 1, 1, 0)))
        box = column(head, place, margins=(16, 0, 16, 0), gap=0)
        box.setStretchFactor(place, 1)
        put(self, box)
        self._shown: tuple[Article, Compared] | None = None
        self._side = self._led = False
        self.whole: ArticleEditor | None = None
        self.pair: tuple[ArticleEditor, ...] = ()

    def show_compared(self, title: str, article: Article, found: Compared) -> None:
        """Show both texts of `article`; `title` says which."""
        self.title.set_text(title)
        self._shown = (article, found)
        self._fill()

    def show_pictures(self, pixels: Callable[[str], QImage | None]) -> None:
        """Draw pictures that have come since."""
        for page in (*self.pair, *((self.whole,) if self.whole is not None else ())):
            page.set_image_source(pixels)

    def go_to(self, one: Difference) -> None:
        """Show the place of a change."""
        if one.address is None:
            return
        if self._side and self._shown is not None:
            self._led = True  # each goes to its own place; they need not stand at the same height
            for page, anchor in zip(self.pair, self._shown[1].sides(one), strict=True):
                if anchor is not None:
                    page.go_to(anchor)
            self._led = False
        elif self.whole is not None:
            self.whole.go_to(Anchor(one.address, one.start, one.end))

    def _shape(self, key: str) -> None:
        self._side = key == "side"
        self._fill()

    def _fill(self) -> None:
        if self._shown is None:
            return
        article, found = self._shown
        if self._side:
            if not self.pair:
                self.pair = (self._page("panels.compare_older"), self._page("panels.compare_newer"))
                self._scroll_together()
            for page, document in zip(self.pair, (found.before, found.after), strict=True):
                page.set_article(replace(article, document=document))
        else:
            if self.whole is None:
                self.whole = self._page("panels.compare_title")
            self.whole.set_article(replace(article, document=found.page))
        for page in self.pair:
            page.setVisible(self._side)
        if self.whole is not None:
            self.whole.setVisible(not self._side)

    def _page(self, name: str) -> ArticleEditor:
        made = self._make()
        made.setAccessibleName(self._look.words(name))
        made.set_read_only(True)
        self._split.addWidget(made)
        return made

    def _scroll_together(self) -> None:
        """Each goes as far as the other is scrolled, so that places brought level stay level."""
        bars = [page.surface.verticalScrollBar() for page in self.pair]
        at = [bar.value() for bar in bars]

        def moved(number: int, value: int) -> None:
            by, at[number] = value - at[number], value
            if not self._led:
                self._led = True
                bars[1 - number].setValue(bars[1 - number].value() + by)
                self._led = False

        for number, bar in enumerate(bars):
            bar.valueChanged.connect(partial(moved, number))
