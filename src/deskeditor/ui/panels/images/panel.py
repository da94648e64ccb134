"""The images panel: the article's pictures, and caption, alternative text and credit of each.

What is written here changes the figure in the text as one undo step; what is typed there comes
back here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from deskeditor.domain.captions import CaptionTold
from deskeditor.domain.document import Direction, Document, Figure, Inline
from deskeditor.domain.document.proposals import live, standing_figures
from deskeditor.domain.media import ENDINGS, ImageRecord, Rights
from deskeditor.domain.publication import Export, Limits, Publication
from deskeditor.domain.validity import Failure, validity
from deskeditor.services.renditions import Outlet
from deskeditor.ui.panels.images.drop_place import DropPlace
from deskeditor.ui.panels.images.questions import QuestionChips
from deskeditor.ui.panels.images.readiness import Readiness
from deskeditor.ui.panels.images.tiles import FigureTiles, Thumbnail
from deskeditor.ui.panels.pictures.leases import read_day
from deskeditor.ui.panels.pictures.previews import Previews
from deskeditor.ui.panels.pictures.record import told
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, icon_button, with_icon
from deskeditor.ui.widgets.fields import field, set_direction, set_problem, text_area
from deskeditor.ui.widgets.labels import key_label, label, set_tone
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.widgets.panel import Panel
from deskeditor.ui.wording import ltr

SUFFIXES = tuple(sorted(ENDINGS))
#: What «copy from the one before» takes over beside the credit; each picture has its own day.
_COPIED = ("rights", "creator")
_COPY = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_D)
#: What one outlet of the publication shows of a figure; None while it is on its way.
Preview = Callable[[Figure, Outlet, Export], QImage | None]


class ImagesPanel(Panel):
    """Signals: `figure_changed(Figure)`, `figure_chosen(id)`, `add_asked()`, `dropped(Path)`,
    `record_written(media, values)`, `crop_asked()`, `moved(id, by)`.
    """

    figure_changed = Signal(object)
    figure_chosen = Signal(str)
    add_asked = Signal()
    dropped = Signal(object)
    record_written = Signal(str, object)
    crop_asked = Signal()
    moved = Signal(str, int)

    def __init__(self, look: Look, thumbnail: Thumbnail, preview: Preview) -> None:
        """`thumbnail(media, width, height)` and `preview(figure, outlet, export)` answer a picture,
        or None while it is on its way.
        """
        super().__init__(look, look.words("panels.images"))
        words = look.words
        self._preview = preview
        self._records: Mapping[str, ImageRecord] = {}
        self._day = date.today()  # noqa: DTZ011 - until the article says when it is shown
        self._figures: tuple[Figure, ...] = ()
        self._chosen = ""
        self._limits, self._export = Limits(), Export()
        self._told: Mapping[str, CaptionTold] = {}
        self._filling, self._filled = False, ""
        self._add = button(words("panels.add"), self.add_asked.emit)
        with_icon(self._add, look, "plus")
        self.head.addWidget(self._add)
        self._tiles = FigureTiles(look, thumbnail)
        self._tiles.picked.connect(self._pick)
        self._drop = DropPlace(look)
        self._drop.chosen.connect(self.add_asked)
        self._drop.dropped.connect(self.dropped)
        self._none = self.empty(words("panels.no_images"))
        self.body.addWidget(self._none)
        self.body.addWidget(self._tiles)
        self.body.addWidget(self._drop)
        self._build_fields()

    def _build_fields(self) -> None:
        words = self.look.words
        self._caption: QPlainTextEdit = text_area(3, rtl=True)
        self._alt: QPlainTextEdit = text_area(2, rtl=True)
        self._credit = QLineEdit()
        self._creator, self._taken = QLineEdit(), QLineEdit()
        self._taken.setPlaceholderText(ltr("23/11/2026"))
        self._rights = QComboBox()
        for rights in Rights:
            self._rights.addItem(words(f"images.rights_{rights}"), rights)
        self._hero = QCheckBox(words("images.make_hero"))
        self._hero.setAccessibleName(words("images.make_hero"))
        self._counts = {name: label("", "note") for name in ("caption", "alt", "credit")}
        self._ready = Readiness(self.look)
        self._weight = label("", "note", wrap=True)
        self.previews = Previews(
            self.look, lambda figure, outlet: self._preview(figure, outlet, self._export)
        )
        self.questions = QuestionChips(self.look)
        self._copy = button(words("images.copy_before"), self.copy_before, look="flat")
        self._copy.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        earlier = icon_button(
            self.look, "up", words("images.earlier"), lambda: self.moved.emit(self._chosen, -1)
        )
        later = icon_button(
            self.look, "down", words("images.later"), lambda: self.moved.emit(self._chosen, 1)
        )
        crop = button(words("images.crop_here"), self.crop_asked.emit, look="flat")
        with_icon(crop, self.look, "crop", "accent")
        crop.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._form = QWidget()
        lower = row(
            field(words("images.field_creator"), self._creator),
            field(words("images.field_taken"), self._taken), gap=10,
        )  # fmt: skip
        lower.setStretch(0, 1)
        lower.setStretch(1, 1)
        put(self._form, column(
            row(self._hero, "stretch", crop, earlier, later, gap=4),
            field(words("panels.caption"), self._caption, self._counts["caption"]),
            self.questions,
            field(words("panels.alt"), self._alt, self._counts["alt"]),
            row(self._copy, key_label("Ctrl+D"), "stretch"),
            field(words("panels.credit"), self._credit, self._counts["credit"]),
            field(words("images.field_rights"), self._rights), lower,
            self.heading(words("panels.image_ready")), self._ready, self.previews, self._weight,
            gap=10,
        ))  # fmt: skip
        self.body.addWidget(self._form)
        self._form.hide()
        self._connect()
        order = (self._caption, self._alt, self._credit, self._rights, self._creator, self._taken)
        for before, behind in pairwise(order):
            QWidget.setTabOrder(before, behind)

    def _connect(self) -> None:
        self._caption.textChanged.connect(self._typed)
        self._alt.textChanged.connect(self._typed)
        self._credit.textChanged.connect(lambda _text: self._typed())
        self._hero.clicked.connect(lambda _on: self._typed())
        self._rights.activated.connect(lambda _row: self._tell("rights"))
        self._creator.editingFinished.connect(lambda: self._tell("creator"))
        self._taken.editingFinished.connect(lambda: self._tell("taken"))
        for widget in (self._caption, self._alt, self._credit, self._creator, self._taken):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The next or previous picture, from inside any field; its caption takes the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
            if step:
                self.step(step)
                return True
            if event.keyCombination() == _COPY:
                self.copy_before()
                return True
        return super().eventFilter(watched, event)

    def step(self, by: int) -> None:
        """The next or previous picture of the article."""
        ids = [figure.id for figure in self._figures]
        if self._chosen in ids:
            place = ids.index(self._chosen) + by
            if 0 <= place < len(ids):
                self._pick(ids[place])
                self._caption.setFocus()

    def copy_before(self) -> None:
        """Credit, rights and creator of the picture before, where it has them: a series' own."""
        ids = [figure.id for figure in self._figures]
        place = ids.index(self._chosen) if self._chosen in ids else 0
        if place == 0 or not self._copy.isEnabled():
            return
        before, now = self._figures[place - 1], self._figures[place]
        if before.credit.strip():
            self._credit.setText(before.credit)
        source = self._records.get(before.media or "")
        if source is not None and now.media and now.media in self._records:
            self._write(now.media, told(source, _COPIED))
            self._fill_form()

    def start_captioning(self) -> None:
        """Put the keyboard into the caption."""
        self._caption.setFocus()

    def show_records(self, records: Mapping[str, ImageRecord], day: date) -> None:
        """What the desk knows of the pictures, and the day the article is shown."""
        if records != self._records or day != self._day:
            self._records, self._day = records, day
            self._fill_grid()
            self._fill_form()

    def show_weight(self, text: str, *, over: bool = False) -> None:
        """How heavy the article's pictures are on the web, and whether that is too much."""
        self._weight.setText(text)
        set_tone(self._weight, "check" if over else "soft")

    def show_told(self, told: Iterable[CaptionTold]) -> None:
        """Which questions the captions answer, as the checks read them."""
        self._told = {one.figure: one for one in told}
        self.questions.show_told(self._told.get(self._chosen))

    def _tell(self, name: str) -> None:
        figure = self._figure()
        if figure is None or self._filling or not figure.media:
            return
        values: dict[str, object] = {
            "rights": Rights(self._rights.currentData()),
            "creator": self._creator.text().strip(),
            "taken": read_day(self._taken.text()),
        }
        record = self._records.get(figure.media)
        wrong = name == "taken" and bool(self._taken.text().strip()) and values["taken"] is None
        set_problem(self._taken, wrong)
        if record is not None and not wrong and getattr(record, name) != values[name]:
            self._write(figure.media, {name: values[name]})

    def _write(self, media: str, values: dict[str, object]) -> None:
        """Tell what a record says from now on, if anything; the store's answer comes later."""
        record = replace(self._records[media], **values)  # type: ignore[arg-type]
        self._records = {**self._records, media: record}
        if values:
            self.record_written.emit(media, values)

    def set_writable(self, writable: bool) -> None:
        """Whether pictures and words can be changed."""
        for part in (self._caption, self._alt):
            part.setReadOnly(not writable)
        for line in (self._credit, self._creator, self._taken):
            line.setReadOnly(not writable)
        self._rights.setEnabled(writable)
        self._hero.setEnabled(writable)
        self._add.setEnabled(writable)
        self._drop.setVisible(writable)

    def set_publication(self, publication: Publication) -> None:
        """The lengths of the publication, and what it makes of pictures."""
        self._limits, self._export = publication.limits, publication.export

    def show_document(self, document: Document) -> None:
        """Show the figures of the text as it stands."""
        figures = standing_figures(document)
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
            for name in ("creator", "taken"):  # what still has the keyboard belongs to this one
                self._tell(name)
            self._chosen = figure
            self._fill_grid()
            self._fill_form()

    def follow(self, figure: str, own: str) -> None:
        """A change that is only proposed gave a figure another id: go on with that one."""
        self._figures = tuple(replace(f, id=own) if f.id == figure else f for f in self._figures)
        if self._chosen == figure:
            self._chosen = own
        self._fill_grid()

    def refresh(self) -> None:
        """Pixels arrived."""
        self._fill_grid()

    def _figure(self) -> Figure | None:
        return next((f for f in self._figures if f.id == self._chosen), None)

    def _fill_grid(self) -> None:
        self._tiles.show_figures(self._figures, self._chosen, self._faults)

    def _pick(self, figure: str) -> None:
        self.choose(figure)
        self.figure_chosen.emit(figure)

    def _failures(self, figure: Figure) -> tuple[Failure, ...]:
        record = self._records.get(figure.media or "")
        if record is None:
            return ()
        return validity(record, self._day, self._limits, figure)

    def _faults(self, figure: Figure) -> list[str]:
        faults = []
        if figure.media is None:
            faults.append("file")
        if not live(figure.caption).text.strip():
            faults.append("caption")
        if not figure.alt.strip():
            faults.append("alt")
        if not figure.credit.strip():
            faults.append("credit")
        known = {f"no_{name}" for name in faults}
        faults += [f.code for f in self._failures(figure) if f.stands and f.code not in known]
        return faults

    def _fill_form(self) -> None:
        figure = self._figure()
        self._form.setVisible(figure is not None)
        if figure is None:
            return
        self._filling = True
        caption = live(figure.caption).text
        for area, text in ((self._caption, caption), (self._alt, figure.alt)):
            if area.toPlainText() != text:
                area.setPlainText(text)
        if self._credit.text() != figure.credit:
            self._credit.setText(figure.credit)
        self._hero.setChecked(figure.hero)
        self._copy.setEnabled(self._hero.isEnabled() and figure.id != self._figures[0].id)
        self._fill_record(self._records.get(figure.media or ""))
        self.questions.show_told(self._told.get(figure.id))
        self._filling = False
        self._measure(figure)

    def _fill_record(self, record: ImageRecord | None) -> None:
        for widget in (self._rights, self._creator, self._taken):
            widget.setEnabled(record is not None)
        if record is None:
            self._filled = ""
            self._creator.clear()
            self._taken.clear()
            return
        self._rights.setCurrentIndex(max(0, self._rights.findData(record.rights)))
        other, self._filled = self._filled != record.media, record.media
        if other or not self._creator.hasFocus():
            self._creator.setText(record.creator)
        if other or not self._taken.hasFocus():
            self._taken.setText(f"{record.taken:%d/%m/%Y}" if record.taken else "")

    def _measure(self, figure: Figure) -> None:
        limits = self._limits
        for name, text, most in (
            ("caption", live(figure.caption).text, limits.caption_warn),
            ("alt", figure.alt, limits.alt),
            ("credit", figure.credit, limits.credit),
        ):
            self._counts[name].setText(ltr(f"{len(text)}/{most}"))
            wrong = not text.strip() or len(text) > most
            set_tone(self._counts[name], "error" if wrong else "soft")
            target = {"caption": self._caption, "alt": self._alt, "credit": self._credit}[name]
            set_problem(target, wrong)
        self._ready.show_use(self._faults(figure), self._failures(figure))
        self.previews.setVisible(figure.media is not None)
        if figure.media:
            self.previews.show_figure(figure)

    def _typed(self) -> None:
        figure = self._figure()
        if figure is None or self._filling:
            return
        text = self._caption.toPlainText()
        caption = figure.caption if text == live(figure.caption).text else Inline(text)
        changed = replace(
            figure, caption=caption, alt=self._alt.toPlainText(), credit=self._credit.text(),
            hero=self._hero.isChecked(),
        )  # fmt: skip
        if changed != figure:
            self._figures = tuple(changed if f.id == figure.id else f for f in self._figures)
            self._measure(changed)
            if self._faults(changed) != self._faults(figure):
                self._fill_grid()
            self.figure_changed.emit(changed)
