"""The quotes panel: the ledger in reading order, the sources, the evidence.

The machine proposes: a speaker or verdict that nobody confirmed says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget

from deskeditor.domain.findings import Anchor
from deskeditor.domain.quotes import Evidence, Quote, QuoteKind, Standing, Twin, Verdict
from deskeditor.domain.review_gates import distinct
from deskeditor.domain.sources import Source, SourceKind
from deskeditor.ui.desk import Report
from deskeditor.ui.panels.quotes.attaching import AttachForm
from deskeditor.ui.panels.quotes.cards import EvidenceCard, QuoteCard, source_card
from deskeditor.ui.panels.quotes.form import QuoteForm
from deskeditor.ui.panels.quotes.history import QuoteSteps
from deskeditor.ui.panels.quotes.vouching import VouchForm
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.labels import label
from deskeditor.ui.widgets.layouts import clear, column, held, put, row
from deskeditor.ui.widgets.panel import Panel, foot, rule
from deskeditor.ui.widgets.segmented import Segmented
from deskeditor.ui.wording import ltr

if TYPE_CHECKING:
    from deskeditor.services.quote_history import Step

_PARTS = ("quotes", "sources", "evidence")
_ALL, _OPEN, _TWICE = "all", "open", "twice"
#: So many cards are made at first, and so many more as one scrolls down.
_AT_ONCE, _AT_A_TIME = 12, 4
_Shown = tuple[tuple[Quote, ...], tuple[Source, ...], tuple[Evidence, ...], tuple[Twin, ...]]


class QuotesPanel(Panel):
    """Signals: `quote_chosen(Quote)`, `source_chosen(Source)`, `evidence_chosen(Evidence)`,
    `evidence_off(Evidence)`, `register_asked(Source)`,
    `source_vouched(str, str)` with an unnamed source's name and the reason.
    """

    quote_chosen = Signal(object)
    source_chosen = Signal(object)
    evidence_chosen = Signal(object)
    evidence_off = Signal(object)
    register_asked = Signal(object)
    source_vouched = Signal(str, str)

    def __init__(self, look: Look) -> None:
        """Says that nothing was looked for yet."""
        super().__init__(look, look.words("panels.quotes"))
        words = look.words
        self._parts = Segmented(
            tuple((part, words(f"panels.{part}_only")) for part in _PARTS), words("panels.quotes")
        )
        self._parts.chosen.connect(self.turn)
        self._confirmed = label("", "note")
        self.filter = QComboBox()
        self.filter.setAccessibleName(words("panels.filter"))
        self.filter.activated.connect(lambda _index: self._fill_quotes())
        self.more = button(words("panels.evidence_add"), lambda: self.turn("evidence"))
        with_icon(self.more, look, "plus")
        self.head.addWidget(self.more)
        self.attach = AttachForm(look)
        self.form = QuoteForm(look)
        self._quotes: QVBoxLayout = column(gap=8)
        self._sources: QVBoxLayout = column(gap=8)
        self._evidence: QVBoxLayout = column(gap=8)
        self.steps = QuoteSteps(look)
        self.steps.closed.connect(lambda: self.turn("quotes"))
        self._compose()
        self._cards: list[QuoteCard] = []
        #: What every card was made with: the evidence, and people's names.
        self._known: tuple[Mapping[str, Evidence], Mapping[str, str]] = ({}, {})
        self._left: list[Quote] = []
        self._unfilled: tuple[Source, ...] | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(lambda: self._make(_AT_A_TIME))
        bar = self.area.verticalScrollBar()
        bar.valueChanged.connect(lambda _value: self._near_the_end())
        bar.rangeChanged.connect(lambda _low, _high: self._near_the_end())
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._into_sight)
        self._people: Mapping[str, str] = {}
        self._shown: _Shown | None = None
        self._twins: Mapping[Anchor, tuple[Twin, ...]] = {}
        self._writable = self._vouching = False
        self._awaited: tuple[str, ...] = ()
        self._chosen: Quote | None = None
        self.forget()

    def _compose(self) -> None:
        self._stack = QStackedWidget()
        over = row(self.filter, "stretch", self._confirmed)
        pages = (
            column(over, self._quotes, "stretch"),
            column(self._sources, "stretch"),
            column(self.attach, rule(), self._evidence, "stretch", gap=10),
            column(self.steps),
        )
        made = [put(QWidget(), inside) for inside in pages]
        for page in made:
            self._stack.addWidget(page)
        self._ledger = made[0]
        self.body.addLayout(row(self._parts, "stretch"))
        self.body.addWidget(self._stack)
        foot(self, column(self.form))
        self.foot.hide()

    def set_people(self, people: Mapping[str, str]) -> None:
        """Names by login."""
        self._people = people
        self.form.know(people)

    def set_writable(self, writable: bool) -> None:
        """Whether anything can be confirmed or attached."""
        self._writable = writable
        self.more.setEnabled(writable)
        self.attach.setVisible(writable)

    def set_vouching(self, vouching: bool, waiting: tuple[str, ...] = ()) -> None:
        """Whether who reads may approve sources without a name; `waiting` are the board's own."""
        self._vouching, self._awaited = vouching, waiting

    def forget(self) -> None:
        """Another article: nothing was looked for yet."""
        self._shown = self._chosen = None
        self._cards, self._left, self._unfilled = [], [], None
        self._confirmed.setText("")
        self.filter.hide()
        self.foot.hide()
        for part in (self._quotes, self._sources, self._evidence):
            clear(part)
            part.addWidget(self.empty(self.look.words("panels.not_checked")))

    def show_report(
        self,
        report: Report,
        evidence: tuple[Evidence, ...] = (),
        twins: tuple[Twin, ...] = (),
    ) -> None:
        """Show the ledger, the sources, the evidence, and other wordings of the quotations."""
        wanted = (report.quotes, report.sources, evidence, twins)
        if wanted == self._shown:
            return
        self._shown = wanted
        words = self.look.words
        self.set_count(len(report.quotes))
        for part, count in zip(_PARTS, map(len, wanted), strict=False):
            self._parts.set_text(part, f"{words(f'panels.{part}_only')} {ltr(count)}")
        stand = sum(quote.standing is Standing.CONFIRMED for quote in report.quotes)
        whole = ltr(len(report.quotes))
        self._confirmed.setText(words("panels.confirmed_of", done=ltr(stand), whole=whole))
        self._twins = twins_by_place(twins)
        self._fill_filter(report.quotes)
        self._fill_quotes()
        self._unfilled = report.sources
        if self._stack.currentIndex() == 1:
            self._fill_sources()
        self._fill_evidence(evidence)
        self._keep_chosen(report.quotes)

    # The quotations.

    def _fill_filter(self, quotes: tuple[Quote, ...]) -> None:
        words, before = self.look.words, self.filter.currentData()
        found = Counter(q.verdict for q in quotes if q.kind is QuoteKind.SPEECH)
        waiting = sum(quote.standing is not Standing.CONFIRMED for quote in quotes)
        self.filter.clear()
        self.filter.addItem(f"{words('panels.filter_all')} {ltr(len(quotes))}", _ALL)
        self.filter.addItem(f"{words('panels.filter_open')} {ltr(waiting)}", _OPEN)
        twice = sum(quote.anchor in self._twins for quote in quotes)
        if twice:
            self.filter.addItem(f"{words('ledger.filter_twice')} {ltr(twice)}", _TWICE)
        for verdict in Verdict:
            if found[verdict]:
                text = f"{words(f'panels.verdict_{verdict}')} {ltr(found[verdict])}"
                self.filter.addItem(text, verdict.value)
        self.filter.setCurrentIndex(max(0, self.filter.findData(before)))
        self.filter.setVisible(bool(quotes))

    def _fill_quotes(self) -> None:
        """Cards of those that the filter lets through, as far down as one looks.

        A card takes as long to make as ten keys to type: those of quotations that are as they
        were stay, and more are made when somebody comes near the last.
        """
        quotes, _, evidence, _ = self._shown if self._shown is not None else ((), (), (), ())
        wanted = self.filter.currentData() or _ALL
        listed = [quote for quote in quotes if self._passes(quote, wanted)]
        known = ({each.id: each for each in evidence}, self._people)
        with held(self._ledger):
            if not self._cards or known != self._known:
                clear(self._quotes)
                self._cards = []
            self._known = known
            now = max(_AT_ONCE, len(self._cards))
            self._left = listed[now:]
            self._stand(listed[:now])
            if not quotes:
                self._quotes.addWidget(self.empty(self.look.words("panels.no_quotes")))

    def _stand(self, quotes: list[Quote]) -> None:
        """Let there be just these cards, in this order."""
        kept = {(card.quote, card.twins): card for card in self._cards}
        self._cards = [
            kept.pop(name)
            if (name := (quote, self._twins_of(quote))) in kept
            else self._card(quote)
            for quote in quotes
        ]
        for card in kept.values():
            card.hide()
            self._quotes.removeWidget(card)
            card.deleteLater()
        for place, card in enumerate(self._cards):
            item = self._quotes.itemAt(place)
            if item is None or item.widget() is not card:
                self._quotes.insertWidget(place, card)
                card.show()

    def _card(self, quote: Quote) -> QuoteCard:
        card = QuoteCard(self.look, quote, *self._known, self._twins_of(quote))
        card.chosen.connect(lambda: self.choose(card.quote))
        return card

    def _make(self, count: int) -> None:
        """The next cards under those that are there."""
        with held(self._ledger):
            for quote in self._left[:count]:
                card = self._card(quote)
                self._cards.append(card)
                self._quotes.addWidget(card)
                card.show()
        del self._left[:count]

    def _near_the_end(self) -> None:
        """Somebody comes near the last card: make more."""
        bar = self.area.verticalScrollBar()
        if self._left and bar.maximum() - bar.value() < bar.pageStep():
            self._next.start()

    def _reach(self, quote: Quote) -> None:
        """Make cards down to that of one quotation."""
        if quote in self._left:
            self._make(self._left.index(quote) + 1)

    def _twins_of(self, quote: Quote) -> tuple[Twin, ...]:
        return self._twins.get(quote.anchor, ())

    def _passes(self, quote: Quote, wanted: str) -> bool:
        """Whether the filter lets a quotation through."""
        match wanted:
            case "all":
                return True
            case "open":
                return quote.standing is not Standing.CONFIRMED
            case "twice":
                return quote.anchor in self._twins
            case _:
                return quote.kind is QuoteKind.SPEECH and quote.verdict.value == wanted

    def _keep_chosen(self, quotes: tuple[Quote, ...]) -> None:
        """The chosen quotation stays chosen: the same place, or the same words elsewhere."""
        before = self._chosen
        if before is None:
            return
        here = [q for q in quotes if q.anchor.address == before.anchor.address]
        near = min(here, key=lambda q: abs(q.anchor.start - before.anchor.start), default=None)
        self._mark(next((q for q in here if q.text == before.text), near))

    def choose(self, quote: Quote) -> None:
        """Choose a quotation, as a press on its card does."""
        self._mark(quote)
        self.quote_chosen.emit(quote)

    def _mark(self, quote: Quote | None) -> None:
        self._chosen = quote
        if quote is not None:
            self._reach(quote)
        for card in self._cards:
            card.set_current(card.quote == quote)
        self.form.show_quote(quote, writable=self._writable)
        self.foot.setVisible(quote is not None and self._stack.currentIndex() == 0)
        self._soon.start()

    def _into_sight(self) -> None:
        """Bring the chosen card into sight, once the new cards have their places."""
        card = next((card for card in self._cards if card.quote == self._chosen), None)
        if card is not None:
            # New cards ask for their places by an event: without it the old ones are asked where.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self.area.ensureWidgetVisible(card, 0, 40)

    @property
    def chosen(self) -> Quote | None:
        """The quotation one is at."""
        return self._chosen

    def step(self, by: int) -> None:
        """The next or the previous quotation that is shown."""
        quotes = [card.quote for card in self._cards] + self._left
        if not quotes:
            return
        self.turn("quotes")
        now = quotes.index(self._chosen) if self._chosen in quotes else None
        place = (0 if by > 0 else len(quotes) - 1) if now is None else (now + by) % len(quotes)
        self._reach(quotes[place])
        self._cards[place].setFocus()
        self.choose(quotes[place])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk the ledger."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        by = steps.get(Qt.Key(event.key()))
        if by is not None and self._stack.currentIndex() == 0:
            self.step(by)
            return
        super().keyPressEvent(event)

    # Sources and evidence.

    def _fill_sources(self) -> None:
        """The sources, once somebody looks at them."""
        sources, self._unfilled = self._unfilled, None
        if sources is None:
            return
        clear(self._sources)
        if not sources:
            self._sources.addWidget(self.empty(self.look.words("panels.no_sources")))
        for source in sources:
            card = source_card(self.look, source, partial(self.register_asked.emit, source))
            card.chosen.connect(lambda source=source: self.source_chosen.emit(source))
            self._sources.addWidget(card)
            if self._vouching and source.kind is SourceKind.ANONYMOUS:
                self._add_form(source.name)
        if self._vouching:
            # The author's desk may have read a name that this one does not: it waits all the same.
            read = [s.name for s in sources if s.kind is SourceKind.ANONYMOUS]
            for name in distinct((*read, *self._awaited))[len(distinct(read)) :]:
                self._add_form(name)

    def _add_form(self, name: str) -> None:
        form = VouchForm(self.look, name)
        form.vouched.connect(self.source_vouched)
        self._sources.addWidget(form)

    def _fill_evidence(self, evidence: tuple[Evidence, ...]) -> None:
        clear(self._evidence)
        if not evidence:
            self._evidence.addWidget(self.empty(self.look.words("panels.no_evidence")))
        for each in evidence:
            card = EvidenceCard(self.look, each, self._people, writable=self._writable)
            card.chosen.connect(lambda each=each: self.evidence_chosen.emit(each))
            card.taken_off.connect(lambda each=each: self.evidence_off.emit(each))
            self._evidence.addWidget(card)

    def show_history(self, quote: Quote) -> None:
        """Turn to the history of a quotation, which is on its way."""
        self.steps.begin(quote)
        self._stack.setCurrentIndex(len(_PARTS))
        self.foot.hide()
        self.area.verticalScrollBar().setValue(0)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """What happened to the quotation whose history is shown."""
        self.steps.show_steps(steps, self._people)

    def turn(self, part: str) -> None:
        """Show quotations, sources or evidence."""
        self._parts.choose(part)
        self._stack.setCurrentIndex(_PARTS.index(part))
        if part == "sources":
            self._fill_sources()
        self.foot.setVisible(part == "quotes" and self._chosen is not None)


def twins_by_place(twins: tuple[Twin, ...]) -> Mapping[Anchor, tuple[Twin, ...]]:
    """Other wordings by where their quotation stands."""
    found: dict[Anchor, tuple[Twin, ...]] = {}
    for twin in twins:
        found[twin.quote] = (*found.get(twin.quote, ()), twin)
    return found
