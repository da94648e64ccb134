"""The foot of the ledger: what is said of the chosen quotation, to be confirmed or mended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from deskeditor.domain.quotes import Channel, Quote, QuoteKind, Standing
from deskeditor.services.ledger import Facts, facts_of
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.fields import field
from deskeditor.ui.widgets.labels import key_label, label, start_side
from deskeditor.ui.widgets.layouts import column, put, row

Fact = Literal["speaker", "kind", "channel"]
#: The keys that begin to mend a fact, as the window's actions have them at first.
KEYS: Mapping[Fact, str] = {"speaker": "F2", "kind": "Ctrl+F2", "channel": "Shift+F2"}


class QuoteForm(QWidget):
    """Signals: `confirmed(Quote, Facts)`, `taken_back(Quote)`, `unmarked(Quote)` of a quotation
    that a person marked by hand, `history_asked(Quote)`.
    """

    confirmed = Signal(object, object)
    taken_back = Signal(object)
    unmarked = Signal(object)
    history_asked = Signal(object)

    def __init__(self, look: Look) -> None:
        """Nothing is chosen."""
        super().__init__()
        words = look.words
        self._quote: Quote | None = None
        self._writable = False
        self.speaker = QLineEdit()
        self.speaker.setAlignment(start_side())
        self.speaker.setMaxLength(200)
        self.kind = QComboBox()
        for kind in QuoteKind:
            self.kind.addItem(words(f"panels.quote_kind_{kind}"), kind)
        self.channel = QComboBox()
        self.channel.addItem(words("panels.channel_unknown"), None)
        for channel in Channel:
            self.channel.addItem(words(f"panels.channel_{channel}"), channel)
        self.yes = button(words("panels.confirm"), self.confirm, look="filled")
        with_icon(self.yes, look, "tick", "on_accent")
        self.no = button(words("panels.take_back_confirmation"), self._take_back)
        self.speaker.textEdited.connect(lambda _text: self._enable())
        for box in (self.kind, self.channel):
            box.activated.connect(lambda _index: self._enable())
        self.off = button(words("ledger.unmark"), self._unmark)
        self.past = button(words("ledger.history"), self._ask_history, look="flat")
        head = row(label(words("panels.quote_details"), "title"), "stretch", self.past)
        put(self, column(
            head, field(words("panels.speaker"), self.speaker, key_label(KEYS["speaker"])),
            row(field(words("panels.kind"), self.kind, key_label(KEYS["kind"])),
                field(words("panels.channel"), self.channel, key_label(KEYS["channel"])), gap=10),
            row(self.yes, key_label("F9"), "stretch", self.no, self.off), gap=8,
        ))  # fmt: skip
        self.hide()

    @property
    def quote(self) -> Quote | None:
        """The quotation that is shown."""
        return self._quote

    def show_quote(self, quote: Quote | None, *, writable: bool) -> None:
        """Fill the fields; what a person is typing about the same words stays."""
        same = self._quote is not None and quote is not None and self._same(self._quote, quote)
        self._quote, self._writable = quote, writable
        self.setVisible(quote is not None)
        if quote is not None and not (same and self.changed):
            said = facts_of(quote)
            self.speaker.setText(said.speaker)
            self.kind.setCurrentIndex(self.kind.findData(said.kind))
            self.channel.setCurrentIndex(self.channel.findData(said.channel))
        self._enable()

    @staticmethod
    def _same(one: Quote, other: Quote) -> bool:
        return one.text == other.text and one.anchor.address == other.anchor.address

    @property
    def facts(self) -> Facts:
        """What the fields say."""
        kind, channel = self.kind.currentData(), self.channel.currentData()
        return Facts(self.speaker.text().strip(), QuoteKind(kind), channel and Channel(channel))

    @property
    def changed(self) -> bool:
        """Whether the fields say something else than what stands."""
        return self._quote is not None and self.facts != facts_of(self._quote)

    def confirm(self) -> None:
        """Stand behind what the fields say."""
        if self._quote is not None and self.yes.isEnabled():
            self.confirmed.emit(self._quote, self.facts)

    def mend(self, fact: Fact = "speaker") -> None:
        """Begin to mend one fact: write who spoke, or open the list of kinds or channels.

        Enter confirms what the fields say then.
        """
        if self._quote is None or not self._writable:
            return
        if fact == "speaker":
            self.speaker.setFocus()
            self.speaker.selectAll()
            return
        box = self.kind if fact == "kind" else self.channel
        box.setFocus()
        box.showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter confirms, in every field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm()
            return
        super().keyPressEvent(event)

    def _unmark(self) -> None:
        if self._quote is not None:
            self.unmarked.emit(self._quote)

    def _ask_history(self) -> None:
        if self._quote is not None:
            self.history_asked.emit(self._quote)

    def _take_back(self) -> None:
        if self._quote is not None:
            self.taken_back.emit(self._quote)

    def _enable(self) -> None:
        quote = self._quote
        if quote is None:
            return
        stands = quote.standing is Standing.CONFIRMED
        named = bool(self.speaker.text().strip()) or self.kind.currentData() != QuoteKind.SPEECH
        for widget in (self.speaker, self.kind, self.channel):
            widget.setEnabled(self._writable)
        self.yes.setEnabled(self._writable and named and (self.changed or not stands))
        self.no.setVisible(self._writable and quote.confirmation is not None)
        self.off.setVisible(self._writable and bool(quote.mark) and quote.confirmation is None)
