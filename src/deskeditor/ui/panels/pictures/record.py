"""The record of the chosen images: every field, what is wrong, who may set it aside.

With several chosen, what is written goes to all of them, field by field; what is not touched stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from deskeditor.domain.media import Consent, ImageRecord, Medium, Rights
from deskeditor.domain.people import Role
from deskeditor.domain.validity import Failure, demands, may_override
from deskeditor.ui.control.gallery import Tile
from deskeditor.ui.panels.pictures.failures import failure_line
from deskeditor.ui.panels.pictures.leases import LeaseLines, read_day
from deskeditor.ui.panels.pictures.previews import Shows
from deskeditor.ui.panels.pictures.record_previews import RecordPreviews
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, icon_button
from deskeditor.ui.widgets.fields import field, set_problem, text_area
from deskeditor.ui.widgets.labels import key_label, label, picture
from deskeditor.ui.widgets.layouts import Item, clear, column, put, row
from deskeditor.ui.widgets.panel import Panel
from deskeditor.ui.wording import ltr

#: Milliseconds of quiet before what was typed is written.
PAUSE = 500
_AREAS = (("caption", 3), ("alt", 2), ("restrictions", 1), ("notes", 2))
_LINES = ("headline", "creator", "credit", "copyright", "place", "people")
_LISTS: dict[str, type[StrEnum]] = {"rights": Rights, "consent": Consent, "medium": Medium}
#: What «copy from the one before» takes over.
COPIED = ("caption", "creator", "credit", "copyright", "place", "rights", "restrictions", "notes")


def told(record: ImageRecord, names: tuple[str, ...] = COPIED) -> dict[str, object]:
    """What of these a record says: what it does not know empties nothing elsewhere."""
    said = {name: getattr(record, name) for name in names}
    return {name: value for name, value in said.items() if value and value is not Rights.UNKNOWN}


#: IPTC's digital source types that a newsroom meets.
_SOURCES = (
    "", "digitalCapture", "negativeFilm", "print", "minorHumanEdits", "compositeCapture",
    "screenCapture", "digitalArt", "compositeWithTrainedAlgorithmicMedia",
    "trainedAlgorithmicMedia",
)  # fmt: skip
SOURCE_BASE = "http://cv.iptc.org/newscodes/digitalsourcetype/"


class RecordForm(Panel):
    """Signals: `written(media, values)`, `stepped(±1)`, `override_asked(media, failure, reason)`,
    `copy_asked()`.
    """

    written = Signal(object, object)
    stepped = Signal(int)
    override_asked = Signal(str, object, str)
    copy_asked = Signal()

    def __init__(self, look: Look, shows: Shows) -> None:
        """Nothing is chosen; `shows` answers what readers are shown of an image."""
        super().__init__(look, look.words("images.record"))
        self._tiles: tuple[Tile, ...] = ()
        self._touched: dict[str, None] = {}
        self._ahead: defaultdict[str, dict[str, object]] = defaultdict(dict)
        self._filling = False
        self.roles: frozenset[Role] = frozenset()
        self.editors: dict[str, QWidget] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        words = look.words
        self.head.addWidget(key_label("PgUp"))
        self.head.addWidget(key_label("PgDn"))
        self._none = self.empty(words("images.none_chosen"))
        self.body.addWidget(self._none)
        self._form = QWidget()
        self.previews = RecordPreviews(look, shows)
        self._build()
        self.body.addWidget(self._form)
        self.choose(())

    def _build(self) -> None:
        words = self.look.words
        copy = button(words("images.copy_before"), self.copy_asked.emit, look="flat")
        copy.setToolTip(words("images.copy_before"))
        parts: list[Item] = [row(copy, key_label("Ctrl+D"), "stretch")]
        self._failures = column(gap=6)
        for name, lines in _AREAS[:2]:
            parts.append(self._area(name, lines))
        parts.append(_pair(self._line("creator"), self._line("credit")))
        parts.append(_pair(self._list("rights"), self._line("copyright")))
        self._demand = label("", "note", wrap=True)
        parts.append(row(self._demand))
        parts.append(row(self._day(), gap=10))
        parts.append(self.heading(words("images.validity")))
        parts.append(self._failures)
        parts.append(self.previews)
        parts.append(self.heading(words("images.permissions")))
        self.leases = LeaseLines(self.look)
        self.leases.changed.connect(lambda: self._touch("leases"))
        parts.append(self.leases)
        for name, lines in _AREAS[2:]:
            parts.append(self._area(name, lines))
        parts.append(_pair(self._list("consent"), self._line("people")))
        parts.append(_pair(self._line("headline"), self._line("place")))
        parts.append(_pair(self._list("medium"), self._source()))
        put(self._form, column(*parts, gap=10))

    def _area(self, name: str, lines: int) -> QVBoxLayout:
        made = text_area(lines, rtl=True)
        made.textChanged.connect(lambda: self._touch(name))
        return self._field(name, made)

    def _line(self, name: str) -> QVBoxLayout:
        made = QLineEdit()
        made.setMinimumWidth(40)
        made.textEdited.connect(lambda _text: self._touch(name))
        return self._field(name, made)

    def _list(self, name: str) -> QVBoxLayout:
        made = QComboBox()
        made.setMinimumWidth(40)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value in _LISTS[name]:
            made.addItem(self.look.words(f"images.{name}_{value}"), value)
        made.activated.connect(lambda _row: self._touch(name, now=True))
        return self._field(name, made)

    def _source(self) -> QVBoxLayout:
        made = QComboBox()
        made.setMinimumWidth(40)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for name in _SOURCES:
            made.addItem(
                self.look.words(f"images.source_{name or 'unsaid'}"),
                SOURCE_BASE + name if name else "",
            )
        made.activated.connect(lambda _row: self._touch("source_type", now=True))
        return self._field("source_type", made)

    def _day(self) -> QHBoxLayout:
        made = QLineEdit()
        made.setPlaceholderText(ltr("23/11/2026"))
        made.textEdited.connect(lambda _text: self._touch("taken"))
        self._undated = QCheckBox(self.look.words("images.undated"))
        self._undated.clicked.connect(lambda _on: self._touch("undated", now=True))
        return row(self._field("taken", made), column(16, self._undated), gap=10)

    def _field(self, name: str, widget: QWidget) -> QVBoxLayout:
        self.editors[name] = widget
        widget.installEventFilter(self)
        return field(self.look.words(f"images.field_{name}"), widget)

    # Choosing and filling.

    @property
    def chosen(self) -> tuple[str, ...]:
        """The images whose records are shown."""
        return tuple(tile.record.media for tile in self._tiles)

    def choose(self, tiles: tuple[Tile, ...]) -> None:
        """Show the records of these; what was typed for the last ones is written first.

        The same images read again leave the fields and the caret as they are.
        """
        if tiles and tuple(tile.record.media for tile in tiles) == self.chosen:
            self.replace(tiles)
            return
        self.flush()
        self._tiles = tuple(self._newest(tile) for tile in tiles)
        self._none.setVisible(not tiles)
        self._form.setVisible(bool(tiles))
        many = len(tiles) > 1
        self.count.setText(self.look.words("images.chosen", n=len(tiles)) if many else "")
        if tiles:
            self._fill()

    def replace(self, tiles: tuple[Tile, ...]) -> None:
        """Records that were written: show what is wrong now; nothing that is typed is touched."""
        for tile in tiles:
            self._arrived(tile)
        new = {tile.record.media: self._newest(tile) for tile in tiles}
        self._tiles = tuple(new.get(tile.record.media, tile) for tile in self._tiles)
        if not self._touched:
            self._fill(keep=True)
        else:
            self._show_failures()

    def lost(self, media: tuple[str, ...], values: Mapping[str, object]) -> None:
        """What was written was not kept: it stays in the fields and goes with the next writing."""
        for one in media:
            self._ahead.pop(one, None)
        if media == self.chosen:
            self._touched |= dict.fromkeys(values)

    def _arrived(self, tile: Tile) -> None:
        """Forget what was written of an image and stands in its record now."""
        ahead = self._ahead.get(tile.record.media, {})
        for name in [n for n, value in ahead.items() if getattr(tile.record, n) == value]:
            del ahead[name]

    def _newest(self, tile: Tile) -> Tile:
        """A tile with what was written of it and did not come back yet: answers may be older."""
        ahead = self._ahead.get(tile.record.media)
        return replace(tile, record=replace(tile.record, **ahead)) if ahead else tile  # type: ignore[arg-type]

    def _fill(self, *, keep: bool = False) -> None:
        """Put the values in; with `keep`, a field that says the same as it is stays untouched."""
        self._filling = True
        for name, widget in self.editors.items():
            values = {self._shown(name, tile.record) for tile in self._tiles}
            value = values.pop() if len(values) == 1 else ""
            if not (keep and self._says(name, value)):
                _put_value(widget, value)
        undated = {tile.record.undated for tile in self._tiles}
        self._undated.setChecked(undated == {True})
        leases = {tile.record.leases for tile in self._tiles}
        self.leases.show_leases(leases.pop() if len(leases) == 1 else ())
        self._filling = False
        self._show_failures()

    def _says(self, name: str, value: str) -> bool:
        """Whether a field means this already, or holds a day that is still being written."""
        known, said = self._value(name)
        return not known or self._text(said) == value

    def _shown(self, name: str, record: ImageRecord) -> str:
        return self._text(getattr(record, name))

    @staticmethod
    def _text(value: object) -> str:
        if isinstance(value, tuple):
            return "، ".join(value)
        if isinstance(value, date):
            return f"{value:%d/%m/%Y}"
        return "" if value is None else str(value)

    def _show_failures(self) -> None:
        clear(self._failures)
        self._preview()
        words, look = self.look.words, self.look
        asked = {name for tile in self._tiles for name in demands(tile.record.rights)}
        named = "، ".join(words(f"images.field_{name}") for name in sorted(asked))
        self._demand.setText(words("images.demands", fields=named) if named else "")
        self._demand.setVisible(bool(named))
        tiles = self._tiles
        standing = {f.field for tile in tiles for f in tile.failures if f.stands}
        for name, widget in self.editors.items():
            set_problem(widget, name in standing)
        if not tiles:
            return
        for failure in tiles[0].failures:
            line = failure_line(look, failure)
            if len(tiles) == 1 and may_override(failure, self.roles) and not failure.overridden:
                ask = icon_button(
                    look, "gavel", words("images.override"), self._asker(tiles[0], failure)
                )
                line.addWidget(ask)
            self._failures.addLayout(line)
        if not tiles[0].failures:
            mark = picture(look.icons.pixmap("ok", "ok", 16), 16)
            self._failures.addLayout(row(mark, label(words("images.state_valid")), "stretch"))

    def _asker(self, tile: Tile, failure: Failure) -> Callable[[], None]:
        def ask() -> None:
            """A line for the reason, in the failure's place."""
            reason = QLineEdit()
            reason.setAccessibleName(self.look.words("images.reason"))
            reason.setPlaceholderText(self.look.words("images.reason"))
            media = tile.record.media
            reason.returnPressed.connect(
                lambda: self.override_asked.emit(media, failure, reason.text())
            )
            self._failures.addWidget(reason)
            reason.setFocus()

        return ask

    def _preview(self) -> None:
        """What readers would see, with the words as they stand in the fields."""
        media = self.chosen[0] if len(self._tiles) == 1 else ""
        words = {name: str(self._value(name)[1]) for name in ("caption", "credit", "creator")}
        self.previews.show_words(media, words["caption"], words["credit"] or words["creator"])

    # Writing.

    def _touch(self, name: str, *, now: bool = False) -> None:
        if self._filling or not self._tiles:
            return
        self._touched[name] = None
        self._preview()
        if now:
            self.flush()
        else:
            self._pause.start()

    def flush(self) -> None:
        """Write what was typed."""
        self._pause.stop()
        touched, self._touched = self._touched, {}
        if not touched or not self._tiles:
            return
        values: dict[str, object] = {}
        for name in touched:
            known, value = self._value(name)
            if known:
                values[name] = value
        for media in self.chosen:
            self._ahead[media] |= values
        if values:
            self.written.emit(self.chosen, values)

    def _value(self, name: str) -> tuple[bool, object]:
        """Whether what stands in a field can be read, and as what."""
        if name == "undated":
            return True, self._undated.isChecked()
        if name == "leases":
            return True, self.leases.leases
        widget = self.editors[name]
        if isinstance(widget, QPlainTextEdit):
            return True, " ".join(widget.toPlainText().split())
        if isinstance(widget, QComboBox):
            value = widget.currentData()
            kind = _LISTS.get(name)
            return True, kind(value) if kind else value
        assert isinstance(widget, QLineEdit)
        text = widget.text().strip()
        if name == "people":
            parts = text.replace(",", "،").split("،")
            return True, tuple(filter(None, (part.strip() for part in parts)))
        if name == "taken":
            day = read_day(text)
            set_problem(widget, bool(text) and day is None)
            return not text or day is not None, day
        return True, text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Next and previous image from inside any field, and copying from the one before."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
            if step:
                self.flush()
                self.stepped.emit(step)
                return True
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if event.key() == Qt.Key.Key_D and control:
                self.flush()
                self.copy_asked.emit()
                return True
        return super().eventFilter(watched, event)


def _pair(*parts: QVBoxLayout) -> QHBoxLayout:
    """Two fields of one width."""
    made = row(*parts, gap=10)
    for place in range(len(parts)):
        made.setStretch(place, 1)
    return made


def _put_value(widget: QWidget, value: str) -> None:
    if isinstance(widget, QPlainTextEdit):
        if widget.toPlainText() != value:
            widget.setPlainText(value)
    elif isinstance(widget, QLineEdit):
        if widget.text() != value:
            widget.setText(value)
    elif isinstance(widget, QComboBox):
        widget.setCurrentIndex(max(0, widget.findData(value)))
