"""Cards of the ledger: a quotation, a source, a piece of evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from deskeditor.domain.ledger import fact_standing, facts_needed
from deskeditor.domain.quotes import Evidence, EvidenceKind, Quote, QuoteKind, Standing, Twin
from deskeditor.domain.sources import Source
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import icon_button
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.chips import Chip, verdict_chip
from deskeditor.ui.widgets.labels import ElidedLabel, label, picture
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.wording import Words, isolated, ltr

#: Other wordings a card names; the compare pane has them all.
MOST_TWINS = 2
#: Kind of evidence → icon.
ICONS: Mapping[EvidenceKind, str] = {
    EvidenceKind.PASTED: "note",
    EvidenceKind.LINK: "link",
    EvidenceKind.HTML: "globe",
    EvidenceKind.IMAGE: "image",
    EvidenceKind.AUDIO: "wave",
}


def name_of(evidence: Evidence) -> str:
    """What a piece of evidence is called: where it is from, else its name, and its time."""
    named = evidence.origin or evidence.name
    return named if not evidence.timecode else f"{named} · {ltr(evidence.timecode)}"


def standing_of(words: Words, quote: Quote, people: Mapping[str, str]) -> str:
    """Who stands behind a quotation, or that nobody does."""
    item = quote.confirmation
    if quote.standing is Standing.AGAIN:
        return words("panels.confirm_again")
    if item is None or quote.standing is Standing.PROPOSED:
        return words("panels.confirm_waits")
    if quote.standing is Standing.PARTLY:
        needed = facts_needed(quote.kind)
        left = [fact for fact in needed if fact_standing(quote, fact) is not Standing.CONFIRMED]
        return words("panels.facts_wait", facts=words.listed(words(f"panels.{f}") for f in left))
    by = isolated(people.get(item.by, item.by))
    return words("panels.confirmed_by", by=by, when=words.when(item.at))


def twin_said(words: Words, twin: Twin) -> str:
    """Where another wording stands: here by which channel, or in which article."""
    channel = words(f"panels.channel_{twin.channel}") if twin.channel else ""
    if twin.article:
        title = twin.title or words("window.untitled")
        return words("ledger.twin_there", title=isolated(title))
    return words("ledger.twin_here_by", channel=channel) if channel else words("ledger.twin_here")


class QuoteCard(Card):
    """One quotation of the ledger."""

    def __init__(
        self,
        look: Look,
        quote: Quote,
        evidence: Mapping[str, Evidence],
        people: Mapping[str, str],
        twins: tuple[Twin, ...] = (),
    ) -> None:
        """Speaker, basis and verdict over the words; channel, evidence and standing under them;
        last where else the same is said in other words.
        """
        words = look.words
        speech = quote.kind is QuoteKind.SPEECH
        name = quote.speaker.name if quote.speaker else words("panels.speaker_unknown")
        if not speech:
            name = words(f"panels.quote_kind_{quote.kind}")
        verdict = words(f"panels.verdict_{quote.verdict}") if speech else ""
        standing = standing_of(words, quote, people)
        super().__init__(f"{name}: {quote.text}. {verdict}. {standing}")
        self.quote = quote
        self._look = look
        self._evidence, self._people, self.twins = evidence, people, twins
        if speech:
            self._speech(name)
        else:
            self._plain()

    def _speech(self, name: str) -> None:
        look, quote = self._look, self.quote
        changes = len(quote.comparison.changes) if quote.comparison else 0
        who = ElidedLabel(name, "title")
        top = row(who, verdict_chip(look, quote.verdict, changes), gap=6)
        top.setStretch(0, 1)
        under = row(self._standing(), self._basis(), gap=6)
        under.setStretch(0, 1)
        put(self, column(
            top, ElidedLabel(f"«{quote.text}»", "quote"), self._origin(), under,
            *(_line(look, "swap", twin_said(look.words, twin), tone="check")
              for twin in self.twins[:MOST_TWINS]),
            margins=(11, 8, 11, 8), gap=3,
        ))  # fmt: skip

    def _basis(self) -> Chip:
        words, quote = self._look.words, self.quote
        if quote.standing is Standing.CONFIRMED:
            return Chip(self._look, "tick", words("panels.basis_confirmed"), tone="ok")
        if quote.speaker is None:
            return Chip(self._look, "help", words("panels.basis_none"), tone="check")
        icon = "quote" if quote.speaker.basis == "explicit" else "almost"
        return Chip(self._look, icon, words(f"panels.basis_{quote.speaker.basis}"))

    def _plain(self) -> None:
        """A name or a word used with reserve: nobody said it, so nothing is to be verified."""
        text = ElidedLabel(f"«{self.quote.text}»", "quote")
        kind = Chip(self._look, "quote", self._look.words(f"panels.quote_kind_{self.quote.kind}"))
        box = row(text, kind, margins=(11, 6, 11, 6))
        box.setStretch(0, 1)
        put(self, box)

    def _origin(self) -> QWidget:
        """Channel, word of saying, who relayed it, and the evidence it stands in."""
        words, quote = self._look.words, self.quote
        said = []
        if quote.channel is not None:
            said.append(words(f"panels.channel_{quote.channel}"))
        if quote.cue is not None:
            said.append(words("panels.cue_said", cue=isolated(quote.cue.text)))
        if quote.relayed_by is not None:
            said.append(words("panels.relayed_by", by=isolated(quote.relayed_by.text)))
        held = self._held()
        if held is not None:
            said.append(isolated(name_of(held)))
        icon = ICONS.get(held.kind, "file") if held is not None else "file"
        return _line(self._look, icon, words.listed(said) or words("panels.channel_unknown"))

    def _held(self) -> Evidence | None:
        item, held = self.quote.confirmation, self.quote.comparison
        ruling = item.ruling if item is not None and self.quote.ruled else None
        known = ruling.evidence if ruling is not None else held.evidence if held else ""
        return self._evidence.get(known)

    def _standing(self) -> QWidget:
        again = self.quote.standing is Standing.AGAIN
        icon = {Standing.CONFIRMED: "tick", Standing.AGAIN: "refresh"}.get(
            self.quote.standing, "unchecked"
        )
        said = standing_of(self._look.words, self.quote, self._people)
        return _line(self._look, icon, said, tone="check" if again else "")


def _line(look: Look, icon: str, text: str, *, tone: str = "") -> QWidget:
    made = QWidget()
    mark = picture(look.icons.pixmap(icon, tone or "ink2", 14), 14)
    said = label(text, "note", tone=tone, wrap=True)
    box = row(mark, said, gap=6)
    box.setStretch(1, 1)
    return put(made, box)


class EvidenceCard(Card):
    """One piece of evidence. Emits `taken_off`."""

    taken_off = Signal()

    def __init__(
        self, look: Look, evidence: Evidence, people: Mapping[str, str], *, writable: bool
    ) -> None:
        """What it is, whether it can be searched, who brought it and when; its first words."""
        words = look.words
        super().__init__(name_of(evidence))
        self.evidence = evidence
        kind = words(f"panels.evidence_{evidence.kind}")
        title = ElidedLabel(name_of(evidence), "title")
        mark = picture(look.icons.pixmap(ICONS.get(evidence.kind, "file"), "ink2", 18), 18)
        top = row(mark, title, gap=8)
        top.setStretch(1, 1)
        if writable:
            off = icon_button(look, "close", words("panels.evidence_off"), self.taken_off.emit)
            top.addWidget(off)
        by = isolated(people.get(evidence.added_by, evidence.added_by))
        when = words.when(evidence.added_at)
        said = [kind, words("panels.evidence_by", by=by, when=when)]
        if evidence.origin and evidence.name not in ("", evidence.origin):
            said.insert(1, words("panels.evidence_named", name=isolated(evidence.name)))
        if evidence.seen_on is not None:
            said.append(words("panels.evidence_seen", day=ltr(evidence.seen_on.isoformat())))
        parts: list[QWidget] = [label(words.listed(said), "note", wrap=True)]
        if evidence.unreadable:
            why = words(f"panels.unreadable_{evidence.unreadable}")
            parts.append(_line(look, "hint", why, tone="check"))
        else:
            parts.append(ElidedLabel(" ".join((evidence.text or "").split())[:400], "quote"))
        parts.append(label(words("panels.evidence_hash", hash=ltr(evidence.blob[:12])), "note"))
        put(self, column(top, *parts, margins=(11, 8, 11, 8), gap=4))


def source_card(look: Look, source: Source, to_register: Callable[[], object]) -> Card:
    """One source: its name, what it is, on what terms, how often it is named; the register."""
    words = look.words
    made = Card(source.name)
    kind = Chip(look, "people", words(f"panels.source_{source.kind}"))
    more = icon_button(look, "forward", words("register.open"), to_register)
    top = row(ElidedLabel(source.name, "title"), kind, more)
    top.setStretch(0, 1)
    count = len(source.mentions)
    said = [
        words(f"panels.terms_{source.terms}"),
        words("panels.mentions", n=count, count=ltr(count)),
    ]
    said += [isolated(part) for part in (source.title, source.affiliation) if part]
    put(
        made,
        column(top, label(words.listed(said), "note", wrap=True), margins=(11, 8, 11, 8), gap=4),
    )
    return made
