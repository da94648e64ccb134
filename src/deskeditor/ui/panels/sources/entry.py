"""One source of the register: what it is, its terms, how it is reached, what was found of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from deskeditor.domain.sources import Appearance, Registered, SourceKind, SourceLine, Terms
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, icon_button, with_icon
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.fields import field
from deskeditor.ui.widgets.labels import ElidedLabel, label, start_side
from deskeditor.ui.widgets.layouts import clear, column, line, put, row
from deskeditor.ui.wording import isolated, ltr


class EntryForm(QWidget):
    """Signals: `saved(Registered)`, `noted(Registered, str)`, `article_chosen(str)`."""

    saved = Signal(object)
    noted = Signal(object, str)
    article_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        """No source is chosen."""
        super().__init__()
        self._look, words = look, look.words
        self._entry: Registered | None = None
        self._key: str | None = None
        self.name, self.title, self.affiliation, self.contact, self.note = (
            QLineEdit() for _ in range(5)
        )
        for made in (self.name, self.title, self.affiliation, self.contact, self.note):
            made.setAlignment(start_side())
            made.setMaxLength(300)
        self.contact.setEchoMode(QLineEdit.EchoMode.Password)
        self.kind, self.terms = QComboBox(), QComboBox()
        for kind in SourceKind:
            self.kind.addItem(words(f"panels.source_{kind}"), kind)
        for terms in Terms:
            self.terms.addItem(words(f"panels.terms_{terms}"), terms)
        self.save = button(words("register.save"), self._save, look="filled")
        with_icon(self.save, look, "tick", "on_accent")
        self.add = button(words("register.note_add"), self._note)
        self.note.returnPressed.connect(self._note)
        self.head = label("", "title", wrap=True)
        self.saved_by = label("", "note", wrap=True)
        self._notes: QVBoxLayout = column(gap=6)
        self._articles: QVBoxLayout = column(gap=6)
        self._compose()

    def _compose(self) -> None:
        words = self._look.words
        eye = icon_button(self._look, "eye", words("register.contact_show"), self._show_contact)
        note_row = row(self.note, self.add)
        note_row.setStretch(0, 1)
        contact = QWidget()
        put(contact, row(self.contact, eye, gap=4))
        put(self, column(
            self.head,
            field(words("register.name"), self.name),
            row(field(words("register.kind"), self.kind),
                field(words("register.terms"), self.terms), gap=10),
            field(words("register.title"), self.title),
            field(words("register.affiliation"), self.affiliation),
            field(words("register.contact"), contact),
            label(words("register.contact_private"), "note", wrap=True),
            row(self.save, "stretch"), self.saved_by,
            line(), label(words("register.notes"), "title"),
            self._notes, note_row,
            line(), label(words("register.named_in"), "title"), self._articles,
            "stretch", gap=9,
        ))  # fmt: skip
        self.contact.setAccessibleName(words("register.contact"))
        self.note.setAccessibleName(words("register.note_add"))
        self.note.setPlaceholderText(words("register.note_hint"))

    def show_line(self, found: SourceLine | None, people: Mapping[str, str]) -> None:
        """Fill the fields from a line of the register; None is a new source.

        The same line read again leaves what somebody changed in the fields and did not save.
        """
        words = self._look.words
        entry = found.entry if found is not None else None
        if entry is None:
            name = found.name if found is not None else ""
            kind = found.kind if found is not None else SourceKind.PERSON
            entry = Registered("", name, kind, found.title if found is not None else "")
        same = found is not None and found.key == self._key
        changed = self._changed() if same else frozenset[QWidget]()
        self._entry, self._key = entry, found.key if found is not None else None
        self.head.setText(isolated(entry.name) if found is not None else words("register.new"))
        for made, text in (
            (self.name, entry.name), (self.title, entry.title),
            (self.affiliation, entry.affiliation), (self.contact, entry.contact),
        ):  # fmt: skip
            if made not in changed and made.text() != text:
                made.setText(text)
                made.setCursorPosition(0)
        if not same:
            self.contact.setEchoMode(QLineEdit.EchoMode.Password)
        for box, value in ((self.kind, entry.kind), (self.terms, entry.terms)):
            if box not in changed:
                box.setCurrentIndex(box.findData(value))
        kept = ""
        if entry.at is not None:
            by = isolated(people.get(entry.by, entry.by))
            kept = words("register.saved_by", by=by, when=words.when(entry.at))
        self.saved_by.setText(kept)
        self.saved_by.setVisible(bool(kept))
        self._fill_notes(entry, people)
        clear(self._articles)

    def _changed(self) -> frozenset[QWidget]:
        """The fields that say something else than what they were filled with."""
        was, now = self._entry, self.entry
        if was is None:
            return frozenset()
        return frozenset(
            widget
            for widget, old, new in (
                (self.name, was.name, now.name), (self.title, was.title, now.title),
                (self.affiliation, was.affiliation, now.affiliation),
                (self.contact, was.contact, now.contact),
                (self.kind, was.kind, now.kind), (self.terms, was.terms, now.terms),
            )
            if old != new
        )  # fmt: skip

    def _fill_notes(self, entry: Registered, people: Mapping[str, str]) -> None:
        words = self._look.words
        clear(self._notes)
        if not entry.notes:
            self._notes.addWidget(label(words("register.no_notes"), "note", wrap=True))
        for note in reversed(entry.notes):
            by = isolated(people.get(note.by, note.by))
            head = words("register.note_by", day=ltr(note.day.isoformat()), by=by)
            card = QWidget()
            put(card, column(label(head, "note"), label(isolated(note.text), wrap=True), gap=1))
            self._notes.addWidget(card)

    def show_appearances(self, found: Sequence[Appearance]) -> None:
        """The articles that name the source, newest first."""
        words = self._look.words
        clear(self._articles)
        if not found:
            self._articles.addWidget(label(words("register.in_no_article"), "note", wrap=True))
        for each in found:
            title = each.title or words("window.untitled")
            card = Card(title)
            count = words("panels.mentions", n=each.mentions, count=ltr(each.mentions))
            under = f"{words.when(each.at)} · {count}"
            put(card, column(
                ElidedLabel(title), label(under, "note"), margins=(11, 6, 11, 6), gap=1
            ))  # fmt: skip
            card.chosen.connect(lambda name=each.article: self.article_chosen.emit(name))
            self._articles.addWidget(card)

    @property
    def entry(self) -> Registered:
        """What the fields say."""
        before = self._entry or Registered("", "", SourceKind.PERSON)
        return Registered(
            before.id, self.name.text(), SourceKind(self.kind.currentData()), self.title.text(),
            self.affiliation.text(), Terms(self.terms.currentData()), self.contact.text(),
            before.by, before.at, before.notes,
        )  # fmt: skip

    def _save(self) -> None:
        self.saved.emit(self.entry)

    def _note(self) -> None:
        if self.note.text().strip():
            self.noted.emit(self.entry, self.note.text())
            self.note.clear()

    def _show_contact(self) -> None:
        hidden = self.contact.echoMode() is QLineEdit.EchoMode.Password
        mode = QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password
        self.contact.setEchoMode(mode)
