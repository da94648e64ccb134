"""The compare pane under the article: the quotation beside its evidence, and what differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from deskeditor.domain.quotes import (
    Evidence,
    EvidenceKind,
    Quote,
    Ruling,
    Standing,
    Twin,
    Verdict,
)
from deskeditor.services.ledger import verdicts
from deskeditor.ui.panels.quotes.cards import ICONS, name_of, twin_said
from deskeditor.ui.panels.quotes.differing import (
    effect_of,
    evidence_pieces,
    loud_first,
    quoted_pieces,
    replacement,
    whole_pieces,
)
from deskeditor.ui.panels.quotes.side import CompareSide
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, icon_button
from deskeditor.ui.widgets.chips import Chip, verdict_chip
from deskeditor.ui.widgets.labels import label, picture
from deskeditor.ui.widgets.layouts import clear, column, put, row
from deskeditor.ui.wording import Words, isolated, ltr


class ComparePane(QFrame):
    """Signals: `replaced(Quote, str)`, `ruled(Quote, Verdict, str)`, `closed()`,
    `picture_asked(Evidence)` where a picture is looked at; `page_asked(Evidence, object, int)`
    where a page of a PDF is: the one a code point of its words stands on, or that of a number.
    """

    picture_asked = Signal(object)
    page_asked = Signal(object, object, int)
    replaced = Signal(object, str)
    ruled = Signal(object, object, str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        """Hidden until a quotation is compared."""
        super().__init__()
        self.setObjectName("compare")
        self.look = look
        words = look.words
        self.setAccessibleName(words("panels.compare"))
        self.quote: Quote | None = None
        self._evidence: Mapping[str, Evidence] = {}
        self._paragraph, self._writable = 0, False
        self._looked_at = ""
        self._leaf: Evidence | None = None
        self._page_number, self._page_image, self._page_at = 0, QImage(), 0.0
        self._as_page = False
        #: What the fields of the verdict were filled for: the quotation, its ruling, the verdict.
        self._asked: tuple[Quote, Ruling | None] | None = None
        self._proposed: Verdict | None = None
        self._head = row(gap=8)
        self._twins: tuple[Twin, ...] = ()
        self.against = QComboBox()
        self.against.setAccessibleName(words("ledger.against"))
        self.against.activated.connect(lambda _index: self._turn())
        self.article = CompareSide(look, words("panels.in_article"))
        self.held = CompareSide(look, words("panels.in_evidence"))
        self.held.page.clicked.connect(lambda _checked=False: self._turn_page())
        self.held.before.clicked.connect(lambda _checked=False: self._leaf_through(-1))
        self.held.after.clicked.connect(lambda _checked=False: self._leaf_through(1))
        self._differences = QGridLayout()
        self._differences.setContentsMargins(2, 2, 2, 2)
        self._differences.setVerticalSpacing(6)
        self._differences.setHorizontalSpacing(12)
        self._table = QScrollArea()
        self._build_table()
        self.note = QLineEdit()
        self.note.setMaxLength(300)
        self.verdict = QComboBox()
        self.verdict.setAccessibleName(words("panels.verdict"))
        self.verdict.activated.connect(lambda _index: self._ask_note())
        self.put_text = button(words("panels.put_evidence"), self._replace, look="filled")
        self.yes = button(words("panels.rule"), self._rule)
        self._compose()
        self.hide()

    def _build_table(self) -> None:
        inside = QWidget()
        put(inside, column(self._differences, "stretch"))
        self._table.setWidget(inside)
        self._table.setWidgetResizable(True)

    def _compose(self) -> None:
        sides = row(self.article, self.held, gap=10)
        sides.setStretch(0, 1)
        sides.setStretch(1, 1)
        acts = row(self.put_text, "stretch", self.verdict, self.note, self.yes, gap=8)
        acts.setStretch(3, 1)
        close = icon_button(
            self.look, "close", self.look.words("panels.compare_close"), self.closed.emit
        )
        self._over = row(self._head, self.against, close, gap=8)
        self._over.setStretch(0, 1)
        made: QVBoxLayout = column(
            self._over, sides, self._table, acts, margins=(0, 8, 0, 10), gap=8
        )
        made.setStretch(1, 3)
        made.setStretch(2, 2)
        put(self, made)

    def show_quote(
        self,
        quote: Quote,
        evidence: tuple[Evidence, ...],
        *,
        paragraph: int,
        writable: bool,
        twins: tuple[Twin, ...] = (),
    ) -> None:
        """Compare a quotation; `paragraph` is where it stands, counted from 1 (0: the header).

        Where it is said in other words elsewhere (`twins`), one may turn from the evidence to them;
        without evidence the first of them is shown.
        """
        same = self.quote is not None and self.quote.anchor.address == quote.anchor.address
        turned = self.against.currentData() if same else None
        self.quote, self._twins, self._paragraph = quote, twins, paragraph
        self._evidence = {each.id: each for each in evidence}
        self._writable = writable
        self._fill_against(quote, turned)
        self._turn()
        self.show()

    def _fill_against(self, quote: Quote, turned: object) -> None:
        self.against.clear()
        self.against.addItem(self.look.words("panels.compare"), None)
        for number, twin in enumerate(self._twins):
            self.against.addItem(twin_said(self.look.words, twin), number)
        known = isinstance(turned, int) and turned < len(self._twins)
        first = 1 if self._twins and quote.comparison is None and not self._evidence else 0
        self.against.setCurrentIndex(turned + 1 if known and isinstance(turned, int) else first)
        self.against.setVisible(bool(self._twins))

    def _turn(self) -> None:
        """Show the quotation beside what was turned to: its evidence, or another wording."""
        quote, number = self.quote, self.against.currentData()
        if quote is None:
            return
        words, evidence = self.look.words, tuple(self._evidence.values())
        where = words("panels.paragraph", n=ltr(self._paragraph)) if self._paragraph else ""
        if isinstance(number, int):
            twin = self._twins[number]
            quote = replace(quote, comparison=twin.comparison)
            self._fill_twin(words, twin)
        else:
            self._fill_head(words, quote)
            self._fill_evidence(words, quote, evidence)
        pieces = quoted_pieces(quote, words("panels.missing"))
        self.article.show("pencil", where, pieces)
        there = "panels.said_there" if number is None else "ledger.said_otherwise"
        self._fill_differences(words, quote, words(there))
        acting = self._writable and not isinstance(number, int)
        self._fill_acts(quote, evidence, writable=acting)

    def _fill_twin(self, words: Words, twin: Twin) -> None:
        """Another wording beside the quotation; neither is the evidence."""
        clear(self._head)
        chip = Chip(self.look, "swap", words("ledger.two_wordings"), tone="check")
        for part in (label(words("ledger.against_wording"), "title"), chip):
            self._head.addWidget(part)
        self._head.addStretch(1)
        self.held.title.setText(words("ledger.other_wording"))
        other = Evidence("", "", "", "", datetime.fromtimestamp(0, UTC), text=twin.text)
        pieces = evidence_pieces(twin.comparison, other)
        self.held.show("swap", f"{isolated(twin.speaker)} · {twin_said(words, twin)}", pieces)

    def _fill_head(self, words: Words, quote: Quote) -> None:
        clear(self._head)
        changes = len(quote.comparison.changes) if quote.comparison else 0
        standing = words("panels.ruled_by") if quote.ruled else words("panels.proposed_verdict")
        item = quote.confirmation
        if quote.ruled and item is not None and item.ruling is not None:
            standing = words("panels.ruled_on", when=words.when(item.ruling.at))
        if quote.standing is Standing.AGAIN:
            standing = words("panels.confirm_again")
        for part in (
            label(words("panels.compare"), "title"),
            verdict_chip(self.look, quote.verdict, changes), label(standing, "note"),
        ):  # fmt: skip
            self._head.addWidget(part)
        self._head.addStretch(1)

    def _fill_evidence(self, words: Words, quote: Quote, evidence: tuple[Evidence, ...]) -> None:
        self.held.title.setText(words("panels.in_evidence"))
        self._looked_at = ""
        self._no_page()
        held = quote.comparison
        known = self._evidence.get(held.evidence) if held is not None else None
        if held is not None and known is not None:
            icon = ICONS.get(known.kind, "file")
            self.held.show(icon, name_of(known), evidence_pieces(held, known))
            self._ask_page(known, held.start)
            return
        readable = [each for each in evidence if each.text]
        if readable:
            where = f"{words('panels.not_in_evidence')} · {isolated(name_of(readable[0]))}"
            self.held.show("search", where, whole_pieces(readable[0]))
            return
        key = "panels.evidence_unread" if evidence else "panels.no_evidence"
        item = quote.confirmation.ruling if quote.confirmation and quote.ruled else None
        ruled_on = self._evidence.get(item.evidence) if item is not None else None
        unread = ruled_on or (evidence[0] if evidence else None)
        self.held.show("hint", name_of(unread) if unread else "", ())
        self.held.passage.show_hint(words(key))
        if unread is not None and unread.kind is EvidenceKind.PDF:
            self._ask_page(unread, None)
            return
        seen = unread if unread is not None and unread.kind is EvidenceKind.IMAGE else None
        seen = seen or next((e for e in evidence if e.kind is EvidenceKind.IMAGE), None)
        self._looked_at = seen.id if seen is not None else ""
        if seen is not None:
            self.held.where.set_text(name_of(seen))
            self.picture_asked.emit(seen)

    def _no_page(self) -> None:
        """No page is looked at."""
        self._leaf, self._page_image = None, QImage()
        for part in (self.held.before, self.held.page, self.held.after):
            part.hide()

    def _ask_page(self, evidence: Evidence, place: int | None) -> None:
        """Ask for the page the quotation stands on; the first where none is known."""
        if evidence.kind is EvidenceKind.PDF and evidence.unreadable in ("", "scanned"):
            self._leaf = evidence
            self.page_asked.emit(evidence, place, 1)

    def _leaf_through(self, by: int) -> None:
        if self._leaf is not None:
            self._as_page = True
            self.page_asked.emit(self._leaf, None, self._page_number + by)

    def show_page(self, evidence: str, number: int, of: int, at: float, image: QImage) -> None:
        """The page that was asked for, where its file is still looked at: beside the quotation
        where a page is looked at, else only its number.
        """
        if self._leaf is None or self._leaf.id != evidence or image.isNull():
            return
        words = self.look.words
        self._page_number, self._page_image, self._page_at = number, image, at
        where = words("ledger.page_of", n=ltr(number), of=ltr(of))
        self.held.where.set_text(f"{where} · {isolated(name_of(self._leaf))}")
        self.held.page.show()
        self.held.before.setVisible(of > 1)
        self.held.after.setVisible(of > 1)
        self.held.before.setEnabled(number > 1)
        self.held.after.setEnabled(number < of)
        self._fill_page()

    def _turn_page(self) -> None:
        self._as_page = not self._as_page
        self._fill_page()

    def _fill_page(self) -> None:
        """The page or the words, and the button that turns to the other."""
        words = self.look.words
        readable = self._leaf is not None and bool(self._leaf.text)
        shown = self._as_page or not readable
        self.held.show_picture(self._page_image if shown else None, at=self._page_at)
        self.held.page.setText(words("ledger.page_words" if shown else "ledger.page_show"))
        self.held.page.setVisible(readable)

    def show_picture(self, evidence: str, image: QImage) -> None:
        """The pixels of the picture that was asked for, where it is still looked at."""
        if evidence == self._looked_at and not image.isNull():
            self.held.mark.setPixmap(self.look.icons.pixmap("image", "ink2", 16))
            self.held.show_picture(image)

    def _fill_differences(self, words: Words, quote: Quote, there: str) -> None:
        clear(self._differences)
        changes = loud_first(quote.comparison.changes) if quote.comparison else ()
        self._table.setVisible(bool(changes))
        heads = ("#", words("panels.said_here"), "", there,
                 words("panels.effect"))  # fmt: skip
        for place, text in enumerate(heads if changes else ()):
            self._differences.addWidget(label(text, "note"), 0, place)
        for number, change in enumerate(changes, start=1):
            missing = words("panels.missing")
            quoted = change.quoted or missing
            evidenced = change.evidenced or missing
            unequal = picture(self.look.icons.pixmap("notequal", "ink2", 14), 14)
            effect = label(
                words(f"panels.{effect_of(change)}"), tone="error" if change.loud else ""
            )
            cells = (
                label(ltr(number), "note"), label(isolated(quoted), "word", tone="error"), unequal,
                label(isolated(evidenced), "word", tone="ok"), effect,
            )  # fmt: skip
            for place, cell in enumerate(cells):
                self._differences.addWidget(cell, number, place)
        for place, stretch in enumerate((0, 3, 0, 3, 3)):
            self._differences.setColumnStretch(place, stretch)

    def _fill_acts(self, quote: Quote, evidence: tuple[Evidence, ...], *, writable: bool) -> None:
        known = self._evidence.get(quote.comparison.evidence) if quote.comparison else None
        better = replacement(quote, known)
        self.put_text.setVisible(writable and better is not None)
        allowed = verdicts(quote, evidence)
        ruling = quote.confirmation.ruling if quote.confirmation and quote.ruled else None
        asked, self._asked = self._asked, (quote, ruling)
        same = asked is not None and asked[1] == ruling and _is_same(asked[0], quote)
        if not same:
            self.note.setText(ruling.note if ruling is not None else "")
        self._offer(allowed, ruling.verdict if ruling is not None else None, same=same)
        for part in (self.verdict, self.note, self.yes):
            part.setVisible(writable and bool(allowed))
        self._ask_note()

    def _offer(self, allowed: Sequence[Verdict], ruled: Verdict | None, *, same: bool) -> None:
        """These verdicts, with the one ruled or else proposed; of the `same` quotation, with what
        was chosen from them.
        """
        chosen = self.verdict.currentData()
        mine = same and chosen in allowed and chosen != self._proposed
        self._proposed = ruled if ruled in allowed else next(iter(allowed), None)
        offered = [self.verdict.itemData(place) for place in range(self.verdict.count())]
        if offered != list(allowed):
            self.verdict.clear()
            for verdict in allowed:
                self.verdict.addItem(self.look.words(f"panels.verdict_{verdict}"), verdict)
        self.verdict.setCurrentIndex(
            max(0, self.verdict.findData(chosen if mine else self._proposed))
        )

    def _ask_note(self) -> None:
        """Who translated, or why it stays as it is: the field says what it asks."""
        translated = self.verdict.currentData() == Verdict.TRANSLATED
        key = "panels.rule_translator" if translated else "panels.rule_note"
        text = self.look.words(key)
        self.note.setAccessibleName(text)
        self.note.setPlaceholderText(text)

    def _replace(self) -> None:
        quote = self.quote
        if quote is None or quote.comparison is None:
            return
        better = replacement(quote, self._evidence.get(quote.comparison.evidence))
        if better is not None:
            self.replaced.emit(quote, better)

    def _rule(self) -> None:
        verdict = self.verdict.currentData()
        if self.quote is not None and verdict is not None:
            self.ruled.emit(self.quote, Verdict(verdict), self.note.text())


def _is_same(one: Quote, other: Quote) -> bool:
    """Whether it is one quotation: one entry of the ledger, else one text in one place."""
    if one.confirmation is not None and other.confirmation is not None:
        return one.confirmation.id == other.confirmation.id
    return (one.anchor.address, one.text) == (other.anchor.address, other.text)
