"""The details panel: publication, desk, place, day of publication, slug and the like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from deskeditor.domain.article import Article, Details
from deskeditor.domain.publication import Publication
from deskeditor.domain.rows import ArticleRow
from deskeditor.services.shelving import Relatives
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.fields import field, set_problem
from deskeditor.ui.widgets.labels import label, start_side
from deskeditor.ui.widgets.layouts import clear, column, put, row
from deskeditor.ui.widgets.panel import Panel
from deskeditor.ui.wording import isolated, ltr

_TEXTS = ("subject", "genre", "place", "slug")


class DetailsPanel(Panel):
    """Emits `details_changed(Details)`, and `article_chosen(id)` for a piece it is tied to."""

    details_changed = Signal(object)
    article_chosen = Signal(str)

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
        self._due = QLineEdit()
        self._due.setAlignment(start_side())
        self._due.setPlaceholderText(ltr("2026-11-23 17:30"))
        self._due_note = label("", "note", wrap=True)
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
            field(words("panels.due"), self._due), self._due_note,
            *(field(words(f"panels.{name}"), self._texts[name]) for name in _TEXTS),
            row(field(words("panels.urgency"), self._urgency),
                field(words("panels.commissioned"), self._words), gap=10),
            self._masthead, gap=10,
        ))  # fmt: skip
        self._relatives = column(gap=4)
        self.body.addLayout(self._relatives)
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
        for widget in (*self._texts.values(), self._day, self._due):
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

    def show_relatives(self, relatives: Relatives) -> None:
        """The piece this one is a follow-up of, and its own follow-ups; each leads there."""
        clear(self._relatives)
        words = self.look.words
        before = () if relatives.before is None else (relatives.before,)
        for name, rows in (("follows", before), ("followers", relatives.after)):
            if rows:
                self._relatives.addWidget(self.heading(words(f"panels.{name}")))
            for one in rows:
                self._relatives.addWidget(self._relative(one))

    def _relative(self, one: ArticleRow) -> Card:
        words = self.look.words
        title = one.title or words("window.untitled")
        state = words("window.place_trash") if one.trashed else words(f"review.state_{one.state}")
        card = Card(f"{title}. {state}")
        put(card, column(label(isolated(title), wrap=True), label(state, "note"),
                         margins=(8, 5, 8, 5), gap=2))  # fmt: skip
        card.chosen.connect(lambda: self.article_chosen.emit(one.id))
        return card

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
        self._due.setText("" if details.due is None else self._told_due(details.due))
        self._tell_day(details)
        self._tell_due()
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

    def _told_due(self, due: datetime) -> str:
        return due.astimezone(self.look.words.zone).strftime("%Y-%m-%d %H:%M")

    def _tell_due(self) -> None:
        typed = self._due.text().strip()
        wrong = bool(typed) and _moment(typed, self.look.words.zone) is None
        set_problem(self._due, wrong)
        self._due_note.setText(self.look.words("panels.due_wrong") if wrong else "")
        self._due_note.setVisible(wrong)

    def _set_today(self) -> None:
        self._day.setText(datetime.now(UTC).astimezone(self.look.words.zone).date().isoformat())
        self._changed()

    def _changed(self) -> None:
        if self._filling or self._details is None:
            return
        typed = self._day.text().strip()
        day = _day(typed)
        said = self._due.text().strip()
        due = _moment(said, self.look.words.zone)
        if self._details.due is not None and said == self._told_due(self._details.due):
            due = self._details.due  # its seconds are not shown, and stay
        changed = replace(
            self._details,
            publication=self._publication.currentData() or self._details.publication,
            desk=self._desk.currentText(),
            published_on=day if day or not typed else self._details.published_on,
            due=due if due or not said else self._details.due,
            urgency=self._urgency.value(),
            commissioned_words=self._words.value() or None,
            subject=self._texts["subject"].text(),
            genre=self._texts["genre"].text(),
            place=self._texts["place"].text(),
            slug=self._texts["slug"].text(),
        )
        self._tell_day(changed)
        self._tell_due()
        if changed != self._details:
            self._details = changed
            self.details_changed.emit(changed)


def _moment(text: str, zone: tzinfo) -> datetime | None:
    """The moment of a day and time of the newsroom; a day alone means its end."""
    try:
        at = datetime.fromisoformat(text)
        if at.tzinfo is None:
            end = time(23, 59) if len(text) <= len("2026-11-23") else at.time()
            at = datetime.combine(at.date(), end, zone)
        return at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
