"""Bringing evidence in: a file, a pasted text or a link, with where it is from."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QStackedWidget, QWidget

from deskeditor.services.evidence import Where
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.fields import field, set_problem, text_area
from deskeditor.ui.widgets.labels import label, start_side
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.widgets.segmented import Segmented
from deskeditor.ui.wording import ltr

_WAYS = ("file", "paste", "link")


class AttachForm(QWidget):
    """Signals: `files(list of Path, Where)`, `pasted(str, Where)`, `linked(str, Where)`."""

    files = Signal(object, object)
    pasted = Signal(str, object)
    linked = Signal(str, object)

    def __init__(self, look: Look) -> None:
        """Three ways in, one of them open."""
        super().__init__()
        words = look.words
        self._words = words
        self.setAcceptDrops(True)
        ways = tuple((way, words(f"panels.attach_{way}")) for way in _WAYS)
        self._ways = Segmented(ways, words("panels.attach"))
        self._ways.chosen.connect(self._turn)
        self.origin, self.time, self.text = QLineEdit(), QLineEdit(), text_area(4, rtl=True)
        self.url, self.seen = QLineEdit(), QLineEdit()
        self._fields(words.rtl)
        self._stack = QStackedWidget()
        self._pages = (self._file(), self._paste(), self._link())
        for page in self._pages:
            self._stack.addWidget(page)
        self.go = button(words("panels.attach_choose"), self.attach, look="filled")
        with_icon(self.go, look, "plus", "on_accent")
        self.busy = label("", "note", tone="accent", wrap=True)
        self.busy.hide()
        put(self, column(
            row(self._ways, "stretch"), self._stack,
            field(words("panels.attach_origin"), self.origin), row(self.go, "stretch"), self.busy,
            gap=9,
        ))  # fmt: skip
        self._turn("file")

    def _fields(self, rtl: bool) -> None:
        for made in (self.origin, self.time, self.seen):
            made.setAlignment(start_side())
        self.origin.setMaxLength(300)
        self.time.setPlaceholderText(ltr("04:12"))
        self.seen.setText(datetime.now(self._words.zone).date().isoformat())
        self.url.setPlaceholderText(ltr("https://"))
        del rtl

    def _file(self) -> QWidget:
        made = QWidget()
        hint = label(self._words("panels.attach_file_hint"), "note", wrap=True)
        return put(made, column(hint, field(self._words("panels.attach_time"), self.time)))

    def _paste(self) -> QWidget:
        made = QWidget()
        return put(made, column(field(self._words("panels.attach_text"), self.text)))

    def _link(self) -> QWidget:
        made = QWidget()
        words = self._words
        hint = label(words("panels.attach_link_hint"), "note", wrap=True)
        return put(made, column(
            field(words("panels.attach_url"), self.url),
            field(words("panels.attach_seen"), self.seen), hint,
        ))  # fmt: skip

    def _turn(self, way: str) -> None:
        self._stack.setCurrentIndex(_WAYS.index(way))
        # A stack is as tall as its tallest page: the others must not count.
        self._stack.setFixedHeight(self._pages[_WAYS.index(way)].sizeHint().height())
        key = "panels.attach_choose" if way == "file" else "panels.attach_yes"
        self.go.setText(self._words(key))

    def open(self, way: str = "file") -> None:
        """Show one way in."""
        self._ways.choose(way)
        self._turn(way)

    @property
    def where(self) -> Where | None:
        """Where it is from; None where the day is none."""
        seen: date | None = None
        if self._stack.currentIndex() == 2:
            try:
                seen = date.fromisoformat(self.seen.text().strip())
            except ValueError:
                set_problem(self.seen, problem=True)
                return None
        set_problem(self.seen, problem=False)
        return Where(self.origin.text(), seen, self.time.text())

    def attach(self) -> None:
        """Bring in what is open."""
        where, way = self.where, _WAYS[self._stack.currentIndex()]
        if where is None:
            return
        if way == "file":
            names, _ = QFileDialog.getOpenFileNames(self.window(), self._words("panels.attach"))
            if names:
                self.files.emit([Path(name) for name in names], where)
        elif way == "paste":
            self.pasted.emit(self.text.toPlainText(), where)
        else:
            self.linked.emit(self.url.text(), where)

    def clear(self) -> None:
        """It came in: the fields are free again."""
        for made in (self.origin, self.time, self.url):
            made.clear()
        self.text.clear()

    def set_busy(self, busy: bool) -> None:
        """A file is being read; a hostile one may take half a minute."""
        self.busy.setText(self._words("panels.attach_reading") if busy else "")
        self.busy.setVisible(busy)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here; elsewhere in the window they are pages and pictures."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring the dropped files in."""
        paths = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        if paths:
            self.files.emit(paths, Where(self.origin.text(), None, self.time.text()))
            event.acceptProposedAction()
