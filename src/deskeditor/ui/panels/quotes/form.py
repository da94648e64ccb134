"""The foot of the ledger: what is said of the chosen quotation, to be confirmed or mended."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton, QVBoxLayout, QWidget

from deskeditor.domain.ledger import fact_standing, facts_offered, signature_of
from deskeditor.domain.quotes import Channel, Fact, Quote, QuoteKind, Standing
from deskeditor.services.ledger import Facts, facts_of
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, icon_button, with_icon
from deskeditor.ui.widgets.fields import field
from deskeditor.ui.widgets.labels import key_label, label, start_side
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.wording import isolated, ltr

#: The keys that begin to mend a fact, and those that confirm it and nothing else, as the window's
#: actions have them at first.
KEYS: Mapping[Fact, str] = {
    Fact.SPEAKER: "F2", Fact.KIND: "Ctrl+F2", Fact.CHANNEL: "Shift+F2",
    Fact.CUE: "Alt+Shift+F2", Fact.RELAY: "Ctrl+Shift+F2",
}  # fmt: skip
CONFIRMING: Mapping[Fact, str] = {
    Fact.SPEAKER: "F12", Fact.KIND: "Ctrl+F12", Fact.CHANNEL: "Shift+F12",
    Fact.CUE: "Alt+Shift+F12", Fact.RELAY: "Ctrl+Shift+F12",
}  # fmt: skip
_ICONS: Mapping[Standing, tuple[str, str]] = {
    Standing.PROPOSED: ("unchecked", "ink2"), Standing.AGAIN: ("refresh", "check"),
    Standing.CONFIRMED: ("tick", "ok"),
}  # fmt: skip


class QuoteForm(QWidget):
    """Signals: `confirmed(Quote, Facts, Fact or None)`, with a fact where that alone is confirmed;
    `taken_back(Quote)`, `unmarked(Quote)` of a quotation that a person marked by hand,
    `history_asked(Quote)`.
    """

    confirmed = Signal(object, object, object)
    taken_back = Signal(object)
    unmarked = Signal(object)
    history_asked = Signal(object)

    def __init__(self, look: Look) -> None:
        """Nothing is chosen."""
        super().__init__()
        words = look.words
        self._look = look
        self._people: Mapping[str, str] = {}
        self._quote: Quote | None = None
        self._writable = False
        self.ticks: dict[Fact, QToolButton] = {
            fact: icon_button(look, "unchecked", "", partial(self.confirm, fact)) for fact in Fact
        }
        self.speaker, self.cue, self.relay = QLineEdit(), QLineEdit(), QLineEdit()
        self._lines = {Fact.SPEAKER: self.speaker, Fact.CUE: self.cue, Fact.RELAY: self.relay}
        for line in self._lines.values():
            line.setAlignment(start_side())
            line.setMaxLength(200)
            line.textEdited.connect(lambda _text: self._enable())
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
        for box in (self.kind, self.channel):
            box.activated.connect(lambda _index: self._enable())
        self.off = button(words("ledger.unmark"), self._unmark)
        self.past = button(words("ledger.history"), self._ask_history, look="flat")
        self._beside = put(QWidget(), column(
            self._field(Fact.CUE, self.cue), self._field(Fact.RELAY, self.relay), gap=8
        ))  # fmt: skip
        head = row(label(words("panels.quote_details"), "title"), "stretch", self.past)
        put(self, column(
            head, self._field(Fact.SPEAKER, self.speaker),
            row(self._field(Fact.KIND, self.kind), self._field(Fact.CHANNEL, self.channel), gap=4),
            self._beside,
            row(self.yes, key_label("F9"), "stretch", self.no, self.off), gap=8,
        ))  # fmt: skip
        self.hide()

    def _field(self, fact: Fact, widget: QWidget) -> QVBoxLayout:
        """A field, the key that mends it, and the tick that confirms it alone."""
        end = put(QWidget(), row(key_label(KEYS[fact]), self.ticks[fact], gap=4))
        return field(self._look.words(f"panels.{fact}"), widget, end)

    def know(self, people: Mapping[str, str]) -> None:
        """Names of people by login, for who confirmed what."""
        self._people = people

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
            for fact, line in self._lines.items():
                line.setText(getattr(said, fact) or "")
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
        said = {fact.value: line.text().strip() for fact, line in self._lines.items()}
        return Facts(kind=QuoteKind(kind), channel=channel and Channel(channel), **said)

    @property
    def changed(self) -> bool:
        """Whether the fields say something else than what stands."""
        return self._quote is not None and self.facts != facts_of(self._quote)

    def confirm(self, fact: Fact | None = None) -> None:
        """Stand behind what the fields say; behind one of them alone where it is named."""
        pressed = self.yes if fact is None else self.ticks[fact]
        if self._quote is not None and pressed.isEnabled():
            self.confirmed.emit(self._quote, self.facts, fact)

    def mend(self, fact: Fact = Fact.SPEAKER) -> None:
        """Begin to mend one fact: write in its field, or open the list of kinds or channels.

        Enter confirms what the fields say then.
        """
        if self._quote is None or not self._writable:
            return
        line = self._lines.get(fact)
        if line is not None:
            line.setFocus()
            line.selectAll()
            return
        box = self.kind if fact is Fact.KIND else self.channel
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
        for widget in (*self._lines.values(), self.kind, self.channel):
            widget.setEnabled(self._writable)
        self.yes.setEnabled(self._writable and named and (self.changed or not stands))
        self._mark(quote, named=named)
        self.no.setVisible(self._writable and quote.confirmation is not None)
        self.off.setVisible(self._writable and bool(quote.mark) and quote.confirmation is None)

    def _icon(self, standing: Standing) -> QIcon:
        """How a fact stands; what is confirmed needs no press and keeps its colour."""
        drawn = self._look.icons.pixmap(*_ICONS[standing], 18)
        made = QIcon(drawn)
        made.addPixmap(drawn, QIcon.Mode.Disabled)
        return made

    def _mark(self, quote: Quote, *, named: bool) -> None:
        """Each fact's tick: who stands behind it and when, or the key that confirms it."""
        words, said, now = self._look.words, self.facts, facts_of(quote)
        offered = facts_offered(said.kind)
        self._beside.setVisible(Fact.CUE in offered)
        for fact, tick in self.ticks.items():
            standing, signed = fact_standing(quote, fact), signature_of(quote, fact)
            changed = getattr(said, fact) != getattr(now, fact)
            shown = Standing.PROPOSED if changed else standing
            if shown is Standing.CONFIRMED and signed is not None:
                by = isolated(self._people.get(signed.by, signed.by))
                tip = words("panels.confirmed_by", by=by, when=words.when(signed.at))
            else:
                again = shown is Standing.AGAIN
                tip = words("panels.fact_again") if again else words("panels.fact_waits")
                tip = f"{tip} ({ltr(CONFIRMING[fact])})"
            name = words("panels.fact_said", fact=words(f"panels.{fact}"), said=tip)
            tick.setIcon(self._icon(shown))
            tick.setToolTip(name)
            tick.setAccessibleName(name)
            able = named if fact is Fact.SPEAKER else True
            waits = changed or standing is not Standing.CONFIRMED
            tick.setEnabled(self._writable and able and waits)
            tick.setVisible(fact in offered)
