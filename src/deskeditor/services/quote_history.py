"""A quotation's history: when its words were written and changed, who confirmed it and ruled on it.

Read from the article's kept versions, newest to oldest, and from its text as it stands. What was
confirmed and taken back between two kept versions left no trace and is not told; nor is a wording
that is on no disk yet, for nobody can be named for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from deskeditor.domain.ports import Store
from deskeditor.domain.quotes import (
    Channel,
    Confirmation,
    Fact,
    Quote,
    QuoteKind,
    Signed,
    Verdict,
)
from deskeditor.domain.rows import RevisionRow

if TYPE_CHECKING:
    from deskeditor.domain.article import Article

#: Kept versions that are read, the newest first: each takes some ten milliseconds.
MOST = 200
#: Share of the words of two wordings that both have, and how many at least, to be one quotation.
LIKE = 0.4
SHARED = 3


class Event(StrEnum):
    """What happened to a quotation."""

    WRITTEN = "written"
    REWORDED = "reworded"
    CONFIRMED = "confirmed"
    RULED = "ruled"
    TAKEN_BACK = "taken_back"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened: who did it and when (UTC).

    `text` is the wording before it was changed, the note of a verdict, or the cue or relay that
    was confirmed; `speaker`, `channel`,
    `kind` and `verdict` are what was confirmed, `fact` says which alone. `EARLIER`: the oldest
    version read already had it, and what came before was not read.
    """

    event: Event
    by: str
    at: datetime
    text: str = ""
    speaker: str = ""
    channel: Channel | None = None
    verdict: Verdict | None = None
    fact: Fact | None = None
    kind: QuoteKind | None = None


@dataclass(frozen=True, slots=True)
class _Version:
    """A quotation as one kept version has it."""

    author: str
    at: datetime
    quote: Quote


class QuoteHistory:
    """Reads histories from one store. Blocks; thread-safe."""

    def __init__(self, store: Store, most: int = MOST) -> None:
        """Keep the port; `most` kept versions are read."""
        self._store, self._most = store, most

    def of(self, article: str, quote: Quote) -> tuple[Step, ...]:
        """What happened to a quotation of an article, oldest first.

        Raises:
            StoreError: a kept version cannot be read.
        """
        rows = self._store.history(article)
        versions = list(self._versions(rows[: self._most], quote))[::-1]
        first = Event.EARLIER if self._most <= len(versions) < len(rows) else Event.WRITTEN
        steps: list[Step] = []
        before: Quote | None = None
        for version in versions:
            steps += _between(before, version, first)
            before = version.quote
        steps += _confirmed(before.confirmation if before else None, quote.confirmation)
        typed = self._store.typed_by(article)
        if before is not None and before.text != quote.text and typed is not None:
            steps.append(Step(Event.REWORDED, *typed, before.text))
        return tuple(steps)

    def _versions(self, rows: Sequence[RevisionRow], quote: Quote) -> Iterator[_Version]:
        """The quotation in each kept version, newest first, as long as it is found."""
        wanted = quote
        for row in rows:
            revision = self._store.revision(row.name)
            found = _same(wanted, quotes_in(revision.article))
            if found is None:
                return
            yield _Version(revision.author, revision.at, found)
            wanted = found


def quotes_in(article: Article) -> Sequence[Quote]:
    """The quotations of a version with what was confirmed of them."""
    from deskeditor.checks.quotes.by_hand import with_marked
    from deskeditor.checks.quotes.extract import read
    from deskeditor.checks.quotes.following import quotes_of
    from deskeditor.domain.ledger import merge, ruled

    reading = read(article.document)
    found = with_marked(quotes_of(reading), reading, article.document.slots())
    merged = merge(found, article.ledger).quotes
    at_hand = [
        q.confirmation.ruling.evidence for q in merged if q.confirmation and q.confirmation.ruling
    ]
    return [ruled(quote, at_hand) for quote in merged]


def _same(wanted: Quote, quotes: Sequence[Quote]) -> Quote | None:
    """The quotation that became this one: the same entry or mark, the same words, or most of them
    in the same text.
    """
    own = wanted.confirmation.id if wanted.confirmation else wanted.mark
    for quote in quotes:
        if own and own in (quote.mark, quote.confirmation.id if quote.confirmation else ""):
            return quote
    exact = [quote for quote in quotes if quote.text == wanted.text]
    if exact:
        near = [q for q in exact if q.anchor.address == wanted.anchor.address] or exact
        return min(near, key=lambda q: abs(q.anchor.start - wanted.anchor.start))
    words = frozenset(wanted.text.split())
    best: tuple[float, Quote] | None = None
    for quote in quotes:
        if quote.anchor.address != wanted.anchor.address:
            continue
        other = frozenset(quote.text.split())
        shared = len(words & other)
        like = shared / max(1, len(words | other))
        if shared >= SHARED and like >= LIKE and (best is None or like > best[0]):
            best = like, quote
    return None if best is None else best[1]


def _between(before: Quote | None, version: _Version, first: Event) -> list[Step]:
    """What a version says that the one before it did not; `first` where there is none before."""
    steps: list[Step] = []
    if before is None:
        steps.append(Step(first, version.author, version.at))
    elif before.text != version.quote.text:
        steps.append(Step(Event.REWORDED, version.author, version.at, before.text))
    old, new = (before.confirmation if before else None), version.quote.confirmation
    if old is not None and new is None:
        steps.append(Step(Event.TAKEN_BACK, version.author, version.at))
    return [*steps, *_confirmed(old, new)]


def _confirmed(old: Confirmation | None, new: Confirmation | None) -> list[Step]:
    """What was confirmed and ruled between two states of an entry."""
    if new is None:
        return []
    steps: list[Step] = []
    if new.signed:
        known = set(old.signatures) if old is not None else set()
        steps += [_signed(new, each) for each in new.signed if each not in known]
    elif old is None or (old.by, old.at) != (new.by, new.at):
        steps.append(
            Step(Event.CONFIRMED, new.by, new.at, speaker=new.speaker, channel=new.channel)
        )
    ruling, was = new.ruling, old.ruling if old is not None else None
    if ruling is not None and ruling != was:
        steps.append(Step(Event.RULED, ruling.by, ruling.at, ruling.note, verdict=ruling.verdict))
    return steps


def _signed(item: Confirmation, signed: Signed) -> Step:
    """One fact of a quotation confirmed by itself."""
    one = Step(Event.CONFIRMED, signed.by, signed.at, fact=signed.fact)
    match signed.fact:
        case Fact.SPEAKER:
            return replace(one, speaker=item.speaker)
        case Fact.CHANNEL:
            return replace(one, channel=item.channel)
        case Fact.KIND:
            return replace(one, kind=item.kind)
        case Fact.CUE:
            return replace(one, text=item.cue or "")
        case Fact.RELAY:
            return replace(one, text=item.relay or "")
