"""One utterance in two wordings: in one article, and in two articles of the desk.

The statement and the tweet, yesterday's piece and today's: where one voice is made to say one thing
in different words, the person sees both and decides which was said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from deskeditor.checks.quotes.likeness import WINDOW
from deskeditor.checks.quotes.rewording import reworded, voice_of
from deskeditor.domain.ports import Store
from deskeditor.domain.quotes import (
    Channel,
    Comparison,
    Quote,
    QuoteKind,
    Twin,
    Verdict,
    WordChange,
)
from deskeditor.domain.sources import Uttered
from deskeditor.language.alignment import hold

#: Pairs of texts whose answer is remembered: thirty quotations of one voice that spoke often.
REMEMBERED = 20_000


class Wordings:
    """Finds the other wordings of an article's quotations. Thread-safe; asks the store once."""

    def __init__(self, store: Store) -> None:
        """Keep the port."""
        self._store = store

    def of(self, article: str, quotes: Iterable[Quote]) -> tuple[Twin, ...]:
        """The other wordings, in the order of the quotations; those of this article first.

        Raises:
            StoreError: the store cannot be read.
        """
        said = tuple(quotes)
        voices = voices_of(said)
        return twins_of(said, self._store.uttered(voices, article) if voices else ())


def voices_of(quotes: Iterable[Quote]) -> list[str]:
    """Whose words these are, each voice once."""
    return list(dict.fromkeys(map(_voice, _spoken(quotes))))


def twins_of(quotes: Iterable[Quote], uttered: Iterable[Uttered]) -> tuple[Twin, ...]:
    """The other wordings of quotations among themselves and in what was uttered elsewhere."""
    said = _spoken(quotes)
    voices: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in said:
        voices[_voice(quote)].append(quote)
    elsewhere: defaultdict[str, list[Uttered]] = defaultdict(list)
    for each in uttered:
        elsewhere[each.voice].append(each)
    return tuple(
        twin
        for quote in said
        for twin in (
            *_here(quote, voices[_voice(quote)]),
            *_there(quote, elsewhere[_voice(quote)]),
        )
    )


def _spoken(quotes: Iterable[Quote]) -> list[Quote]:
    return [q for q in quotes if q.kind is QuoteKind.SPEECH and q.speaker is not None]


def _voice(quote: Quote) -> str:
    return voice_of(quote.speaker.name) if quote.speaker is not None else ""


def _here(quote: Quote, others: list[Quote]) -> Iterable[Twin]:
    place = others.index(quote)
    for other in others[max(0, place - WINDOW) : place + WINDOW]:
        if other is not quote and (held := rewording(quote.text, other.text)) is not None:
            name = other.speaker.name if other.speaker else ""
            yield Twin(quote.anchor, other.text, name, other.channel, held, anchor=other.anchor)


def _there(quote: Quote, others: list[Uttered]) -> Iterable[Twin]:
    told: set[str] = set()
    for other in others:
        if other.article in told:
            continue
        held = rewording(quote.text, other.text)
        if held is not None:
            told.add(other.article)
            yield Twin(
                quote.anchor, other.text, other.speaker,
                Channel(other.channel) if other.channel else None,
                held, other.article, other.title,
            )  # fmt: skip


@lru_cache(maxsize=REMEMBERED)
def rewording(text: str, other: str) -> Comparison | None:
    """Two texts held against one another where they are two wordings of one thing; else None.

    Remembered: a check after each pause asks again of every quotation, and one of them changed.
    """
    return differing(text, other) if reworded(text, other) else None


def differing(text: str, other: str) -> Comparison:
    """A quotation held against its other wording; where hardly a word agrees, all of it differs."""
    held = hold(text, other)
    if held.verdict is not Verdict.NOT_FOUND:
        return held
    whole = WordChange(text, other, 0, len(text), 0, len(other))
    return Comparison(Verdict.ALTERED, "", 0, len(other), (whole,))
