"""The vault at the desk: opened with a passphrase, read while it is open, empty once it locks.

Nothing shown here outlives the lock: the fields and cards are cleared with it. Secrets leave this
form by signal only, and only towards the vault.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from deskeditor.domain.identities import Identity
from deskeditor.domain.sources import Terms
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.chips import Chip
from deskeditor.ui.widgets.fields import field
from deskeditor.ui.widgets.labels import ElidedLabel, label, set_tone, start_side
from deskeditor.ui.widgets.layouts import clear, column, line, put, row
from deskeditor.ui.wording import isolated, ltr

_WIDE = 640
_PAGES = ("missing", "locked", "open")


class VaultForm(QWidget):
    """Signals: `created(str, str)` with the passphrase twice, `unlocked(str)`, `locked()`,
    `sealed(Identity)`, `dropped(str)` with an id, `inserted(str)` with a pseudonym for the text.
    """

    created = Signal(str, str)
    unlocked = Signal(str)
    locked = Signal()
    sealed = Signal(object)
    dropped = Signal(str)
    inserted = Signal(str)

    def __init__(self, look: Look) -> None:
        """Not known yet whether there is a vault: shown as locked."""
        super().__init__()
        self._look = look
        self.passphrase, self.first, self.again = _secret(), _secret(), _secret()
        self.pseudonym, self.name, self.contact, self.notes = (QLineEdit() for _ in range(4))
        self.terms = QComboBox()
        self.leaks = label("", wrap=True)
        self._cards: QVBoxLayout = column(gap=8)
        self._stack = QStackedWidget()
        for page in (self._missing(), self._closed(), self._opened()):
            self._stack.addWidget(page)
        about = label(look.words("vault.about"), "soft", wrap=True)
        inside = QWidget()
        inside.setMaximumWidth(_WIDE)
        put(inside, column(about, self._stack, "stretch", gap=12))
        box = row(inside, "stretch")
        box.setStretch(0, 100)
        put(self, box)
        self.show_state("locked")

    def _missing(self) -> QWidget:
        words = self._look.words
        go = button(words("vault.create"), self._create, look="filled")
        with_icon(go, self._look, "lock", "on_accent")
        self.again.returnPressed.connect(self._create)
        made = QWidget()
        return put(made, column(
            label(words("vault.none"), wrap=True),
            field(words("vault.new_passphrase"), self.first),
            field(words("vault.passphrase_again"), self.again),
            label(words("vault.lost"), "note", wrap=True), row(go, "stretch"), "stretch",
        ))  # fmt: skip

    def _closed(self) -> QWidget:
        words = self._look.words
        go = button(words("vault.open"), self._unlock, look="filled")
        with_icon(go, self._look, "lock", "on_accent")
        self.passphrase.returnPressed.connect(self._unlock)
        made = QWidget()
        return put(made, column(
            field(words("vault.passphrase"), self.passphrase), row(go, "stretch"),
            line(), self._sealing(), "stretch",
        ))  # fmt: skip

    def _sealing(self) -> QWidget:
        """Putting a source in needs no passphrase."""
        words = self._look.words
        go = button(words("vault.seal_other"), lambda: self.show_form(shown=True))
        made = QWidget()
        hint = label(words("vault.seal_hint"), "note", wrap=True)
        return put(made, column(hint, row(go, "stretch")))

    def _opened(self) -> QWidget:
        words = self._look.words
        for each in (self.pseudonym, self.name, self.contact, self.notes):
            each.setAlignment(start_side())
            each.setMaxLength(300)
        for terms in (Terms.OFF_RECORD, Terms.BACKGROUND):
            self.terms.addItem(words(f"panels.terms_{terms}"), terms)
        self.lock = button(words("vault.lock"), self.locked.emit)
        with_icon(self.lock, self._look, "lock")
        self.back = button(words("vault.back"), lambda: self.show_form(shown=False))
        seal = button(words("vault.seal"), self._seal, look="filled")
        with_icon(seal, self._look, "lock", "on_accent")
        self.state = label("", "note", wrap=True)
        top = row(self.state, self.lock, self.back)
        top.setStretch(0, 1)
        made = QWidget()
        return put(made, column(
            top, self.leaks, self._cards, line(), label(words("vault.add"), "title"),
            row(field(words("vault.pseudonym"), self.pseudonym),
                field(words("register.terms"), self.terms), gap=10),
            field(words("vault.name"), self.name),
            field(words("register.contact"), self.contact),
            field(words("vault.notes"), self.notes),
            row(seal, "stretch"), "stretch", gap=9,
        ))  # fmt: skip

    # What is shown.

    def show_state(self, state: str) -> None:
        """`missing`, `locked` or `open`; anything but open forgets all that was shown."""
        if state != "open":
            self.forget()
        self._stack.setCurrentIndex(_PAGES.index(state))

    @property
    def shown(self) -> str:
        """What is shown of the three."""
        return _PAGES[self._stack.currentIndex()]

    def show_form(self, *, shown: bool) -> None:
        """The form to seal a source in a locked vault, or the question for the passphrase again."""
        self.forget()
        self._stack.setCurrentIndex(2 if shown else 1)
        self.state.setText(self._look.words("vault.still_locked"))
        self.lock.setVisible(not shown)
        self.back.setVisible(shown)

    def show_identities(self, identities: Sequence[Identity]) -> None:
        """The vault is open: everybody in it."""
        words = self._look.words
        self._stack.setCurrentIndex(2)
        self.lock.show()
        self.back.hide()
        self.state.setText(words("vault.is_open"))
        clear(self._cards)
        if not identities:
            self._cards.addWidget(label(words("vault.empty"), "soft", wrap=True))
        for each in identities:
            self._cards.addWidget(self._card(each))

    def _card(self, each: Identity) -> Card:
        words = self._look.words
        card = Card(each.pseudonym)
        tone = "error" if each.terms is Terms.OFF_RECORD else "check"
        top = row(
            ElidedLabel(each.pseudonym, "title"),
            Chip(self._look, "lock", words(f"panels.terms_{each.terms}"), tone=tone),
        )
        top.setStretch(0, 1)
        said = [
            label(text, "note" if small else "", wrap=True)
            for text, small in (
                (isolated(each.name), False),
                (ltr(each.contact) if each.contact else "", True),
                (isolated(each.notes) if each.notes else "", True),
            )
            if text
        ]
        put_in = button(words("vault.insert"), lambda: self.inserted.emit(each.pseudonym))
        drop = button(words("vault.drop"), lambda: self.dropped.emit(each.id), look="danger")
        put(card, column(
            top, *said, row(put_in, "stretch", drop),
            margins=(11, 8, 11, 8), gap=6,
        ))  # fmt: skip
        return card

    def show_leaks(self, text: str) -> None:
        """What the open article gives away; nothing where the text is empty."""
        set_tone(self.leaks, "error" if text else "")
        self.leaks.setText(text)
        self.leaks.setVisible(bool(text))

    def forget(self) -> None:
        """Clear all that is secret."""
        clear(self._cards)
        for made in (
            self.passphrase, self.first, self.again, self.pseudonym, self.name, self.contact,
            self.notes,
        ):  # fmt: skip
            made.clear()
        self.show_leaks("")

    # What a person does.

    def _create(self) -> None:
        first, again = self.first.text(), self.again.text()
        self.first.clear()
        self.again.clear()
        self.created.emit(first, again)

    def _unlock(self) -> None:
        given = self.passphrase.text()
        self.passphrase.clear()
        if given:
            self.unlocked.emit(given)

    def _seal(self) -> None:
        made = Identity(
            "", self.pseudonym.text().strip(), self.name.text().strip(),
            self.contact.text().strip(), Terms(self.terms.currentData()), self.notes.text().strip(),
        )  # fmt: skip
        self.sealed.emit(made)

    def sealed_in(self) -> None:
        """It is in the vault: the fields are free again."""
        for made in (self.pseudonym, self.name, self.contact, self.notes):
            made.clear()


def _secret() -> QLineEdit:
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setAlignment(start_side())
    made.setMaxLength(500)
    return made
