"""How well a word fits between its neighbours, in natural logarithms.

A tie says how much oftener than chance two words are neighbours. A word that begins with و or ف (or
ل, ب, ك before a common word) and was not seen there is asked about without it; what the news does
not count, the wide web may.
"""

from __future__ import annotations

import math
from typing import NamedTuple, Protocol

from deskeditor.checks.spelling.features import Place
from deskeditor.language.bigrams import END, START

#: A neighbour can lower a score by this much and raise it by that much.
LOWEST, HIGHEST = -2.5, 5.0
#: The table was cut at 4: of pairs it does not hold, at most this many are supposed.
UNSEEN = 2.0
#: What a word the table does not hold counts for, at least.
UNKNOWN = 0.5
#: Sentences are about a ninth of the words.
_SENTENCES = 1 / 9
#: What a tie found without the joined و is worth.
_WITHOUT_FRONT = 0.8
_MEMORY = 200_000
#: Letters that are written onto a word's front; the first two onto any word, the others also begin
#: words of their own: what is left must be a common one.
_JOINERS, _FRONTS, _COMMON = "وف", "وفلبك", 50


class Counts(Protocol):
    """What scoring asks for."""

    total: int

    def word(self, word: str) -> int:
        """Occurrences of a word."""
        ...

    def weight(self, word: str) -> float:
        """Occurrences, the wide web's too."""
        ...

    def pair(self, left: str, right: str) -> int:
        """Occurrences of two in a row."""
        ...


class _Tie(NamedTuple):
    """What two words in a row are worth, and whether they were ever seen so."""

    worth: float
    seen: bool


class Scorer:
    """Ties of words. Remembers what it has worked out; belongs to one thread."""

    def __init__(self, counts: Counts) -> None:
        """Begin with nothing remembered."""
        self._counts = counts
        self._ties: dict[tuple[str, str], _Tie] = {}
        self._frequencies: dict[str, float] = {}

    def frequency(self, word: str) -> float:
        """Occurrences, never nothing; sentence ends as often as there are sentences."""
        found = self._frequencies.get(word)
        if found is None:
            if word in (START, END):
                found = self._counts.total * _SENTENCES
            else:
                found = max(self._counts.word(word), self._counts.weight(word) / 2, UNKNOWN)
            if len(self._frequencies) > _MEMORY:
                self._frequencies.clear()
            self._frequencies[word] = found
        return found

    def forget(self) -> None:
        """Forget the ties."""
        self._ties.clear()

    def tie(self, left: str, right: str) -> float:
        """How much oftener than chance two words are neighbours, within the bounds."""
        return self._tied(left, right).worth

    def _tied(self, left: str, right: str) -> _Tie:
        found = self._ties.get((left, right))
        if found is None:
            if len(self._ties) > _MEMORY:
                self._ties.clear()
            seen = self._counts.pair(left, right)
            worth = max(LOWEST, min(HIGHEST, self._tie(left, right, seen)))
            found = self._ties[left, right] = _Tie(worth, seen > 0)
        return found

    def _tie(self, left: str, right: str, seen: int) -> float:
        counts = self._counts
        chance = self.frequency(left) * self.frequency(right) / counts.total
        if not seen and left[0] in _FRONTS and len(left) > 2:
            joined = counts.pair(left[1:], right)
            if joined and (left[0] in _JOINERS or counts.word(left[1:]) >= _COMMON):
                usual = self.frequency(left[1:]) * self.frequency(right) / counts.total
                return _WITHOUT_FRONT * math.log(joined / usual)
        return math.log((seen or min(chance, UNSEEN)) / chance)

    def place(self, left: str, word: str, right: str) -> Place:
        """How a word fits between two neighbours."""
        before, behind = self._tied(left, word), self._tied(word, right)
        return Place(before.worth, behind.worth, before.seen + behind.seen)
