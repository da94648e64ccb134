"""The details panel: publication, desk, place, day of publication, slug and the like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from deskeditor.domain.article import Article, Details
from deskeditor.domain.publication import Publication
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button
from deskeditor.ui.widgets.fields import field, set_problem
from deskeditor.ui.widgets.labels import label, start_side
from deskeditor.ui.widgets.layouts import clear, column, put, row
from deskeditor.ui.widgets.panel import Panel
from deskeditor.ui.wording import isolated, ltr

_TEXTS = ("subject", "genre", "place", "slug")


class DetailsPanel(Panel):
    """Emits `details_changed(Details)`."""

    details_changed = Signal(object)

    def __init__(self, look: Look) -> None:
        """Fields without an article are disabled."""
        super().__init__(look, look.words("panels.details"))
        words = look.words
        self._details: Details | None = None
        self._publications: dict[str, Publication] = {}
        self._filling = False
        self._publication = QComboBox()
        self._desk = QComboBox()
        self._desk.setEditable(True)
        self._texts = {name: QLineEdit() for name in _TEXTS}
        self._day = QLineEdit()
        self._day.setAlignment(start_side())
        self._day.setPlaceholderText(ltr("2026-11-23"))
        self._today = button(words("panels.today"), self._set_today)
        self._urgency = QSpinBox()
        self._urgency.setRange(1, 5)
        self._words = QSpinBox()
        for box in (self._urgency, self._words):
            box.setAlignment(start_side())
            box.lineEdit().setTextMargins(6, 0, 6, 0)
        self._words.setRange(0, 20_000)
        self._words.setSpecialValueText(words("panels.no_length"))
        self._day_note = label("", "note", wrap=True)
        self._masthead = column(gap=4)
        self._form = QWidget()
        put(self._form, column(
            field(words("panels.publication"), self._publication),
            field(words("panels.desk"), self._desk),
            self._day_field(), self._day_note,
            *(field(words(f"panels.{name}"), self._texts[name]) for name in _TEXTS),
            row(field(words("panels.urgency"), self._urgency),
                field(words("panels.commissioned"), self._words), gap=10),
            self._masthead, gap=10,
        ))  # fmt: skip
        self.body.addWidget(self._form)
        self._connect()
        self._form.setEnabled(False)

    def _day_field(self) -> QWidget:
        made = QWidget()
        text = self.look.words("panels.published_on")
        name = label(text, "note")
        name.setBuddy(self._day)
        self._day.setAccessibleName(text)
        put(made, column(name, row(self._day, self._today), gap=4))
        return made

    def _connect(self) -> None:
        self._publication.activated.connect(lambda _index: self._changed())
        self._desk.currentTextChanged.connect(lambda _text: self._changed())
        for widget in (*self._texts.values(), self._day):
            widget.textEdited.connect(lambda _text: self._changed())
        for box in (self._urgency, self._words):
            box.valueChanged.connect(lambda _value: self._changed())

    def set_publications(self, publications: Sequence[Publication]) -> None:
        """The profiles to choose from."""
        self._publications = {p.id: p for p in publications}
        self._filling = True
        self._publication.clear()
        for publication in publications:
            self._publication.addItem(publication.name, publication.id)
        self._filling = False

    def set_writable(self, writable: bool) -> None:
        """Whether anything can be changed."""
        self._form.setEnabled(writable)

    def show_article(self, article: Article) -> None:
        """Fill the fields; what the person types is never overwritten by itself."""
        if article.details == self._details:
            return
        self._details = article.details
        self._filling = True
        self._fill(article.details)
        self._filling = False

    def _fill(self, details: Details) -> None:
        place = self._publication.findData(details.publication)
        self._publication.setCurrentIndex(place)
        publication = self._publications.get(details.publication)
        self._desk.clear()
        self._desk.addItems(list(publication.desks) if publication else [])
        self._desk.setCurrentText(details.desk)
        for name in _TEXTS:
            self._texts[name].setText(getattr(details, name))
        self._day.setText(details.published_on.isoformat() if details.published_on else "")
        self._urgency.setValue(details.urgency)
        self._words.setValue(details.commissioned_words or 0)
        self._tell_day(details)
        clear(self._masthead)
        if details.masthead or details.stamp:
            self._masthead.addWidget(self.heading(self.look.words("panels.masthead")))
        for line in details.masthead:
            self._masthead.addWidget(label(isolated(line), "soft", wrap=True))
        if details.stamp is not None:
            stamp = f"{details.stamp.label} {details.stamp.text}".strip()
            self._masthead.addWidget(label(isolated(stamp), "soft", wrap=True))

    def _tell_day(self, details: Details) -> None:
        words, typed = self.look.words, self._day.text().strip()
        wrong = bool(typed) and _day(typed) is None
        set_problem(self._day, wrong)
        if wrong:
            self._day_note.setText(words("panels.day_wrong"))
        elif details.published_on is None:
            self._day_note.setText(words("panels.day_missing"))
        else:
            self._day_note.setText(words("panels.day_counts"))

    def _set_today(self) -> None:
        from datetime import UTC, datetime

        self._day.setText(datetime.now(UTC).astimezone(self.look.words.zone).date().isoformat())
        self._changed()

    def _changed(self) -> None:
        if self._filling or self._details is None:
            return
        typed = self._day.text().strip()
        day = _day(typed)
        changed = replace(
            self._details,
            publication=self._publication.currentData() or self._details.publication,
            desk=self._desk.currentText(),
            published_on=day if day or not typed else self._details.published_on,
            urgency=self._urgency.value(),
            commissioned_words=self._words.value() or None,
            subject=self._texts["subject"].text(),
            genre=self._texts["genre"].text(),
            place=self._texts["place"].text(),
            slug=self._texts["slug"].text(),
        )
        self._tell_day(changed)
        if changed != self._details:
            self._details = changed
            self.details_changed.emit(changed)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
