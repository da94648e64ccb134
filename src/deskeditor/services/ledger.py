"""The ledger of quotations: a person confirms, mends, rules on a verdict, or takes it back.

The machine proposes and never confirms. Every act answers a new article; who calls keeps it as any
other change of the article, so the ledger is autosaved, kept in revisions and read by the board.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from deskeditor.domain.article import Article
from deskeditor.domain.errors import Refused
from deskeditor.domain.ports import Clock, Ids
from deskeditor.domain.quotes import (
    Channel,
    Confirmation,
    Evidence,
    Fact,
    Quote,
    QuoteKind,
    Ruling,
    Signed,
    Standing,
    Verdict,
)

#: What a person may say of evidence that no program can read: a recording heard, a scan read.
_BY_EAR_AND_EYE = (Verdict.VERBATIM, Verdict.ALTERED)
_NO_VERDICT = frozenset({Verdict.NOT_CHECKED, Verdict.NOT_FOUND})


@dataclass(frozen=True, slots=True)
class Facts:
    """What a person says of a quotation; None of a cue or a relay leaves what was read."""

    speaker: str
    kind: QuoteKind
    channel: Channel | None
    cue: str | None = None
    relay: str | None = None


def facts_of(quote: Quote) -> Facts:
    """What is proposed of a quotation, or was confirmed of it."""
    return Facts(
        quote.speaker.name if quote.speaker else "", quote.kind, quote.channel,
        quote.cue.text if quote.cue else "", quote.relayed_by.text if quote.relayed_by else "",
    )  # fmt: skip


def verdicts(quote: Quote, evidence: Iterable[Evidence]) -> tuple[Verdict, ...]:
    """The verdicts a person may stand behind now, the proposed one first.

    "Not found" and "not checked" are no findings about the words: nobody signs them. What the
    machine saw altered is never turned into verbatim; only evidence it cannot read may be.
    """
    found: list[Verdict] = []
    if quote.comparison is not None and quote.comparison.verdict not in _NO_VERDICT:
        found.append(quote.comparison.verdict)
    kept = tuple(evidence)
    if quote.comparison is None and any(each.unreadable for each in kept):
        found.extend(_BY_EAR_AND_EYE)
    if kept:
        found.append(Verdict.TRANSLATED)
    return tuple(dict.fromkeys(found))


def gone(article: Article, quotes: Iterable[Quote]) -> tuple[Confirmation, ...]:
    """What was confirmed of words that no longer stand in the text as a quotation."""
    held = {quote.confirmation.id for quote in quotes if quote.confirmation is not None}
    return tuple(item for item in article.ledger if item.id not in held)


def _plain(said: str | None, read: str | None) -> str:
    """What a person says of it, or what was read, in single spaces."""
    return " ".join(((read if said is None else said) or "").split())


class Ledger:
    """Acts on the ledger of an article. Pure but for the clock and the names of new entries."""

    def __init__(self, clock: Clock, ids: Ids) -> None:
        """Keep the ports."""
        self._clock, self._ids = clock, ids

    def confirm(
        self,
        article: Article,
        quote: Quote,
        by: str,
        facts: Facts | None = None,
        only: Fact | None = None,
    ) -> Article:
        """The article with this person behind a quotation's speaker, kind, channel, cue and relay.

        With `only` behind that one of them: who stands behind the others still does, and nobody
        stands behind what nobody has confirmed. A ruling stays where the words stayed; changed
        words need a new one.
        """
        read, before, now = facts_of(quote), quote.confirmation, self._clock.now()
        said = facts or read
        signs = tuple(Fact) if only is None else (only,)
        kept = before.signatures if before is not None else ()
        signed = [each for each in kept if each.fact not in signs]
        held = {each.fact for each in signed}
        holds = before is not None and quote.standing is Standing.CONFIRMED
        made = Confirmation(
            id=before.id if before is not None else quote.mark or self._ids.new(),
            anchor=quote.anchor,
            text=quote.text,
            kind=before.kind if before and Fact.KIND in held else said.kind,
            speaker=before.speaker
            if before and Fact.SPEAKER in held
            else " ".join(said.speaker.split()),
            channel=before.channel if before and Fact.CHANNEL in held else said.channel,
            by=by,
            at=now,
            ruling=before.ruling if before is not None and holds else None,
            cue=before.cue if before and Fact.CUE in held else _plain(said.cue, read.cue),
            relay=before.relay if before and Fact.RELAY in held else _plain(said.relay, read.relay),
        )
        if only is not None:
            signed.append(Signed(only, by, now, quote.text))
            made = replace(made, signed=tuple(sorted(signed, key=_order)))
        return _with(article, made)

    def rule(  # noqa: PLR0917 - who rules what on which words, and why
        self,
        article: Article,
        quote: Quote,
        verdict: Verdict,
        by: str,
        evidence: Iterable[Evidence],
        note: str = "",
    ) -> Article:
        """The article with this person behind a verdict, and so behind the quotation.

        Raises:
            Refused: nothing at hand lets a person say so (`ruling-impossible`), or a verdict of
                translation does not name its translator (`ruling-translator`).
        """
        kept = tuple(evidence)
        if verdict not in verdicts(quote, kept):
            raise Refused("ruling-impossible")
        if verdict is Verdict.TRANSLATED and not note.strip():
            raise Refused("ruling-translator")
        confirmed = self.confirm(article, quote, by)
        item = confirmed.ledger[-1]
        ruling = Ruling(verdict, _ground(quote, verdict, kept), by, self._clock.now(), note.strip())
        return _with(article, replace(item, ruling=ruling))

    def take_back(self, article: Article, item: Confirmation) -> Article:
        """The article without one confirmation: the machine's proposal stands alone again."""
        left = tuple(other for other in article.ledger if other.id != item.id)
        return replace(article, ledger=left)


def _order(signed: Signed) -> int:
    return list(Fact).index(signed.fact)


def _with(article: Article, item: Confirmation) -> Article:
    """The newest confirmation stands last; an older one of the same quotation gives way."""
    left = tuple(other for other in article.ledger if other.id != item.id)
    return replace(article, ledger=(*left, item))


def _ground(quote: Quote, verdict: Verdict, evidence: tuple[Evidence, ...]) -> str:
    """The id of the evidence a verdict rests on; the first unreadable one where it was heard."""
    if quote.comparison is not None and quote.comparison.verdict is verdict:
        return quote.comparison.evidence
    unread = next((each.id for each in evidence if each.unreadable), "")
    return unread or (evidence[0].id if evidence else "")
