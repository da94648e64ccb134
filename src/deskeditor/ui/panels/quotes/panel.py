"""The quotes panel: who said what, on what basis, by which channel, and how it stands to evidence.

The machine proposes: a speaker or verdict that nobody confirmed says so.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from deskeditor.domain.quotes import Quote, QuoteKind
from deskeditor.domain.sources import Source
from deskeditor.ui.desk import Report
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.chips import Chip, verdict_chip
from deskeditor.ui.widgets.labels import ElidedLabel, label, picture
from deskeditor.ui.widgets.layouts import clear, column, put, row
from deskeditor.ui.widgets.panel import Panel
from deskeditor.ui.widgets.segmented import Segmented
from deskeditor.ui.wording import isolated, ltr


class QuoteCard(Card):
    """One quotation of the ledger."""

    def __init__(self, look: Look, quote: Quote) -> None:
        """Speaker, basis and verdict over the words, the channel under them."""
        words = look.words
        name = quote.speaker.name if quote.speaker else words("panels.speaker_unknown")
        if quote.kind is not QuoteKind.SPEECH:
            name = words(f"panels.quote_kind_{quote.kind}")
        super().__init__(f"{name}: {quote.text}")
        self.quote = quote
        speech = quote.kind is QuoteKind.SPEECH
        if not speech:
            self._plain(look)
            return
        basis = (
            Chip(look, _basis_icon(quote), words(f"panels.basis_{quote.speaker.basis}"))
            if quote.speaker
            else Chip(look, "help", words("panels.basis_none"), tone="check")
        )
        changes = len(quote.comparison.changes) if quote.comparison else 0
        who = ElidedLabel(name, "title")
        top = row(who, basis, verdict_chip(look, quote.verdict, changes), gap=6)
        top.setStretch(0, 1)
        put(self, column(
            top, ElidedLabel(f"«{quote.text}»", "quote"), _origin(look, quote),
            margins=(11, 8, 11, 8), gap=4,
        ))  # fmt: skip

    def _plain(self, look: Look) -> None:
        """A name or a word used with reserve: nobody said it, so nothing is to be verified."""
        text = ElidedLabel(f"«{self.quote.text}»", "quote")
        kind = Chip(look, "quote", look.words(f"panels.quote_kind_{self.quote.kind}"))
        box = row(text, kind, margins=(11, 6, 11, 6))
        box.setStretch(0, 1)
        put(self, box)


def _basis_icon(quote: Quote) -> str:
    return "tick" if quote.speaker and quote.speaker.basis == "explicit" else "almost"


def _origin(look: Look, quote: Quote) -> QWidget:
    words = look.words
    said = []
    if quote.channel is not None:
        said.append(words(f"panels.channel_{quote.channel}"))
    if quote.cue is not None:
        said.append(words("panels.cue", cue=isolated(quote.cue.text)))
    if quote.relayed_by is not None:
        said.append(words("panels.relayed_by", by=isolated(quote.relayed_by.text)))
    made = QWidget()
    mark = picture(look.icons.pixmap("file", "ink2", 14), 14)
    text = label(" · ".join(said) or words("panels.channel_unknown"), "note", wrap=True)
    box = row(mark, text, gap=6)
    box.setStretch(1, 1)
    return put(made, box)


class QuotesPanel(Panel):
    """Signals: `quote_chosen(Quote)`, `source_chosen(Source)`."""

    quote_chosen = Signal(object)
    source_chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        """Says that nothing was looked for yet."""
        super().__init__(look, look.words("panels.quotes"))
        words = look.words
        self._parts = Segmented(
            (("quotes", words("panels.quotes_only")), ("sources", words("panels.sources_only"))),
            words("panels.quotes"),
        )
        self._parts.chosen.connect(self._turn)
        self._confirmed = label("", "note")
        self._quotes: QVBoxLayout = column(gap=8)
        self._sources: QVBoxLayout = column(gap=8)
        self._stack = QStackedWidget()
        for part in (self._quotes, self._sources):
            page = QWidget()
            put(page, column(part, "stretch"))
            self._stack.addWidget(page)
        self.body.addLayout(row(self._parts, "stretch", self._confirmed))
        self.body.addWidget(self._stack)
        self._cards: list[QuoteCard] = []
        self._shown: tuple[tuple[Quote, ...], tuple[Source, ...]] | None = None
        self.forget()

    def forget(self) -> None:
        """Another article: nothing was looked for yet."""
        self._shown = None
        self._cards = []
        for part in (self._quotes, self._sources):
            clear(part)
            part.addWidget(self.empty(self.look.words("panels.not_checked")))

    def show_report(self, report: Report) -> None:
        """Show the ledger and the sources."""
        wanted = (report.quotes, report.sources)
        if wanted == self._shown:
            return
        self._shown = wanted
        words = self.look.words
        self.set_count(len(report.quotes))
        self._parts.set_text("quotes", f"{words('panels.quotes_only')} {ltr(len(report.quotes))}")
        self._parts.set_text(
            "sources", f"{words('panels.sources_only')} {ltr(len(report.sources))}"
        )
        said = [quote for quote in report.quotes if quote.kind is QuoteKind.SPEECH]
        named = sum(quote.speaker is not None for quote in said)
        self._confirmed.setText(
            words("panels.speakers_known", known=ltr(named), whole=ltr(len(said)))
        )
        self._fill_quotes(report.quotes)
        self._fill_sources(report.sources)

    def _fill_quotes(self, quotes: tuple[Quote, ...]) -> None:
        clear(self._quotes)
        self._cards = []
        if not quotes:
            self._quotes.addWidget(self.empty(self.look.words("panels.no_quotes")))
        for quote in quotes:
            card = QuoteCard(self.look, quote)
            card.chosen.connect(lambda card=card: self._choose(card))
            self._cards.append(card)
            self._quotes.addWidget(card)

    def _fill_sources(self, sources: tuple[Source, ...]) -> None:
        clear(self._sources)
        if not sources:
            self._sources.addWidget(self.empty(self.look.words("panels.no_sources")))
        for source in sources:
            card = source_card(self.look, source)
            card.chosen.connect(lambda source=source: self.source_chosen.emit(source))
            self._sources.addWidget(card)

    def _choose(self, chosen: QuoteCard) -> None:
        for card in self._cards:
            card.set_current(card is chosen)
        self.quote_chosen.emit(chosen.quote)

    def _turn(self, part: str) -> None:
        self._stack.setCurrentIndex(0 if part == "quotes" else 1)


def source_card(look: Look, source: Source) -> Card:
    """One source: its name, what it is, on what terms, how often it is named."""
    words = look.words
    made = Card(source.name)
    kind = Chip(look, "people", words(f"panels.source_{source.kind}"))
    top = row(ElidedLabel(source.name, "title"), kind)
    top.setStretch(0, 1)
    count = len(source.mentions)
    said = [
        words(f"panels.terms_{source.terms}"),
        words("panels.mentions", n=count, count=ltr(count)),
    ]
    said += [isolated(part) for part in (source.title, source.affiliation) if part]
    put(
        made, column(top, label(" · ".join(said), "note", wrap=True), margins=(11, 8, 11, 8), gap=4)
    )
    return made
