"""How well a word fits between its neighbours, in natural logarithms.

The score of a word is its frequency, raised or lowered by how much oftener than chance it stands
beside its left and its right neighbour. The bounds were fitted on 60 published articles with
injected errors (`deskeditor language evaluate`).
"""

from __future__ import annotations

import math
from typing import Protocol

from deskeditor.language.bigrams import END, START

#: Neighbours can lower a score by this much and raise it by that much.
LOWEST, HIGHEST = -2.5, 5.0
#: The table was cut at 4: of pairs it does not hold, at most this many are supposed.
UNSEEN = 2.0
#: What a word the table does not hold counts for.
UNKNOWN = 0.5
#: Sentences are about a ninth of the words.
_SENTENCES = 1 / 9


class Counts(Protocol):
    """What scoring asks for."""

    total: int

    def word(self, word: str) -> int:
        """Occurrences of a word."""
        ...

    def pair(self, left: str, right: str) -> int:
        """Occurrences of two in a row."""
        ...


class Scorer:
    """Scores of words in context. Remembers what it has worked out; belongs to one thread."""

    def __init__(self, counts: Counts) -> None:
        """Begin with nothing remembered."""
        self._counts = counts
        self._ties: dict[tuple[str, str], float] = {}

    def frequency(self, word: str) -> float:
        """Occurrences, never nothing; sentence ends as often as there are sentences."""
        if word in (START, END):
            return self._counts.total * _SENTENCES
        return max(self._counts.word(word), UNKNOWN)

    def tie(self, left: str, right: str) -> float:
        """How much oftener than chance two words are neighbours, within the bounds."""
        found = self._ties.get((left, right))
        if found is None:
            chance = self.frequency(left) * self.frequency(right) / self._counts.total
            seen = self._counts.pair(left, right) or min(chance, UNSEEN)
            found = max(LOWEST, min(HIGHEST, math.log(seen / chance)))
            if len(self._ties) > 200_000:
                self._ties.clear()
            self._ties[left, right] = found
        return found

    def score(self, left: str, word: str, right: str) -> float:
        """The score of `word` between two neighbours."""
        return math.log(self.frequency(word)) + self.tie(left, word) + self.tie(word, right)

    def attested(self, left: str, word: str, right: str) -> int:
        """On how many sides the word was seen beside its neighbour: 0, 1 or 2."""
        pair = self._counts.pair
        return (pair(left, word) > 0) + (pair(word, right) > 0)
