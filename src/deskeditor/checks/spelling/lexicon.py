"""Who knows a word: the dictionary, the desk's own lists, the counts; and what may be meant by it.

Remembers its verdicts by word, so that each distinct word is looked up once. A candidate that no
neighbourhood could make fit is dropped here, once and for all. Belongs to one checker; its
dictionary may be absent, its counts too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import IntEnum
from typing import NamedTuple, Protocol

from deskeditor.checks.spelling.candidates import (
    LONGEST,
    Candidate,
    Slip,
    Vocabulary,
    far,
    habits,
    is_definite,
    lookalikes,
    near,
    swaps,
)
from deskeditor.checks.spelling.features import (
    Counted,
    PlaceWeights,
    of_words,
    place_weights,
    worth,
)
from deskeditor.checks.spelling.scoring import HIGHEST, LOWEST, Counts
from deskeditor.checks.spelling.weights import KNOWN, STRANGE
from deskeditor.domain.ports import Dictionary
from deskeditor.language.clitics import bare, name_forms

#: From this count on a word is an established one, whatever the dictionary says.
ESTABLISHED = 30
#: Below this count a word that the dictionary does not know is unknown.
RARE = 8
#: Longer strings of letters are no words; nobody is asked about them.
LONGEST_ASKED = 40
_MEMORY = 100_000


class Table(Counts, Vocabulary, Protocol):
    """A table of counts that can be searched."""


class Standing(IntEnum):
    """How well a word is known."""

    UNKNOWN = 0
    SEEN = 1  # in the counts only, and not often
    ESTABLISHED = 2  # often in the counts, not in the dictionary
    KNOWN = 3  # in the dictionary
    LISTED = 4  # on a list of the desk: never questioned


class Meant(NamedTuple):
    """A word that may have been meant; `prior` is what speaks for it wherever the word stands."""

    word: str
    slip: Slip
    prior: float


class Entry(NamedTuple):
    """What is known of one word."""

    standing: Standing
    times: int
    candidates: tuple[Meant, ...]


_NOTHING: Mapping[str, float] = {}


def weights_of(standing: Standing, slip: Slip) -> Mapping[str, float]:
    """The weights of a slip in a word of a standing; none where it cannot be one."""
    return KNOWN.get(slip, _NOTHING) if standing is Standing.KNOWN else STRANGE


def _places(standing: Standing) -> Mapping[Slip, PlaceWeights]:
    return {slip: place_weights(slip, weights_of(standing, slip)) for slip in Slip}


#: What a neighbourhood is worth: in words that nobody knows, and in known ones.
PLACES = (_places(Standing.UNKNOWN), _places(Standing.KNOWN))


def _most(weights: Mapping[str, float]) -> float:
    """The most that a neighbourhood and the rest of the piece can add to a prior."""
    span = HIGHEST - LOWEST
    ties = span * (max(0.0, weights.get("left", 0.0)) + max(0.0, weights.get("right", 0.0)))
    seen = max((v for k, v in weights.items() if k.startswith(("seen", "habit-seen"))), default=0.0)
    return ties + max(0.0, seen) + weights.get("elsewhere", 0.0)


_MOST_KNOWN = {slip: _most(weights) for slip, weights in KNOWN.items()}
_MOST_STRANGE = _most(STRANGE)


class Lexicon:
    """Verdicts on words."""

    def __init__(
        self,
        table: Table | None,
        dictionary: Dictionary | None,
        listed: frozenset[str] = frozenset(),
    ) -> None:
        """`listed` are words and names of the publication; clitics on them are understood."""
        self.table = table
        self.dictionary = dictionary
        self._listed = listed
        self._entries: dict[str, Entry] = {}
        self._known: dict[str, bool] = {}
        #: What judging worked out for words between their neighbours.
        self.between: dict[tuple[str, str, str], list[tuple[float, Meant]]] = {}

    def entry(self, word: str) -> Entry:
        """What is known of a word (without tashkeel and tatweel)."""
        found = self._entries.get(word)
        if found is None:
            if len(self._entries) > _MEMORY:
                self._entries.clear()
            found = self._entries[word] = self._read(word)
        return found

    def knows(self, word: str) -> bool:
        """Whether the dictionary has the word; with no dictionary, whether it is established."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) > _MEMORY:
                self._known.clear()
            if self.dictionary is not None:
                found = self.dictionary.knows(word)
            else:
                found = self.table is None or self.table.word(word) >= ESTABLISHED
            self._known[word] = found
        return found

    def _read(self, word: str) -> Entry:
        if len(word) > LONGEST_ASKED:
            return Entry(Standing.LISTED, 0, ())
        if self._listed and any(form in self._listed for form in name_forms(word)):
            return Entry(Standing.LISTED, 0, ())
        own = self.counted(word)
        if self.knows(word):
            standing = Standing.KNOWN
        elif own.times >= ESTABLISHED:
            standing = Standing.ESTABLISHED
        else:
            standing = Standing.SEEN if own.weight >= RARE else Standing.UNKNOWN
        return Entry(standing, own.times, self._candidates(own, standing))

    def counted(self, word: str) -> Counted:
        """The word with its counts."""
        if self.table is None:
            return Counted(word, 0, 0.0)
        return Counted(word, self.table.word(word), self.table.weight(word))

    def _sound(self, word: str) -> bool:
        """Whether the dictionary knows the word and its stem is in use: it accepts strange ones."""
        if not self.knows(word) or self.table is None:
            return False
        return any(len(form) > 2 and self.table.weight(form) >= RARE for form in bare(word))

    def _candidates(self, own: Counted, standing: Standing) -> tuple[Meant, ...]:
        if self.table is None or not 2 <= len(own.word) <= LONGEST:
            return ()
        found: dict[str, Meant] = {}
        for candidate in self.tries(own, standing):
            if candidate.word not in found and candidate.word != own.word:
                meant = self._meant(own, candidate, standing)
                if meant is not None:
                    found[candidate.word] = meant
        return tuple(found.values())

    def tries(self, own: Counted, standing: Standing) -> Iterator[Candidate]:
        """Words that may be meant, each with the slip that is likeliest first."""
        assert self.table is not None
        word = own.word
        yield from near(word, self.table)
        for candidate in habits(word):
            definite = candidate.slip is Slip.MARBUTA and is_definite(word)
            if candidate.word in self.table or (definite and self.knows(candidate.word)):
                yield candidate
        if standing is not Standing.UNKNOWN and own.weight > 0:
            return
        for candidate in (*swaps(word), *habits(word), *lookalikes(word)):
            if self._sound(candidate.word):
                yield candidate
        if standing is Standing.UNKNOWN:
            yield from far(word, self.table)

    def _meant(self, own: Counted, candidate: Candidate, standing: Standing) -> Meant | None:
        """The candidate with its prior; None where nothing could make it fit."""
        slip = candidate.slip
        weights = weights_of(standing, slip)
        if not weights:
            return None
        other = self.counted(candidate.word)
        measures = of_words(own, other, slip, listed=False, standing=standing)
        prior = worth(measures, weights)
        listed = max(0.0, weights.get("listed", 0.0))
        most = _MOST_KNOWN[slip] if standing is Standing.KNOWN else _MOST_STRANGE
        if prior + listed + most < 0:
            return None
        if self.knows(candidate.word):
            prior += weights.get("listed", 0.0)
        return Meant(candidate.word, candidate.slip, prior)
