"""The images panel: the article's pictures, and caption, alternative text and credit of each.

What is written here changes the figure in the text as one undo step; what is typed there comes
back here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from deskeditor.domain.document import Direction, Document, Figure, Inline
from deskeditor.domain.publication import Limits
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.fields import field, set_direction, set_problem, text_area
from deskeditor.ui.widgets.labels import ElidedLabel, label, picture, restyle, set_tone
from deskeditor.ui.widgets.layouts import clear, column, put, row
from deskeditor.ui.widgets.panel import Panel
from deskeditor.ui.wording import ltr

#: Pixels of a picture in the panel's grid.
_WIDE, _HIGH = 136, 86
SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff", ".heic")
Thumbnail = Callable[[str, int, int], QImage | None]


class DropPlace(Card):
    """Where a picture is dropped; pressing it asks for a file. Emits `dropped(Path)`."""

    dropped = Signal(object)

    def __init__(self, look: Look) -> None:
        """A dashed place with one line."""
        text = look.words("panels.add_image")
        super().__init__(text)
        self.setObjectName("dropPlace")
        self.setAcceptDrops(True)
        mark = picture(look.icons.pixmap("plus", "ink2", 18), 18)
        words = label(text, "soft")
        put(self, row("stretch", mark, words, "stretch", margins=(8, 8, 8, 8)))
        self.setFixedHeight(52)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files only."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files went away again."""
        self._over(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell each local file."""
        self._over(False)
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.dropped.emit(Path(url.toLocalFile()))

    def _over(self, over: bool) -> None:
        self.setProperty("over", "true" if over else "false")
        restyle(self)


class ImagesPanel(Panel):
    """Signals: `figure_changed(Figure)`, `figure_chosen(id)`, `add_asked()`, `dropped(Path)`."""

    figure_changed = Signal(object)
    figure_chosen = Signal(str)
    add_asked = Signal()
    dropped = Signal(object)

    def __init__(self, look: Look, thumbnail: Thumbnail) -> None:
        """`thumbnail(media, width, height)` answers pixels, or None while they are on their way."""
        super().__init__(look, look.words("panels.images"))
        words = look.words
        self._thumbnail = thumbnail
        self._figures: tuple[Figure, ...] = ()
        self._chosen = ""
        self._limits = Limits()
        self._filling = False
        self._add = button(words("panels.add"), self.add_asked.emit)
        with_icon(self._add, look, "plus")
        self.head.addWidget(self._add)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._drop = DropPlace(look)
        self._drop.chosen.connect(self.add_asked)
        self._drop.dropped.connect(self.dropped)
        self._none = self.empty(words("panels.no_images"))
        self.body.addWidget(self._none)
        self.body.addLayout(row(self._grid, "stretch"))
        self.body.addWidget(self._drop)
        self._build_fields()

    def _build_fields(self) -> None:
        words = self.look.words
        self._caption: QPlainTextEdit = text_area(3, rtl=True)
        self._alt: QPlainTextEdit = text_area(2, rtl=True)
        self._credit = QLineEdit()
        self._counts = {name: label("", "note") for name in ("caption", "alt", "credit")}
        self._ready = column(gap=6)
        self._form = QWidget()
        put(self._form, column(
            field(words("panels.caption"), self._caption, self._counts["caption"]),
            field(words("panels.alt"), self._alt, self._counts["alt"]),
            field(words("panels.credit"), self._credit, self._counts["credit"]),
            self.heading(words("panels.image_ready")), self._ready, gap=10,
        ))  # fmt: skip
        self.body.addWidget(self._form)
        self._form.hide()
        self._caption.textChanged.connect(self._typed)
        self._alt.textChanged.connect(self._typed)
        self._credit.textChanged.connect(lambda _text: self._typed())

    def set_writable(self, writable: bool) -> None:
        """Whether pictures and words can be changed."""
        for part in (self._caption, self._alt):
            part.setReadOnly(not writable)
        self._credit.setReadOnly(not writable)
        self._add.setEnabled(writable)
        self._drop.setVisible(writable)

    def set_limits(self, limits: Limits) -> None:
        """The publication's lengths."""
        self._limits = limits

    def show_document(self, document: Document) -> None:
        """Show the figures of the text as it stands."""
        figures = document.figures()
        if figures == self._figures:
            return
        same = [f.media for f in figures] == [f.media for f in self._figures] and [
            f.id for f in figures
        ] == [f.id for f in self._figures]
        same = same and [self._faults(f) for f in figures] == [
            self._faults(f) for f in self._figures
        ]
        self._figures = figures
        for part in (self._caption, self._alt, self._credit):
            set_direction(part, rtl=document.direction is Direction.RTL)
        self.set_count(len(figures))
        self._none.setVisible(not figures)
        if self._figure() is None:
            self._chosen = figures[0].id if figures else ""
        if not same:
            self._fill_grid()
        self._fill_form()

    @property
    def chosen(self) -> str:
        """The figure whose words are shown; empty where there is none."""
        return self._chosen

    def choose(self, figure: str) -> None:
        """Show the words of one figure."""
        if any(f.id == figure for f in self._figures):
            self._chosen = figure
            self._fill_grid()
            self._fill_form()

    def refresh(self) -> None:
        """Pixels arrived."""
        self._fill_grid()

    def _figure(self) -> Figure | None:
        return next((f for f in self._figures if f.id == self._chosen), None)

    def _fill_grid(self) -> None:
        clear(self._grid)
        for place, figure in enumerate(self._figures):
            self._grid.addWidget(self._thumb(figure), place // 2, place % 2)

    def _thumb(self, figure: Figure) -> Card:
        words = self.look.words
        name = figure.caption.text or figure.title or words("panels.image_unnamed")
        card = Card(name)
        card.set_current(figure.id == self._chosen)
        card.chosen.connect(lambda: self._pick(figure.id))
        image = self._thumbnail(figure.media, _WIDE, _HIGH) if figure.media else None
        shown = label("" if image else words(
            "panels.image_missing" if figure.media is None else "panels.image_coming"
        ), "note", wrap=image is None)  # fmt: skip
        shown.setFixedHeight(_HIGH)
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if image is not None:
            shown.setPixmap(QPixmap.fromImage(image))
            shown.setScaledContents(True)
        wrong = self._faults(figure)
        icon, tone, text = (
            ("error", "error", words("panels.image_lacks", n=len(wrong), count=ltr(len(wrong))))
            if wrong
            else ("ok", "ok", words("panels.image_good"))
        )
        state = label(text, "note", tone=tone)
        mark = picture(self.look.icons.pixmap(icon, tone, 14), 14)
        put(card, column(
            shown, row(ElidedLabel(name), margins=(8, 0, 8, 0)),
            row(mark, state, "stretch", margins=(8, 0, 8, 6), gap=5), margins=(2, 2, 2, 2), gap=2,
        ))  # fmt: skip
        card.setFixedSize(_WIDE + 6, _HIGH + 52)
        return card

    def _pick(self, figure: str) -> None:
        self.choose(figure)
        self.figure_chosen.emit(figure)

    def _faults(self, figure: Figure) -> list[str]:
        faults = []
        if figure.media is None:
            faults.append("file")
        if not figure.caption.text.strip():
            faults.append("caption")
        if not figure.alt.strip():
            faults.append("alt")
        if not figure.credit.strip():
            faults.append("credit")
        return faults

    def _fill_form(self) -> None:
        figure = self._figure()
        self._form.setVisible(figure is not None)
        if figure is None:
            return
        self._filling = True
        for area, text in ((self._caption, figure.caption.text), (self._alt, figure.alt)):
            if area.toPlainText() != text:
                area.setPlainText(text)
        if self._credit.text() != figure.credit:
            self._credit.setText(figure.credit)
        self._filling = False
        self._measure(figure)

    def _measure(self, figure: Figure) -> None:
        limits = self._limits
        for name, text, most in (
            ("caption", figure.caption.text, limits.caption_warn),
            ("alt", figure.alt, limits.alt),
            ("credit", figure.credit, limits.credit),
        ):
            self._counts[name].setText(ltr(f"{len(text)}/{most}"))
            wrong = not text.strip() or len(text) > most
            set_tone(self._counts[name], "error" if wrong else "soft")
            target = {"caption": self._caption, "alt": self._alt, "credit": self._credit}[name]
            set_problem(target, wrong)
        clear(self._ready)
        faults = self._faults(figure)
        for name in ("file", "caption", "alt", "credit"):
            bad = name in faults
            icon, tone = ("error", "error") if bad else ("ok", "ok")
            words = self.look.words(f"panels.image_{name}_{'lacks' if bad else 'there'}")
            mark = picture(self.look.icons.pixmap(icon, tone, 16), 16)
            self._ready.addLayout(row(mark, label(words), "stretch"))

    def _typed(self) -> None:
        figure = self._figure()
        if figure is None or self._filling:
            return
        text = self._caption.toPlainText()
        caption = figure.caption if text == figure.caption.text else Inline(text)
        changed = replace(
            figure, caption=caption, alt=self._alt.toPlainText(), credit=self._credit.text()
        )
        if changed != figure:
            self._figures = tuple(changed if f.id == figure.id else f for f in self._figures)
            self._measure(changed)
            if self._faults(changed) != self._faults(figure):
                self._fill_grid()
            self.figure_changed.emit(changed)
