"""The vault at the desk: opened with a passphrase, read while it is open, empty once it locks.

Nothing shown here outlives the lock: the fields and cards are cleared with it. Secrets leave this
form by signal only, and only towards the vault.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from deskeditor.domain.identities import Identity
from deskeditor.domain.sources import Terms
from deskeditor.ui.panels.sources.sealed_card import SealedCard
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.fields import field, text_area
from deskeditor.ui.widgets.labels import label, set_tone, start_side
from deskeditor.ui.widgets.layouts import clear, column, line, put, row

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
        self.pseudonym, self.name, self.contact = (QLineEdit() for _ in range(3))
        self.notes = text_area(2, rtl=True)
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
        for each in (self.pseudonym, self.name, self.contact):  # too long is refused, never cut
            each.setAlignment(start_side())
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

    def _card(self, each: Identity) -> SealedCard:
        card = SealedCard(self._look, each)
        card.inserted.connect(self.inserted)
        card.dropped.connect(self.dropped)
        return card

    def show_leaks(self, text: str) -> None:
        """What the open article gives away; nothing where the text is empty."""
        set_tone(self.leaks, "error" if text else "")
        self.leaks.setText(text)
        self.leaks.setVisible(bool(text))

    def forget(self) -> None:
        """Clear all that is secret."""
        for card in self.findChildren(SealedCard):
            card.forget()
        clear(self._cards)
        _empty(
            self.passphrase, self.first, self.again, self.pseudonym, self.name, self.contact,
            self.notes,
        )  # fmt: skip
        self.show_leaks("")

    # What a person does.

    def _create(self) -> None:
        first, again = self.first.text(), self.again.text()
        _empty(self.first, self.again)
        self.created.emit(first, again)

    def _unlock(self) -> None:
        given = self.passphrase.text()
        _empty(self.passphrase)
        if given:
            self.unlocked.emit(given)

    def _seal(self) -> None:
        made = Identity(
            "", self.pseudonym.text().strip(), self.name.text().strip(),
            self.contact.text().strip(), Terms(self.terms.currentData()),
            self.notes.toPlainText().strip(),
        )  # fmt: skip
        self.sealed.emit(made)

    def sealed_in(self) -> None:
        """It is in the vault: the fields are free again."""
        _empty(self.pseudonym, self.name, self.contact, self.notes)


def _empty(*fields: QLineEdit | QPlainTextEdit) -> None:
    """Empty them with all they remember: Ctrl+Z brings back what `clear` took out of a line."""
    for made in fields:
        if isinstance(made, QLineEdit):
            made.setText("")
        else:
            made.setPlainText("")


def _secret() -> QLineEdit:
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setAlignment(start_side())
    return made
