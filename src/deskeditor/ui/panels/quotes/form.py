"""The foot of the ledger: what is said of the chosen quotation, to be confirmed or mended."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from deskeditor.domain.quotes import Channel, Quote, QuoteKind, Standing
from deskeditor.services.ledger import Facts, facts_of
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.fields import field
from deskeditor.ui.widgets.labels import key_label, label, start_side
from deskeditor.ui.widgets.layouts import column, put, row


class QuoteForm(QWidget):
    """Signals: `confirmed(Quote, Facts)`, `taken_back(Quote)`."""

    confirmed = Signal(object, object)
    taken_back = Signal(object)

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
        self.speaker.returnPressed.connect(self.confirm)
        self.speaker.textEdited.connect(lambda _text: self._enable())
        for box in (self.kind, self.channel):
            box.activated.connect(lambda _index: self._enable())
        head = row(label(words("panels.quote_details"), "title"), "stretch", key_label("F2"))
        put(self, column(
            head, field(words("panels.speaker"), self.speaker),
            row(field(words("panels.kind"), self.kind),
                field(words("panels.channel"), self.channel), gap=10),
            row(self.yes, key_label("F9"), "stretch", self.no), gap=8,
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

    def mend(self) -> None:
        """Begin to write who spoke."""
        if self._quote is not None and self._writable:
            self.speaker.setFocus()
            self.speaker.selectAll()

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
